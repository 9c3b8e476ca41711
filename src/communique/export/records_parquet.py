"""The records themselves as Apache Parquet: the columns of `csv`, with types."""

from __future__ import annotations

from communique.export.exporter import Exporter, Files
from communique.export.facts import Facts
from communique.export.losses import Losses
from communique.export.records_csv import COLUMNS, KEEPS, rows

INTEGERS = frozenset({"start", "end", "ordinal"})
NUMBERS = frozenset({"value", "confidence"})
TRUTHS = frozenset({"accepted", "reported_by_other_side"})
"""Columns that are no text."""


def write(facts: Facts, losses: Losses) -> Files:
    """The table; pyarrow is only now imported."""
    import pyarrow as pa  # type: ignore[import-untyped]
    from pyarrow import parquet

    types = dict.fromkeys(INTEGERS, pa.int64()) | dict.fromkeys(NUMBERS, pa.float64())
    types |= dict.fromkeys(TRUTHS, pa.bool_())
    schema = pa.schema([(name, types.get(name, pa.string())) for name in COLUMNS])
    sink = pa.BufferOutputStream()
    parquet.write_table(pa.Table.from_pylist(list(rows(facts, losses)), schema=schema), sink)
    return {"": sink.getvalue().to_pybytes()}


EXPORTER = Exporter(
    name="parquet",
    title="Records, Apache Parquet",
    holds="every record",
    keeps=KEEPS,
    write=write,
    checked="read back by pyarrow and pandas: columns, types, a row a record",
    every_telling=True,
)
