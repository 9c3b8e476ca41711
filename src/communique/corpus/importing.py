"""The rows of an archive into a ledger, a group of rows in one transaction, column by column."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from communique.corpus.archive import finished
from communique.corpus.parts import LISTS, TIMES, part_name
from communique.corpus.place import Place
from communique.corpus.plan import wanted
from communique.errors import CommuniqueError
from communique.ledger import Added, Ledger
from communique.ledger.batch import Batch
from communique.ledger.rows import Stamp
from communique.ledger.tables import DOCUMENTS, STATEMENTS


def take_in(
    folder: Place, ledger: Ledger, told: Callable[[Added], None] = lambda added: None
) -> tuple[Added, int]:
    """Add what the finished shards of an archive hold; what was done, and how many shards are still to be read.

    What the ledger holds already is not written again, so that an import can be run again, and after more
    shards are read. Everything counts as seen when the archive was begun. `told` gets the sum so far.
    """
    plan = wanted(folder)
    done = finished(plan, folder)
    stamp = Stamp.of(plan.made_at, plan.reader_version)
    added = ledger.add_batches(_batches(folder, list(done), stamp), told)
    return added, len(plan.shards) - len(done)


def _batches(folder: Place, done: list[int], stamp: Stamp) -> Iterator[Batch]:
    from pyarrow import parquet  # type: ignore[import-untyped]

    for number in done:
        with (
            folder.at("documents").at(part_name(number)).opened() as documents,
            folder.at("records").at(part_name(number)).opened() as records,
        ):
            held, told = parquet.ParquetFile(documents), parquet.ParquetFile(records)
            if held.num_row_groups != told.num_row_groups:
                cure = "read the archive anew"
                raise CommuniqueError(
                    f"documents and records of shard {number} do not fit; {cure}", folder.shown
                )
            for group in range(held.num_row_groups):
                if held.metadata.row_group(group).num_rows:
                    yield _batch(held.read_row_group(group), told.read_row_group(group), stamp)


def _batch(documents: Any, records: Any, stamp: Stamp) -> Batch:
    parts = {table: _unnested(records, name) for name, table in LISTS.items()}
    statements = records.drop_columns(list(LISTS))
    return Batch.of_columns(
        {DOCUMENTS: _stamped(documents, stamp), STATEMENTS: _stamped(statements, stamp), **parts}
    )


def _stamped(rows: Any, stamp: Stamp) -> Any:
    import pyarrow as pa

    types = dict(zip(TIMES, (pa.timestamp("us"), pa.timestamp("us"), pa.string()), strict=True))
    for name, value in stamp.columns().items():
        rows = rows.append_column(name, pa.repeat(pa.scalar(value, types[name]), rows.num_rows))
    return rows


def _unnested(records: Any, name: str) -> Any:
    """The rows in a column of lists, each with the id of its record."""
    import pyarrow as pa
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    column = records[name].combine_chunks()
    owners = records["id"].take(pc.list_parent_indices(column))
    rows = pa.Table.from_struct_array(pc.list_flatten(column))
    return rows.add_column(0, "statement", owners)
