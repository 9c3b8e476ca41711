"""What a record can be looked up by: the countries, people and date in its slots.

Everything follows from the names and types of a kind's fields, so a new kind needs no change here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

import msgspec

from communique.base.edtf import bounds
from communique.kinds.codes import CODE_FIELDS
from communique.kinds.record import Actor, Place, Record

# Slots that say where something is or what is part of it, not who takes part.
ASIDE_SLOTS = frozenset({"place", "units"})
# Fields with a person's name as a text, and those with the person's state.
_NAMES: dict[Any, tuple[tuple[str, str | None], ...]] = {"person": (("name", "country"),)}
_CHAIR: tuple[tuple[str, str | None], ...] = (("chair", None),)
# Fields that hold the day of the fact itself; a deadline (`due`) is not one.
DATE_FIELDS = ("date", "period")


Codes = list[tuple[str, str]]
"""Codes of countries, organisations and units, each with the slot that it is in."""


def countries_of(record: Record) -> Codes:
    """`(code, slot)` for every country, organisation and unit in the record's own fields."""
    slots = _slots(type(record))
    found: list[tuple[str, str]] = []
    for slot in slots.codes:
        if value := getattr(record, slot):
            if type(value) is str:
                found.append((value, slot))
            else:
                found += [(code, slot) for code in value if code]
    for slot in slots.places:
        if value := getattr(record, slot):
            found += [(item.country, slot) for item in _items(value) if item.country]
    return sorted(set(found)) if len(found) > 1 else found


def sides_of(record: Record, codes: Codes) -> str:
    """The codes in the record's slots and its speaker's state, sorted, each with a space on both sides."""
    sides = {code for code, _ in codes}
    if speaking := record.attribution.country:
        sides.add(speaking)
    if len(sides) > 1:
        return f" {' '.join(sorted(sides))} "
    return f" {sides.pop()} " if sides else ""


def people_of(record: Record) -> list[tuple[str, str | None, str]]:
    """`(name, country, slot)` for every person the record names, its speaker included."""
    slots = _slots(type(record))
    found: list[tuple[str, str | None, str]] = []
    for slot in slots.actors:
        if value := getattr(record, slot):
            found += [(item.name, item.country, slot) for item in _items(value) if item.name]
    for slot, state in slots.names:
        if value := getattr(record, slot):
            found.append((value, getattr(record, state) if state else None, slot))
    said = record.attribution
    if said.speaker:
        found.append((said.speaker, said.country, "speaker"))
    return sorted(set(found), key=_by_slot) if len(found) > 1 else found


def date_text(record: Record) -> str | None:
    """The record's own date in EDTF: its `date`, or a figure's `period`."""
    for name in _slots(type(record)).dates:
        if value := getattr(record, name):
            return str(value)
    return None


def date_bounds(record: Record) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of the record's own date; `ValueError` when it is not EDTF."""
    text = date_text(record)
    return bounds(text) if text else (None, None)


def _by_slot(row: tuple[str, str | None, str]) -> tuple[str, str, str]:
    name, country, slot = row
    return slot, name, country or ""


class _Slots(NamedTuple):
    """A kind's own fields by what they hold: codes as texts, actors, actors or places, its own date.

    `names` are persons' names as texts, each with the field that has the person's state, if one does.
    """

    codes: tuple[str, ...]
    actors: tuple[str, ...]
    places: tuple[str, ...]
    dates: tuple[str, ...]
    names: tuple[tuple[str, str | None], ...]


@cache
def _slots(kind: type[Record]) -> _Slots:
    shared = Record.__struct_fields__
    own = {f.name: set(_types(f.type)) for f in msgspec.structs.fields(kind) if f.name not in shared}
    return _Slots(
        codes=tuple(name for name, types in own.items() if name in CODE_FIELDS and str in types),
        actors=tuple(name for name, types in own.items() if Actor in types),
        places=tuple(name for name, types in own.items() if types & {Actor, Place}),
        dates=tuple(name for name in DATE_FIELDS if name in own),
        names=tuple(pair for pair in _NAMES.get(kind.__struct_config__.tag, _CHAIR) if pair[0] in own),
    )


def _types(annotation: Any) -> Iterator[Any]:
    """The annotation and all types inside it."""
    yield annotation
    for inner in get_args(annotation):
        yield from _types(inner)


def _items(value: Any) -> tuple[Any, ...]:
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)
