"""A bound on the size of what is sent, checked while it arrives."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from communique.web.rest.problems import answer, problem
from communique.web.sent import MOST_CHARS

MOST_BYTES = 4 * MOST_CHARS + 100_000
"""Bytes of a body: a text of the greatest length, and what is told about it."""


class Bounded:
    """Answers a request with 413 whose body has more than `most` bytes, whatever length it announces."""

    def __init__(self, app: ASGIApp, most: int = MOST_BYTES) -> None:
        self._app = app
        self._most = most
        self._why = f"the body has more than {most:,} bytes"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, counting what arrives."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        length = dict(scope["headers"]).get(b"content-length", b"")
        arrived = 0

        async def counted() -> Message:
            nonlocal arrived
            message = await receive()
            arrived += len(message.get("body", b""))
            if arrived > self._most:
                raise HTTPException(413, self._why)
            return message

        if length.isdigit() and int(length) > self._most:
            await answer(problem(413, self._why))(scope, receive, send)
            return
        await self._app(scope, counted, send)
