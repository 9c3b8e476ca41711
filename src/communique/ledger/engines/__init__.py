"""Every difference between database engines, behind one protocol: one module for each engine.

A ledger is told by its place: the URL of a PostgreSQL database, else the path of a DuckDB file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, FromClause, Select, Table
from sqlalchemy.exc import SQLAlchemyError

from communique.errors import BusyLedgerError, LedgerError
from communique.ledger.engines import duckdb, postgres
from communique.ledger.engines.arrow import Keys, Staged
from communique.ledger.engines.duckdb import MEMORY
from communique.ledger.engines.pairs import Pairs
from communique.ledger.engines.place import is_url, shown
from communique.ledger.engines.protocol import Backend

__all__ = [
    "MEMORY",
    "Pairs",
    "add",
    "add_missing",
    "add_unheld",
    "compact",
    "explained",
    "hold",
    "index",
    "is_url",
    "lock_schema",
    "open_engine",
    "register_migrations",
    "shown",
    "snapshot",
    "staged",
    "stored_bytes",
    "writing_along",
]


def open_engine(place: str | Path, *, read_only: bool) -> Engine:
    """An engine on the ledger's database; the first connection shows whether it is there."""
    if "://" in str(place) and not is_url(place):
        scheme = str(place).partition("://")[0]
        cure = "a ledger is a file, or a database named as postgresql://USER@HOST/DATABASE"
        raise LedgerError(cure, f"{scheme}://…")
    return _at(place).open_engine(place, read_only=read_only)


def register_migrations(connection: Connection) -> None:
    """Teach Alembic the DDL of the connection's engine."""
    _of(connection).register_migrations()


def lock_schema(connection: Connection) -> None:
    """Keep others from changing the schema until the transaction ends."""
    _of(connection).lock_schema(connection)


def staged(connection: Connection, like: Table, rows: Staged) -> AbstractContextManager[FromClause]:
    """The rows as a relation of this connection, to be selected from while the block lasts."""
    return _of(connection).staged(connection, like, rows)


def add(connection: Connection, table: Table, rows: Staged) -> None:
    """Add rows of a table without a key, such as those that belong to new statements."""
    _of(connection).add(connection, table, rows)


def add_unheld(connection: Connection, table: Table, rows: Staged) -> bool:
    """Add rows of which none is likely to be held in the fastest way; False when that could not be.

    Nothing is then added: `add_missing` has to look at each. A row that another writer is about to add
    counts as held.
    """
    return _of(connection).add_unheld(connection, table, rows)


def add_missing(connection: Connection, table: Table, incoming: FromClause, *order: str) -> Keys:
    """Add the rows whose key is not held; the keys of those that are.

    No key may be in `incoming` twice. `order` are the columns in whose order writers who insert the same
    rows at once do so, by default those of the key.
    """
    return _of(connection).add_missing(connection, table, incoming, *order)


def hold(connection: Connection, query: Select[Any]) -> None:
    """Keep others from changing the rows of the query, in its order, until the transaction ends."""
    _of(connection).hold(connection, query)


def writing_along(engine: Engine) -> AbstractContextManager[None]:
    """While the block lasts, the engine leaves room for the program to make what it is to write next."""
    return _of(engine).writing_along(engine)


def index(engine: Engine) -> Pairs | None:
    """Make what statements are looked up by, where it is not there always; `writing_along` may drop it.

    Where there has to be a table of pairs, it is given, and from then on to be renewed with what is written.
    """
    return _of(engine).index(engine)


def snapshot(connection: Connection) -> Connection:
    """The connection, seeing the ledger as it is at its first question until it is closed."""
    return _of(connection).snapshot(connection)


def compact(place: str | Path) -> None:
    """Write a ledger that this program has not open anew without the room that nothing uses."""
    _at(place).compact(place)


def stored_bytes(connection: Connection, place: str | Path) -> int | None:
    """The bytes that the ledger takes up where it is stored; None for one in memory."""
    return _of(connection).stored_bytes(connection, place)


_INTERRUPTED = "Query interrupted"


@contextmanager
def explained(place: str | Path) -> Iterator[None]:
    """Turn an engine's error into a `LedgerError` that names the ledger and the cure.

    Ctrl-C during a question, which DuckDB tells as an error of its own, stays an interrupt.
    """
    backend = _at(place)
    try:
        yield
    except Exception as error:
        if _INTERRUPTED in str(error):
            raise KeyboardInterrupt from error
        driver = type(error).__module__.lstrip("_").split(".")[0]
        if not isinstance(error, SQLAlchemyError) and driver != backend.DRIVER:
            raise
        cause = getattr(error, "orig", None) or error
        said, cure = str(cause).strip(), backend.cure(cause)
        kind = BusyLedgerError if backend.busy(cause) else LedgerError
        raise kind(f"{cure} ({said})" if cure else said, shown(place)) from error


def _at(place: str | Path) -> Backend:
    return postgres if is_url(place) else duckdb


def _of(connection: Connection | Engine) -> Backend:
    return postgres if connection.dialect.name == "postgresql" else duckdb
