"""The facts of a brief: what several documents tell of one event is one fact with all its sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from communique.kinds.record import Record
from communique.ledger.stored import Stored
from communique.resolve.events import Event
from communique.views.happened import readable
from communique.views.merge import Fact, merged
from communique.views.scene import filled, reported_key

_TAKEN = ("date", "place")
"""Fields that one text gives and another leaves out."""


def facts_of(stored: Sequence[Stored], events: Iterable[Event]) -> list[Fact]:
    """The facts that these records tell, persons aside; `events` say which of them tell one event.

    Figures are joined only where they are equal.
    """
    by_id = {item.record.id: item for item in stored if item.record.kind != "person"}
    facts: list[Fact] = []
    for event in events:
        told = sorted((by_id[key] for key in event.records if key in by_id), key=reported_key)
        if event.kind != "indicator" and len(told) > 1:
            facts.append(Fact(_fullest(told), tuple(told)))
            by_id = {key: item for key, item in by_id.items() if key not in event.records}
    return [*facts, *merged(item for item in stored if item.record.id in by_id)]


def _fullest(told: Sequence[Stored]) -> Record:
    """What is done before what is to come, words in Latin letters before others, then what fills most fields.

    Its day and place are taken from the others where it gives none.
    """

    def rank(item: Stored) -> tuple[bool, bool, int]:
        return item.record.modality == "actual", readable(item.record), filled(item)

    best = max(told, key=rank).record
    given = {}
    for name in _TAKEN:
        values = [value for item in told if (value := getattr(item.record, name, None))]
        if name in best.__struct_fields__ and getattr(best, name) is None and values:
            given[name] = values[0]
    return msgspec.structs.replace(best, **given)
