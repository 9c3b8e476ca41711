"""The calendar: what is announced of a state or a pair."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from communique.errors import RequestError
from communique.views.ahead import Appointment, appointments
from communique.views.scene import Scene
from communique.web.access import needs
from communique.web.named import code, sides
from communique.web.parts import seen_of
from communique.web.rest import answers
from communique.web.rest.asked import LIMIT, Country, Cursor, HeldNow, Limit, Pair, Today, day_of
from communique.web.rest.schemas import items, told

router = APIRouter(tags=["calendar"], dependencies=[needs("read")])


@router.get(
    "/calendar",
    summary="What lies ahead of a state or a pair",
    responses=told(items(Appointment), "Visits, meetings, gatherings, signings and deadlines, by day."),
    response_class=Response,
)
def calendar(
    request: Request,
    held: HeldNow,
    pair: Pair = None,
    country: Country = None,
    today: Today = None,
    limit: Limit = LIMIT,
    cursor: Cursor = None,
) -> Response:
    """What was announced and ends on `today` or later. Name a pair or a country."""
    if pair is not None:
        states: tuple[str, ...] = sides(pair, "pair", held)
    elif country is not None:
        states = (code(country, "country", held),)
    else:
        raise RequestError("name a pair or a country", entry="pair")
    day = day_of(request, today)

    def made(scene: Scene) -> bytes:
        return answers.page(appointments(scene, states, day), limit, cursor)

    return answers.conditional(
        request, held, lambda: answers.of_part(seen_of(held, *states), made), also=str(day)
    )
