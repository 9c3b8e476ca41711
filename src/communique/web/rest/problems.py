"""Every error of the API in one shape, and which error becomes which status."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from communique.errors import (
    CommuniqueError,
    HeldError,
    InputError,
    LanguageError,
    LedgerError,
    RecordError,
    RequestError,
    RetractedError,
    UnknownError,
)

MEDIA_TYPE = "application/problem+json"
_STATUS: tuple[tuple[type[CommuniqueError], int], ...] = (
    (UnknownError, 404),
    (RetractedError, 409),
    (HeldError, 409),
    (RequestError, 422),
    (InputError, 422),
    (LanguageError, 422),
    (RecordError, 422),
    (LedgerError, 503),
)
_INSIDE = "something went wrong inside; the server's log says what"


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong (RFC 9457). `place` names the parameter, field or id, `cure` what can be done."""

    type: str
    title: str
    status: int
    detail: str
    place: str | None = None
    cure: str | None = None


def problem(status: int, detail: str, place: str | None = None, cure: str | None = None) -> Problem:
    """A problem of an HTTP status, with that status's name as its title."""
    phrase = HTTPStatus(status).phrase
    kind = phrase.lower().replace(" ", "-").replace("'", "")
    return Problem(
        type=f"urn:communique:problem:{kind}",
        title=phrase,
        status=status,
        detail=detail,
        place=place,
        cure=cure,
    )


def status_of(error: CommuniqueError) -> int:
    """The HTTP status that stands for an error."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def of_error(error: CommuniqueError) -> Problem:
    """The problem that an error of ours is; what stands behind its first semicolon is the cure."""
    detail, _, cure = error.message.partition("; ")
    return problem(status_of(error), detail, error.entry, cure or None)


def answer(told: Problem, headers: dict[str, str] | None = None) -> Response:
    """The response that tells a problem."""
    return Response(
        msgspec.json.encode(told), status_code=told.status, media_type=MEDIA_TYPE, headers=headers
    )


def _methods(app: FastAPI, request: Request) -> list[str]:
    """The methods that the app has at the address of a request."""
    here = str(request.scope["path"]).removeprefix(str(request.scope.get("root_path", "")))
    met = (told for path, told in app.openapi()["paths"].items() if compile_path(path)[0].match(here))
    return sorted({method.upper() for told in met for method in told})


def install(app: FastAPI) -> None:
    """Let every error of the app be answered as a problem."""

    @app.exception_handler(CommuniqueError)
    def ours(request: Request, error: CommuniqueError) -> Response:
        return answer(of_error(error))

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        first: Any = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        return answer(problem(422, str(first["msg"]), place, "see /api/v1/openapi.json"))

    @app.exception_handler(HTTPException)
    def known(request: Request, error: HTTPException) -> Response:
        detail = str(error.detail)
        if error.status_code == 404 and detail == HTTPStatus.NOT_FOUND.phrase:
            detail = "there is nothing at this address"
        if error.status_code == 405:
            detail = f"{request.method} is not for this address"
        cure = "see /api/v1/openapi.json" if error.status_code in (404, 405) else None
        headers = dict(error.headers) if error.headers else {}
        if error.status_code == 405:
            headers["Allow"] = ", ".join(_methods(app, request))
        return answer(problem(error.status_code, detail, request.url.path, cure), headers)

    @app.exception_handler(Exception)
    def unforeseen(request: Request, error: Exception) -> Response:
        return answer(problem(500, _INSIDE, request.url.path))
