"""Events in words: which are wanted, when they were, who tells them, and where the tellings differ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from communique.base.edtf import bounds
from communique.errors import RequestError, UnknownError
from communique.kinds.record import Record
from communique.ledger.stored import Stored
from communique.resolve.comparers import MUTUAL
from communique.resolve.events import Event
from communique.views.describe import plain
from communique.views.phrases import phrase_with_sides

_ASIDE = frozenset({"participants", "countries", "parties", "units", "visitor", "inviter", "invitee"})
"""Fields of which texts name more or fewer, or in other letters, which is no difference."""
_WORDED = frozenset({"title", "to", "tier_text", "occasion", "name"})
"""Fields in the words of each text."""

_ID = 8
_LATIN = 0.9
_ENDS = frozenset({"reporter", "partner"})


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which events are asked for: of a kind, with all of these states, touching the days, told by so many
    texts."""

    kind: str | None = None
    states: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    texts: int = 1


def happened(found: Iterable[Event], wanted: Wanted) -> list[Event]:
    """The events that are wanted, in their order; one without a day is in no window."""
    first = bounds(wanted.since)[0] if wanted.since else dt.date.min
    last = bounds(wanted.until)[1] if wanted.until else dt.date.max
    windowed = bool(wanted.since or wanted.until)
    return [
        event
        for event in found
        if (wanted.kind is None or event.kind == wanted.kind)
        and wanted.states <= set(event.states)
        and len(event.documents) >= wanted.texts
        and (not windowed or (event.first is not None and event.last is not None))
        and (event.first or dt.date.min) <= last
        and (event.last or dt.date.max) >= first
    ]


def short_id(event: Event) -> str:
    """The first letters of an event's id, enough to name it on the command line."""
    return event.id.rpartition("-")[2][:_ID]


def named(found: Iterable[Event], key: str) -> Event:
    """The one event whose id, or a record's of it, begins as `key`; `RequestError` for none or several."""
    bare = key.rpartition("-")[2] or key
    fits = [
        event
        for event in found
        if any(own.rpartition("-")[2].startswith(bare) for own in (event.id, *event.records))
    ]
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise RequestError("several events have ids that begin so: give more letters", entry=key)
    raise UnknownError("no event has this id; `communique events` lists them", entry=key)


def days(event: Event) -> str:
    """The day or days of an event; in brackets those of the reports, `–` where there is none at all."""
    if event.first is None or event.last is None:
        return "–"
    span = str(event.first) if event.first == event.last else f"{event.first} –\n{event.last}"
    return span if event.dated else f"({span})"


def headline(event: Event, told: Mapping[str, Stored]) -> str:
    """The event in the words of its fullest record."""
    records = [told[key].record for key in event.records]
    best = max(records, key=lambda r: (r.modality == "actual", readable(r), _told(r)))
    text, tags = phrase_with_sides(best)
    force = () if best.modality == "actual" else (best.modality,)
    return "; ".join((text, *force, *tags))


def readable(record: Record) -> bool:
    """Whether a record's words are in the letters of the page around them, Latin ones with few marks."""
    text = phrase_with_sides(record)[0]
    return sum(c < "\u0250" for c in text) > _LATIN * len(text)


def _told(record: Record) -> int:
    """How many of its own fields a record fills."""
    return sum(getattr(record, name) not in (None, ()) for name in record.__struct_fields__)


def tellings(event: Event, told: Mapping[str, Stored]) -> list[str]:
    """One line a text: its id, language and publisher, and what it is a copy of."""
    documents = {told[key].document.id: told[key].document for key in event.records}
    lines = []
    for doc in event.documents:
        info = documents[doc]
        origin = ", ".join(part for part in (info.lang, info.publisher) if part)
        copied = f", copy of {event.copies[doc]}" if doc in event.copies else ""
        lines.append(f"{doc} ({origin}{copied})")
    return lines


def differences(event: Event, told: Mapping[str, Stored]) -> list[str]:
    """One line a field in which the texts contradict each other, each value with the texts that give it."""
    mutual = getattr(told[event.records[0]].record, "measure", None) in MUTUAL
    lines = []
    for name, claims in event.differing.items():
        if name in _ASIDE or name in _WORDED or (mutual and name in _ENDS):
            continue
        by_text = [
            f"{plain(claim.value)} ({', '.join(dict.fromkeys(told[key].document.id for key in claim.records))})"
            for claim in claims
        ]
        lines.append(f"{name.replace('_', ' ')}: {' · '.join(by_text)}")
    return lines
