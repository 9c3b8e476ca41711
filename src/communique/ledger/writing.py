"""Writing readings into an open ledger: only what is not held yet, and when it was last seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Table, and_, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert

from communique.errors import RecordError
from communique.ledger.batch import PARTS, Batch
from communique.ledger.engines import hold, in_order, staged
from communique.ledger.rows import Row
from communique.ledger.stored import Added
from communique.ledger.tables import DOCUMENTS, STATEMENTS

_METADATA = (
    "lang",
    "date",
    "date_start",
    "date_end",
    "publisher",
    "url",
    "title",
    "source",
    "origin",
    "side",
)


class ClashError(RecordError):
    """Records whose ids belong to other documents; `documents` are those that the batch has them for."""

    def __init__(self, clashes: Iterable[tuple[str, str, str]]) -> None:
        found = sorted(clashes)
        document, record, owner = found[0]
        super().__init__(f"the document {owner!r} has a record of this id", document, record)
        self.documents = {document for document, _, _ in found}


def write(connection: Connection, batch: Batch) -> Added:
    """Write a batch in the caller's transaction; what is held already only gets a later `last_seen`.

    `ClashError` for records that other documents have; the transaction has to be given up then.
    """
    new_documents, new_versions = _insert_documents(connection, batch)
    new = _insert_statements(connection, batch)
    for table in PARTS if new else ():
        _insert_parts(connection, table, batch, new)
    return Added(
        new_statements=len(new),
        known_statements=batch.statements - len(new),
        new_documents=new_documents,
        new_versions=new_versions,
        documents=len(batch.documents),
    )


def _insert_documents(connection: Connection, batch: Batch) -> tuple[int, int]:
    with staged(connection, DOCUMENTS, batch.columns(DOCUMENTS)) as incoming:
        ids = connection.execute(select(DOCUMENTS.c.id).where(DOCUMENTS.c.id.in_(select(incoming.c.id))))
        known = set(ids.scalars())
        new = {(row.id, row.sha256) for row in _insert(connection, DOCUMENTS, incoming, "id", "sha256")}
        if len(new) < len(batch.documents):
            keys = select(incoming.c.id, incoming.c.sha256)
            held = tuple_(DOCUMENTS.c.id, DOCUMENTS.c.sha256).in_(keys)
            _touch(connection, DOCUMENTS, held, _seen(batch), DOCUMENTS.c.id, DOCUMENTS.c.sha256)
            _complete(connection, batch.columns(DOCUMENTS).to_pylist(), held, new)
    return len(new), sum(id in known for id, _ in new)


def _complete(
    connection: Connection, given: list[Row], held: ColumnElement[bool], new: set[tuple[str, str]]
) -> None:
    """Take over what is now known about documents; what was known is not forgotten."""
    columns = [DOCUMENTS.c[name] for name in ("id", "sha256", *_METADATA)]
    stored = {(row.id, row.sha256): row._mapping for row in connection.execute(select(*columns).where(held))}
    for row in given:
        key = (row["id"], row["sha256"])
        if key in new:
            continue
        changed = {name: row[name] for name in _METADATA if row[name] not in (None, stored[key][name])}
        if changed:
            same = (DOCUMENTS.c.id == row["id"], DOCUMENTS.c.sha256 == row["sha256"])
            connection.execute(update(DOCUMENTS).where(*same).values(**changed))


def _insert_statements(connection: Connection, batch: Batch) -> set[str]:
    if not batch.statements:
        return set()
    with staged(connection, STATEMENTS, batch.columns(STATEMENTS)) as incoming:
        new = {row.id for row in _insert(connection, STATEMENTS, incoming, "document", "id")}
        if len(new) < batch.statements:
            other = and_(STATEMENTS.c.id == incoming.c.id, STATEMENTS.c.document != incoming.c.document)
            clashes = select(incoming.c.document, incoming.c.id, STATEMENTS.c.document.label("owner"))
            if found := connection.execute(clashes.where(other)).all():
                raise ClashError((row[0], row[1], row[2]) for row in found)
            held = STATEMENTS.c.id.in_(select(incoming.c.id))
            _touch(connection, STATEMENTS, held, _seen(batch), STATEMENTS.c.document, STATEMENTS.c.id)
    return new


def _insert(connection: Connection, table: Table, incoming: FromClause, *order: str) -> Any:
    """Insert what is missing; the keys of the rows that were."""
    rows = in_order(connection, select(incoming), *order)
    query = insert(table).from_select([c.name for c in incoming.c], rows)
    return connection.execute(query.on_conflict_do_nothing().returning(*table.primary_key.columns))


def _insert_parts(connection: Connection, table: Table, batch: Batch, new: set[str]) -> None:
    rows = batch.columns(table)
    if len(new) < batch.statements:
        import pyarrow as pa  # type: ignore[import-untyped]
        import pyarrow.compute as pc  # type: ignore[import-untyped]

        rows = rows.filter(pc.is_in(rows["statement"], value_set=pa.array(sorted(new), pa.string())))
    with staged(connection, table, rows) as incoming:
        connection.execute(insert(table).from_select([c.name for c in incoming.c], select(incoming)))


def _touch(
    connection: Connection,
    table: Table,
    held: ColumnElement[bool],
    seen_at: dt.datetime,
    *order: ColumnElement[Any],
) -> None:
    hold(connection, select(*table.primary_key.columns).where(held).order_by(*order))
    later = table.c.last_seen < seen_at
    connection.execute(update(table).where(held, later).values(last_seen=seen_at))


def _seen(batch: Batch) -> dt.datetime:
    seen: dt.datetime = batch.columns(DOCUMENTS)["last_seen"][0].as_py()
    return seen
