"""What a ledger is and how much it holds: its size, schema, and which readers filled it."""

from __future__ import annotations

import datetime as dt

import msgspec
from sqlalchemy import Connection, func, select

from communique.ledger.account_tables import KEPT_BACK
from communique.ledger.tables import DOCUMENTS, METADATA, STATEMENTS
from communique.ledger.times import aware


class Info(msgspec.Struct, frozen=True, kw_only=True):
    """A ledger at a glance; `rows` has every table, `readers` the statements by reader version.

    `size` is in bytes, None for a ledger without a file. Times are in UTC, None for an empty ledger.
    """

    path: str
    size: int | None
    schema: str
    documents: int
    versions: int
    current: int
    rows: dict[str, int]
    kinds: dict[str, int]
    readers: dict[str, int]
    first_seen: dt.datetime | None
    last_seen: dt.datetime | None


def info(connection: Connection, path: str, size: int | None, schema: str, current: int) -> Info:
    """The glance; `current` is the number of statements that the latest readings found."""
    tables = [table for table in METADATA.sorted_tables if table not in KEPT_BACK]
    rows = {t.name: connection.execute(select(func.count()).select_from(t)).scalar_one() for t in tables}
    first, last = connection.execute(
        select(func.min(DOCUMENTS.c.first_seen), func.max(DOCUMENTS.c.last_seen))
    ).one()
    return Info(
        path=path,
        size=size,
        schema=schema,
        documents=connection.execute(select(func.count(DOCUMENTS.c.id.distinct()))).scalar_one(),
        versions=rows["documents"],
        current=current,
        rows=rows,
        kinds=_by(connection, "kind"),
        readers=_by(connection, "reader_version"),
        first_seen=aware(first),
        last_seen=aware(last),
    )


def _by(connection: Connection, column: str) -> dict[str, int]:
    key = STATEMENTS.c[column]
    counts = select(key, func.count()).group_by(key).order_by(func.count().desc(), key)
    return {row[0]: row[1] for row in connection.execute(counts)}
