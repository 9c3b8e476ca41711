"""The tools as a part of the web server, where the package they need is installed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from starlette.routing import BaseRoute

from communique.web.held import Held
from communique.web.settings import WebSettings

if TYPE_CHECKING:
    from mcp.server import MCPServer


class Agents:
    """The routes of the tools, and their sessions, which must run while the server does."""

    def __init__(self, server: MCPServer | None, routes: Sequence[BaseRoute]) -> None:
        self.routes = routes
        self._server = server

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Run the sessions until the end of the block."""
        if self._server is None:
            yield
            return
        async with self._server.session_manager.run():
            yield


def agents(settings: WebSettings, source: Callable[[], Held]) -> Agents:
    """The tools at `/mcp`; none where the package `mcp` is not installed."""
    if find_spec("mcp") is None:
        return Agents(None, ())
    from communique.web.agents.server import agent_server
    from communique.web.agents.serving import http_app

    server = agent_server(source, settings.day)
    return Agents(server, http_app(server, settings).routes)
