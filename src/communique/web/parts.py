"""Parts of the ledger resolved for themselves, so that no request resolves all of it."""

from __future__ import annotations

from communique.errors import UnknownError
from communique.kinds.identity import PREFIX
from communique.ledger.queries import Query
from communique.resolve.events import Event
from communique.views.nearby import around, nearby
from communique.views.scene import Scene
from communique.web.held import Held, Seen

MOST = 5000
"""Records of a part that are resolved; of a larger one those of the latest documents are."""


def seen_of(held: Held, a: str, b: str | None = None) -> Seen:
    """What is between two states, or of one, and whether it is all there is."""

    def make() -> Seen:
        near = nearby(held.ledger, Query(pair=(a, b)) if b else Query(country=a), MOST)
        return Seen(near.scene, near.whole)

    return held.scene(("part", a, b), make)


def scene_of(held: Held, a: str, b: str | None = None) -> Scene:
    """What is between two states, or of one, resolved with the judgements that stand."""
    return seen_of(held, a, b).scene


def located(held: Held, id: str) -> tuple[Scene, Event]:
    """The event of an id, its own or that of a record that tells it, and the scene in which it can be seen.

    `UnknownError` when the ledger has no such record, or it tells no event.
    """
    record = record_of(id)

    def make() -> Seen:
        scene, stored, event = around(held.ledger, record, MOST)
        return Seen(scene, stored=stored, event=event)

    found = held.scene(("around", record), make)
    if found.event is None:
        raise UnknownError("this record tells no event; `/events?pair=…` lists those of a pair", entry=id)
    return found.scene, found.event


def record_of(id: str) -> str:
    """The id of the record that an event begins with, or the record's own."""
    return f"{PREFIX}-{id.rpartition('-')[2]}"
