"""Logging in and out, for people in a browser."""

from __future__ import annotations

import datetime as dt
import time
from collections import defaultdict, deque
from threading import Lock

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from communique.ledger.accounts import Account
from communique.web.access import COOKIE
from communique.web.pages import held, render
from communique.web.saying import back, form_of, text

router = APIRouter()

HOURS = 12
"""How long a session lasts."""
_MOST, _WITHIN, _NAMES = 5, 60.0, 10_000
"""So many wrong passwords of a name within so many seconds; more have to wait."""


class Wrong:
    """Counts wrong passwords by name, so that passwords cannot be tried in numbers."""

    def __init__(self) -> None:
        self._times: defaultdict[str, deque[float]] = defaultdict(deque)
        self._lock = Lock()

    def too_many(self, name: str) -> bool:
        """Whether this name has to wait."""
        with self._lock:
            times = self._times.get(name, deque())
            while times and times[0] < time.monotonic() - _WITHIN:
                times.popleft()
            return len(times) >= _MOST

    def note(self, name: str) -> None:
        """Count a wrong password."""
        with self._lock:
            if len(self._times) >= _NAMES:
                self._times.clear()
            self._times[name].append(time.monotonic())


@router.get("/login")
def login(request: Request) -> Response:
    """The form."""
    return _form(request, "", 200)


@router.post("/login")
async def enter(request: Request) -> Response:
    """Begin a session, and go on to the page that was wanted."""
    form = await form_of(request)
    name = text(form, "name")
    given = form.get("password")
    wrong: Wrong = request.app.state.wrong
    if wrong.too_many(name):
        return await run_in_threadpool(_form, request, "Too many wrong passwords; wait a minute.", 429)
    account = await run_in_threadpool(_checked, request, name, given if isinstance(given, str) else "")
    if account is None:
        wrong.note(name)
        return await run_in_threadpool(_form, request, "No account has this name and password.", 401)
    now = dt.datetime.now(dt.UTC)
    until = now + dt.timedelta(hours=HOURS)
    secret = await run_in_threadpool(held(request).ledger.open_session, account.name, now, until)
    answer = back(form, "/")
    answer.set_cookie(
        COOKIE,
        secret,
        max_age=HOURS * 3600,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return answer


@router.post("/logout")
async def leave(request: Request) -> Response:
    """End the session."""
    await form_of(request)
    secret = request.cookies.get(COOKIE, "")
    await run_in_threadpool(held(request).ledger.end_session, secret, dt.datetime.now(dt.UTC))
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE)
    return answer


def _checked(request: Request, name: str, password: str) -> Account | None:
    return held(request).ledger.by_password(name, password)


def _form(request: Request, wrong: str, status: int) -> Response:
    caller = request.app.state.door.caller(request)
    inside = caller.name if caller is not None else None
    values = {"wrong": wrong, "to": request.query_params.get("to", "/"), "inside": inside}
    body = render(request, "login.html", values)
    headers = {"Cache-Control": "no-store"}
    return Response(body, status, headers=headers, media_type="text/html; charset=utf-8")
