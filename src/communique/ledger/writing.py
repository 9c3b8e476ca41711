"""Writing readings into an open ledger: only what is not held yet, and when it was last seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, select, tuple_, update

from communique.errors import RecordError
from communique.ledger.batch import PARTS, Batch
from communique.ledger.engines import add, add_missing, add_unheld, hold, staged
from communique.ledger.engines.arrow import Keys
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
    new_documents, new_versions = _add_documents(connection, batch)
    unheld = new_documents == len(batch.documents) and not new_versions
    held = _add_statements(connection, batch, unheld=unheld) if batch.statements else set()
    if len(held) < batch.statements:
        for table in PARTS:
            add(connection, table, batch.parts(table, held))
    return Added(
        new_statements=batch.statements - len(held),
        known_statements=len(held),
        new_documents=new_documents,
        new_versions=new_versions,
        documents=len(batch.documents),
    )


def _add_documents(connection: Connection, batch: Batch) -> tuple[int, int]:
    with staged(connection, DOCUMENTS, batch.columns(DOCUMENTS)) as incoming:
        ids = connection.execute(select(DOCUMENTS.c.id).where(DOCUMENTS.c.id.in_(select(incoming.c.id))))
        known = set(ids.scalars())
        held = add_missing(connection, DOCUMENTS, incoming)
        if held:
            keys = select(incoming.c.id, incoming.c.sha256)
            same = tuple_(DOCUMENTS.c.id, DOCUMENTS.c.sha256).in_(keys)
            _touch(connection, DOCUMENTS, same, _seen(batch), DOCUMENTS.c.id, DOCUMENTS.c.sha256)
            _complete(connection, batch.columns(DOCUMENTS).to_pylist(), same, held)
    return len(batch.documents) - len(held), len(known - {id for id, _ in held})


def _complete(connection: Connection, given: list[Row], same: ColumnElement[bool], held: Keys) -> None:
    """Take over what is now known about documents; what was known is not forgotten."""
    columns = [DOCUMENTS.c[name] for name in ("id", "sha256", *_METADATA)]
    stored = {(row.id, row.sha256): row._mapping for row in connection.execute(select(*columns).where(same))}
    for row in given:
        key = (row["id"], row["sha256"])
        if key not in held:
            continue
        changed = {name: row[name] for name in _METADATA if row[name] not in (None, stored[key][name])}
        if changed:
            here = (DOCUMENTS.c.id == row["id"], DOCUMENTS.c.sha256 == row["sha256"])
            connection.execute(update(DOCUMENTS).where(*here).values(**changed))


def _add_statements(connection: Connection, batch: Batch, *, unheld: bool) -> set[str]:
    """The ids of those that were held."""
    rows = batch.columns(STATEMENTS)
    if twice := batch.claimed_twice():
        raise ClashError(twice)
    if unheld and add_unheld(connection, STATEMENTS, rows):
        return set()
    with staged(connection, STATEMENTS, rows) as incoming:
        held = {id for (id,) in add_missing(connection, STATEMENTS, incoming, "document", "id")}
        if held:
            other = and_(STATEMENTS.c.id == incoming.c.id, STATEMENTS.c.document != incoming.c.document)
            clashes = select(incoming.c.document, incoming.c.id, STATEMENTS.c.document.label("owner"))
            if found := connection.execute(clashes.where(other)).all():
                raise ClashError((row[0], row[1], row[2]) for row in found)
            same = STATEMENTS.c.id.in_(select(incoming.c.id))
            _touch(connection, STATEMENTS, same, _seen(batch), STATEMENTS.c.document, STATEMENTS.c.id)
    return held


def _touch(
    connection: Connection,
    table: Table,
    same: ColumnElement[bool],
    seen_at: dt.datetime,
    *order: ColumnElement[Any],
) -> None:
    hold(connection, select(*table.primary_key.columns).where(same).order_by(*order))
    later = table.c.last_seen < seen_at
    connection.execute(update(table).where(same, later).values(last_seen=seen_at))


def _seen(batch: Batch) -> dt.datetime:
    seen: dt.datetime = batch.columns(DOCUMENTS)["last_seen"][0].as_py()
    return seen
