"""Provinces and towns right behind the title of who heads one, before a name (`Bí thư Tỉnh ủy Quảng Nam X`)."""

from __future__ import annotations

from communique.mentions.items import Item
from communique.mentions.refs import Ref
from communique.world.places import place_named

_LONGEST = 4
"""Words of the longest name of a place."""
_NAME = 2
"""The fewest words of a person's name behind a place."""
_PLACE = 2
"""The fewest words that tell a place where no noun says that one follows."""


def past_place(text: str, items: list[Item], at: int, ref: Ref) -> int:
    """Past the place at item `at` and the noun before it, whose state and unit `ref` gets; `at` without one."""
    first = at
    while first < len(items) and items[first].is_type("land"):
        first += 1
    end = first
    while (
        end < len(items) and items[end].capital and items[end].term is None and items[end].text[0].isalpha()
    ):
        end += 1
    least = 1 if first > at else _PLACE
    ends = range(min(end, first + _LONGEST), first + least - 1, -1)
    for last in ends:
        if last < end and end - last < _NAME:
            continue
        unit = place_named(text[items[first].start : items[last - 1].end])
        # A town of one word may be a part of another name that is spelled apart (`Chăm Pa Sắc`).
        if unit is not None and (unit.code or last - first >= _PLACE):
            ref.states, ref.units = (unit.country,), (unit.code,) if unit.code else ()
            return last
    return at
