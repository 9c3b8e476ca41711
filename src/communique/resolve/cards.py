"""A record as it is compared: its sides, its persons, its days, with what other kinds of facts add."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Literal

import msgspec

from communique.base.edtf import bounds
from communique.kinds.record import Actor, Place, Record
from communique.ledger.slots import ASIDE_SLOTS, countries_of, date_text
from communique.ledger.stored import Stored
from communique.lexicon import languages, load
from communique.resolve.identities import Identities

AHEAD = 45
"""Days before a fact that a report may announce it, where it names no day."""
BEHIND = 3
"""Days after a fact that a report may tell it, where it names no day."""
_LONG = 31
_WORDED = ("title", "name", "to", "action", "issue", "text", "reason")
FORWARD = frozenset({"planned", "agreed", "intended", "proposed", "requested", "conditional"})
"""The forces in which a fact is told before it is done."""


class Window(msgspec.Struct, frozen=True):
    """The days a fact may be of: as the text tells them, or as follow from the day of the report."""

    first: dt.date
    last: dt.date
    basis: Literal["told", "report"]

    @property
    def one_day(self) -> bool:
        """Whether the text tells the day."""
        return self.first == self.last


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """What is compared of a record. `people` maps each state to the persons it is told to act by."""

    record: Record
    lang: str
    publisher: str | None
    reported: dt.date | None
    window: Window | None
    states: frozenset[str]
    people: dict[str, frozenset[str]]
    subjects: frozenset[str]
    """The sectors that the title, the name or the goal of the fact speaks of."""
    text: str
    """The document, or the one that it copies."""


Comparer = Callable[[Card, Card], str | None]
"""Names the feature that it finds in two cards, or none."""


def card(stored: Stored, identities: Identities, original: str) -> Card:
    """The card of a stored record whose document is, or copies, `original`."""
    record, document = stored.record, stored.document
    reported = _day(document.date)
    people: dict[str, set[str]] = {}
    for actor in _actors(record):
        if actor.name and actor.country:
            who = identities.who(record.doc, actor.name, actor.country)
            people.setdefault(actor.country, set()).add(who or f"name:{actor.name}")
    return Card(
        record=record,
        lang=document.lang,
        publisher=document.publisher,
        reported=reported,
        window=_window(record, reported),
        states=frozenset(code for code, slot in countries_of(record) if slot not in ASIDE_SLOTS),
        people={state: frozenset(found) for state, found in people.items()},
        subjects=_subjects(record, document.lang),
        text=original,
    )


def place_of(record: Record) -> Place | None:
    """Where the record says it was."""
    place = getattr(record, "place", None)
    return place if isinstance(place, Place) else None


@lru_cache(maxsize=65536)
def _sectors(words: str, lang: str) -> frozenset[str]:
    return frozenset(load(lang).topics.labels(words.lower())) if lang in languages() else frozenset()


def _subjects(record: Record, lang: str) -> frozenset[str]:
    told = (getattr(record, name, None) for name in _WORDED)
    words = next((value for value in told if isinstance(value, str) and value), None)
    return _sectors(words, lang) if words else frozenset()


def _actors(record: Record) -> list[Actor]:
    values: list[Any] = [getattr(record, name) for name in record.__struct_fields__]
    flat = [item for value in values for item in (value if isinstance(value, tuple) else (value,))]
    return [item for item in flat if isinstance(item, Actor)]


def _day(date: str | None) -> dt.date | None:
    if not date:
        return None
    first, last = bounds(date)
    return first if first == last else None


def _window(record: Record, reported: dt.date | None) -> Window | None:
    told = date_text(record)
    if told:
        first, last = bounds(told)
        if first > dt.date.min and last < dt.date.max and (last - first).days <= _LONG:
            return Window(first, last, "told")
    if reported is None:
        return None
    if record.modality in FORWARD:
        return Window(reported, reported + dt.timedelta(days=AHEAD), "report")
    return Window(reported - dt.timedelta(days=BEHIND), reported, "report")
