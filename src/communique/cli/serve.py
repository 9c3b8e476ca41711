"""`communique serve`: the ledger in the browser."""

from __future__ import annotations

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
) -> None:
    """Serve the ledger as pages for the browser, on this machine only.

    What is corrected or judged there is kept with the author's name. Stop it with Ctrl-C.

    Example: communique serve --ledger press.duckdb --port 8765
    """
    from communique.web.settings import LOOPBACK, WebSettings

    if host not in LOOPBACK:
        raise typer.BadParameter(
            "without accounts the ledger is served on 127.0.0.1 only, since who can open it can change it",
            param_hint="--host",
        )
    place = ledger_place(ledger, existing=True)
    settings = WebSettings(author=author_name(author))
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
        lambda address: print(f"serving {place} at {address}", flush=True),
    )
