"""Cities of 15,000 people or more and all capitals, by any of their names in any script.

Nothing is read at start-up. `city_names.txt` (key, tab, GeoNames id; sorted by bytes) and
`cities.tsv` (sorted by id) are searched by bisection in a memory map: a look-up that misses the
cache costs about twenty short reads.
"""

from __future__ import annotations

import mmap
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from communique.errors import PackError
from communique.world.files import DATA
from communique.world.keys import place_key

_NAMES = DATA / "city_names.txt"
_CITIES = DATA / "cities.tsv"


class City(NamedTuple):
    """A city: `name` as GeoNames spells it, `country` alpha-3, `admin1` GeoNames' own code,

    `lat` and `lon` in degrees (WGS 84), `population` in persons, `capital` true for a state's capital.
    """

    id: int
    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int
    capital: bool


class SortedLines:
    """A UTF-8 file of lines `key TAB rest`, sorted by the bytes of the key, searched where it lies."""

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (FileNotFoundError, ValueError) as error:
            raise PackError(f"this data file cannot be read: {error}", path) from error

    def find(self, key: bytes) -> Iterator[bytes]:
        """What stands after the tab on every line with exactly this key, in file order."""
        view = self._map
        prefix = key + b"\t"
        low, high = 0, len(view)
        while low < high:
            start = view.rfind(b"\n", 0, (low + high) // 2) + 1
            end = self._end(start)
            if view[start:end].partition(b"\t")[0] < key:
                low = end + 1
            else:
                high = start
        while view[low : low + len(prefix)] == prefix:
            end = self._end(low)
            yield view[low + len(prefix) : end]
            low = end + 1

    def _end(self, start: int) -> int:
        end = self._map.find(b"\n", start)
        return len(self._map) if end < 0 else end


@cache
def _names() -> SortedLines:
    return SortedLines(_NAMES)


@cache
def _cities() -> SortedLines:
    return SortedLines(_CITIES)


def _city(number: bytes) -> City:
    for row in _cities().find(number):
        name, country, admin1, lat, lon, population, capital = row.decode("utf-8").split("\t")
        return City(
            int(number), name, country, admin1, float(lat), float(lon), int(population), capital == "1"
        )
    raise PackError("a name points to a city that is not in the table", _CITIES, number.decode())


@lru_cache(maxsize=16384)
def find_cities(name: str) -> tuple[City, ...]:
    """All cities with this name: capitals first, then the larger; empty if there is none.

    Case, diacritics, apostrophes and hyphens do not count.
    """
    key = place_key(name).encode("utf-8")
    if not key:
        return ()
    found = [_city(number) for number in _names().find(key)]
    return tuple(sorted(found, key=lambda city: (not city.capital, -city.population, city.id)))


def find_city(name: str, prefer: Collection[str] = ()) -> City | None:
    """The city most likely meant by a name, or None.

    A state's capital comes first, then a city in one of the countries `prefer` (alpha-3 codes that
    the context names), then the larger city. Population alone would read Islamabad as Chattogram.
    """
    found = find_cities(name)
    if not prefer:
        return found[0] if found else None
    order = sorted(found, key=lambda city: (not city.capital, city.country not in prefer))
    return order[0] if order else None
