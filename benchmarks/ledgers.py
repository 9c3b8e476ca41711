"""A million records into each store, and questions on pairs of states, beside a bound in the same run.

    make bench-ledger

Records come from the seeded generator of `made_readings.py`, half a million at a time; making them is
no part of the time. `ingest` is `Ledger.add_many` from readings in memory to what is committed, and for a
file until it is closed: checking every quote and date, making rows, writing. The bound beside it writes
the very same rows, ready-made as columns and in as large transactions, into tables without keys or
indexes: DuckDB from Arrow, PostgreSQL by COPY. `pair` is `Ledger.records` for pairs drawn as the reports
draw them, with all records decoded: the median, and the 95th percentile, in milliseconds.

A PostgreSQL server is started for the run, with the settings of a fresh installation. `cpu` is processor
time of this process in microseconds a record (the server's own comes on top). Other work on the machine
slows all figures; the load before and after says how much there was.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import io
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as csv

from communique.ledger import Ledger
from communique.ledger.batch import PARTS, Batch, batches
from communique.ledger.engines import open_engine
from communique.ledger.engines.duckdb import CHECKPOINT
from communique.ledger.rows import Stamp, rows_of
from communique.ledger.tables import DOCUMENTS, METADATA, STATEMENTS
from communique.reading.results import Reading
from made_readings import drawn_pairs, readings

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
from postgres_server import Server, server

SEEN = dt.datetime(2025, 3, 3, tzinfo=dt.UTC)
CHUNK = 500_000
PAIRS = 200
TABLES = (DOCUMENTS, STATEMENTS, *PARTS)


def chunks(records: int) -> Iterator[list[Reading]]:
    """The readings, held in memory a part at a time, out of the garbage collector's sight."""
    for start in range(0, records, CHUNK):
        made = list(readings(min(CHUNK, records - start), start=start))
        gc.collect()
        gc.freeze()
        yield made
        gc.unfreeze()


def ingest(place: str, records: int) -> dict[str, float]:
    """Records a second into an empty ledger, by the clock, with the time to close it."""
    clock, cpu = 0.0, 0.0
    ledger = Ledger.open(place)
    for made in chunks(records):
        before = time.perf_counter(), time.process_time()
        ledger.add_many(made, SEEN)
        clock += time.perf_counter() - before[0]
        cpu += time.process_time() - before[1]
    before = time.perf_counter(), time.process_time()
    ledger.close()
    clock += time.perf_counter() - before[0]
    cpu += time.process_time() - before[1]
    return {"records_per_second": round(records / clock), "cpu": round(cpu / records * 1e6, 1)}


def bound(records: int, write: Callable[[Batch], None]) -> dict[str, float]:
    """Records a second when ready-made columns are only written."""
    stamp = Stamp.of(SEEN, "1")
    clock, cpu = 0.0, 0.0
    for made in chunks(records):
        for batch in batches(rows_of(reading, stamp) for reading in made):
            before = time.perf_counter(), time.process_time()
            write(batch)
            clock += time.perf_counter() - before[0]
            cpu += time.process_time() - before[1]
    return {"records_per_second": round(records / clock), "cpu": round(cpu / records * 1e6, 1)}


@contextmanager
def bare_duckdb(path: Path) -> Iterator[Callable[[Batch], None]]:
    """Arrow into tables without keys."""
    import duckdb

    engine = open_engine(path, read_only=False)
    METADATA.create_all(engine)
    engine.dispose()
    with duckdb.connect(str(path), config={"checkpoint_threshold": CHECKPOINT}) as raw:
        for table in TABLES:
            raw.execute(f"CREATE TABLE bare_{table.name} AS FROM {table.name}")

        def write(batch: Batch) -> None:
            raw.execute("BEGIN")
            for table in TABLES:
                columns = batch.columns(table)
                raw.register("given", columns)
                names = ", ".join(f'"{name}"' for name in columns.column_names)
                raw.execute(f"INSERT INTO bare_{table.name} ({names}) SELECT {names} FROM given")
                raw.unregister("given")
            raw.execute("COMMIT")

        yield write


@contextmanager
def bare_postgres(running: Server) -> Iterator[Callable[[Batch], None]]:
    """COPY into tables without keys."""
    import psycopg

    name = running.database()
    engine = open_engine(running.url(name), read_only=False)
    METADATA.create_all(engine)
    engine.dispose()
    with psycopg.connect(running.url(name)) as raw:
        for table in TABLES:
            raw.execute(f"CREATE TABLE bare_{table.name} AS SELECT * FROM {table.name}".encode())
        raw.commit()

        def write(batch: Batch) -> None:
            for table in TABLES:
                columns = batch.columns(table)
                names = ", ".join(f'"{name}"' for name in columns.column_names)
                query = f"COPY bare_{table.name} ({names}) FROM STDIN (FORMAT csv)"
                with raw.cursor() as cursor, cursor.copy(query.encode()) as copy:
                    copy.write(_csv(columns))
            raw.commit()

        yield write
    running.drop(name)


def _csv(columns: pa.Table) -> Any:
    lines = io.BytesIO()
    csv.write_csv(columns, lines, csv.WriteOptions(include_header=False, quoting_style="all_valid"))
    return lines.getbuffer()


def pairs(place: str, number: int = PAIRS) -> dict[str, float]:
    """Milliseconds for the records of a pair of states, decoded; each pair is asked for once."""
    with Ledger.open(place, read_only=True) as ledger:
        ledger.records(pair=("KEN", "SWE"))
        clocks, sizes = [], []
        for a, b in drawn_pairs(number, random.Random(7)):
            before = time.perf_counter()
            sizes.append(len(ledger.records(pair=(a, b))))
            clocks.append((time.perf_counter() - before) * 1e3)
    return {
        "median_ms": round(statistics.median(clocks), 1),
        "p95_ms": round(statistics.quantiles(clocks, n=20)[-1], 1),
        "median_records": statistics.median(sizes),
        "most_records": max(sizes),
    }


def measure(records: int) -> dict[str, object]:
    """All figures for both stores; each is also told as soon as it is known."""
    found: dict[str, dict[str, object]] = {"duckdb": {}, "postgresql": {}}

    def tell(store: str, name: str, figures: dict[str, float]) -> None:
        found[store][name] = figures
        print(store, name, figures, file=sys.stderr, flush=True)

    before = os.getloadavg()
    with tempfile.TemporaryDirectory() as folder:
        place = str(Path(folder) / "ledger.duckdb")
        tell("duckdb", "ingest", ingest(place, records))
        tell("duckdb", "pair", pairs(place))
        with bare_duckdb(Path(folder) / "bare.duckdb") as write:
            tell("duckdb", "bound", bound(records, write))
    with server() as running:
        place = running.url(running.database())
        tell("postgresql", "ingest", ingest(place, records))
        tell("postgresql", "pair", pairs(place))
        with bare_postgres(running) as write:
            tell("postgresql", "bound", bound(records, write))
    machine = {"processors": os.cpu_count(), "load_before": before, "load_after": os.getloadavg()}
    return {"records": records, **machine, **found}


def main() -> None:
    """Measure, print, and keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--out", type=Path, help="file for the figures as JSON")
    args = parser.parse_args()
    told = json.dumps(measure(args.records), indent=2)
    print(told)
    if args.out:
        args.out.write_text(told + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
