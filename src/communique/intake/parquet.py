"""Parquet tables, a few rows at a time."""

from __future__ import annotations

from typing import BinaryIO

from communique.errors import InputError
from communique.intake import columns
from communique.intake.found import Given, Items
from communique.intake.reading import damaged, guarded, seekable

_ROWS = 64


def items(stream: BinaryIO, given: Given) -> Items:
    """The rows as documents; only the columns that are needed are read."""
    from pyarrow import parquet  # type: ignore[import-untyped]

    with damaged(given, "Parquet file"):
        table = parquet.ParquetFile(seekable(stream, given, "a Parquet file"))
        names = list(table.schema_arrow.names)
    chosen = columns.chosen(names, given)
    batches = table.iter_batches(batch_size=_ROWS, columns=list(chosen.values()))
    number = 0
    for batch in guarded(iter(batches), given, "Parquet file"):
        with damaged(given, "Parquet file"):
            rows = batch.to_pylist()
        for values in rows:
            number += 1
            try:
                yield columns.row(values, chosen, number, f"row {number}", given)
            except InputError as error:
                yield error
