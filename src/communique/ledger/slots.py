"""What a record can be looked up by: the countries, people and date in its slots.

Everything follows from the names and types of a kind's fields, so a new kind needs no change here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from communique.base.edtf import bounds
from communique.kinds.codes import CODE_FIELDS
from communique.kinds.record import Actor, Place, Record

# Slots that say where something is or what is part of it, not who takes part.
ASIDE_SLOTS = frozenset({"place", "units"})
# Fields that hold the day of the fact itself; a deadline (`due`) is not one.
DATE_FIELDS = ("date", "period")


def countries_of(record: Record) -> list[tuple[str, str]]:
    """`(code, slot)` for every country, organisation and unit in the record's own fields."""
    return sorted({(code, slot) for slot, value in _own(record) for code in _codes(slot, value) if code})


def people_of(record: Record) -> list[tuple[str, str | None, str]]:
    """`(name, country, slot)` for every person the record names, its speaker included."""
    found = {
        (actor.name, actor.country, slot)
        for slot, value in _own(record)
        for actor in _actors(value)
        if actor.name
    }
    if record.kind == "person":
        found.add((getattr(record, "name", ""), getattr(record, "country", None), "name"))
    if isinstance(chair := getattr(record, "chair", None), str):
        found.add((chair, None, "chair"))
    if record.attribution.speaker:
        found.add((record.attribution.speaker, record.attribution.country, "speaker"))
    return sorted(found, key=lambda row: (row[2], row[0], row[1] or ""))


def date_text(record: Record) -> str | None:
    """The record's own date in EDTF: its `date`, or a figure's `period`."""
    return next((value for name in DATE_FIELDS if (value := getattr(record, name, None))), None)


def date_bounds(record: Record) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of the record's own date; `ValueError` when it is not EDTF."""
    text = date_text(record)
    return bounds(text) if text else (None, None)


def _own(record: Record) -> Iterator[tuple[str, Any]]:
    shared = Record.__struct_fields__
    return ((name, getattr(record, name)) for name in record.__struct_fields__ if name not in shared)


def _codes(slot: str, value: Any) -> list[str]:
    if isinstance(value, tuple):
        return [code for item in value for code in _codes(slot, item)]
    if isinstance(value, Actor | Place):
        return [value.country or ""]
    return [value] if slot in CODE_FIELDS and isinstance(value, str) else []


def _actors(value: Any) -> list[Actor]:
    if isinstance(value, tuple):
        return [item for item in value if isinstance(item, Actor)]
    return [value] if isinstance(value, Actor) else []
