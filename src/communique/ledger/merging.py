"""Rows of another ledger into this one: what is missing is added, what is held is not forgotten."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, FromClause, Table, and_, func, update

from communique.ledger.engines import add, add_missing, staged
from communique.ledger.engines.arrow import Keys
from communique.ledger.leaving import PARTS
from communique.ledger.rows import Row
from communique.ledger.tables import DOCUMENTS, SOURCES, STATEMENTS, WATCHED

_KNOWN = ("date", "date_start", "date_end", "publisher", "url", "title", "source", "origin", "side")
"""What may become known of a document later."""


def merge(connection: Connection, rows: Sequence[tuple[Table, Row]]) -> Counter[str]:
    """Write rows in the caller's transaction; the number of new ones by table.

    The rows that belong to a statement have to be given together with it.
    """
    by_table: dict[Table, list[Row]] = defaultdict(list)
    for table, row in rows:
        by_table[table].append(row)
    new: Counter[str] = Counter()
    fresh: set[str] = set()
    for table in [t for t in by_table if t not in PARTS]:
        keys = _insert(connection, table, by_table[table])
        fresh |= {key[0] for key in keys} if table is STATEMENTS else set()
        new[table.name] += len(keys)
    for table in PARTS:
        kept = [row for row in by_table[table] if row["statement"] in fresh]
        if kept:
            add(connection, table, kept)
        new[table.name] += len(kept)
    return new


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> Keys:
    """Add the missing rows and bring the held ones up to date; the keys of those added."""
    key = list(table.primary_key.columns)
    unique = {tuple(row[c.name] for c in key): row for row in rows}
    with staged(connection, table, list(unique.values())) as incoming:
        held = add_missing(connection, table, incoming)
        if held:
            same = and_(*(c == incoming.c[c.name] for c in key))
            if table in (DOCUMENTS, STATEMENTS, SOURCES):
                _widen(connection, table, incoming, same)
            elif table is not WATCHED:
                _take_back(connection, table, incoming, same)
    return unique.keys() - held


def _widen(connection: Connection, table: Table, incoming: FromClause, same: object) -> None:
    """Seen from the earlier of two times to the later, and first by the reader of the earlier."""
    where: list[object] = [same]
    reader = "reader_version" if "reader_version" in table.c else None
    for name, other in (("first_seen", reader), ("last_seen", None)):
        held, told = table.c[name], incoming.c[name]
        values = {name: told} | ({other: incoming.c[other]} if other else {})
        later = told < held if name == "first_seen" else told > held
        connection.execute(update(table).values(**values).where(*where, later))  # type: ignore[arg-type]
    if table is DOCUMENTS:
        for name in _KNOWN:
            known = update(table).values(**{name: func.coalesce(table.c[name], incoming.c[name])})
            gap = and_(table.c[name].is_(None), incoming.c[name].is_not(None))
            connection.execute(known.where(*where, gap))  # type: ignore[arg-type]


def _take_back(connection: Connection, table: Table, incoming: FromClause, same: object) -> None:
    values = {name: incoming.c[name] for name in ("retracted_at", "retracted_by")}
    here, there = table.c.retracted_at.is_(None), incoming.c.retracted_at.is_not(None)
    connection.execute(update(table).values(**values).where(same, here, there))  # type: ignore[arg-type]
