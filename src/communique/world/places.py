"""Finds the place a phrase names: a subdivision or a city inside a longer name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from communique.world.cities import find_city
from communique.world.subdivisions import find_subdivision

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


class Unit(NamedTuple):
    """A place below the state: its ISO 3166-2 code where it has one, and its country."""

    name: str
    code: str | None
    country: str


@lru_cache(maxsize=4096)
def unit_in(phrase: str) -> Unit | None:
    """The first subdivision or city named by one to three words in a row of the phrase."""
    words = [w for w in _WORD.findall(phrase) if w[0].isupper() or not (w[0].isascii() or w[0].islower())]
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            found = place_named(" ".join(words[at : at + size]))
            if found:
                return found
    return None


@lru_cache(maxsize=16384)
def place_named(name: str) -> Unit | None:
    """The place that has exactly this name: a state's capital, else a subdivision, else a city."""
    city = find_city(name)
    if city is None or not city.capital:
        for subdivision in find_subdivision(name):
            return Unit(subdivision.name, subdivision.code, subdivision.country)
    return Unit(city.name, None, city.country) if city else None
