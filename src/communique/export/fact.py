"""One fact of a ledger as it is exported: its tellings, its days, its words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal, NamedTuple

import msgspec

from communique.base.edtf import bounds
from communique.kinds.record import Record
from communique.ledger.slots import date_text
from communique.ledger.stored import Stored
from communique.resolve.events import Event
from communique.views.corrected import standing
from communique.views.phrases import phrase_with_sides

Basis = Literal["day", "span", "report"]


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


def basis(stored: Stored) -> str:
    """What people said of the values: `read` for nothing, `corrected`, `confirmed` or `not_verifiable`."""
    return standing(stored)


def of_event(event: Event, told: Mapping[str, Stored]) -> Fact:
    """The fact that an event is; `told` has its records by id."""
    tellings = sorted((told[key] for key in event.records), key=lambda stored: -_fullness(stored.record))
    return Fact(
        id=event.id,
        kind=event.kind,
        tellings=tuple(tellings),
        copies=frozenset(event.copies),
        differing=tuple(event.differing),
    )


def of_record(stored: Stored, copies: Mapping[str, str]) -> Fact:
    """A record as a fact of its own; `copies` maps a document to the one that it copies."""
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
