"""Where a fact was, with coordinates: a city of the world's tables, else the capital of its country."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from communique.kinds.record import Place, Record
from communique.world.cities import City, find_cities
from communique.world.states import STATES


class Spot(NamedTuple):
    """A place: `lat` and `lon` in degrees (WGS 84) are those of the city, or of the country's capital.

    `name` is the place in the record's words, `city` the row of GeoNames where there is one. `country` is an
    alpha-3 code.
    """

    name: str | None
    country: str
    lat: float
    lon: float
    of: Literal["city", "capital"]
    city: City | None = None


def place_of(record: Record) -> Place | None:
    """Where a record says it was: its place, a visit's destination, a gathering's host state."""
    place = getattr(record, "place", None)
    if isinstance(place, Place) and (place.name or place.country):
        return place
    code = getattr(record, "destination", None) if record.kind == "visit" else getattr(record, "host", None)
    return Place(country=code) if isinstance(code, str) else None


def spot_of(record: Record) -> Spot | None:
    """The record's place with coordinates; None where it tells none, or none that lies in a known state."""
    place = place_of(record)
    return _spot(place.name, place.country) if place else None


@cache
def _spot(name: str | None, country: str | None) -> Spot | None:
    for city in find_cities(name) if name else ():
        if country in (None, city.country):
            return Spot(name, city.country, city.lat, city.lon, "city", city)
    state = STATES.get(country or "")
    if state is None or state.lat is None or state.lon is None:
        return None
    return Spot(name, state.alpha3, state.lat, state.lon, "capital")
