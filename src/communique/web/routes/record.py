"""The page of one record: its fields, its quotes, what was said of it, and forms to say more."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from communique.errors import RequestError
from communique.kinds.fields import own_fields
from communique.kinds.registry import to_dict
from communique.views.corrected import shown
from communique.views.footnotes import speaker
from communique.web.answering import table_page
from communique.web.errors import MissingError
from communique.web.listings.cells import said_of
from communique.web.listings.sources import records
from communique.web.pages import held, page
from communique.web.saying import back, form_of, say_of_record, take_back, text
from communique.web.scopes import code_of, partial_text, query_of
from communique.web.tables import Table

router = APIRouter()


@router.get("/record/{id}")
def record(request: Request, id: str) -> Response:
    """One record as it stands."""

    def make() -> dict[str, Any]:
        ledger = held(request).ledger
        try:
            stored = ledger.record(id)
        except RequestError as error:
            raise MissingError("the ledger has no record of this id", entry=id) from error
        values = to_dict(stored.record)
        return {
            "stored": stored,
            "text": said_of(stored),
            "said": speaker(stored.record.attribution, stored.document.publisher),
            "fields": [(name, shown(_bare(values[name]))) for name in own_fields(stored.record.kind)],
            "history": list(reversed(ledger.corrections(id, retracted=True))),
            "outcome": lambda made: shown(made.value),
        }

    return page(request, "record.html", make)


@router.post("/record/{id}")
async def say(request: Request, id: str) -> Response:
    """Accept, correct, or call not verifiable."""
    form = await form_of(request)
    say_of_record(request, id, form)
    return back(form, f"/record/{id}")


@router.post("/take-back")
async def taken_back(request: Request) -> Response:
    """Take back what was said."""
    form = await form_of(request)
    take_back(request, text(form, "id"))
    return back(form, "/review")


@router.get("/records")
def all_records(request: Request) -> Response:
    """Records by what they are asked for: kind, states, person, document, period."""
    here, most = held(request), request.app.state.settings.listed
    query = query_of(request, lambda text: code_of(here, text))
    whole = True

    def make() -> Table:
        nonlocal whole
        found, whole = here.ledger.newest(query, most)
        return records(found, of_kinds=False)

    return table_page(
        request,
        "records.html",
        "records",
        make,
        lambda: {"heading": "Records", "intro": ""},
        lambda: "" if whole else partial_text(most),
    )


def _bare(value: Any) -> Any:
    """A structure without what it leaves open; nothing when that is all of it."""
    if not isinstance(value, dict):
        return list(value) if isinstance(value, tuple) else value
    return {name: part for name, part in value.items() if part not in (None, False)} or None
