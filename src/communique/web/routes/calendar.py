"""The calendar: what is announced of all states from a day on."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Request, Response

from communique.errors import RequestError
from communique.views.nearby import ahead
from communique.web.answering import table_page
from communique.web.held import Seen
from communique.web.listings.happening import calendar
from communique.web.pages import held

router = APIRouter()


@router.get("/calendar")
def coming(request: Request) -> Response:
    """Visits, meetings, gatherings, signings and deadlines; `from` is the first day, today when it is left out."""
    given = request.query_params.get("from", "")
    try:
        day = dt.date.fromisoformat(given) if given else request.app.state.settings.day()
    except ValueError as error:
        raise RequestError("no day such as 2024-07-03", entry=f"from={given}") from error
    here, most = held(request), request.app.state.settings.listed

    def make() -> Seen:
        near = ahead(here.ledger, day, most)
        return Seen(near.scene, near.whole)

    return table_page(
        request,
        "calendar.html",
        "calendar",
        lambda: calendar(here.scene(("ahead", day), make).scene, (), day),
        lambda: {"heading": "Calendar", "intro": "", "day": day},
    )
