"""People: who is who in a state, and who held an office on a day."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Query, Request, Response

from communique.api import people_of_state, who
from communique.resolve.people import Known
from communique.resolve.register import Answer
from communique.web.access import needs
from communique.web.named import code
from communique.web.rest import answers
from communique.web.rest.asked import DATE_PATTERN, LIMIT, Cursor, Date, HeldNow, Limit, day_of
from communique.web.rest.schemas import fields, items, shape, told

router = APIRouter(tags=["people"], dependencies=[needs("read")])

State = Annotated[
    str,
    Query(max_length=100, description="The state, by code or by name.", examples=["KEN"]),
]


@router.get(
    "/people",
    summary="The persons of a state",
    responses=told(items(Known), "One entry a person, however languages and scripts spell the name."),
    response_class=Response,
)
def people(
    request: Request, held: HeldNow, country: State, limit: Limit = LIMIT, cursor: Cursor = None
) -> Response:
    """Who is who, with every spelling, the offices the reports gave, and what made two names one person."""
    wanted = code(country, "country", held)
    return answers.conditional(
        request,
        held,
        lambda: answers.page(
            held.thing(("people", wanted), lambda: people_of_state(held.ledger, wanted)), limit, cursor
        ),
    )


@router.get(
    "/who",
    summary="Who held an office on a day",
    responses=told(
        fields(answers={"type": "array", "items": shape(Answer)}),
        "The likeliest first, each with what says so; empty where neither a report near that day nor the register "
        "tells.",
    ),
    response_class=Response,
)
def holder(
    request: Request,
    held: HeldNow,
    office: Annotated[
        str,
        Query(
            min_length=1,
            max_length=200,
            description="An office or title in any language that is read.",
            examples=["foreign minister"],
        ),
    ],
    country: State,
    on: Annotated[
        Date | None,
        Query(
            pattern=DATE_PATTERN,
            description="On this day, in this month or year; else today.",
            examples=["2025-11-02"],
        ),
    ] = None,
) -> Response:
    """By the register, else by the nearest reports."""
    wanted = code(country, "country", held)
    day = on or str(day_of(request, None))

    def make() -> bytes:
        return msgspec.json.encode({"answers": who(held.ledger, office, wanted, day)})

    return answers.conditional(request, held, make, also=day)
