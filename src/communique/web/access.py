"""Who asks, told from a token or a session, and what their role lets them do.

Each route of the API says the role it needs; pages need `read`, and forms on them what `FORMS` says. Without any
account everybody who reaches the server is let in, which is why it then listens on its own machine only.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from typing import Any

import msgspec
from fastapi import Depends, HTTPException, Request
from starlette.requests import HTTPConnection

from communique.ledger.accounts import ROLES, Account, Role
from communique.ledger.store import Ledger

COOKIE = "communique_session"
FORMS: tuple[tuple[str, Role], ...] = (("/upload", "contribute"), ("/logout", "read"))
"""The role that a form needs, by its address; every other form needs `review`."""
_LOOK = 2.0
"""Seconds after which it is looked up anew whether there are accounts."""


class Caller(msgspec.Struct, frozen=True):
    """Who asks, with which role; without accounts everybody is the nameless admin."""

    name: str | None
    role: Role

    def may(self, role: Role) -> bool:
        """Whether this role is among what the caller's role holds."""
        return ROLES.index(role) <= ROLES.index(self.role)


OPEN = Caller(None, "admin")


class Door:
    """Tells who asks; `source` gives the ledger while the server runs."""

    def __init__(self, source: Callable[[], Ledger]) -> None:
        self._source = source
        self._guarded = True
        self._looked = float("-inf")

    def guarded(self) -> bool:
        """Whether there are accounts, so that a caller must have one."""
        if time.monotonic() - self._looked > _LOOK:
            self._guarded = self._source().has_accounts()
            self._looked = time.monotonic()
        return self._guarded

    @property
    def closed(self) -> bool:
        """Whether there were accounts when that was last looked up, as it is for every page."""
        return self._guarded

    def caller(self, request: HTTPConnection) -> Caller | None:
        """Who asks: by a token in the header, else by a session; None when that is nobody."""
        if not self.guarded():
            return OPEN
        now, ledger = dt.datetime.now(dt.UTC), self._source()
        scheme, _, secret = request.headers.get("authorization", "").partition(" ")
        if scheme:
            return _caller(ledger.by_token(secret.strip(), now) if scheme.lower() == "bearer" else None)
        session = request.cookies.get(COOKIE)
        return _caller(ledger.by_session(session, now) if session else None)


def needs(role: Role) -> Any:
    """The dependency of a route that only callers with this role may use; it gives the `Caller`."""

    def checked(request: Request) -> Caller:
        caller: Caller | None = getattr(request.state, "caller", None)
        if caller is None:
            raise HTTPException(
                401, "this needs a token or a session", {"WWW-Authenticate": 'Bearer realm="communique"'}
            )
        if not caller.may(role):
            raise refused(caller, role)
        return caller

    checked.__dict__["role"] = role
    return Depends(checked)


def refused(caller: Caller, role: Role) -> HTTPException:
    """The answer to a caller whose role does not hold the one that is needed."""
    return HTTPException(403, f"this needs the role {role}, and the account has {caller.role}")


def role_for(method: str, path: str) -> Role:
    """The role that a page or a form needs."""
    if method in ("GET", "HEAD"):
        return "read"
    return next((role for address, role in FORMS if path == address), "review")


def _caller(account: Account | None) -> Caller | None:
    return Caller(account.name, account.role) if account else None
