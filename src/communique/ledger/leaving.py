"""A ledger as portable JSON lines: every row of every table, the same from every engine.

The first line names the format and schema, the last counts the rows, so that a file that was cut
off is seen. A statement is followed at once by the rows that belong to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, String, Table, cast, select

from communique.errors import RecordError
from communique.kinds.registry import decode, encode
from communique.ledger.account_tables import KEPT_BACK
from communique.ledger.paging import Stretch, stretches
from communique.ledger.tables import (
    DOCUMENTS,
    EVIDENCE,
    METADATA,
    STATEMENT_COUNTRIES,
    STATEMENT_PEOPLE,
    STATEMENTS,
)

FORMAT = 1
"""The version of the file's format; a reader refuses one it does not know."""
PARTS = (STATEMENT_COUNTRIES, STATEMENT_PEOPLE, EVIDENCE)
"""Tables whose rows belong to a statement and follow it."""
WHOLE = tuple(t for t in METADATA.sorted_tables if t not in (DOCUMENTS, STATEMENTS, *PARTS, *KEPT_BACK))
"""The other tables, each of whose rows has an id of its own."""
DOCUMENT_PAGE, STATEMENT_PAGE = 500, 20_000

Told = dict[str, Any]
_encoder = msgspec.json.Encoder()


def lines(connection: Connection, schema: str, made_by: str) -> Iterator[bytes]:
    """The ledger line by line, each with its line end, sorted, so that equal ledgers give equal files."""
    yield _line({"communique_ledger": FORMAT, "schema": schema, "made_by": made_by})
    counts: dict[str, int] = defaultdict(int)
    for table, row in _rows(connection):
        name = str(table.name)
        counts[name] += 1
        yield _line({"table": name, "row": row})
    yield _line({"end": dict(sorted(counts.items()))})


def _rows(connection: Connection) -> Iterator[tuple[Table, Told]]:
    for stretch in stretches(connection, DOCUMENTS.c.id, DOCUMENT_PAGE):
        held = select(DOCUMENTS).where(*stretch.holds(DOCUMENTS.c.id))
        for row in _plain(connection, held.order_by(DOCUMENTS.c.id, DOCUMENTS.c.sha256)):
            yield DOCUMENTS, row
    for stretch in stretches(connection, STATEMENTS.c.id, STATEMENT_PAGE):
        yield from _statements(connection, stretch)
    for table in WHOLE:
        for stretch in stretches(connection, table.c.id, STATEMENT_PAGE):
            held = select(table).where(*stretch.holds(table.c.id)).order_by(table.c.id)
            yield from ((table, row) for row in _plain(connection, held))


def _statements(connection: Connection, stretch: Stretch) -> Iterator[tuple[Table, Told]]:
    parts = [(table, _parts(connection, table, stretch)) for table in PARTS]
    columns = [c for c in STATEMENTS.c if c.name != "payload"]
    query = select(*columns, cast(STATEMENTS.c.payload, String).label("payload"))
    for row in _plain(connection, query.where(*stretch.holds(STATEMENTS.c.id)).order_by(STATEMENTS.c.id)):
        row["payload"] = msgspec.Raw(_canonical(row["payload"]))
        yield STATEMENTS, row
        for table, rows in parts:
            yield from ((table, part) for part in rows.get(row["id"], ()))


def _parts(connection: Connection, table: Table, stretch: Stretch) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = defaultdict(list)
    query = select(table).where(*stretch.holds(table.c.statement))
    for row in _plain(connection, query.order_by(*(c.nulls_first() for c in table.columns))):
        found[row["statement"]].append(row)
    return found


def _plain(connection: Connection, query: Select[Any]) -> Iterator[Told]:
    """The rows by column names that are plain texts, which the encoder asks for."""
    result = connection.execute(query)
    names = [str(name) for name in result.keys()]  # noqa: SIM118
    return (dict(zip(names, row, strict=True)) for row in result)


def _canonical(payload: str) -> bytes:
    """The payload as the program writes it, whatever the engine made of its spaces and order."""
    try:
        return encode(decode(payload))
    except RecordError:
        return payload.encode()


def _line(values: dict[str, Any]) -> bytes:
    return _encoder.encode(values) + b"\n"
