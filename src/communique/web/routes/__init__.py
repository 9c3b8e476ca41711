"""The pages, one file each, in the order in which their addresses are tried."""

from __future__ import annotations

from communique.web.routes import start

ROUTERS = (start.router,)
