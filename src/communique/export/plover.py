"""PLOVER records as JSON lines.

The fields are those of the record format in the PLOVER manual (openeventdata/PLOVER, chapter on the JSON
format); the types, modes, scores and contexts are in `coding/data/plover.toml`. One line an event: where all
sides act alike they are all actors, and nobody is the recipient.
"""

from __future__ import annotations

from typing import Any

import msgspec

from communique.export.coded import KEEPS, Coded, coded_facts
from communique.export.exporter import Exporter, Files
from communique.export.facts import Facts, basis
from communique.export.losses import Losses
from communique.export.sides import Side
from communique.export.spots import Spot, spot_of
from communique.kinds.record import Record
from communique.version import __version__
from communique.views.names import country_name

REQUIRED = ("id", "date", "actor", "event")
FIELDS = (
    *("id", "has_event", "date", "enddate", "actor", "recipient", "event", "event_loc", "event_text"),
    *(
        "quad_code",
        "event_scale",
        "mode",
        "context",
        "link",
        "text",
        "text_info",
        "cite_info",
        "coder",
        "comment",
    ),
)
ENTITY = ("code", "sector", "entity_text", "identifier_id", "identifier_text", "office")
CITY, COUNTRY = 4, 1
"""PLOVER's resolutions of a place."""


def write(facts: Facts, losses: Losses) -> Files:
    """The lines."""
    lines = []
    for coded in coded_facts(facts, losses):
        lines.append(msgspec.json.encode(_record(coded)) + b"\n")
        losses.hold(coded.fact)
        if coded.event.plover == "REQUEST" and coded.event.mode == "assist":
            losses.coarse("a polite request is PLOVER's REQUEST, which it counts as verbal conflict")
    return {"": b"".join(lines)}


def _record(coded: Coded) -> dict[str, Any]:
    event, telling, when = coded.event, coded.telling, coded.when
    first = telling.record.evidence[0]
    made: dict[str, Any] = {
        "id": coded.fact.id,
        "has_event": True,
        "date": when.first.isoformat(),
        "enddate": when.last.isoformat() if when.last != when.first else None,
        "actor": [_entity(side) for side in coded.actors],
        "recipient": [_entity(side) for side in coded.recipients],
        "event": event.plover,
        "event_loc": _location(spot_of(telling.record)),
        "event_text": _words(telling.record),
        "quad_code": event.quad,
        "event_scale": event.score,
        "mode": event.mode,
        "context": list(event.contexts),
        "link": telling.document.url,
        "text": first.quote,
        "text_info": {"start": first.start, "end": first.end},
        "cite_info": _citation(coded),
        "coder": f"communique {__version__}",
        "comment": _comment(coded),
    }
    return {name: value for name, value in made.items() if value not in (None, [], {})}


def _words(record: Record) -> str | None:
    """The words that tell the event, where the record has them apart from the sentence."""
    told = (getattr(record, name, None) for name in ("text", "action", "issue", "title", "tier_text"))
    return next((words for words in told if words), None)


def _entity(side: Side) -> dict[str, Any]:
    made = {
        "code": side.code,
        "sector": "; ".join(side.sectors),
        "entity_text": side.label,
        "identifier_id": "; ".join(side.ids),
        "identifier_text": "; ".join(side.people),
        "office": "; ".join(side.titles),
    }
    return {name: value for name, value in made.items() if value}


def _location(spot: Spot | None) -> dict[str, Any] | None:
    if spot is None:
        return None
    country = {"country": country_name(spot.country), "country_code": spot.country}
    if spot.city is None:
        return {"extracted_place": spot.name or country["country"], **country, "resolution": COUNTRY}
    return {
        "extracted_place": spot.name,
        "resolved_place": spot.city.name,
        "geonameid": str(spot.city.id),
        "lat": spot.lat,
        "lon": spot.lon,
        "city": spot.city.name,
        **country,
        "resolution": CITY,
    }


def _citation(coded: Coded) -> dict[str, Any]:
    info = coded.telling.document
    made = {
        "corpus": info.id,
        "citation": "; ".join(coded.fact.records),
        "url": info.url,
        "title": info.title,
        "language": info.lang,
        "publication": info.publisher,
        "version": info.sha256,
    }
    return {name: value for name, value in made.items() if value}


def _comment(coded: Coded) -> str:
    """Our own notes, as `name=value` pairs: the record, where its date is from, whether it was corrected."""
    told = f"record={coded.telling.record.id} date={coded.when.basis} values={basis(coded.telling)}"
    return f"{told} cameo={coded.event.cameo} modality={coded.telling.record.modality}"


EXPORTER = Exporter(
    name="plover",
    title="PLOVER records, JSON lines",
    holds="events with a PLOVER type",
    keeps=KEEPS | {"place", "quote", "lang", "modality", "text", "action", "issue", "title"},
    write=write,
    checked="fields, required fields, types, modes and contexts against the manual's lists",
)
