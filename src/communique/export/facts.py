"""What an export is made of: the facts of a ledger, each with its tellings, its days and its persons."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Literal, NamedTuple

import msgspec

from communique.base.edtf import bounds
from communique.kinds.record import Actor, Record
from communique.ledger.slots import date_text
from communique.ledger.store import Ledger
from communique.ledger.stored import Stored
from communique.resolve.events import Event
from communique.resolve.identities import Identities
from communique.resolve.people import Known
from communique.resolve.resolution import resolve
from communique.views.phrases import phrase_with_sides

Basis = Literal["day", "span", "report"]


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """Which records are exported, as `Ledger.records` takes it; a fact goes with all of its tellings.

    `tellings`: each record is a fact of its own, and nothing is resolved.
    """

    kind: str | None = None
    country: str | None = None
    pair: tuple[str, str] | None = None
    since: str | None = None
    until: str | None = None
    tellings: bool = False


class When(NamedTuple):
    """The first and last day of a fact: told to the day, told as a longer span, or only when it was reported."""

    first: dt.date
    last: dt.date
    basis: Basis


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One fact. `tellings` has the fullest first; `id` is that of its event, or of its only record.

    `copies` are the documents that copy another; `differing` the fields on which the tellings differ.
    """

    id: str
    kind: str
    tellings: tuple[Stored, ...]
    copies: frozenset[str] = frozenset()
    differing: tuple[str, ...] = ()

    @property
    def record(self) -> Record:
        """The fullest telling, from which values are taken."""
        return self.tellings[0].record

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of all records that tell it."""
        return tuple(telling.record.id for telling in self.tellings)

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of all documents that tell it."""
        return tuple(dict.fromkeys(telling.record.doc for telling in self.tellings))

    @property
    def publishers(self) -> tuple[str, ...]:
        """Who published the texts that are no copies."""
        own = {t.document.publisher for t in self.tellings if t.document.id not in self.copies}
        return tuple(sorted(name for name in own if name))

    @property
    def when(self) -> When | None:
        """Its days: the most exact that a text gives, else the day of the first report; None without either."""
        told = [_days(text, "span") for t in self.tellings if (text := date_text(t.record))]
        exact = [days for days in told if days.first == days.last]
        if exact or told:
            return exact[0]._replace(basis="day") if exact else told[0]
        reported = [_days(date, "report") for t in self.tellings if (date := t.document.date)]
        return min(reported, default=None)

    @property
    def headline(self) -> str:
        """The fact in English words."""
        text, tags = phrase_with_sides(self.record)
        force = () if self.record.modality == "actual" else (self.record.modality,)
        return "; ".join((text, *force, *tags))


class Facts:
    """The facts of a selection in order of time, and what the ledger knows of persons and texts.

    `wanted` are the ids of the records that were selected, `around` every event of the ledger.
    """

    def __init__(
        self,
        ledger: Ledger,
        facts: Iterable[Fact],
        *,
        wanted: frozenset[str],
        around: Iterable[Fact] = (),
        known: Iterable[Known] = (),
    ) -> None:
        self.all = tuple(sorted(facts, key=_order))
        self.wanted = wanted
        self.known = {person.id: person for person in known}
        self._beside: dict[str, list[Fact]] = defaultdict(list)
        for fact in around:
            for document in fact.documents:
                self._beside[document].append(fact)
        self._ledger = ledger
        self._texts: dict[tuple[str, str], str] = {}

    @cached_property
    def _identities(self) -> Identities:
        return Identities(list(self.known.values()), self._ledger.records(kind="person"))

    def person(self, telling: Stored, actor: Actor) -> Known | None:
        """The person that an actor's name means in this telling."""
        key = self._identities.who(telling.record.doc, actor.name, actor.country) if actor.name else None
        return self.known[key] if key else None

    def beside(self, fact: Fact) -> list[Fact]:
        """The events that some document of this fact tells too."""
        found = {other.id: other for document in fact.documents for other in self._beside[document]}
        return list(found.values())

    def text(self, telling: Stored) -> str:
        """The text that a telling's evidence points into."""
        info = telling.document
        key = (info.id, info.sha256)
        if key not in self._texts:
            document = self._ledger.document(*key)
            self._texts[key] = document.text if document else ""
        return self._texts[key]


def gather(ledger: Ledger, wanted: Selection) -> Facts:
    """The facts that have a record among those wanted."""
    records = ledger.records(
        kind=wanted.kind, country=wanted.country, pair=wanted.pair, since=wanted.since, until=wanted.until
    )
    chosen = frozenset(stored.record.id for stored in records)
    resolution = resolve(ledger)
    told = {stored.record.id: stored for stored in ledger.records()}
    events = [_fact(event, told) for event in resolution.events]
    if wanted.tellings:
        found = [_alone(stored, resolution.copies) for stored in records]
    else:
        resolved = {key for event in events for key in event.records}
        found = [event for event in events if chosen.intersection(event.records)]
        found += [_alone(stored, resolution.copies) for stored in records if stored.record.id not in resolved]
    return Facts(ledger, found, wanted=chosen, around=events, known=resolution.people)


def basis(stored: Stored) -> str:
    """Whether a record's values are as they were `read`, or `corrected` by a person."""
    return "corrected" if getattr(stored, "corrections", ()) else "read"


def _fact(event: Event, told: dict[str, Stored]) -> Fact:
    tellings = sorted((told[key] for key in event.records), key=lambda stored: -_fullness(stored.record))
    return Fact(
        id=event.id,
        kind=event.kind,
        tellings=tuple(tellings),
        copies=frozenset(event.copies),
        differing=tuple(event.differing),
    )


def _alone(stored: Stored, copies: dict[str, str]) -> Fact:
    doc = stored.record.doc
    return Fact(
        id=stored.record.id,
        kind=stored.record.kind,
        tellings=(stored,),
        copies=frozenset({doc} & copies.keys()),
    )


def _fullness(record: Record) -> int:
    """What happened goes before what lay ahead, then the record with most fields filled."""
    filled = sum(getattr(record, name) not in (None, ()) for name in record.__struct_fields__)
    return filled + (100 if record.modality == "actual" else 0)


def _days(edtf: str, basis: Basis) -> When:
    first, last = bounds(edtf)
    if first == dt.date.min:
        first = last
    return When(first, first if last == dt.date.max else last, basis)


def _order(fact: Fact) -> tuple[dt.date, str]:
    when = fact.when
    return (when.first if when else dt.date.max), fact.id
