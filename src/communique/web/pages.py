"""Rendering: templates, pages held by address and revision, and requests on condition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from hashlib import blake2b
from typing import Any

from fastapi import Request, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from communique.web import forms, wording
from communique.web.held import Held

Made = Callable[[], Mapping[str, Any]]


@cache
def environment() -> Environment:
    """The templates; everything that a page shows is escaped, and a name that is not given is an error."""
    loaded = Environment(
        loader=PackageLoader("communique.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    loaded.filters.update(wording.FILTERS)
    loaded.globals.update(wording.GLOBALS)
    return loaded


def held(request: Request) -> Held:
    """What the application holds."""
    found: Held = request.app.state.held
    return found


def render(request: Request, template: str, values: Mapping[str, Any]) -> bytes:
    """A page as bytes, its forms with the visitor's token."""
    made = _rendered(request, template, values)
    return forms.with_token(made, request)


def page(request: Request, template: str, make: Made, *, heavy: bool = False) -> Response:
    """A page of the ledger's present state, rendered when it is not held; 304 when the visitor has it already.

    `heavy` is a page that goes through all records of its scene.
    """
    here = held(request)
    day = request.app.state.settings.day()
    closed = request.app.state.door.closed
    key = (str(request.url.path), str(request.url.query), day, closed, request.headers.get("hx-request"))
    body = here.page(key, lambda: _rendered(request, template, make()), heavy=heavy)
    body = forms.with_token(body, request)
    tag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Cookie"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="text/html; charset=utf-8", headers=headers)


def _rendered(request: Request, template: str, values: Mapping[str, Any]) -> bytes:
    shared = {
        "path": request.url.path,
        "query": request.url.query,
        "params": request.query_params,
        "accounts": request.app.state.door.closed,
    }
    return environment().get_template(template).render({**shared, **values}).encode("utf-8", "replace")
