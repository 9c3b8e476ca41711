"""Rows of Parquet files, a few hundred in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from communique.corpus.given import FIELDS, Given, Layout
from communique.corpus.place import Place
from communique.corpus.refusals import reason
from communique.errors import InputError

_ROWS = 256


def rows(place: Place, source: str, first: int, last: int, layout: Layout) -> Iterator[Given]:
    """The documents of the rows `[first, last)`, each at the number of its row, from 0."""
    with place.opened() as raw:
        file = opened(raw, source)
        held = set(file.schema_arrow.names)
        columns = [name for name in (*map(layout.column, FIELDS), "doc") if name in held]
        at = 0
        for group in range(file.num_row_groups):
            behind = at + file.metadata.row_group(group).num_rows
            if behind > first and at < last:
                within = max(first - at, 0), min(last, behind) - at
                for row, values in enumerate(_group(file, group, columns, within, source), at + within[0]):
                    yield layout.given(row - first, f"row {row}", source, values)
            at = behind


def _group(
    file: Any, group: int, columns: list[str], within: tuple[int, int], source: str
) -> Iterator[dict[str, Any]]:
    """The rows `[low, high)` of a row group, whose rows before them are passed over in the columns."""
    from pyarrow.lib import ArrowException  # type: ignore[import-untyped]

    low, high = within
    at = 0
    try:
        for batch in file.iter_batches(_ROWS, row_groups=[group], columns=columns, use_threads=False):
            yield from batch[max(low - at, 0) : high - at].to_pylist()
            at += batch.num_rows
            if at >= high:
                return
    except (OSError, ArrowException) as error:
        said = f"the file is damaged in row group {group}: {reason(error)}; copy it again"
        raise InputError(said, source) from error


def opened(raw: Any, source: str) -> Any:
    """The Parquet file of a stream; `InputError` when it is none, or damaged."""
    from pyarrow import parquet  # type: ignore[import-untyped]
    from pyarrow.lib import ArrowException

    try:
        return parquet.ParquetFile(raw, pre_buffer=False, buffer_size=1 << 20)
    except (OSError, ArrowException) as error:
        cure = "copy it again, or take it away"
        raise InputError(f"no Parquet file, or a damaged one: {reason(error)}; {cure}", source) from error


def cuts(file: Any, shard_bytes: int) -> list[tuple[int, int]]:
    """Stretches of rows of some `shard_bytes` each: row groups together, or a large one in equal parts."""
    found: list[tuple[int, int]] = []
    start, at, held = 0, 0, 0
    for group in range(file.num_row_groups):
        told = file.metadata.row_group(group)
        size, number = max(1, told.total_byte_size), told.num_rows
        if held and held + size > 1.5 * shard_bytes:
            found.append((start, at))
            start, held = at, 0
        parts = max(1, round(size / shard_bytes))
        if parts > 1:
            edges = [at + number * part // parts for part in range(parts + 1)]
            found.extend(pairwise(edges))
            start, held = at + number, 0
        else:
            held += size
        at += number
    if held:
        found.append((start, at))
    return [(low, high) for low, high in found if low < high]
