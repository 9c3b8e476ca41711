"""What an engine's module has to offer."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, FromClause, Select, Table

from communique.ledger.rows import Row


class Backend(Protocol):
    """The differences between engines; each function is documented in `communique.ledger.engines`."""

    DRIVER: str
    """The top package of the driver, whose errors are explained."""

    @staticmethod
    def open_engine(place: str | Path, *, read_only: bool) -> Engine:
        """An engine on the database at `place`."""

    @staticmethod
    def register_migrations() -> None:
        """Teach Alembic this engine's DDL."""

    @staticmethod
    def lock_schema(connection: Connection) -> None:
        """Keep others from changing the schema until the transaction ends."""

    @staticmethod
    def staged(
        connection: Connection, like: Table, rows: Sequence[Row]
    ) -> AbstractContextManager[FromClause]:
        """The rows as a relation."""

    @staticmethod
    def in_order(query: Select[Any], *keys: str) -> Select[Any]:
        """The query in the order in which rows may be inserted without deadlock."""

    @staticmethod
    def hold(connection: Connection, query: Select[Any]) -> None:
        """Lock the rows of the query in its order."""

    @staticmethod
    def cure(error: BaseException) -> str | None:
        """What the user can do about the driver's error, if that is known."""
