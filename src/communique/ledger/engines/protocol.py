"""What an engine's module has to offer."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, FromClause, Select, Table

from communique.ledger.engines.arrow import Keys, Staged
from communique.ledger.engines.pairs import Pairs


class Backend(Protocol):
    """The differences between engines; each function is documented in `communique.ledger.engines`."""

    DRIVER: str
    """The top package of the driver, whose errors are explained."""

    def open_engine(self, place: str | Path, *, read_only: bool) -> Engine:
        """An engine on the database at `place`."""

    def register_migrations(self) -> None:
        """Teach Alembic this engine's DDL."""

    def lock_schema(self, connection: Connection) -> None:
        """Keep others from changing the schema until the transaction ends."""

    def staged(self, connection: Connection, like: Table, rows: Staged) -> AbstractContextManager[FromClause]:
        """The rows as a relation."""

    def add(self, connection: Connection, table: Table, rows: Staged) -> None:
        """Add rows of a table without a key."""

    def add_unheld(self, connection: Connection, table: Table, rows: Staged) -> bool:
        """Add rows of which none is likely to be held; whether that was so."""

    def add_missing(self, connection: Connection, table: Table, incoming: FromClause, *order: str) -> Keys:
        """Add those that are not held; the keys of those that are."""

    def hold(self, connection: Connection, query: Select[Any]) -> None:
        """Lock the rows of the query in its order."""

    def writing_along(self, engine: Engine) -> AbstractContextManager[None]:
        """Take no more of the machine than one thread."""

    def index(self, engine: Engine) -> Pairs | None:
        """Have statements looked up by id, by document and by pair."""

    def snapshot(self, connection: Connection) -> Connection:
        """The connection, with one view of the ledger for all its questions."""

    def compact(self, place: str | Path) -> None:
        """Give back unused room; nobody has the ledger open."""

    def stored_bytes(self, connection: Connection, place: str | Path) -> int | None:
        """The room that the ledger takes up."""

    def cure(self, error: BaseException) -> str | None:
        """What the user can do about the driver's error, if that is known."""

    def busy(self, error: BaseException) -> bool:
        """Whether the driver's error says that somebody else has the ledger just now."""
