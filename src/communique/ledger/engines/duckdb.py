"""DuckDB: a ledger in one file, which one process at a time may have open."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    FromClause,
    Select,
    Table,
    and_,
    create_engine,
    exists,
    insert,
    select,
)
from sqlalchemy import column as named
from sqlalchemy import table as relation
from sqlalchemy.engine import URL
from sqlalchemy.pool import StaticPool

from communique.errors import LedgerError
from communique.ledger.engines.arrow import Keys, Staged, arrow_table
from communique.ledger.engines.pairs import Pairs

DRIVER = "duckdb"
MEMORY = ":memory:"
CHECKPOINT = "2GB"
"""How large the log may grow before it is worked into the file, as it is when the ledger is closed.

Each time costs as much as the file is long: a million records take a fifth longer to write with 256 MB.
"""

_LOGS = (".wal", ".wal.checkpoint", ".wal.recovery")
"""How the files end that hold what was written and not yet worked in."""
_LOOKED_UP = {"statements_id": "id", "statements_document": "document"}
"""Indexes of statements for who looks at little of them, and often, and the column of each."""
LOOKED_UP = 20_000
"""Rows up to which DuckDB looks one by one; its own 2,048 are soon reached by the documents of two states."""

_CONFIG: dict[str, Any] = {"checkpoint_threshold": CHECKPOINT, "index_scan_max_count": LOOKED_UP}

# Fragments of DuckDB's messages, and what the user can do about each.
_CURES = (
    ("Conflicting lock", "another process has this ledger open; close it, or ask it for what you need"),
    ("different configuration", "this program has the ledger open already, in another mode"),
    ("newer version of DuckDB", "a newer DuckDB made this file; upgrade the duckdb package"),
    ("not a valid DuckDB database", "this file is not a ledger; choose another path, it was left as it is"),
    ("No space left on device", "the disk is full: free some space and run again; what was complete is kept"),
    ("File too large", "the file may not grow further here (a quota or limit); what was complete is kept"),
    ("Read-only file system", "the file system is read-only; choose a path that can be written"),
    ("Permission denied", "no permission to write here; choose another path or change its permissions"),
    ("Is a directory", "this is a directory; give the path of a file in it"),
    ("No such file or directory", "the directory does not exist; create it first"),
    ("database does not exist", "there is no ledger here; make one with `communique read`"),
    ("read-only mode", "the ledger was opened for reading only"),
    ("Corrupt", "the file is damaged; restore a copy, or read the documents into a new ledger"),
    ("checksum", "the file is damaged; restore a copy, or read the documents into a new ledger"),
)


def open_engine(place: str | Path, *, read_only: bool) -> Engine:
    """An engine on a DuckDB file, which is made when it is missing and may be written.

    `:memory:` gives a ledger without a file. The file is free again after `dispose()`.
    """
    in_memory = str(place) == MEMORY
    if read_only and not in_memory and not Path(place).exists():
        raise LedgerError("there is no ledger here; make one with `communique read`", place)
    if not read_only and not in_memory:
        _take_in_log(Path(place))
    return create_engine(
        URL.create("duckdb", database=str(place)),
        poolclass=StaticPool if in_memory else None,
        connect_args={"read_only": read_only and not in_memory, "config": _CONFIG},
    )


def _take_in_log(place: Path) -> None:
    """Work the log that a killed writer left into the file.

    DuckDB 1.5 itself does so when the file is closed, but then leaves the log's rows out of every index that
    nothing asked before: they stand in their tables and are not found (duckdb/duckdb#25771).
    """
    import duckdb

    if not any(place.with_name(f"{place.name}{ending}").exists() for ending in _LOGS):
        return
    with duckdb.connect(str(place), config=_CONFIG) as raw, suppress(duckdb.TransactionException):
        # Where this program writes to the file already, the log is its own.
        raw.execute("CHECKPOINT")


def compact(place: str | Path) -> None:
    """Copy a file that nobody has open to a new one without gaps, and put that in its place."""
    import duckdb

    whole = Path(os.path.realpath(place))
    part = whole.with_name(f".{whole.name}.{os.getpid()}.part")
    try:
        with duckdb.connect() as raw:
            for name, file in (("held", whole), ("anew", part)):
                quoted = str(file).replace("'", "''")
                raw.execute(f"ATTACH '{quoted}' AS {name}")
            raw.execute("COPY FROM DATABASE held TO anew")
            raw.execute("DETACH anew")
            with part.open("rb+") as stream:
                os.fsync(stream.fileno())
            shutil.copymode(whole, part)
            part.replace(whole)
    finally:
        part.unlink(missing_ok=True)


def stored_bytes(connection: Connection, place: str | Path) -> int | None:
    """The bytes of the file; None for a ledger in memory."""
    return Path(place).stat().st_size if str(place) != MEMORY else None


def register_migrations() -> None:
    """Teach Alembic DuckDB's DDL; the dialect does so itself only when Alembic was imported before it."""
    import duckdb_sqlalchemy.alembic_impl  # noqa: F401


def lock_schema(connection: Connection) -> None:
    """Nothing to do: no other process has the file."""


@contextmanager
def staged(connection: Connection, like: Table, rows: Staged) -> Iterator[FromClause]:
    """The rows as an Arrow table that is scanned where it lies, without a copy."""
    table = arrow_table(like, rows)
    raw: Any = connection.connection.dbapi_connection
    raw.register("incoming", table)
    try:
        yield relation("incoming", *(named(name, like.c[name].type) for name in table.column_names))
    finally:
        raw.unregister("incoming")


def add(connection: Connection, table: Table, rows: Staged) -> None:
    """Insert the rows."""
    with staged(connection, table, rows) as incoming:
        connection.execute(insert(table).from_select(incoming.c.keys(), select(incoming)))


def add_unheld(connection: Connection, table: Table, rows: Staged) -> bool:
    """Nothing is added: a look for what is held costs little here, and no key would tell."""
    return False


def add_missing(connection: Connection, table: Table, incoming: FromClause, *order: str) -> Keys:
    """Look for what is held and insert the rest: the one writer sees everything.

    That is several times faster than a key of a million texts, which would have to be kept up to date.
    """
    key = [column.name for column in table.primary_key.columns]
    same = and_(*(table.c[name] == incoming.c[name] for name in key))
    held = select(*(table.c[name] for name in key)).where(exists().where(same))
    found = {tuple(row) for row in connection.execute(held)}
    rest = select(incoming).where(~exists().where(same)) if found else select(incoming)
    connection.execute(insert(table).from_select(incoming.c.keys(), rest))
    return found


def hold(connection: Connection, query: Select[Any]) -> None:
    """Nothing to do: there is one writer."""


@contextmanager
def writing_along(engine: Engine) -> Iterator[None]:
    """Let DuckDB compute in the thread that asks it alone; the processors are busy with the next batch.

    A quarter more is written than when its own threads contend for them. Closing has them all again.
    Indexes are dropped, since every batch would have to keep them up to date.
    """
    with engine.begin() as connection:
        for name in _LOOKED_UP:
            connection.exec_driver_sql(f"DROP INDEX IF EXISTS {name}")
        connection.exec_driver_sql("SET threads = 1")
    try:
        yield
    finally:
        with engine.connect() as connection:
            connection.exec_driver_sql("RESET threads")


def index(engine: Engine) -> Pairs:
    """Make the indexes of statements and the table of pairs; six seconds for a million."""
    with engine.begin() as connection:
        for name, column in _LOOKED_UP.items():
            connection.exec_driver_sql(f"CREATE INDEX IF NOT EXISTS {name} ON statements({column})")
        return Pairs(connection)


def snapshot(connection: Connection) -> Connection:
    """The connection as it is: a transaction always sees one state."""
    return connection


def cure(error: BaseException) -> str | None:
    """What to do about an error, by what it says."""
    said = str(error).lower()
    return next((cure for fragment, cure in _CURES if fragment.lower() in said), None)


def busy(error: BaseException) -> bool:
    """Whether another process has the file open."""
    return "conflicting lock" in str(error).lower()
