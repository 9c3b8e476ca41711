"""The shapes of answers, for the OpenAPI document, from the structs that are encoded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from communique.web.access import COOKIE
from communique.web.rest.problems import MEDIA_TYPE, Problem

_TEMPLATE = "#/components/schemas/{name}"
Schema = dict[str, Any]
Responses = dict[int | str, dict[str, Any]]

_asked: list[Any] = [Problem]


def shape(type_: Any) -> Schema:
    """A reference to the shape of a struct, or of a union of structs, which the document then has."""
    if type_ not in _asked:
        _asked.append(type_)
    return _shapes([type_])[0][0]


def _shapes(types: Sequence[Any]) -> tuple[tuple[Schema, ...], dict[str, Schema]]:
    """The shapes of types, and those that they refer to; a value of any type has an open shape."""
    return msgspec.json.schema_components(types, ref_template=_TEMPLATE, schema_hook=_open)


def _open(type_: type) -> Schema:
    return {"description": "Any value: a text, a number, a list or a structure."}


def items(type_: Any) -> Schema:
    """The shape of a page: some items, and the cursor of the next page or null."""
    return {
        "type": "object",
        "required": ["items", "next"],
        "properties": {
            "items": {"type": "array", "items": shape(type_)},
            "next": {"type": ["string", "null"], "description": "The cursor of the next page."},
        },
    }


def fields(**shapes: Schema) -> Schema:
    """The shape of an object that has all of these fields."""
    return {"type": "object", "required": list(shapes), "properties": shapes}


_PROBLEMS = {
    400: "The request is no proper HTTP or JSON.",
    401: "The request needs a token or a session.",
    403: "The account's role does not allow it.",
    404: "There is nothing of this name.",
    405: "This method is not for this address.",
    406: "None of the formats accepted can be given.",
    409: "It was done already, or something else stands there.",
    413: "The body is too large.",
    415: "The body is of a media type that is not read.",
    422: "A parameter or field is not what it should be.",
    500: "Something went wrong inside.",
    503: "The ledger cannot be asked at this moment.",
}


def told(schema: Schema, description: str, *, unchanged: bool = True, status: int = 200) -> Responses:
    """The responses of an operation: its answer as JSON, and every problem there may be.

    `unchanged`: a conditional request may be answered with 304.
    """
    content = {"application/json": {"schema": schema}}
    return responses(content, description, unchanged=unchanged, status=status)


def responses(
    content: Mapping[str, Any], description: str, *, unchanged: bool = True, status: int = 200
) -> Responses:
    """As `told`, for an answer in several media types."""
    body = {MEDIA_TYPE: {"schema": {"$ref": _TEMPLATE.format(name="Problem")}}}
    found: Responses = {status: {"description": description, "content": dict(content)}}
    if unchanged:
        tag = {"description": "Which state of the ledger this is.", "schema": {"type": "string"}}
        found[status]["headers"] = {"ETag": tag}
        found[304] = {"description": "The ledger is as it was when the ETag sent was given."}
    return found | {code: {"description": why, "content": body} for code, why in _PROBLEMS.items()}


_SCHEMES = {
    "token": {"type": "http", "scheme": "bearer", "description": "From `communique accounts token`."},
    "session": {"type": "apiKey", "in": "cookie", "name": COOKIE, "description": "From the page `/login`."},
}


def _roles(routers: Iterable[APIRouter]) -> Iterator[tuple[str, str, str]]:
    """Path, method and role of each route that needs one."""
    for route in (route for router in routers for route in router.routes if isinstance(route, APIRoute)):
        for needed in route.dependant.dependencies:
            if role := getattr(needed.call, "role", None):
                yield from ((route.path_format, method.lower(), role) for method in route.methods or ())


def describe(app: FastAPI, routers: Iterable[APIRouter], guarded: Callable[[], bool]) -> None:
    """Let the app's OpenAPI document have the shapes of the structs, and the role that each operation needs.

    Where there are accounts, it also says how to show which one asks.
    """

    def openapi() -> dict[str, Any]:
        made = whole()
        return made | {"security": [{name: []} for name in _SCHEMES]} if guarded() else made

    def whole() -> dict[str, Any]:
        if app.openapi_schema is None:
            made = get_openapi(
                title=app.title,
                version=app.version,
                description=app.description,
                routes=app.routes,
                tags=app.openapi_tags,
                servers=app.servers,
            )
            components = _shapes(_asked)[1]
            made.setdefault("components", {}).setdefault("schemas", {}).update(components)
            made["components"]["securitySchemes"] = _SCHEMES
            for path, method, role in _roles(routers):
                made["paths"][path][method]["x-role"] = role
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
