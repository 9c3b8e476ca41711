"""Facts with a place as GeoJSON (RFC 7946): one point a fact, longitude before latitude, WGS 84.

Coordinates are a city's from the world's tables, or the capital's of the country where the text names no city;
the property `coordinates` says which.
"""

from __future__ import annotations

from typing import Any

import msgspec

from communique.export.exporter import Exporter, Files
from communique.export.fact import Fact, basis
from communique.export.facts import Facts
from communique.export.losses import Losses
from communique.export.spots import Spot, place_of, spot_of
from communique.ledger.slots import countries_of
from communique.views.names import country_name


def write(facts: Facts, losses: Losses) -> Files:
    """One collection of features."""
    features = []
    for fact in facts.all:
        spot = spot_of(fact.record)
        if spot is None:
            told = place_of(fact.record) is not None
            losses.leave_out(fact, "a place without coordinates" if told else "no place is told")
            continue
        features.append(_feature(fact, spot))
        losses.hold(fact)
        if spot.of == "capital":
            losses.coarse("no city is told, or none that is in the tables: the capital's coordinates")
    made = {"type": "FeatureCollection", "features": features}
    return {"": msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"}


def _feature(fact: Fact, spot: Spot) -> dict[str, Any]:
    when, telling = fact.when, fact.tellings[0]
    return {
        "type": "Feature",
        "id": fact.id,
        "geometry": {"type": "Point", "coordinates": [spot.lon, spot.lat]},
        "properties": {
            "kind": fact.kind,
            "title": fact.headline,
            "modality": fact.record.modality,
            "start": when.first.isoformat() if when else None,
            "end": when.last.isoformat() if when else None,
            "date": when.basis if when else None,
            "place": spot.name or country_name(spot.country),
            "country": spot.country,
            "coordinates": spot.of,
            "states": sorted({code for code, slot in countries_of(fact.record) if slot != "place"}),
            "quote": fact.record.evidence[0].quote,
            "speaker": fact.record.attribution.speaker,
            "document": telling.document.id,
            "publisher": telling.document.publisher,
            "url": telling.document.url,
            "records": list(fact.records),
            "values": basis(telling),
        },
    }


EXPORTER = Exporter(
    name="geojson",
    title="Facts with a place, GeoJSON",
    holds="facts with a place: meetings, visits, gatherings",
    keeps=frozenset(
        {"place", "destination", "host", "date", "quote", "modality", "speaker", "countries", "participants"}
        | {"visitor", "name", "visit_type", "type", "occasion", "format"}
    ),
    write=write,
    checked="RFC 7946: types, positions within the globe, unique ids; cities against the world's tables",
)
