"""The review queue: the least certain records and links, forms to answer with, and what was said lately."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from communique.errors import RequestError
from communique.kinds.registry import BY_NAME
from communique.views.review import doubtful_links, least_certain, questions
from communique.web.pages import held, page
from communique.web.saying import lately
from communique.web.scopes import code_of, partial, scope_of, seen

router = APIRouter()
_SHOWN = 12
_LATELY = 12


@router.get("/review")
def review(request: Request, sort: str = "records", kind: str = "", country: str = "") -> Response:
    """What to look at first: `sort` is `records` or `links`, of a kind or of a state."""
    if sort not in ("records", "links"):
        raise RequestError("the queue has records or links", entry=sort)
    if kind and kind not in BY_NAME:
        raise RequestError("there is no such kind of record", entry=kind)

    def make() -> dict[str, Any]:
        here, note = held(request), ""
        if sort == "records":
            asked = questions(here.ledger, _SHOWN, kind=kind or None)
        else:
            codes = (code_of(here, country),) if country else ()
            found = seen(request, scope_of(request, *codes))
            note = partial(request, found)
            asked = least_certain(here.ledger, doubtful_links(here.ledger, found.scene.resolution), _SHOWN)
        shared = {"sort": sort, "kind": kind, "country": country, "note": note}
        return {**shared, "asked": asked, "lately": lately(here.ledger, _LATELY)}

    return page(request, "review.html", make)
