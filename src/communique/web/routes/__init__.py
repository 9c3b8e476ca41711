"""The pages, one file each, in the order in which their addresses are tried."""

from __future__ import annotations

from communique.web.routes import (
    calendar,
    document,
    event,
    login,
    looks,
    person,
    record,
    review,
    search,
    start,
    states,
    upload,
)

ROUTERS = (
    start.router,
    search.router,
    states.router,
    document.router,
    record.router,
    event.router,
    person.router,
    review.router,
    calendar.router,
    upload.router,
    login.router,
    looks.router,
)
