"""The facts of a brief: what several documents tell of one event is one fact with all its sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from communique.kinds.record import Actor, Record
from communique.ledger.stored import Stored
from communique.resolve.events import Event
from communique.views.happened import readable
from communique.views.merge import Fact, merged
from communique.views.scene import filled, reported_key

_TAKEN = ("date", "place")
"""Fields that one text gives and another leaves out; the second only where sides met in person."""
_ACTORS = ("participants", "visitor", "inviter", "invitee")
"""Fields of persons or states that take part in an event."""
_CALLS = frozenset({"phone", "online"})


def facts_of(
    stored: Sequence[Stored], events: Iterable[Event], promised: Iterable[Sequence[str]] = ()
) -> list[Fact]:
    """The facts that these records tell, persons aside; `events` and `promised` (ids of records) say which of
    them tell one event or one commitment.

    Figures are joined only where they are equal.
    """
    by_id = {item.record.id: item for item in stored if item.record.kind != "person"}
    together = [event.records for event in events if event.kind != "indicator"]
    facts: list[Fact] = []
    for records in [*together, *promised]:
        told = sorted((by_id[key] for key in records if key in by_id), key=reported_key)
        if len(told) > 1:
            facts.append(Fact(_fullest(told), tuple(told)))
            for item in told:
                del by_id[item.record.id]
    return [*facts, *merged(by_id.values())]


def _fullest(told: Sequence[Stored]) -> Record:
    """What is done before what is to come, words in Latin letters before others, then what fills most fields.

    Its day and place are taken from the others where it gives none.
    """

    def rank(item: Stored) -> tuple[bool, bool, int]:
        return item.record.modality == "actual", readable(item.record), filled(item)

    best = max(told, key=rank).record
    given = {}
    called = getattr(best, "format", None) in _CALLS
    for name in _TAKEN if not called else _TAKEN[:1]:
        values = [value for item in told if (value := getattr(item.record, name, None))]
        if name in best.__struct_fields__ and getattr(best, name) is None and values:
            given[name] = values[0]
    return msgspec.structs.replace(best, **given, **_named_in_full(best, told))


def _named_in_full(best: Record, told: Sequence[Stored]) -> dict[str, Any]:
    """The fields of actors with the longest name that a report has for each (`Fidan` is `Hakan Fidan`)."""
    known = [
        actor for item in told for name in _ACTORS for actor in _actors(getattr(item.record, name, None))
    ]

    def full(actor: Actor) -> Actor:
        words = set((actor.name or "").casefold().split())
        same = (
            other.name
            for other in known
            if words
            and other.name
            and other.country == actor.country
            and words < set(other.name.casefold().split())
        )
        return Actor(max(same, key=lambda name: (len(name), name), default=actor.name), actor.country)

    changed: dict[str, Any] = {}
    for name in _ACTORS:
        value = getattr(best, name, None)
        if isinstance(value, Actor):
            changed[name] = full(value)
        elif _actors(value):
            changed[name] = tuple(map(full, _actors(value)))
    return changed


def _actors(value: Any) -> list[Actor]:
    """The actors that a field holds, one or several."""
    held = value if isinstance(value, tuple) else (value,)
    return [item for item in held if isinstance(item, Actor)]
