"""The ledger's schema version: a new file is set up, an older one brought up to date."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from communique.errors import LedgerError
from communique.ledger.engines import lock_schema, register_migrations, shown

if TYPE_CHECKING:
    from alembic.config import Config

# The revision the tables in `tables.py` belong to; a test compares it with the migrations.
HEAD = "r0008"
# A name of our own, so that another program's database is never taken for a ledger.
VERSION_TABLE = "communique_schema"


def prepare(connection: Connection, path: str | Path, *, read_only: bool) -> None:
    """Bring the open database to `HEAD`; `LedgerError` when it is no ledger or from a newer version.

    Runs in the caller's transaction: a migration that fails leaves the database as it was.
    """
    revision = current_revision(connection, path)
    if revision == HEAD:
        return
    if not read_only:
        lock_schema(connection)
        revision = current_revision(connection, path)
        if revision == HEAD:
            return
    if revision is not None and revision not in known_revisions():
        raise LedgerError(
            f"a newer version of communique made this ledger (schema {revision}, this one reads {HEAD}); "
            "upgrade with `pip install --upgrade communique`",
            shown(path),
        )
    if read_only and revision is None:
        raise LedgerError("this database is empty; fill it with `communique read`", shown(path))
    if read_only:
        raise LedgerError(
            "an older version made this ledger; open it once for writing to upgrade it", shown(path)
        )
    _upgrade(connection)


def current_revision(connection: Connection, path: str | Path) -> str | None:
    """The schema revision of an open database, None when it is empty."""
    tables = set(inspect(connection).get_table_names())
    if VERSION_TABLE in tables:
        revision = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
        return None if revision is None else str(revision)
    if tables:
        raise LedgerError("this database holds other tables and is not a ledger; choose another", shown(path))
    return None


def alembic_config() -> Config:
    """The migrations shipped in the package, for running them from the program."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "communique.ledger:migrations")
    return config


def known_revisions() -> set[str]:
    """The schema revisions that this program knows."""
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions()}


def _upgrade(connection: Connection) -> None:
    from alembic import command

    register_migrations(connection)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
