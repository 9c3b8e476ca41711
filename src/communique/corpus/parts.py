"""An archive's tables as Parquet: one file a shard and table, the same bytes whoever writes them.

The tables are those of a ledger without the times; a record's codes, persons and quotes are lists in its
own row. A group of rows holds the same documents in `documents` and in `records`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import msgspec
from sqlalchemy import Table

from communique.corpus.place import Place
from communique.corpus.reading import Failure
from communique.ledger.engines.arrow import arrow_type
from communique.ledger.rows import Row, Rows
from communique.ledger.tables import DOCUMENTS, EVIDENCE, STATEMENT_COUNTRIES, STATEMENT_PEOPLE, STATEMENTS

TIMES = ("first_seen", "last_seen", "reader_version")
"""Columns that are the same for a whole archive, and stand in its manifest."""
LISTS: dict[str, Table] = {
    "countries": STATEMENT_COUNTRIES,
    "people": STATEMENT_PEOPLE,
    "evidence": EVIDENCE,
}
"""The columns of a record that are lists of rows of another table of the ledger."""
TABLES = ("documents", "records", "failures")
_GROUP_DOCUMENTS, _GROUP_CHARS = 1000, 4_000_000
"""A group of rows ends with so many documents or code points, whichever comes first."""
_CODEC, _LEVEL = "zstd", 3


def part_name(number: int) -> str:
    """The file of a shard in each table's folder."""
    return f"part-{number:07}.parquet"


def schema(table: str) -> Any:
    """The columns of one of `TABLES`."""
    import pyarrow as pa  # type: ignore[import-untyped]

    if table == "failures":
        return pa.schema([(name, pa.string()) for name in Failure.__struct_fields__])
    of = DOCUMENTS if table == "documents" else STATEMENTS
    columns = [(c.name, arrow_type(c.type)) for c in of.columns if c.name not in TIMES]
    if table == "records":
        for name, part in LISTS.items():
            fields = [(c.name, arrow_type(c.type)) for c in part.columns if c.name != "statement"]
            columns.append((name, pa.list_(pa.struct(fields))))
    return pa.schema(columns)


class Part:
    """The three files of a shard while they are written; rows leave memory a group at a time."""

    def __init__(self, writers: dict[str, Any]) -> None:
        self._writers = writers
        self._rows: dict[str, list[Row]] = {table: [] for table in TABLES}
        self._ids: set[str] = set()
        self._chars = 0

    def add(self, rows: Rows) -> None:
        """Add a document and its records."""
        document = rows.document
        if document["id"] in self._ids or len(self._ids) >= _GROUP_DOCUMENTS or self._chars >= _GROUP_CHARS:
            self.flush()
        self._ids.add(document["id"])
        self._chars += len(document["text"])
        self._rows["documents"].append(document)
        self._rows["records"].extend(_records(rows))

    def fail(self, failure: Failure) -> None:
        """Add a failure."""
        self._rows["failures"].append(msgspec.structs.asdict(failure))

    def flush(self) -> None:
        """Write what is held as one group of rows to each table."""
        import pyarrow as pa

        for table, rows in self._rows.items():
            if table == "failures" and not rows:
                continue
            columns = pa.Table.from_pylist(rows, schema=schema(table))
            self._writers[table].write_table(columns, row_group_size=max(1, len(rows)))
            rows.clear()
        self._ids.clear()
        self._chars = 0


def _records(rows: Rows) -> Iterator[Row]:
    """The rows of the records with the rows that belong to each in lists."""
    owned: dict[str, dict[str, list[Row]]] = {}
    for name, parts in (
        ("countries", rows.countries),
        ("people", rows.people),
        ("evidence", rows.evidence),
    ):
        for part in parts:
            owned.setdefault(part["statement"], {}).setdefault(name, []).append(part)
    for row in rows.statements:
        mine = owned.get(row["id"], {})
        yield row | {name: mine.get(name, []) for name in LISTS}


@contextmanager
def written(folder: Place, number: int) -> Iterator[Part]:
    """A shard's part, whose files are there when the block ends well; failures last."""
    from pyarrow import parquet

    with ExitStack() as stack:
        writers = {}
        for table in reversed(TABLES):
            stream = stack.enter_context(folder.at(table).at(part_name(number)).replaced())
            writer = parquet.ParquetWriter(
                stream, schema(table), compression=_CODEC, compression_level=_LEVEL, use_dictionary=True
            )
            writers[table] = stack.enter_context(writer)
        part = Part(writers)
        yield part
        part.flush()
