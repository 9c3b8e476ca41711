"""Who speaks, when a command says something of the ledger's facts."""

from __future__ import annotations

import getpass
import os
from typing import Annotated

import typer

Author = Annotated[
    str | None,
    typer.Option(
        "--author",
        metavar="NAME",
        help="Who says so; else COMMUNIQUE_AUTHOR, else the name you are logged in with.",
    ),
]


def author_name(given: str | None) -> str:
    """The author given, else that of the environment, else the login name; wrong use when there is none."""
    if given or (given := os.environ.get("COMMUNIQUE_AUTHOR")):
        return given
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise typer.BadParameter("say who you are with --author", param_hint="--author") from error
