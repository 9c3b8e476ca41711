"""An archive's tables as Parquet: one file a shard and table, the same bytes whoever writes them.

The tables are those of a ledger without the times; a record's codes, persons and quotes are lists in its
own row. A group of rows holds the same documents in `documents` and in `records`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import accumulate
from typing import Any

import msgspec
from sqlalchemy import Table

from communique.corpus.place import Place
from communique.corpus.reading import Failure
from communique.ledger.batch import Batch
from communique.ledger.engines.arrow import arrow_types
from communique.ledger.rows import Rows
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
    columns = [(name, type_) for name, type_ in arrow_types(of).items() if name not in TIMES]
    if table == "records":
        for name, part in LISTS.items():
            fields = [(n, type_) for n, type_ in arrow_types(part).items() if n != "statement"]
            columns.append((name, pa.list_(pa.struct(fields))))
    return pa.schema(columns)


class Part:
    """The three files of a shard while they are written; rows leave memory a group at a time."""

    def __init__(self, writers: dict[str, Any]) -> None:
        self._writers = writers
        self._failures: list[Failure] = []
        self._clear()

    def add(self, rows: Rows) -> None:
        """Add a document and its records."""
        document = rows.document
        full = len(self._batch.documents) >= _GROUP_DOCUMENTS or self._chars >= _GROUP_CHARS
        if full or document["id"] in self._batch.documents:
            self.flush()
        self._chars += len(document["text"])
        self._batch.add(rows)

    def fail(self, failure: Failure) -> None:
        """Add a failure."""
        self._failures.append(failure)
        if len(self._failures) >= _GROUP_DOCUMENTS:
            self.flush()

    def flush(self) -> None:
        """Write what is held as one group of rows to each table."""
        import pyarrow as pa

        if self._batch.documents:
            self._write("documents", self._batch.columns(DOCUMENTS))
            self._write("records", _records(self._batch))
        if self._failures:
            rows = [msgspec.structs.asdict(failure) for failure in self._failures]
            self._write("failures", pa.Table.from_pylist(rows, schema=schema("failures")))
        self._failures = []
        self._clear()

    def _clear(self) -> None:
        self._batch = Batch()
        self._chars = 0

    def _write(self, table: str, columns: Any) -> None:
        wanted = schema(table)
        rows = columns.select(wanted.names).cast(wanted)
        self._writers[table].write_table(rows, row_group_size=max(1, rows.num_rows))


def _records(batch: Batch) -> Any:
    """The records, with the rows that belong to each in lists; they stand in the order of the records."""
    import pyarrow as pa

    statements = batch.columns(STATEMENTS)
    for name, table in LISTS.items():
        rows = batch.columns(table).combine_chunks()
        counts = Counter(rows["statement"].to_pylist())
        offsets = [0, *accumulate(counts[id] for id in statements["id"].to_pylist())]
        structs = rows.drop_columns("statement").to_struct_array().combine_chunks()
        lists = pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), structs)
        statements = statements.append_column(name, lists)
    return statements


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
