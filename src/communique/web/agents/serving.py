"""Where the tools are served: by standard input and output, or in the web server at `/mcp`."""

from __future__ import annotations

from pathlib import Path

from mcp.server import MCPServer
from mcp.server.transport_security import TransportSecuritySettings
from starlette.applications import Starlette

from communique.ledger.store import Ledger
from communique.web.agents.server import agent_server
from communique.web.held import Held
from communique.web.settings import WebSettings

PATH = "/mcp"


def serve_stdio(place: str | Path) -> None:
    """Answer on standard input and output until it is closed; the ledger is opened for reading."""
    with Ledger.open(place, read_only=True) as ledger:
        held = Held(ledger)
        agent_server(lambda: held).run("stdio")


def http_app(server: MCPServer, settings: WebSettings) -> Starlette:
    """The tools over HTTP for hosts of these names; the server's sessions must run while it answers."""
    hosts = [name for host in settings.hosts for name in (host, f"{host}:*")]
    guarded = TransportSecuritySettings(
        allowed_hosts=hosts,
        allowed_origins=[f"{scheme}://{host}" for host in hosts for scheme in ("http", "https")],
    )
    return server.streamable_http_app(
        streamable_http_path=PATH, json_response=True, stateless_http=True, transport_security=guarded
    )
