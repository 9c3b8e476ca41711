"""The way into the server: who asks is found out before anything is answered, and strangers are sent to log in."""

from __future__ import annotations

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from communique.errors import CommuniqueError
from communique.web.access import Caller, Door, role_for
from communique.web.rest import problems

_OPEN = ("/login", "/kinds.css")
_API, _AGENTS, _STATIC = "/api/", "/mcp", "/static/"


class Doorway:
    """Puts the caller into `request.state`, and answers strangers and callers whose role does not do.

    Addresses of the API pass, as each of its routes says what it needs.
    """

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        path = request.url.path
        if path in _OPEN or path.startswith(_STATIC):
            await self._app(scope, receive, send)
            return
        try:
            caller = await run_in_threadpool(self._door.caller, request)
        except CommuniqueError as error:
            await problems.answer(problems.of_error(error))(scope, receive, send)
            return
        request.state.caller = caller
        request.state.account = caller if caller is not None and caller.name else None
        answer = None if path.startswith(_API) else _answer(request, caller)
        await (answer or self._app)(scope, receive, send)


def _answer(request: Request, caller: Caller | None) -> Response | None:
    """What to answer instead of the page; None to let the request pass."""
    path = request.url.path
    role = "read" if path == _AGENTS else role_for(request.method, path)
    if caller is not None and caller.may(role):
        return None
    if caller is not None:
        return PlainTextResponse(f"this needs the role {role}, and the account has {caller.role}\n", 403)
    if path == _AGENTS:
        return PlainTextResponse(
            "this needs a token\n", 401, {"WWW-Authenticate": 'Bearer realm="communique"'}
        )
    if request.method != "GET":
        return PlainTextResponse("log in first\n", 401)
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/login?to={quote(path + query, safe='')}", 303)
