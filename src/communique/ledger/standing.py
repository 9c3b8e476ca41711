"""Records as they stand: as they were read, with what people have corrected since.

The lookup tables hold what was read, so records with a corrected value are asked for on their own and
compared with the question after the correction.
"""

from __future__ import annotations

import datetime as dt

import msgspec
from sqlalchemy import Connection, select

from communique.base.edtf import bounds
from communique.ledger.corrections import Correction, applied, by_statement, select_corrections
from communique.ledger.names import fold_name
from communique.ledger.queries import Query, latest_readings, select_records
from communique.ledger.slots import countries_of, date_bounds, people_of
from communique.ledger.stored import Stored
from communique.ledger.tables import CORRECTIONS, STATEMENTS

_TOGETHER = 500
"""Records asked for by id at once."""


def standing(connection: Connection, query: Query) -> list[Stored]:
    """The records that fit the question as they stand, in the order of `select_records`."""
    return corrected(connection, query, select_records(connection, query))


def corrected(connection: Connection, query: Query, found: list[Stored]) -> list[Stored]:
    """The records found for the question as they stand, with those that fit it since they were corrected."""
    said = by_statement(select_corrections(connection))
    if not said:
        return found
    moved = {id for id, made in said.items() if any(c.outcome == "corrected" for c in made)}
    kept = [item for item in found if item.record.id not in moved]
    kept = [_with(item, said.get(item.record.id, ())) for item in kept]
    others = [_with(item, said[item.record.id]) for item in _by_id(connection, query, moved)]
    fitting = [item for item in others if fits(item, query)]
    return sorted([*kept, *fitting], key=place) if fitting else kept


def corrected_ids(connection: Connection) -> set[str]:
    """The records of which some value was corrected, so that the lookup tables may not find them."""
    valued = select(CORRECTIONS.c.statement).where(
        CORRECTIONS.c.retracted_at.is_(None), CORRECTIONS.c.outcome == "corrected"
    )
    return set(connection.execute(valued).scalars())


def least_certain(connection: Connection, limit: int, kind: str | None = None) -> list[Stored]:
    """The current records of least confidence, that of the reader, of which nobody has said anything."""
    latest = latest_readings()
    said = select(CORRECTIONS.c.statement).where(CORRECTIONS.c.retracted_at.is_(None))
    query = (
        select(STATEMENTS.c.id)
        .join(latest, latest.c.id == STATEMENTS.c.document)
        .where(STATEMENTS.c.last_seen >= latest.c.last_seen, STATEMENTS.c.id.not_in(said))
        .order_by(STATEMENTS.c.confidence, STATEMENTS.c.id)
        .limit(limit)
    )
    if kind is not None:
        query = query.where(STATEMENTS.c.kind == kind)
    ids = tuple(connection.execute(query).scalars())
    found = select_records(connection, Query(ids=ids))
    return sorted(found, key=lambda item: (item.record.confidence, item.record.id))


def _with(item: Stored, corrections: tuple[Correction, ...]) -> Stored:
    if not corrections:
        return item
    record = applied(item.record, corrections)
    return msgspec.structs.replace(item, record=record, corrections=corrections)


def _by_id(connection: Connection, query: Query, ids: set[str]) -> list[Stored]:
    wide = Query(
        document=query.document,
        documents=query.documents,
        kind=query.kind,
        words=query.words,
        superseded=query.superseded,
    )
    wanted = sorted(ids & set(query.ids)) if query.ids is not None else sorted(ids)
    parts = [tuple(wanted[at : at + _TOGETHER]) for at in range(0, len(wanted), _TOGETHER)]
    return [
        item for part in parts for item in select_records(connection, msgspec.structs.replace(wide, ids=part))
    ]


def fits(item: Stored, query: Query) -> bool:
    """Whether a record as it stands meets the conditions that a correction can change."""
    record = item.record
    codes = {code for code, _ in countries_of(record)}
    if query.country and query.country not in codes:
        return False
    if query.pair:
        a, b = query.pair
        says = record.attribution.country
        if not ({a, b} <= codes or (a in codes and says == b) or (b in codes and says == a)):
            return False
    if query.person is not None:
        wanted = fold_name(query.person) or "\0"
        if not any(wanted in fold_name(name) for name, _, _ in people_of(record)):
            return False
    if query.named is not None and not {name for name, _, _ in people_of(record)} & set(query.named):
        return False
    start, end = _days(item)
    if query.since and (end is None or end < bounds(query.since)[0]):
        return False
    return not (query.until and (start is None or start > bounds(query.until)[1]))


def _days(item: Stored) -> tuple[dt.date | None, dt.date | None]:
    """The first and last day of the record's own date, else of its document's."""
    start, end = date_bounds(item.record)
    if start is None and item.document.date:
        return bounds(item.document.date)
    return start, end


def place(item: Stored) -> tuple[dt.date, str, int, str]:
    """What orders records: the day and the id of the document, where they begin in it, their own id."""
    date = bounds(item.document.date)[0] if item.document.date else dt.date.max
    first = min(evidence.start for evidence in item.record.evidence)
    return date, item.document.id, first, item.record.id
