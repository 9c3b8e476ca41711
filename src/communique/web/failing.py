"""Which HTTP status an error has, and the plain page that tells it."""

from __future__ import annotations

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from communique.errors import (
    CommuniqueError,
    InputError,
    LanguageError,
    LedgerError,
    PackError,
    RecordError,
    RequestError,
)
from communique.web.errors import ForbiddenError, MissingError
from communique.web.pages import render
from communique.web.rest.problems import answer, problem

LOG = logging.getLogger("communique.web")


STATUS: tuple[tuple[type[CommuniqueError], int], ...] = (
    (MissingError, 404),
    (ForbiddenError, 403),
    (RequestError, 400),
    (InputError, 400),
    (LanguageError, 422),
    (RecordError, 422),
    (LedgerError, 503),
    (PackError, 500),
    (CommuniqueError, 500),
)
"""The first that fits counts."""


def status_of(error: CommuniqueError) -> int:
    """The HTTP status of an error."""
    return next(status for kind, status in STATUS if isinstance(error, kind))


def add_errors(app: FastAPI) -> None:
    """Make every error a plain page."""

    @app.exception_handler(CommuniqueError)
    def told(request: Request, error: CommuniqueError) -> Response:
        status = status_of(error)
        where = error.entry if isinstance(error, LedgerError) else error.entry or error.path
        return _page(request, status, f"{where}: {error.message}" if where else error.message)

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        if request.url.path.startswith("/api/"):
            return answer(problem(error.status_code, "there is nothing at this address", request.url.path))
        return _page(request, error.status_code, _PLAIN.get(error.status_code, str(error.detail)))

    @app.exception_handler(Exception)
    def broken(request: Request, error: Exception) -> Response:
        LOG.error("%s %s", request.method, request.url.path, exc_info=error)
        return _page(request, 500, "something went wrong here; the server's log says what")


_PLAIN = {404: "there is no page at this address", 405: "this address does not take such a request"}


def _page(request: Request, status: int, message: str) -> Response:
    html = render(
        request, "error.html", {"status": status, "said": HTTPStatus(status).phrase, "message": message}
    )
    return Response(
        html, status, media_type="text/html; charset=utf-8", headers={"Cache-Control": "no-store"}
    )
