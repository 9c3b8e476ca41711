"""Records a page at a time, in the order of `Ledger.records`, with only a page's documents in memory.

A page begins behind the place of a record. Places stay good when records are added or no longer found.
"""

from __future__ import annotations

import datetime as dt
from itertools import islice

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, exists, func, literal, or_, select

from communique.ledger.queries import Query, document_info
from communique.ledger.standing import corrected_ids, place, standing
from communique.ledger.stored import DocumentInfo, Stored
from communique.ledger.tables import DOCUMENTS, STATEMENTS

_FEWEST, _MOST = 50, 200
"""Documents whose records are fetched at once: these when every document may do, else at most so many."""
_DAY = func.coalesce(DOCUMENTS.c.date_start, dt.date.max)


class At(msgspec.Struct, frozen=True, array_like=True, order=True):
    """The place of a record: the day and id of its document, where it begins there, and its own id."""

    day: dt.date
    document: str
    start: int
    record: str

    @classmethod
    def of(cls, item: Stored) -> At:
        """Where a record stands."""
        return cls(*place(item))


class Page(msgspec.Struct, frozen=True):
    """Some records in order; `next` is the place behind which more stand, None behind the last."""

    records: tuple[Stored, ...]
    next: At | None = None


class DocumentPage(msgspec.Struct, frozen=True):
    """The newest versions of some documents by day and id, and the place behind which more stand."""

    documents: tuple[DocumentInfo, ...]
    next: tuple[dt.date, str] | None = None


def select_document_page(
    connection: Connection, after: tuple[dt.date, str] | None, limit: int, **same: str | None
) -> DocumentPage:
    """At most `limit` documents behind a place; `same` gives columns and the value that each must have.

    A document is where its newest version stands.
    """
    newer = DOCUMENTS.alias("newer")
    later = or_(
        newer.c.last_seen > DOCUMENTS.c.last_seen,
        and_(newer.c.last_seen == DOCUMENTS.c.last_seen, newer.c.sha256 > DOCUMENTS.c.sha256),
    )
    day = _DAY.label("day")
    asked = (
        select(day, *(DOCUMENTS.c[name] for name in DocumentInfo.__struct_fields__))
        .where(~exists().where(newer.c.id == DOCUMENTS.c.id, later))
        .where(*(DOCUMENTS.c[name] == value for name, value in same.items() if value is not None))
        .order_by(day, DOCUMENTS.c.id)
        .limit(limit + 1)
    )
    if after:
        asked = asked.where(_from(after, inclusive=False))
    rows = connection.execute(asked).all()
    last = rows[limit - 1] if len(rows) > limit else None
    return DocumentPage(
        tuple(document_info(row) for row in rows[:limit]), (last.day, last.id) if last is not None else None
    )


def select_page(connection: Connection, query: Query, after: At | None, limit: int) -> Page:
    """At most `limit` records that fit the question as they stand, behind a place."""
    moved = corrected_ids(connection)
    found: list[Stored] = []
    reached = (after.day, after.document) if after else None
    inclusive = True
    together = min(max(limit + 1, _FEWEST), _MOST) if query.conditions() else _FEWEST
    while len(found) <= limit:
        documents = _documents(connection, query, moved, reached, inclusive, together)
        if not documents:
            break
        first, reached, inclusive = documents[0], documents[-1], False
        names = tuple(dict.fromkeys(name for _, name in documents))
        told = standing(connection, msgspec.structs.replace(query, documents=names))
        behind = (item for item in told if after is None or At.of(item) > after)
        found += (item for item in behind if first <= place(item)[:2] <= reached)
    page = tuple(islice(found, limit))
    return Page(page, At.of(page[-1]) if len(found) > limit else None)


def _documents(
    connection: Connection,
    query: Query,
    moved: set[str],
    reached: tuple[dt.date, str] | None,
    inclusive: bool,
    most: int,
) -> list[tuple[dt.date, str]]:
    """The next documents, by day and id, that may hold records that fit; at most so many."""
    day = _DAY.label("day")
    asked = select(day, DOCUMENTS.c.id).distinct().order_by(day, DOCUMENTS.c.id).limit(most)
    conditions = query.conditions()
    if conditions:
        version = and_(DOCUMENTS.c.id == STATEMENTS.c.document, DOCUMENTS.c.sha256 == STATEMENTS.c.sha256)
        fitting = and_(*conditions)
        asked = asked.join(STATEMENTS, version).where(
            or_(fitting, STATEMENTS.c.id.in_(sorted(moved))) if moved else fitting
        )
    if reached:
        asked = asked.where(_from(reached, inclusive))
    return [(row.day, row.id) for row in connection.execute(asked)]


def _from(reached: tuple[dt.date, str], inclusive: bool) -> ColumnElement[bool]:
    day, name = literal(reached[0]), reached[1]
    behind = DOCUMENTS.c.id >= name if inclusive else DOCUMENTS.c.id > name
    return or_(day < _DAY, and_(day == _DAY, behind))
