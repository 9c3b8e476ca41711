"""The pages, one file each, in the order in which their addresses are tried."""

from __future__ import annotations

from communique.web.routes import document, looks, search, start, states

ROUTERS = (start.router, search.router, states.router, document.router, looks.router)
