"""Taking in the portable lines of a ledger, into an empty one or one that holds some of it already.

A row that is held is not written again; times seen are widened, and what was taken back elsewhere is
taken back here. So a file can be taken in twice, or on after an interruption, without harm.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import msgspec
from sqlalchemy import Connection, Date, DateTime, Table

from communique.errors import LedgerError, RecordError
from communique.kinds.registry import decode
from communique.ledger.account_tables import KEPT_BACK
from communique.ledger.leaving import FORMAT, PARTS
from communique.ledger.merging import merge
from communique.ledger.rows import OWN, Row, statement_values
from communique.ledger.tables import METADATA, STATEMENTS

BATCH = 20_000
"""Rows to a transaction, and the few more that belong to the last statement."""

Changing = Callable[[], AbstractContextManager[Connection]]
_decoder = msgspec.json.Decoder(dict[str, msgspec.Raw])


def take_in(
    lines: Iterable[bytes],
    changing: Changing,
    source: str,
    schemas: Iterable[str],
    taken: Callable[[int], None] = lambda number: None,
) -> dict[str, int]:
    """Write the rows of a file; the number of new rows by table.

    `changing` opens a transaction, `schemas` are those this program knows, `taken` is told the number
    of rows after each batch. `LedgerError` names the line of `source` that is no line of a ledger, and
    says when the end is missing; what came before it is kept.
    """
    new: Counter[str] = Counter()
    for batch in _batches(_rows(iter(lines), source, frozenset(schemas))):
        with changing() as connection:
            new.update(merge(connection, batch))
        taken(len(batch))
    return {table.name: new[table.name] for table in METADATA.sorted_tables if new[table.name]}


def _batches(rows: Iterator[tuple[Table, Row]]) -> Iterator[list[tuple[Table, Row]]]:
    """Batches that never part a statement from the rows that belong to it."""
    batch: list[tuple[Table, Row]] = []
    for table, row in rows:
        if len(batch) >= BATCH and table not in PARTS:
            yield batch
            batch = []
        batch.append((table, row))
    if batch:
        yield batch


def _rows(lines: Iterator[bytes], source: str, schemas: frozenset[str]) -> Iterator[tuple[Table, Row]]:
    _check_head(next(lines, b""), source, schemas)
    counts: Counter[str] = Counter()
    owner = None
    for number, line in enumerate(lines, start=2):
        try:
            told = _decoder.decode(line)
            if "end" in told:
                if msgspec.json.decode(told["end"]) != dict(counts):
                    raise ValueError("the rows before it are not those that it counts")
                return
            table = METADATA.tables[msgspec.json.decode(told["table"], type=str)]
            if table in KEPT_BACK:
                raise ValueError(f"{table.name} are not taken from elsewhere")
            row = _row(table, told["row"])
            owner = row["id"] if table is STATEMENTS else owner
            if table in PARTS and row["statement"] != owner:
                raise ValueError("it does not follow the statement that it belongs to")
        except (msgspec.MsgspecError, KeyError, ValueError, RecordError) as error:
            raise LedgerError(f"no line of a ledger's export: {error}", source, f"line {number}") from error
        counts[table.name] += 1
        yield table, row
    raise LedgerError("the file ends too early; export the ledger again", source)


def _check_head(line: bytes, source: str, schemas: frozenset[str]) -> None:
    try:
        head: dict[str, Any] = msgspec.json.decode(line, type=dict[str, Any])
    except msgspec.MsgspecError:
        head = {}
    if "communique_ledger" not in head:
        raise LedgerError("this is no export of a ledger; make one with `communique ledger export`", source)
    if head["communique_ledger"] != FORMAT or head.get("schema") not in schemas:
        raise LedgerError(
            f"a newer version of communique made this export (schema {head.get('schema')}); "
            "upgrade with `pip install --upgrade communique`",
            source,
        )


def _row(table: Table, told: msgspec.Raw) -> Row:
    """The row by columns; what follows from the record and an older version did not keep is made again."""
    values = msgspec.json.decode(told, type=dict[str, msgspec.Raw])
    if unknown := values.keys() - table.columns.keys():
        raise ValueError(f"{table.name} has no {', '.join(sorted(unknown))}")
    row = {c.name: _value(c.type, c.name, values) for c in table.columns}
    if table is STATEMENTS and (missing := row.keys() - values.keys()):
        made = dict(zip(OWN, statement_values(decode(row["payload"])), strict=True))
        row |= {name: made[name] for name in missing & made.keys()}
    return row


def _value(sql_type: Any, name: str, values: dict[str, msgspec.Raw]) -> Any:
    raw = values.get(name)
    if raw is None or bytes(raw) == b"null":
        return None
    if name == "payload":
        return bytes(raw).decode()
    told = msgspec.json.decode(raw)
    if isinstance(sql_type, DateTime):
        return dt.datetime.fromisoformat(told)
    return dt.date.fromisoformat(told) if isinstance(sql_type, Date) else told
