"""Records as CSV: a row a record, the columns of the kinds that occur."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from communique.kinds.registry import BY_NAME
from communique.ledger.stored import Stored
from communique.views.flat import columns, flat


def sheet_columns(records: Sequence[Stored]) -> tuple[str, ...]:
    """The columns of the kinds that occur, in the order of the registry; of all kinds when none does."""
    present = {item.record.kind for item in records} or set(BY_NAME)
    return columns(tuple(kind for name, kind in BY_NAME.items() if name in present))


def csv_chunks(records: Sequence[Stored]) -> Iterator[bytes]:
    """The records as CSV, a row at a time, the names of the columns first."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, sheet_columns(records), lineterminator="\n")
    writer.writeheader()
    for item in records:
        writer.writerow(flat(item))
        yield buffer.getvalue().encode("utf-8", "replace")
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue().encode("utf-8", "replace")
