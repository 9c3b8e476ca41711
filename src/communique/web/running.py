"""Running the application: a socket first, so that its address can be told before the first request."""

from __future__ import annotations

import gc
import logging
import socket
import sys
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from fastapi import FastAPI

from communique.errors import InputError

_SWITCH = 0.001
"""Seconds for which a thread computes while others wait, a fifth of Python's own."""
_GARBAGE = (10_000, 20, 50)
"""When Python looks for cyclic garbage: more seldom than by itself, since everybody waits while it looks through
all that is held."""


def run(app: FastAPI, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve until interrupted; `tell` gets the address once the application has started.

    The application's `LedgerError` when the ledger cannot be opened; `InputError` when the port is taken or the
    host is none of this machine's.
    """
    bare = host.strip("[]")
    family = socket.AF_INET6 if ":" in bare else socket.AF_INET
    # With the protocol named, answers are not held back for the acknowledgement of their first packet.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((bare, port))
    except OSError as error:
        listening.close()
        raise InputError(
            f"cannot listen here: {error.strerror}; try another --port", f"{host}:{port}"
        ) from error
    shown = f"[{bare}]" if family == socket.AF_INET6 else bare
    server = _Telling(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False), tell)
    server.address = f"http://{shown}:{listening.getsockname()[1]}/"
    logging.getLogger("uvicorn.error").addFilter(lambda line: not hasattr(app.state, "failure"))
    # A page that takes long to make gives way to those that are there already.
    sys.setswitchinterval(_SWITCH)
    gc.set_threshold(*_GARBAGE)
    with listening, suppress(SystemExit):
        server.run(sockets=[listening])
    if failure := getattr(app.state, "failure", None):
        raise failure


class _Telling(uvicorn.Server):
    """A server that tells its address once the application has started."""

    address = ""

    def __init__(self, config: uvicorn.Config, tell: Callable[[str], None]) -> None:
        super().__init__(config)
        self._tell = tell

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            self._tell(self.address)
            # Packs and modules stay as long as the server does, so that they need not be looked through.
            self.config.app.state.warmed.add_done_callback(lambda _: gc.freeze())  # type: ignore[union-attr]
