"""Writing readings into an open ledger: only what is not held yet, and when it was last seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from sqlalchemy import Connection, Table, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert

from communique.errors import RecordError
from communique.ledger.engines import hold, in_order, staged
from communique.ledger.rows import Row, Rows
from communique.ledger.stored import Added
from communique.ledger.tables import DOCUMENTS, EVIDENCE, STATEMENT_COUNTRIES, STATEMENT_PEOPLE, STATEMENTS

_METADATA = ("lang", "date", "date_start", "date_end", "publisher", "url", "title", "source")


def write(connection: Connection, batch: Sequence[Rows]) -> Added:
    """Write a batch in the caller's transaction; what is held already only gets a later `last_seen`."""
    new_documents, new_versions = _insert_documents(connection, [rows.document for rows in batch])
    new = _insert_statements(connection, list(chain.from_iterable(rows.statements for rows in batch)))
    for table, parts in (
        (STATEMENT_COUNTRIES, [rows.countries for rows in batch]),
        (STATEMENT_PEOPLE, [rows.people for rows in batch]),
        (EVIDENCE, [rows.evidence for rows in batch]),
    ):
        _insert_once(connection, table, chain.from_iterable(parts), new)
    total = sum(len(rows.statements) for rows in batch)
    return Added(
        new_statements=len(new),
        known_statements=total - len(new),
        new_documents=new_documents,
        new_versions=new_versions,
        documents=len(batch),
    )


def _insert_documents(connection: Connection, rows: Sequence[Row]) -> tuple[int, int]:
    unique = {(row["id"], row["sha256"]): row for row in rows}
    with staged(connection, DOCUMENTS, list(unique.values())) as incoming:
        rows_in_order = in_order(connection, select(incoming), "id", "sha256")
        query = insert(DOCUMENTS).from_select([c.name for c in incoming.c], rows_in_order)
        ids = connection.execute(select(DOCUMENTS.c.id).where(DOCUMENTS.c.id.in_(select(incoming.c.id))))
        known = set(ids.scalars())
        missing = query.on_conflict_do_nothing().returning(DOCUMENTS.c.id, DOCUMENTS.c.sha256)
        new = {(row.id, row.sha256) for row in connection.execute(missing)}
        if len(new) < len(unique):
            keys = select(incoming.c.id, incoming.c.sha256)
            held = tuple_(DOCUMENTS.c.id, DOCUMENTS.c.sha256).in_(keys)
            columns = [DOCUMENTS.c[name] for name in ("id", "sha256", *_METADATA)]
            stored = {(row.id, row.sha256): row for row in connection.execute(select(*columns).where(held))}
            hold(connection, select(DOCUMENTS.c.id).where(held).order_by(DOCUMENTS.c.id, DOCUMENTS.c.sha256))
            _touch(connection, DOCUMENTS, held, rows[0])
            for key in sorted(unique.keys() - new):
                _complete(connection, unique[key], dict(stored[key]._mapping))
    return len(new), sum(id in known for id, _ in new)


def _complete(connection: Connection, given: Row, held: Row) -> None:
    """Take over what is now known about a document; what was known is not forgotten."""
    changed = {name: given[name] for name in _METADATA if given[name] not in (None, held[name])}
    if changed:
        key = (DOCUMENTS.c.id == given["id"], DOCUMENTS.c.sha256 == given["sha256"])
        connection.execute(update(DOCUMENTS).where(*key).values(**changed))


def _insert_statements(connection: Connection, rows: Sequence[Row]) -> set[str]:
    unique = {row["id"]: row for row in rows}
    if not unique:
        return set()
    with staged(connection, STATEMENTS, list(unique.values())) as incoming:
        rows_in_order = in_order(connection, select(incoming), "document", "id")
        query = insert(STATEMENTS).from_select([c.name for c in incoming.c], rows_in_order)
        new = set(connection.execute(query.on_conflict_do_nothing().returning(STATEMENTS.c.id)).scalars())
        if len(new) < len(unique):
            held = STATEMENTS.c.id.in_(select(incoming.c.id))
            stored = connection.execute(select(STATEMENTS.c.id, STATEMENTS.c.document).where(held))
            owners = {row.id: row.document for row in stored}
            in_turn = (STATEMENTS.c.document, STATEMENTS.c.id)
            hold(connection, select(STATEMENTS.c.id).where(held).order_by(*in_turn))
            _touch(connection, STATEMENTS, held, rows[0])
        else:
            owners = {}
    for row in rows:
        owner = owners.get(row["id"], unique[row["id"]]["document"])
        if owner != row["document"]:
            raise RecordError(f"the document {owner!r} has a record of this id", row["document"], row["id"])
    return new


def _touch(connection: Connection, table: Table, held: object, row: Row) -> None:
    later = table.c.last_seen < row["last_seen"]
    connection.execute(update(table).where(held, later).values(last_seen=row["last_seen"]))  # type: ignore[arg-type]


def _insert_once(connection: Connection, table: Table, rows: Iterable[Row], new: set[str]) -> None:
    kept = list({tuple(row.values()): row for row in rows if row["statement"] in new}.values())
    if kept:
        with staged(connection, table, kept) as incoming:
            connection.execute(insert(table).from_select([c.name for c in incoming.c], select(incoming)))
