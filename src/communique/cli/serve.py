"""`communique serve`: the ledger in the browser."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from communique.cli.asking import AskedLedger, ledger_place
from communique.cli.authoring import Author, author_name
from communique.errors import InputError


def serve_command(
    ledger: AskedLedger = None,
    host: Annotated[str, typer.Option("--host", metavar="NAME", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65535, help="0: any that is free.")
    ] = 8765,
    author: Author = None,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A name under which others reach it; may be repeated."),
    ] = None,
) -> None:
    """Serve the ledger as pages for the browser, as an API at /api/v1, and as tools for agents at /mcp.

    Without accounts it is on this machine only, and what is corrected or judged is kept with the author's name.
    With accounts everybody logs in; beyond this machine put a server that speaks HTTPS before it. Stop it
    with Ctrl-C.

    Example: communique serve --ledger press.duckdb --port 8765
    """
    from communique.web.settings import LOOPBACK, WebSettings

    place = ledger_place(ledger, existing=True)
    guarded = _guarded(place)
    if host not in LOOPBACK and not guarded:
        raise typer.BadParameter(
            "without accounts the ledger is served on 127.0.0.1 only, since who can open it can change it; "
            "make one with `communique accounts add`",
            param_hint="--host",
        )
    settings = WebSettings(author=author_name(author), hosts=(*LOOPBACK, host, *(name or ())))
    from communique.ledger.engines import shown

    try:
        from communique.web.app import create_app
        from communique.web.running import run
    except ModuleNotFoundError as error:
        raise InputError(
            f"serving needs {error.name}; install it with `pip install 'communique[web]'`"
        ) from error
    run(
        create_app(place, settings),
        host,
        port,
        lambda address: print(f"serving {shown(place)} at {address}", flush=True),
    )


def _guarded(place: str) -> bool:
    """Whether the ledger has accounts; without any it says what that means."""
    from communique.ledger import Ledger

    with Ledger.open(place) as opened:
        guarded = opened.has_accounts()
    if not guarded:
        print("no accounts: on this machine only, and whoever opens it here may change it", file=sys.stderr)
    return guarded
