"""What an export is made of: the facts of a selection, and what the ledger knows of persons and texts."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from communique.export.fact import Fact, of_event, of_record
from communique.kinds.record import Actor
from communique.ledger.store import Ledger
from communique.ledger.stored import Stored
from communique.resolve.people import Known
from communique.resolve.resolution import Resolution, resolve


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


class Facts:
    """The facts of a selection in order of time, and what the ledger knows of persons and texts.

    `wanted` are the ids of the records that were selected, `around` every event of the
    ledger.
    """

    def __init__(
        self,
        ledger: Ledger,
        facts: Iterable[Fact],
        *,
        wanted: frozenset[str],
        around: Iterable[Fact],
        resolution: Resolution,
    ) -> None:
        self.all = tuple(sorted(facts, key=_order))
        self.wanted = wanted
        self.known = {person.id: person for person in resolution.people}
        self._identities = resolution.identities
        self._beside: dict[str, list[Fact]] = defaultdict(list)
        for fact in around:
            for document in fact.documents:
                self._beside[document].append(fact)
        self._ledger = ledger
        self._texts: dict[tuple[str, str], str] = {}

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


def gather(ledger: Ledger, wanted: Selection, resolution: Resolution | None = None) -> Facts:
    """The facts that have a record among those wanted; `resolution` holds at least these, else the ledger is
    resolved."""
    records = ledger.records(
        kind=wanted.kind, country=wanted.country, pair=wanted.pair, since=wanted.since, until=wanted.until
    )
    chosen = frozenset(stored.record.id for stored in records)
    resolution = resolution or resolve(ledger)
    told = {stored.record.id: stored for stored in resolution.told}
    events = [of_event(event, told) for event in resolution.events]
    if wanted.tellings:
        found = [of_record(stored, resolution.copies) for stored in records]
    else:
        resolved = {key for event in events for key in event.records}
        found = [event for event in events if chosen.intersection(event.records)]
        found += [
            of_record(stored, resolution.copies) for stored in records if stored.record.id not in resolved
        ]
    return Facts(ledger, found, wanted=chosen, around=events, resolution=resolution)


def _order(fact: Fact) -> tuple[dt.date, str]:
    when = fact.when
    return (when.first if when else dt.date.max), fact.id
