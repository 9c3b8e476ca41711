"""Who speaks when a page is sent that corrects, judges or adds something."""

from __future__ import annotations

import datetime as dt

from fastapi import Request


def author_of(request: Request) -> str:
    """The name that is kept with what is said: the account's, else that of who started the server."""
    account = getattr(request.state, "account", None)
    return str(account.name) if account is not None else str(request.app.state.settings.author)


def now() -> dt.datetime:
    """The time that is kept with what is said."""
    return dt.datetime.now(dt.UTC)
