"""Rows as an Arrow table, the form in which they are handed to every engine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Date, DateTime, Double, Integer, Table

from communique.ledger.rows import Row, Values

Staged = Sequence[Row] | Any
"""Rows as mappings, or as a `pyarrow.Table` already."""
Keys = set[tuple[Any, ...]]
"""The keys of some rows of a table, each as the values of its key's columns."""


def arrow_table(like: Table, rows: Staged) -> Any:
    """The rows as a `pyarrow.Table` of those columns of `like` that they have."""
    import pyarrow as pa  # type: ignore[import-untyped]

    if not isinstance(rows, Sequence):
        return rows
    types = {name: type for name, type in _types(like).items() if not rows or name in rows[0]}
    return pa.table({name: pa.array(list(map(itemgetter(name), rows)), type) for name, type in types.items()})


def columns_of(like: Table, names: Sequence[str], rows: Sequence[Values]) -> dict[str, Any]:
    """The values of rows, which stand in the order of `names`, as Arrow arrays by column of `like`."""
    import pyarrow as pa

    types = _types(like)
    turned = zip(*rows, strict=True) if rows else [()] * len(names)
    return {name: pa.array(values, types[name]) for name, values in zip(names, turned, strict=True)}


@cache
def _types(like: Table) -> dict[str, Any]:
    """The Arrow type of each column."""
    import pyarrow as pa

    known = {Date: pa.date32(), DateTime: pa.timestamp("us"), Double: pa.float64(), Integer: pa.int64()}
    return {str(column.name): known.get(type(column.type), pa.string()) for column in like.columns}
