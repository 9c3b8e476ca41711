"""PostgreSQL: a shared ledger with several writers and readers at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, FromClause, Select, Table, create_engine, event, select, text
from sqlalchemy import column as named
from sqlalchemy import table as relation
from sqlalchemy.dialects.postgresql import insert

from communique.errors import LedgerError
from communique.ledger.engines.arrow import Keys, Staged, arrow_table
from communique.ledger.engines.exact import adapt, copied
from communique.ledger.engines.place import parsed, shown

DRIVER = "psycopg"
# One number for all ledgers of a database server's database; no other program has a reason to take it.
_SCHEMA_LOCK = 0x636F6D6D756E

# What the user can do, by the error's SQLSTATE or by what is said before there is one.
_STATES = {
    "42501": "this role may not do that here; ask the owner of the database for the rights (see docs/postgresql.md)",
    "22P05": "this database is not in UTF-8; make one with `createdb -E UTF8 -T template0`",
    "25006": "the ledger was opened for reading only",
    "53100": "the server's disk is full: free some space and run again; what was complete is kept",
    "53300": "the server has no connection left; try again later",
    "57P01": "the server was shut down; run again when it is back, what was complete is kept",
    "57P03": "the server is starting or stopping; try again in a moment",
    "40P01": "another writer was in the way; run again, what was complete is kept",
}
_CURES = (
    ("Connection refused", "no server answers there; start it, or correct the host and port"),
    ("No such file or directory", "no server answers there; start it, or correct the host and port"),
    ("could not translate host name", "this host is not known; correct it"),
    ("failed to resolve host", "this host is not known; correct it"),
    ("timeout expired", "no server answers there; start it, or correct the host and port"),
    (
        "password authentication failed",
        "give the right user and password (the environment's PGPASSWORD, or ~/.pgpass)",
    ),
    ("no password supplied", "give a password (the environment's PGPASSWORD, or ~/.pgpass)"),
    ("database", "make the database first, with `createdb`, or correct its name"),
    ("role", "correct the user in the URL, or make this role first"),
    (
        "server closed the connection",
        "the server went away; run again when it is back, what was complete is kept",
    ),
)


def open_engine(place: str | Path, *, read_only: bool) -> Engine:
    """An engine on the database of the URL, which has to exist; `LedgerError` without the driver."""
    url = parsed(place)
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        cure = "a ledger on PostgreSQL needs a driver; install it with `pip install 'communique[postgres]'`"
        raise LedgerError(cure, shown(place)) from error
    engine = create_engine(
        url,
        pool_pre_ping=True,
        isolation_level="READ COMMITTED",
        execution_options={"postgresql_readonly": read_only},
        # Statements without names also work behind a pooler such as PgBouncer.
        connect_args={"client_encoding": "utf8", "connect_timeout": 15, "prepare_threshold": None},
    )
    event.listen(engine, "connect", adapt)
    return engine


def register_migrations() -> None:
    """Nothing to do: Alembic knows PostgreSQL."""


def lock_schema(connection: Connection) -> None:
    """Wait until no other program is setting this database up or bringing it up to date."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _SCHEMA_LOCK})


def compact(place: str | Path) -> None:
    """Rewrite the tables without gaps; each is locked while it is rewritten."""
    engine = open_engine(place, read_only=False)
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM (FULL, ANALYZE)"))
    finally:
        engine.dispose()


def stored_bytes(connection: Connection, place: str | Path) -> int | None:
    """The bytes of the database on the server."""
    return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())


@contextmanager
def staged(connection: Connection, like: Table, rows: Staged) -> Iterator[FromClause]:
    """The rows copied into a temporary table."""
    table = arrow_table(like, rows)
    names = ", ".join(map(_quoted, table.column_names))
    connection.exec_driver_sql(
        f"CREATE TEMPORARY TABLE incoming ON COMMIT DROP AS SELECT {names} FROM {_quoted(like.name)} LIMIT 0"
    )
    _copy(connection, "incoming", table)
    yield relation("incoming", *(named(name, like.c[name].type) for name in table.column_names))
    connection.exec_driver_sql("DROP TABLE pg_temp.incoming")


def add(connection: Connection, table: Table, rows: Staged) -> None:
    """Copy the rows into the table."""
    _copy(connection, table.name, arrow_table(table, rows))


def add_unheld(connection: Connection, table: Table, rows: Staged) -> bool:
    """Copy the rows straight into the table, unless the server says that one is held; then none is added."""
    from psycopg.errors import UniqueViolation

    point = connection.begin_nested()
    try:
        add(connection, table, rows)
    except UniqueViolation:
        point.rollback()
        return False
    point.commit()
    return True


def add_missing(connection: Connection, table: Table, incoming: FromClause, *order: str) -> Keys:
    """Insert sorted: writers who take locks in one order never wait for each other in a ring."""
    key = [column.name for column in table.primary_key.columns]
    rows = select(incoming).order_by(*(incoming.c[name] for name in order or key))
    query = insert(table).from_select(incoming.c.keys(), rows).on_conflict_do_nothing()
    added = {tuple(row) for row in connection.execute(query.returning(*table.primary_key.columns))}
    given = connection.execute(select(*(incoming.c[name] for name in key)))
    return {tuple(row) for row in given} - added


def _copy(connection: Connection, name: str, table: Any) -> None:
    names = ", ".join(map(_quoted, table.column_names))
    raw: Any = connection.connection.dbapi_connection
    query = f"COPY {_quoted(name)} ({names}) FROM STDIN (FORMAT csv)"
    with raw.cursor() as cursor, cursor.copy(query) as copy:
        copy.write(copied(table))


def _quoted(name: str) -> str:
    return f'"{name}"'


def hold(connection: Connection, query: Select[Any]) -> None:
    """Lock the rows of the query in its order."""
    connection.execute(query.with_for_update())


def writing_along(engine: Engine) -> AbstractContextManager[None]:
    """Nothing to do: the server has processes of its own."""
    return nullcontext()


def index(engine: Engine) -> None:
    """Nothing to do: the schema has the indexes."""


def snapshot(connection: Connection) -> Connection:
    """The connection, whose transaction sees what was there at its first question."""
    return connection.execution_options(isolation_level="REPEATABLE READ")


def cure(error: BaseException) -> str | None:
    """What to do about an error, by its SQLSTATE, else by what it says."""
    state, said = getattr(error, "sqlstate", None), str(error)
    if state:
        return _STATES.get(state)
    return next((cure for fragment, cure in _CURES if fragment in said), None)


def busy(error: BaseException) -> bool:
    """Whether the server takes no further connection just now, or is starting."""
    return getattr(error, "sqlstate", None) in ("53300", "57P03")
