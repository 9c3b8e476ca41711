"""Who says something to the ledger: as told, else by the environment, else by login."""

from __future__ import annotations

import datetime as dt
import getpass
import os
from typing import Annotated

import typer

from communique.errors import RequestError

Author = Annotated[
    str | None,
    typer.Option(
        "--author",
        metavar="NAME",
        help="Who says so; else COMMUNIQUE_AUTHOR, else the name you are logged in by.",
    ),
]


def author_name(given: str | None) -> str:
    """The author's name; `RequestError` when there is no way to tell."""
    if name := (given or os.environ.get("COMMUNIQUE_AUTHOR") or "").strip():
        return name
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise RequestError("nobody says so: name an author with --author or COMMUNIQUE_AUTHOR") from error


def now() -> dt.datetime:
    """The time at which something is said."""
    return dt.datetime.now(dt.UTC)
