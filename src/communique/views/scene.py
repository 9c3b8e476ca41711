"""What the views of a whole ledger share: its records, resolved, and where each is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar, cast

from communique.ledger.slots import ASIDE_SLOTS, countries_of
from communique.ledger.store import Ledger
from communique.ledger.stored import Stored
from communique.resolve.events import Event
from communique.resolve.resolution import Resolution, resolve, resolved

Value = TypeVar("Value")


class Scene:
    """A ledger's current records and what they are resolved to; asked by the views, never changed."""

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self.told = resolution.told
        self.identities = resolution.identities
        self.records = {stored.record.id: stored for stored in self.told}
        self._made: dict[Hashable, object] = {}

    @classmethod
    def of(cls, ledger: Ledger) -> Scene:
        """The scene of a ledger, with the judgements that stand."""
        return cls(resolve(ledger))

    @classmethod
    def from_records(cls, told: Sequence[Stored]) -> Scene:
        """The scene of records without a ledger; copies are not looked for."""
        return cls(resolved(told))

    @cached_property
    def _document_states(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for stored in self.told:
            codes = (code for code, slot in countries_of(stored.record) if slot not in ASIDE_SLOTS)
            found.setdefault(stored.document.id, set()).update(codes)
        return found

    @cached_property
    def _by_quote(self) -> dict[tuple[str, str], list[Stored]]:
        found: dict[tuple[str, str], list[Stored]] = {}
        for stored in self.told:
            found.setdefault((stored.document.id, quote(stored)), []).append(stored)
        return found

    def once(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """What a view makes of the scene and several ask for; made when it is first asked for."""
        if key not in self._made:
            self._made[key] = make()
        return cast(Value, self._made[key])

    def told_by(self, kind: str, documents: Iterable[str], said: str) -> Stored | None:
        """The record of a kind that a view cites by its documents and its quote on one line."""
        fits = [stored for doc in documents for stored in self._by_quote.get((doc, said), ())]
        return next((stored for stored in fits if stored.record.kind == kind), fits[0] if fits else None)

    def states_of(self, document: str) -> set[str]:
        """The states that take part in what a document tells."""
        return self._document_states.get(document, set())

    def events(self, kind: str, states: Iterable[str] = ()) -> list[Event]:
        """The events of a kind in which all of these states take part, by day."""
        wanted = set(states)
        return [e for e in self.resolution.events if e.kind == kind and wanted <= set(e.states)]

    def tellings(self, event: Event) -> list[Stored]:
        """The records that tell an event, in the order of their reports."""
        return sorted((self.records[key] for key in event.records), key=reported_key)

    def fullest(self, event: Event) -> Stored:
        """The record of an event that fills most fields, of what is done before what is to come."""
        return max(self.tellings(event), key=lambda s: (s.record.modality == "actual", filled(s)))


def reported_key(stored: Stored) -> tuple[str, str, int]:
    """What orders records by the day of their report, their document and their place in it."""
    return stored.document.date or "9999", stored.document.id, stored.record.evidence[0].start


def reported(stored: Stored) -> dt.date | None:
    """The day of the report, None where it is known to the month or year only or not at all."""
    try:
        return dt.date.fromisoformat(stored.document.date or "")
    except ValueError:
        return None


def filled(stored: Stored) -> int:
    """How many of its own fields a record fills."""
    record = stored.record
    return sum(getattr(record, name) not in (None, ()) for name in record.__struct_fields__)


def quote(stored: Stored) -> str:
    """The record's first quote on one line."""
    return " ".join(stored.record.evidence[0].quote.split())


def documents(told: Iterable[Stored]) -> tuple[str, ...]:
    """The ids of the documents, each once, in order."""
    return tuple(dict.fromkeys(stored.document.id for stored in told))
