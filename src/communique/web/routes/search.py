"""Search by name in any language, and the lists of what bears a name."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from communique.ledger.looking import Named
from communique.web.answering import table_page
from communique.web.errors import MissingError
from communique.web.listings.sources import documents, named
from communique.web.pages import held, page
from communique.web.searching import named_in, pair_in, states_in
from communique.web.wording import NAMED, pair_href

router = APIRouter()
_EACH = 12
_LISTED = 2000


@router.get("/search")
def search(request: Request, q: str = "") -> Response:
    """Everything that a text may mean; straight to the page of two states when it names two."""
    text = " ".join(q.split())
    if pair := pair_in(text):
        return RedirectResponse(pair_href(*pair), 303)

    def make() -> dict[str, Any]:
        here = held(request)
        found, total = here.ledger.find_documents(text, _EACH) if text else ([], 0)
        table = documents(found)
        groups = [(kind, named_in(text, _names(request), kind)) for kind in NAMED]
        return {
            "text": text,
            "states": states_in(text, here.thing("codes", here.ledger.country_codes)) if text else [],
            "groups": [(kind, ones[:_EACH], len(ones)) for kind, ones in groups if ones],
            "documents": {"columns": table.columns, "rows": table.rows, "all": total},
        }

    return page(request, "search.html", make)


@router.get("/named/{noun}")
def all_named(request: Request, noun: str) -> Response:
    """Every person, instrument, project or gathering by name; `words` narrows them."""
    kind = next((kind for kind, plural in NAMED.items() if plural == noun), None)
    if kind is None:
        raise MissingError("there is no list of these", entry=noun)
    words = request.query_params.get("words", "")
    fitting = (
        named_in(words, _names(request), kind) if words else [n for n in _names(request) if n.kind == kind]
    )
    partial = (
        f"The {_LISTED:,} told most of {len(fitting):,}; search to see others."
        if len(fitting) > _LISTED
        else ""
    )
    return table_page(
        request,
        "table.html",
        noun,
        lambda: named(fitting[:_LISTED], noun),
        lambda: {"heading": noun.capitalize(), "intro": "", "find": True},
        lambda: partial,
    )


def _names(request: Request) -> list[Named]:
    here = held(request)
    found: list[Named] = here.thing("named", here.ledger.named)
    return found
