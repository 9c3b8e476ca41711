"""What can be asked of a ledger, as SELECTs over its tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    Select,
    String,
    Subquery,
    and_,
    cast,
    exists,
    false,
    func,
    or_,
    select,
    true,
    tuple_,
)

from communique.base.edtf import bounds
from communique.kinds.registry import decode
from communique.ledger.engines import Pairs
from communique.ledger.engines.holding import holding
from communique.ledger.names import fold_name
from communique.ledger.stored import DocumentInfo, Stored
from communique.ledger.tables import DOCUMENTS, EVIDENCE, STATEMENT_COUNTRIES, STATEMENT_PEOPLE, STATEMENTS
from communique.ledger.times import aware
from communique.text.document import Document

_INFO = [DOCUMENTS.c[name] for name in DocumentInfo.__struct_fields__]


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """Which records are asked for; every condition that is given must hold.

    `pair`: both countries occur in the record, or one does and the other's side says so.
    `since`, `until` (EDTF): the record's own date, else its document's, touches the window.
    `person`: a sequence of name tokens, whatever their case and accents. `named`: somebody by one
    of these very names. `words`: what a quote holds, whatever its case. `superseded`: also
    records that the latest reading of their document no longer found.
    """

    kind: str | None = None
    country: str | None = None
    pair: tuple[str, str] | None = None
    since: str | None = None
    until: str | None = None
    person: str | None = None
    document: str | None = None
    named: tuple[str, ...] | None = None
    documents: tuple[str, ...] | None = None
    words: str | None = None
    ids: tuple[str, ...] | None = None
    superseded: bool = False

    def conditions(self, told: FromClause = STATEMENTS) -> list[ColumnElement[bool]]:
        """The WHERE clauses over statements, their documents and the latest readings.

        `told` are the statements, or those of them that meet `keys`, which then are no clauses any more.
        """
        given: list[ColumnElement[bool] | None] = [
            told.c.kind == self.kind if self.kind else None,
            _in_slots(told, self.country) if self.country else None,
            holding(told.c.sides, self.pair) if self.pair else None,
            _in_window(told, self.since, self.until) if self.since or self.until else None,
            _names(told, self.person) if self.person is not None else None,
            _called(told, self.named) if self.named is not None else None,
            _quotes(told, self.words) if self.words is not None else None,
        ]
        met = [condition for condition in given if condition is not None]
        return [*met, *self.keys()] if told is STATEMENTS else met

    def keys(self) -> list[ColumnElement[bool]]:
        """The WHERE clauses by which statements can be looked up one by one: by their ids and documents."""
        given: list[ColumnElement[bool] | None] = [
            STATEMENTS.c.document == self.document if self.document else None,
            STATEMENTS.c.document.in_(self.documents) if self.documents is not None else None,
            STATEMENTS.c.id.in_(self.ids) if self.ids is not None else None,
        ]
        return [condition for condition in given if condition is not None]


FEW = 1000
"""Up to so many documents are looked up one by one; for more, their table is gone through."""
_ROW = ("payload", "document", "sha256", "first_seen", "last_seen")
_ASKED = (*_ROW, "id", "kind", "sides", "date_start", "date_end")


def latest_readings() -> Subquery:
    """When each document was last read, by whichever version of its text."""
    seen = func.max(DOCUMENTS.c.last_seen).label("last_seen")
    return select(DOCUMENTS.c.id, seen).group_by(DOCUMENTS.c.id).subquery("latest")


def select_records(connection: Connection, query: Query) -> list[Stored]:
    """The records asked for as they were read, by document date, document and place in the text.

    An archive can hold a document twice; its records are then given once.
    """
    met = _met(query)
    rows = connection.execute(met).all()
    named = sorted({row.document for row in rows})
    names = named if len(named) <= FEW else met.with_only_columns(met.selected_columns.document)
    info: Select[Any] = select(*_INFO, DOCUMENTS.c.date_start).where(DOCUMENTS.c.id.in_(names))
    return _in_order(rows, connection.execute(info).all(), superseded=query.superseded)


def select_ids(
    connection: Connection, query: Query, most: int, pairs: Pairs | None = None
) -> tuple[tuple[str, ...], bool]:
    """The ids of records asked for, and whether these are all: of more than `most`, those of the latest documents.

    Payloads lie far apart in a table, so that to find ids first and then look these up costs less than to read
    the rows of all that is met. What is asked of states is found in the table of pairs, where there is one.
    """
    if pairs is not None and _of_states(query):
        found = connection.execute(_paired_ids(query, most, pairs)).scalars().all()
        return tuple(found[:most]), len(found) <= most
    ids = select(STATEMENTS.c.id).where(*query.conditions()).limit(most + 1)
    # Of a single state there are more as a rule, so that they are put in order at once.
    if query.pair or not query.country:
        found = connection.execute(ids).scalars().all()
        if len(found) <= most:
            return tuple(found), True
    version = and_(DOCUMENTS.c.id == STATEMENTS.c.document, DOCUMENTS.c.sha256 == STATEMENTS.c.sha256)
    day = func.coalesce(DOCUMENTS.c.date_start, STATEMENTS.c.date_start).desc().nulls_last()
    ordered = ids.join(DOCUMENTS, version).order_by(day, STATEMENTS.c.document, STATEMENTS.c.id)
    found = connection.execute(ordered).scalars().all()
    return tuple(found[:most]), len(found) <= most


def _of_states(query: Query) -> bool:
    """Whether a question is on one state or two, and on nothing that the table of pairs does not have."""
    if query.pair:
        return query.pair[0] != query.pair[1] and not (query.country or _beyond(query))
    return bool(query.country) and not _beyond(query)


def _beyond(query: Query) -> bool:
    given = (query.person, query.named, query.words, query.ids, query.document, query.documents)
    return any(value is not None for value in given)


def _paired_ids(query: Query, most: int, pairs: Pairs) -> Select[Any]:
    told = pairs.rows(query.pair or (query.country or "",) * 2)
    met: list[ColumnElement[bool]] = [told.c.kind == query.kind] if query.kind else []
    if query.since or query.until:
        own = _touching(told.c.date_start, told.c.date_end, query.since, query.until)
        reported = _touching(told.c.told_start, told.c.told_end, query.since, query.until)
        met.append(or_(own, and_(told.c.date_start.is_(None), reported)))
    day = func.coalesce(told.c.told_start, told.c.date_start).desc().nulls_last()
    return select(told.c.id).where(*met).order_by(day, told.c.document, told.c.id).limit(most + 1)


def _met(query: Query) -> Select[Any]:
    """The rows of the records asked for. What can be looked up is so before all else, since DuckDB goes through
    the whole table where a second condition stands beside that of an index."""
    told: FromClause = STATEMENTS
    if keys := query.keys():
        found = select(*(STATEMENTS.c[name] for name in _ASKED)).where(*keys)
        told = found.cte("looked_up").prefix_with("MATERIALIZED", dialect="duckdb")
    payload, *columns = (told.c[name] for name in _ROW)
    return select(cast(payload, String).label("payload"), *columns).where(*query.conditions(told))


def _in_order(rows: Sequence[Row[Any]], documents: Sequence[Row[Any]], *, superseded: bool) -> list[Stored]:
    latest: dict[str, dt.datetime] = {}
    for row in documents:
        latest[row.id] = max(row.last_seen, latest.get(row.id, row.last_seen))
    versions = {
        (row.id, row.sha256): (document_info(row), row.date_start or dt.date.max) for row in documents
    }
    found: list[tuple[tuple[dt.date, str, int, str], Stored]] = []
    for row in rows:
        current = row.last_seen >= latest[row.document]
        if current or superseded:
            info, date = versions[row.document, row.sha256]
            stored = _stored(row, info, current)
            start = min(item.start for item in stored.record.evidence)
            found.append(((date, row.document, start, stored.record.id), stored))
    in_order = sorted(found, key=lambda item: item[0])
    return list({stored.record.id: stored for _, stored in in_order}.values())


def select_documents(connection: Connection, document: str | None = None) -> list[DocumentInfo]:
    """All versions of all documents, or of one, by date and id, older versions first."""
    query: Select[Any] = select(*_INFO).order_by(
        DOCUMENTS.c.date_start.nulls_last(), DOCUMENTS.c.id, DOCUMENTS.c.last_seen, DOCUMENTS.c.first_seen
    )
    if document is not None:
        query = query.where(DOCUMENTS.c.id == document)
    return [document_info(row) for row in connection.execute(query)]


def select_documents_found(
    connection: Connection, words: str, most: int, offset: int
) -> tuple[list[DocumentInfo], int]:
    """A page of the versions whose title, id or publisher holds the words, whatever their case; and the total."""
    fields = (DOCUMENTS.c.title, DOCUMENTS.c.id, DOCUMENTS.c.publisher)
    holds = or_(*(field.icontains(words, autoescape=True) for field in fields)) if words else true()
    order = (DOCUMENTS.c.date_start.desc().nulls_last(), DOCUMENTS.c.id, DOCUMENTS.c.last_seen.desc())
    found = select(*_INFO).where(holds).order_by(*order).limit(most).offset(offset)
    total = connection.execute(select(func.count()).select_from(DOCUMENTS).where(holds)).scalar_one()
    return [document_info(row) for row in connection.execute(found)], total


def select_documents_with(connection: Connection, words: str, most: int) -> list[str]:
    """The ids of documents of which a version has these words to the letter, by date and id."""
    holds = DOCUMENTS.c.text.contains(words, autoescape=True)
    day = func.min(DOCUMENTS.c.date_start).nulls_last()
    found = select(DOCUMENTS.c.id).where(holds).group_by(DOCUMENTS.c.id).order_by(day, DOCUMENTS.c.id)
    return list(connection.execute(found.limit(most)).scalars())


def select_text(connection: Connection, document: str, sha256: str | None) -> Document | None:
    """One document with its text: the version asked for, else the one read last."""
    columns = [DOCUMENTS.c[name] for name in Document.__struct_fields__]
    query = select(*columns).where(DOCUMENTS.c.id == document)
    if sha256 is not None:
        query = query.where(DOCUMENTS.c.sha256 == sha256)
    newest = (DOCUMENTS.c.last_seen.desc(), DOCUMENTS.c.first_seen.desc(), DOCUMENTS.c.sha256)
    row = connection.execute(query.order_by(*newest)).first()
    return Document(**row._mapping) if row is not None else None


def select_texts(connection: Connection) -> list[tuple[str, str]]:
    """The id and the text read last of every document, by date and id."""
    latest = latest_readings()
    newest = and_(latest.c.id == DOCUMENTS.c.id, latest.c.last_seen == DOCUMENTS.c.last_seen)
    order = (DOCUMENTS.c.date_start.nulls_last(), DOCUMENTS.c.id, DOCUMENTS.c.first_seen)
    rows = connection.execute(select(DOCUMENTS.c.id, DOCUMENTS.c.text).join(latest, newest).order_by(*order))
    return list({row.id: row.text for row in rows}.items())


def _in_window(told: FromClause, since: str | None, until: str | None) -> ColumnElement[bool]:
    """The record's own days touch the window, or, where it has none, its document's.

    Documents are sought by their days first: to join all of them costs twice as much.
    """
    touching = _touching(DOCUMENTS.c.date_start, DOCUMENTS.c.date_end, since, until)
    reported = select(DOCUMENTS.c.id, DOCUMENTS.c.sha256).where(touching).correlate(None)
    of_document = tuple_(told.c.document, told.c.sha256).in_(reported)
    own = _touching(told.c.date_start, told.c.date_end, since, until)
    return or_(own, and_(told.c.date_start.is_(None), of_document))


def _touching(
    start: ColumnElement[Any], end: ColumnElement[Any], since: str | None, until: str | None
) -> ColumnElement[bool]:
    """Whether the days from `start` to `end` touch a window; a side of it that is not given bounds nothing."""
    first = [end >= bounds(since)[0]] if since else []
    last = [start <= bounds(until)[1]] if until else []
    return and_(*first, *last)


def _in_slots(told: FromClause, code: str) -> ColumnElement[bool]:
    """In a slot of its own, which not every side is: a speaker's state is a side too."""
    here = STATEMENT_COUNTRIES.c.statement == told.c.id
    slot = exists().where(here, STATEMENT_COUNTRIES.c.country == code)
    return and_(holding(told.c.sides, (code,)), slot)


def _quotes(told: FromClause, words: str) -> ColumnElement[bool]:
    here = EVIDENCE.c.statement == told.c.id
    return exists().where(here, EVIDENCE.c.quote.icontains(words, autoescape=True))


def _called(told: FromClause, names: tuple[str, ...]) -> ColumnElement[bool]:
    here = select(STATEMENT_PEOPLE.c.statement).where(STATEMENT_PEOPLE.c.name.in_(names))
    return told.c.id.in_(here)


def _names(told: FromClause, person: str) -> ColumnElement[bool]:
    folded = fold_name(person)
    if not folded:
        return false()
    here = STATEMENT_PEOPLE.c.statement == told.c.id
    words = holding(STATEMENT_PEOPLE.c.folded, folded.split())
    return exists().where(here, words, STATEMENT_PEOPLE.c.folded.contains(folded, autoescape=True))


def _stored(row: Row[Any], document: DocumentInfo, current: bool) -> Stored:
    return Stored(
        record=decode(row.payload),
        document=document,
        first_seen=aware(row.first_seen),
        last_seen=aware(row.last_seen),
        current=current,
    )


def document_info(row: Row[Any]) -> DocumentInfo:
    """A version of a document from the columns of its fields."""
    columns = row._mapping
    fields = {name: columns[name] for name in DocumentInfo.__struct_fields__}
    return DocumentInfo(**fields | {name: aware(fields[name]) for name in ("first_seen", "last_seen")})
