"""Events: those of a pair, one with its tellings, and two sides' readouts of one compared."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Path, Query, Request, Response

from communique.resolve.events import Event
from communique.views.happened import Wanted, happened
from communique.views.readouts import Comparison, Said, chosen, compare_readouts, sides_of, told_of
from communique.web.access import needs
from communique.web.held import Held
from communique.web.named import sides
from communique.web.parts import located
from communique.web.rest import answers, pairwise
from communique.web.rest.asked import LIMIT, Cursor, HeldNow, Kind, Limit, Since, Until
from communique.web.rest.schemas import items, shape, told

router = APIRouter(prefix="/events", tags=["events"], dependencies=[needs("read")])

EventId = Annotated[
    str,
    Path(
        max_length=100,
        description="The event's id, or that of a record that tells it.",
        examples=["event-0158561aadc8ac7f0851"],
    ),
]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An event and the records that tell it, each with its quote."""

    event: Event
    tellings: tuple[Said, ...]


@router.get(
    "",
    summary="The events of a pair",
    responses=told(items(Event), "By day, each once however many texts tell it."),
    response_class=Response,
)
def events(
    request: Request,
    held: HeldNow,
    pair: Annotated[
        str,
        Query(
            max_length=200,
            description="Two states, by code or name, with a comma between.",
            examples=["VNM,CHN"],
        ),
    ],
    kind: Kind = None,
    since: Since = None,
    until: Until = None,
    texts: Annotated[int, Query(ge=1, le=1000, description="Only what so many texts tell, copies too.")] = 1,
    limit: Limit = LIMIT,
    cursor: Cursor = None,
) -> Response:
    """The events in which both states take part; `/pairs/{pair}/timeline` is the same for all texts."""
    both = sides(pair, "pair", held)
    wanted = Wanted(kind=kind, states=frozenset(both), since=since, until=until, texts=texts)
    return pairwise.many(
        request, held, both, lambda scene: happened(scene.resolution.events, wanted), limit, cursor
    )


@router.get(
    "/{id}",
    summary="One event and its tellings",
    responses=told(shape(Told), "The event, and each record that tells it with its quote."),
    response_class=Response,
)
def event(request: Request, held: HeldNow, id: EventId) -> Response:
    """The event as it is told near its time between its states."""

    def make() -> bytes:
        scene, found = located(held, id)
        return msgspec.json.encode(
            Told(event=found, tellings=tuple(told_of(item) for item in scene.tellings(found)))
        )

    return answers.conditional(request, held, make)


@router.get(
    "/{id}/diff",
    summary="Two sides' readouts of one event, compared",
    responses=told(shape(Comparison), "What both report, what one side does alone, and what differs."),
    response_class=Response,
)
def diff(
    request: Request,
    held: HeldNow,
    id: EventId,
    between: Annotated[
        str | None,
        Query(
            max_length=500,
            description="Which sides, with a comma between: a state's code, a publisher or a document each; "
            "else the first two, those that take part before others.",
            examples=["CHN,NGA"],
        ),
    ] = None,
) -> Response:
    """A side is a state whose bodies or outlets published texts of the event, or another publisher."""
    return answers.conditional(request, held, lambda: _compared(held, id, between))


def _compared(held: Held, id: str, between: str | None) -> bytes:
    scene, found = located(held, id)
    known = sides_of(scene, found)
    if between is None:
        return msgspec.json.encode(compare_readouts(scene, found, *chosen(known, None)))
    one, _, other = between.partition(",")
    names = (one.strip(), other.strip())
    return msgspec.json.encode(compare_readouts(scene, found, *chosen(known, names)))
