"""Where a ledger is: a file, or the URL of a database."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from communique.errors import LedgerError

_SCHEMES = ("postgresql", "postgres", "postgresql+psycopg")


def is_url(place: str | Path) -> bool:
    """Whether the place is the URL of a database, such as `postgresql://ann@db.example/press`."""
    return str(place).partition("://")[0] in _SCHEMES


def parsed(place: str | Path) -> URL:
    """The URL for the driver in use; `LedgerError` when it is malformed."""
    try:
        return make_url(str(place)).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        cure = "this is no URL of a database; write postgresql://USER@HOST/DATABASE"
        raise LedgerError(cure, str(place).partition("://")[0] + "://…") from error


def shown(place: str | Path) -> str:
    """The place as messages name it: without a password."""
    if not is_url(place):
        return str(place)
    url = parsed(place).set(drivername="postgresql").difference_update_query(["password", "sslpassword"])
    return url.render_as_string(hide_password=True)
