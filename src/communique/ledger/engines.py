"""Every difference between database engines: opening, bulk writing, and what their errors mean."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Date,
    DateTime,
    Double,
    Engine,
    FromClause,
    Integer,
    Table,
    create_engine,
    text,
)
from sqlalchemy import column as named
from sqlalchemy import table as relation
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from communique.errors import LedgerError
from communique.ledger.rows import Row

MEMORY = ":memory:"

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


def open_duckdb(path: str | Path, *, read_only: bool) -> Engine:
    """An engine on a DuckDB file, which is made when it is missing and may be written.

    `:memory:` gives a ledger without a file. The file is free again after `dispose()`.
    """
    in_memory = str(path) == MEMORY
    return create_engine(
        URL.create("duckdb", database=str(path)),
        poolclass=StaticPool if in_memory else None,
        connect_args={"read_only": read_only and not in_memory},
    )


def compact_duckdb(path: str | Path) -> None:
    """Copy a DuckDB file that nobody has open to a new one without gaps, and put that in its place."""
    import duckdb

    whole = Path(os.path.realpath(path))
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


def snapshot(connection: Connection) -> Connection:
    """The connection, seeing the ledger as it is at its first question until it is closed."""
    if connection.dialect.name == "postgresql":
        return connection.execution_options(isolation_level="REPEATABLE READ")
    return connection


def stored_bytes(connection: Connection, path: str | Path) -> int | None:
    """The bytes that the ledger takes up where it is stored; None for one in memory."""
    if connection.dialect.name == "postgresql":
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())
    return Path(path).stat().st_size if str(path) != MEMORY else None


def register_migrations() -> None:
    """Teach Alembic DuckDB's DDL; the dialect does so itself only when Alembic was imported before it."""
    import duckdb_sqlalchemy.alembic_impl  # noqa: F401


@contextmanager
def staged(connection: Connection, like: Table, rows: Sequence[Row]) -> Iterator[FromClause]:
    """The rows as a relation of this connection, to be selected from while the block lasts.

    On DuckDB it is an Arrow table that is scanned where it lies, without a copy.
    """
    import pyarrow as pa  # type: ignore[import-untyped]

    columns = [column for column in like.columns if not rows or column.name in rows[0]]
    arrays = {c.name: pa.array([row[c.name] for row in rows], _arrow_type(c.type, pa)) for c in columns}
    raw: Any = connection.connection.dbapi_connection
    raw.register("incoming", pa.table(arrays))
    try:
        yield relation("incoming", *(named(c.name, c.type) for c in columns))
    finally:
        raw.unregister("incoming")


def _arrow_type(sql_type: Any, pa: Any) -> Any:
    known = {Date: pa.date32(), DateTime: pa.timestamp("us"), Double: pa.float64(), Integer: pa.int64()}
    return known.get(type(sql_type), pa.string())


@contextmanager
def explained(path: str | Path) -> Iterator[None]:
    """Turn an engine's error into a `LedgerError` that names the file and the cure."""
    try:
        yield
    except SQLAlchemyError as error:
        raise _ledger_error(error, path) from error
    except Exception as error:
        if type(error).__module__.lstrip("_").split(".")[0] != "duckdb":
            raise
        raise _ledger_error(error, path) from error


def _ledger_error(error: Exception, path: str | Path) -> LedgerError:
    said = str(getattr(error, "orig", None) or error).strip()
    cure = next((cure for fragment, cure in _CURES if fragment.lower() in said.lower()), None)
    return LedgerError(f"{cure} ({said})" if cure else said, path)
