"""The pages of one state and of two: an overview, and a table for each thing that can be followed."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from communique.errors import RequestError
from communique.web.answering import table_page
from communique.web.errors import MissingError
from communique.web.listings.registry import BY_KEY, TABS
from communique.web.overview import overview
from communique.web.pages import held, page
from communique.web.scopes import Scope, code_of, partial, scope_of, seen
from communique.web.wording import pair_href, state_href

router = APIRouter()


@router.get("/pair")
def pair_named(request: Request, a: str = "", b: str = "") -> Response:
    """To the page of two states that are named in a form."""
    here = held(request)
    one, other = code_of(here, a.strip()), code_of(here, b.strip())
    if one == other:
        raise RequestError("both names are of one state; name two", entry=a)
    return RedirectResponse(pair_href(one, other), 303)


@router.get("/pair/{a}/{b}")
def pair(request: Request, a: str, b: str) -> Response:
    """The overview of two states."""
    return _canonical(request, "", a, b) or _overview(request, scope_of(request, a, b))


@router.get("/pair/{a}/{b}/{tab}")
def pair_table(request: Request, a: str, b: str, tab: str) -> Response:
    """One table of two states."""
    return _canonical(request, tab, a, b) or _table(request, scope_of(request, a, b), tab)


@router.get("/country/{code}")
def country(request: Request, code: str) -> Response:
    """The overview of a state."""
    return _canonical(request, "", code) or _overview(request, scope_of(request, code))


@router.get("/country/{code}/{tab}")
def country_table(request: Request, code: str, tab: str) -> Response:
    """One table of a state."""
    return _canonical(request, tab, code) or _table(request, scope_of(request, code), tab)


def _canonical(request: Request, tab: str, *given: str) -> Response | None:
    """To the address that the codes have, when it is not this one already."""
    here = held(request)
    codes = [code_of(here, text) for text in given]
    if len(codes) == 2 and codes[0] == codes[1]:
        raise RequestError("both names are of one state; name two", entry=codes[0])
    if [*given] == sorted(codes):
        return None
    home = state_href(codes[0]) if len(codes) == 1 else pair_href(codes[0], codes[1])
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{home}{f'/{tab}' if tab else ''}{query}", 307)


def _home(scope: Scope) -> str:
    return state_href(scope.codes[0]) if len(scope.codes) == 1 else pair_href(scope.codes[0], scope.codes[1])


def _shared(scope: Scope, tab: str) -> dict[str, Any]:
    return {"scope": scope, "home": _home(scope), "tabs": TABS, "tab": tab}


def _table(request: Request, scope: Scope, key: str) -> Response:
    tab = BY_KEY.get(key)
    if tab is None:
        raise MissingError("there is no such table; the page of the states lists them", entry=key)
    day = request.app.state.settings.day()
    found = seen(request, scope)
    return table_page(
        request,
        "states_table.html",
        f"{'-'.join(scope.codes)}-{key}",
        lambda: tab.make(found.scene, scope.codes, day),
        lambda: {**_shared(scope, key), "heading": tab.title},
        lambda: partial(request, found),
    )


def _overview(request: Request, scope: Scope) -> Response:
    def make() -> dict[str, Any]:
        found = seen(request, scope)
        day = request.app.state.settings.day()
        values = overview(found.scene, scope.codes, day)
        here = held(request)
        partners = []
        if len(scope.codes) == 1:
            counts = here.thing("counts", here.ledger.counts)
            own = scope.codes[0]
            partners = [(b if a == own else a, n) for (a, b), n in counts.pairs.items() if own in (a, b)]
        return {**_shared(scope, ""), **values, "partners": partners[:40], "partial": partial(request, found)}

    return page(request, "pair.html" if len(scope.codes) == 2 else "country.html", make, heavy=True)
