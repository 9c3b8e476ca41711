"""What is between two states: a summary, and one view an address."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Query, Request, Response

from communique.resolve.events import Event
from communique.views.brief import brief
from communique.views.brief_shape import Brief
from communique.views.figures import Series, figures
from communique.views.happened import Wanted, happened
from communique.views.instruments import Instrument, instruments
from communique.views.invitations import Invited, invitations
from communique.views.promises import Promise, promises
from communique.views.scene import Scene
from communique.views.stances import Stance, stances
from communique.views.summary import Summary, summary
from communique.views.tiers import Step, tiers
from communique.web.access import needs
from communique.web.held import Held
from communique.web.named import sides
from communique.web.rest import answers, pairwise
from communique.web.rest.asked import (
    LIMIT,
    Cursor,
    HeldNow,
    Kind,
    Limit,
    PairPath,
    Since,
    Today,
    Until,
    day_of,
)
from communique.web.rest.schemas import items, shape, told

router = APIRouter(prefix="/pairs", tags=["pairs"], dependencies=[needs("read")])

State = Literal["open", "overdue", "silent", "begun", "done", "contradicted", "repeated"]


class Tally(msgspec.Struct, frozen=True):
    """How many current records both states take part in."""

    a: str
    b: str
    records: int


def tallies(held: Held) -> list[Tally]:
    """The pairs of the ledger, those with most records first."""
    counts = held.thing("counts", held.ledger.counts)
    return [Tally(a, b, number) for (a, b), number in counts.pairs.items()]


@router.get(
    "",
    summary="Pairs of states with records between them",
    responses=told(items(Tally), "Those with most records first."),
    response_class=Response,
)
def pairs(request: Request, held: HeldNow, limit: Limit = LIMIT, cursor: Cursor = None) -> Response:
    """Every two states or organisations that take part in a record together."""
    return answers.conditional(request, held, lambda: answers.page(tallies(held), limit, cursor))


@router.get(
    "/{pair}",
    summary="Two states at a glance",
    responses=told(shape(Summary), "Counts of records and events, the tier, what is open and ahead."),
    response_class=Response,
)
def pair_summary(request: Request, held: HeldNow, pair: PairPath, today: Today = None) -> Response:
    """The pair in numbers, as of a day."""
    a, b = sides(pair, "pair", held)
    day = day_of(request, today)
    return pairwise.one(
        request, held, (a, b), lambda scene: msgspec.json.encode(summary(scene, a, b, day)), str(day)
    )


@router.get(
    "/{pair}/timeline",
    summary="The events between two states, by day",
    responses=told(items(Event), "Each event once, however many texts tell it."),
    response_class=Response,
)
def timeline(
    request: Request,
    held: HeldNow,
    pair: PairPath,
    kind: Kind = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = LIMIT,
    cursor: Cursor = None,
) -> Response:
    """Every telling stays: an event has the ids of its records, and the values in which they differ."""
    both = sides(pair, "pair", held)
    wanted = Wanted(kind=kind, states=frozenset(both), since=since, until=until)
    return pairwise.many(
        request, held, both, lambda scene: happened(scene.resolution.events, wanted), limit, cursor
    )


@router.get(
    "/{pair}/tiers",
    summary="The partnership ladder through time",
    responses=told(items(Step), "Which tier was named when, in whose words, and what changed it."),
    response_class=Response,
)
def ladder(
    request: Request, held: HeldNow, pair: PairPath, limit: Limit = LIMIT, cursor: Cursor = None
) -> Response:
    """The steps by day."""
    both = sides(pair, "pair", held)
    return pairwise.many(request, held, both, lambda scene: tiers(scene, both), limit, cursor)


@router.get(
    "/{pair}/commitments",
    summary="Who owes what to whom",
    responses=told(items(Promise), "Each commitment once, with what later reports say of it."),
    response_class=Response,
)
def commitments(
    request: Request,
    held: HeldNow,
    pair: PairPath,
    state: Annotated[
        list[State] | None, Query(max_length=7, description="Only those in one of these states.")
    ] = None,
    today: Today = None,
    limit: Limit = LIMIT,
    cursor: Cursor = None,
) -> Response:
    """What was agreed, pledged, offered and asked, by the day it was first told."""
    both = sides(pair, "pair", held)
    day = day_of(request, today)

    def found(scene: Scene) -> list[Promise]:
        return [p for p in promises(scene, both, day) if not state or p.state in state]

    return pairwise.many(request, held, both, found, limit, cursor, str(day))


@router.get(
    "/{pair}/positions",
    summary="Who supports, opposes or condemns what",
    responses=told(items(Stance), "Positions, who shares them, and whether they are returned."),
    response_class=Response,
)
def positions(
    request: Request, held: HeldNow, pair: PairPath, limit: Limit = LIMIT, cursor: Cursor = None
) -> Response:
    """The positions by day."""
    both = sides(pair, "pair", held)
    return pairwise.many(request, held, both, lambda scene: stances(scene, both), limit, cursor)


@router.get(
    "/{pair}/figures",
    summary="Figures as series",
    responses=told(items(Series), "Each claim with its period and who says so."),
    response_class=Response,
)
def series(
    request: Request,
    held: HeldNow,
    pair: PairPath,
    measure: Annotated[
        str | None,
        Query(max_length=100, description="Only this measure.", examples=["trade_turnover"]),
    ] = None,
    limit: Limit = LIMIT,
    cursor: Cursor = None,
) -> Response:
    """Notes tell where the arithmetic of a series does not meet."""
    both = sides(pair, "pair", held)
    return pairwise.many(request, held, both, lambda scene: figures(scene, both, measure), limit, cursor)


@router.get(
    "/{pair}/instruments",
    summary="Treaties, agreements and memoranda through their lives",
    responses=told(items(Instrument), "Each instrument with its stages."),
    response_class=Response,
)
def treaties(
    request: Request, held: HeldNow, pair: PairPath, limit: Limit = LIMIT, cursor: Cursor = None
) -> Response:
    """Each stage with its day and the documents that tell it."""
    both = sides(pair, "pair", held)
    return pairwise.many(request, held, both, lambda scene: instruments(scene, both), limit, cursor)


@router.get(
    "/{pair}/invitations",
    summary="Invitations, and what became of them",
    responses=told(items(Invited), "Who invited whom to what, and which visit fulfilled it."),
    response_class=Response,
)
def invited(
    request: Request, held: HeldNow, pair: PairPath, limit: Limit = LIMIT, cursor: Cursor = None
) -> Response:
    """The invitations by day."""
    both = sides(pair, "pair", held)
    return pairwise.many(request, held, both, lambda scene: invitations(scene, both), limit, cursor)


@router.get(
    "/{pair}/brief",
    summary="The brief on two states",
    responses=told(shape(Brief), "Sections of lines, each with the footnotes that prove it."),
    response_class=Response,
)
def pair_brief(
    request: Request,
    held: HeldNow,
    pair: PairPath,
    since: Since = None,
    until: Until = None,
    most: Annotated[
        int | None, Query(ge=1, le=1000, description="How many lines a group of a section has at most.")
    ] = None,
    today: Today = None,
) -> Response:
    """Who met whom, what was agreed, pledged and asked, each line with its quotes."""
    a, b = sides(pair, "pair", held)
    day = day_of(request, today)

    def made(scene: Scene) -> bytes:
        told = brief(held.ledger, a, b, since=since, until=until, today=day, most=most, scene=scene)
        return msgspec.json.encode(told)

    return pairwise.one(request, held, (a, b), made, str(day))
