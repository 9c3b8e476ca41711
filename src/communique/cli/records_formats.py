"""The formats of `communique records`, each a stream of bytes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence

from communique.ledger.stored import Stored
from communique.views.corrected import json_line
from communique.views.flat import flat
from communique.views.sheet import csv_chunks, sheet_columns

Records = Sequence[Stored]


def written(records: Records, format_: str, *, to_terminal: bool) -> Iterator[bytes]:
    """The records in a format; `to_terminal` lets a table take the terminal's width and colours."""
    if format_ == "table":
        return _table(records, to_terminal and sys.stdout.isatty())
    return _WRITERS[format_](records)


def _jsonl(records: Records) -> Iterator[bytes]:
    return (json_line(item) + b"\n" for item in records)


def _parquet(records: Records) -> Iterator[bytes]:
    import pyarrow as pa  # type: ignore[import-untyped]
    from pyarrow import parquet

    kinds = {"start": pa.int64(), "end": pa.int64(), "confidence": pa.float64(), "value": pa.float64()}
    kinds |= {"ordinal": pa.int64(), "accepted": pa.bool_(), "reported_by_other_side": pa.bool_()}
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in sheet_columns(records)])
    sink = pa.BufferOutputStream()
    parquet.write_table(pa.Table.from_pylist([flat(item) for item in records], schema=schema), sink)
    yield sink.getvalue().to_pybytes()


def _markdown(records: Records) -> Iterator[bytes]:
    from communique.views.markdown import records_markdown

    return (line.encode() for line in records_markdown(records))


def _table(records: Records, terminal: bool) -> Iterator[bytes]:
    from communique.cli.records_table import rendered

    yield rendered(records, terminal)


_WRITERS: dict[str, Callable[[Records], Iterator[bytes]]] = {
    "jsonl": _jsonl,
    "csv": csv_chunks,
    "parquet": _parquet,
    "md": _markdown,
}
