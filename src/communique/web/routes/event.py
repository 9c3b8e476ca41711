"""The page of an event, an instrument, a project or a gathering: who tells it, how, and where they differ."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from communique.errors import RequestError
from communique.resolve.events import Event
from communique.views.happened import days, differences, headline
from communique.views.instruments import instruments
from communique.views.readouts import chosen, compare_readouts, sides_of
from communique.views.scene import Scene
from communique.web.listings.cells import cite, cited
from communique.web.pages import page
from communique.web.saying import back, form_of, judge
from communique.web.scopes import seen_around
from communique.web.wording import NOUNS, document_href, event_href

router = APIRouter()
_NOUNS = {"event", *NOUNS.values()}
_OTHERS = 40


@router.get("/diff/{id}")
def diff(request: Request, id: str, a: str = "", b: str = "") -> Response:
    """The readouts of two sides of an event, beside each other."""

    def make() -> dict[str, Any]:
        found = seen_around(request, id)
        if found.event is None:
            raise RequestError("records of this kind are no events, so there is nothing to compare", entry=id)
        sides = sides_of(found.scene, found.event)
        values = {"event": found.event, "title": headline(found.event, found.scene.records), "sides": sides}
        if len(sides) < 2:
            return {**values, "made": None, "home": event_href(found.event.kind, id)}
        made = compare_readouts(found.scene, found.event, *chosen(sides, (a, b) if a and b else None))
        return {**values, "made": made, "home": event_href(found.event.kind, id)}

    return page(request, "diff.html", make)


@router.post("/judge")
async def judged(request: Request) -> Response:
    """Same, not the same, or unsure."""
    form = await form_of(request)
    judge(request, form)
    return back(form, "/review")


def _page(request: Request, noun: str, id: str) -> Response:
    found = seen_around(request, id)
    assert found.stored is not None
    if found.event is None:
        return RedirectResponse(document_href(found.stored.document.id, id), 307)
    if noun != NOUNS.get(found.event.kind, "event"):
        return RedirectResponse(event_href(found.event.kind, id), 307)
    event, scene = found.event, found.scene
    return page(request, "event.html", lambda: _values(scene, event))


def _values(scene: Scene, event: Event) -> dict[str, Any]:
    told = scene.tellings(event)
    others = [e for e in scene.resolution.events if e.kind == event.kind and e.id != event.id]
    others.sort(key=lambda e: abs((e.first - event.first).days) if e.first and event.first else 10**6)
    lives = [one for one in instruments(scene) if one.event == event.id] if event.kind == "agreement" else []
    stages = [(s, cited(scene, "agreement", s.documents, s.quote)) for one in lives for s in one.stages]
    return {
        "event": event,
        "title": headline(event, scene.records),
        "when": " ".join(days(event).split()),
        "told": [(one, cite(one)) for one in told],
        "stages": stages,
        "titles": lives[0].titles if lives else (),
        "sides": sides_of(scene, event),
        "differences": differences(event, scene.records),
        "ties": event.ties,
        "sources": {one.record.id: one.document.publisher or one.document.id for one in told},
        "others": [
            (e.records[0], headline(e, scene.records), " ".join(days(e).split())) for e in others[:_OTHERS]
        ],
    }


def _route(noun: str) -> None:
    @router.get(f"/{noun}/{{id}}", name=noun)
    def named(request: Request, id: str) -> Response:
        return _page(request, noun, id)


for _noun in sorted(_NOUNS):
    _route(_noun)
