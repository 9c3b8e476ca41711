"""PLOVER records as JSON lines.

The fields are those of the data format in the PLOVER manual (openeventdata/PLOVER); types, modes, scores and
contexts are in `coding/data/plover.toml`. One line an event: where all sides act alike they are all actors, and
nobody is the recipient. The manual lets providers add fields: `ledger` is ours and leads back to the quote.
"""

from __future__ import annotations

from typing import Any

import msgspec

from communique.export.coded import KEEPS, Coded, coded_facts
from communique.export.exporter import Exporter, Files
from communique.export.fact import basis
from communique.export.facts import Facts
from communique.export.losses import Losses
from communique.export.sentences import place_in_text
from communique.export.sides import STATE, Side
from communique.export.spots import Spot, spot_of
from communique.kinds.record import Record
from communique.ledger.stored import Stored
from communique.version import __version__
from communique.views.names import country_name

REQUIRED = ("id", "date", "actor", "event")
FIELDS = (
    *("id", "has_event", "date", "enddate", "actor", "recipient", "event", "event_loc", "event_text"),
    *("quad_code", "event_scale", "mode", "context", "text", "text_info", "cite_info", "coder", "comment"),
)
OURS = "ledger"
ENTITY = ("code", "sector", "entity_text", "identifier_id", "identifier_text", "office")
NEEDS_RECIPIENT = frozenset({"COOPERATE", "AID", "SANCTION"})
MOST_SECTORS = 2
"""A sector has three letters, and three more of a second one."""
CITY, COUNTRY = 4, 1
"""PLOVER's resolutions of a place."""


def write(facts: Facts, losses: Losses) -> Files:
    """The lines."""
    lines = []
    for coded in coded_facts(facts, losses):
        kind, mode, alone = coded.event.plover, coded.event.mode, not coded.recipients
        if alone and kind in NEEDS_RECIPIENT and len(coded.actors) == 1:
            losses.leave_out(coded.fact, f"{kind} needs a recipient, and none is told")
            continue
        if alone and kind in NEEDS_RECIPIENT:
            losses.coarse("the manual wants a recipient, but all sides act alike: all are actors")
        if (kind, mode) == ("REQUEST", "assist"):
            losses.coarse("a polite request is REQUEST, which PLOVER counts as verbal conflict")
        lines.append(msgspec.json.encode(_record(coded, facts)) + b"\n")
        losses.hold(coded.fact)
    return {"": b"".join(lines)}


def _record(coded: Coded, facts: Facts) -> dict[str, Any]:
    event, telling, when = coded.event, coded.telling, coded.when
    first = telling.record.evidence[0]
    sequence = place_in_text(telling, facts).number
    made: dict[str, Any] = {
        "id": coded.fact.id,
        "has_event": True,
        "date": when.first.isoformat(),
        "enddate": when.last.isoformat() if when.last != when.first else None,
        "actor": [_entity(side) for side in coded.actors],
        "recipient": [_entity(side) for side in coded.recipients],
        "event": [event.plover],
        "event_loc": _location(spot_of(telling.record)),
        "event_text": [words] if (words := _words(telling.record)) else None,
        "quad_code": event.quad,
        "event_scale": event.score,
        "mode": [event.mode] if event.mode else None,
        "context": list(event.contexts),
        "text": first.quote,
        "text_info": {"sequence": sequence, "start": first.start, "end": first.end},
        "cite_info": _citation(telling),
        "coder": f"communique {__version__}",
        "comment": None if telling.record.modality == "actual" else f"told as {telling.record.modality}",
        OURS: _ours(coded),
    }
    return _filled(made)


def _ours(coded: Coded) -> dict[str, Any]:
    """The way back: the records, the text's version, where the date is from, whether a value was corrected."""
    return {
        "records": list(coded.fact.records),
        "documents": list(coded.fact.documents),
        "sha256": coded.telling.document.sha256,
        "date": coded.when.basis,
        "values": basis(coded.telling),
        "cameo": coded.event.cameo,
    }


def _filled(made: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in made.items() if value not in (None, "", [], {})}


def _words(record: Record) -> str | None:
    """The words that tell the event, where the record has them apart from the sentence."""
    told = (getattr(record, name, None) for name in ("text", "action", "issue", "title", "tier_text"))
    return next((words for words in told if words), None)


def _entity(side: Side) -> dict[str, Any]:
    return _filled(
        {
            "code": side.code[:STATE],
            "sector": "".join(side.sectors[:MOST_SECTORS]),
            "entity_text": side.label,
            "identifier_id": "; ".join(side.ids),
            "identifier_text": "; ".join(side.people),
            "office": "; ".join(side.titles),
        }
    )


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


def _citation(telling: Stored) -> dict[str, Any]:
    info = telling.document
    made = {
        "citation": info.id,
        "url": info.url,
        "title": info.title,
        "language": info.lang,
        "publication": info.publisher,
        "codebook": "PLOVER",
    }
    return _filled(made)


EXPORTER = Exporter(
    name="plover",
    title="PLOVER records, JSON lines",
    holds="events with a PLOVER type",
    keeps=KEEPS | {"place", "quote", "lang", "modality", "text", "action", "issue", "title"},
    write=write,
    checked="fields, required fields, types, modes and contexts against the manual's lists",
)
