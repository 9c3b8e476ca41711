"""Everything as JSON-LD 1.1: facts, records, quotes, texts, persons and states as linked data.

Terms are those of schema.org (events, persons, places), PROV-O (what follows from what) and the Web Annotation
vocabulary (quotes with their offsets); the fields of records have names of our own under `urn:communique:term:`.
The context stands in the file, so that a reader needs no network.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from communique.export.exporter import Exporter, Files
from communique.export.facts import Fact, Facts, basis
from communique.export.losses import Losses
from communique.export.records_csv import KEEPS
from communique.export.spots import spot_of
from communique.kinds.record import Actor, Place, Record
from communique.ledger.slots import COUNTRY_FIELDS
from communique.ledger.stored import DocumentInfo, Stored
from communique.resolve.people import Known
from communique.views.names import country_name
from communique.world.states import STATES

CONTEXT = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dct": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "term": "urn:communique:term:",
}
EVENTS = frozenset({"meeting", "visit", "gathering"})
"""Kinds that are events of schema.org too."""
_SHARED = frozenset(Record.__struct_fields__)

Node = dict[str, Any]


def write(facts: Facts, losses: Losses) -> Files:
    """One document with a graph of nodes, each id once."""
    nodes: dict[str, Node] = {}
    for fact in facts.all:
        made = [_fact(fact), *(node for told in fact.tellings for node in _telling(facts, told))]
        for node in made:
            nodes.setdefault(node["@id"], node)
        losses.hold(fact)
    document = {"@context": CONTEXT, "@graph": list(nodes.values())}
    return {"": msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"}


def _fact(fact: Fact) -> Node:
    when, spot = fact.when, spot_of(fact.record)
    node: Node = {
        "@id": _iri("fact", fact.id),
        "@type": [f"term:{fact.kind}"] + (["schema:Event"] if fact.kind in EVENTS else []),
        "schema:name": {"@value": fact.headline, "@language": "en"},
        "prov:wasDerivedFrom": [{"@id": _iri("record", key)} for key in fact.records],
    }
    if when:
        node["schema:startDate"] = {"@value": when.first.isoformat(), "@type": "xsd:date"}
        node["schema:endDate"] = {"@value": when.last.isoformat(), "@type": "xsd:date"}
        node["term:dateFrom"] = when.basis
    if spot:
        node["schema:location"] = {
            "@type": "schema:Place",
            "schema:name": spot.name or country_name(spot.country),
            "schema:addressCountry": spot.country,
            "schema:geo": {
                "@type": "schema:GeoCoordinates",
                "schema:latitude": spot.lat,
                "schema:longitude": spot.lon,
            },
            "term:coordinatesOf": spot.of,
        }
    return node


def _telling(facts: Facts, stored: Stored) -> Iterator[Node]:
    """The record, its text, and the persons and states in it."""
    record, text = stored.record, _iri("text", stored.document.id, stored.document.sha256[:16])
    node: Node = {
        "@id": _iri("record", record.id),
        "@type": ["term:Record", f"term:{record.kind}"],
        "prov:wasDerivedFrom": {"@id": text},
        "oa:hasTarget": [_quote(text, e.quote, e.start, e.end) for e in record.evidence],
        "term:modality": record.modality,
        "term:confidence": {"@value": str(record.confidence), "@type": "xsd:decimal"},
        "term:rule": record.rule,
        "term:values": basis(stored),
        "dct:language": record.lang,
        "term:firstSeen": {"@value": stored.first_seen.isoformat(), "@type": "xsd:dateTime"},
        "term:lastSeen": {"@value": stored.last_seen.isoformat(), "@type": "xsd:dateTime"},
    }
    node["term:attribution"] = _attribution(record)
    people: dict[str, Node] = {}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if name not in _SHARED and value not in (None, ()):
            node[f"term:{name}"] = _value(facts, stored, name, value, people)
    yield node
    yield _text(text, stored.document)
    yield from people.values()


def _attribution(record: Record) -> Node:
    told = {k: v for k, v in msgspec.to_builtins(record.attribution).items() if v is not None}
    return {f"term:{name}": value for name, value in told.items()}


def _value(facts: Facts, stored: Stored, name: str, value: Any, nodes: dict[str, Node]) -> Any:
    """A field's value; states become nodes of their own, actors point to their person and state."""
    if isinstance(value, tuple):
        return {"@list": [_value(facts, stored, name, part, nodes) for part in value]}
    if isinstance(value, Actor | Place):
        made: Node = {"schema:name": value.name} if value.name else {}
        if value.country:
            made["term:country"] = _state(value.country, nodes)
        known = facts.person(stored, value) if isinstance(value, Actor) else None
        if known:
            node = _person(known)
            made["term:person"] = {"@id": nodes.setdefault(node["@id"], node)["@id"]}
        return made
    if isinstance(value, msgspec.Struct):
        parts = {k: v for k, v in msgspec.to_builtins(value).items() if v is not None}
        return {f"term:{key}": part for key, part in parts.items()}
    return _state(value, nodes) if name in COUNTRY_FIELDS and value in STATES else value


def _state(code: str, nodes: dict[str, Node]) -> Node:
    key = _iri("state", code)
    kind = "schema:Country" if code in STATES else "schema:Organization"
    nodes.setdefault(
        key, {"@id": key, "@type": kind, "schema:name": country_name(code), "schema:identifier": code}
    )
    return {"@id": key}


def _person(known: Known) -> Node:
    names = [{"@value": name, "@language": lang} for lang, spelled in known.names.items() for name in spelled]
    return {"@id": _iri("person", known.id), "@type": "schema:Person", "schema:name": names}


def _quote(text: str, quote: str, start: int, end: int) -> Node:
    return {
        "@type": "oa:SpecificResource",
        "oa:hasSource": {"@id": text},
        "oa:hasSelector": [
            {"@type": "oa:TextQuoteSelector", "oa:exact": quote},
            {"@type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end},
        ],
    }


def _text(key: str, info: DocumentInfo) -> Node:
    node = {
        "@id": key,
        "@type": "schema:Article",
        "schema:identifier": info.id,
        "schema:inLanguage": info.lang,
        "schema:headline": info.title,
        "schema:publisher": info.publisher,
        "schema:datePublished": info.date,
        "schema:url": info.url,
        "term:sha256": info.sha256,
    }
    return {name: value for name, value in node.items() if value is not None}


def _iri(*parts: str) -> str:
    from urllib.parse import quote

    return ":".join(("urn:communique", *(quote(part, safe="") for part in parts)))


EXPORTER = Exporter(
    name="jsonld",
    title="Facts, records, quotes and texts as linked data, JSON-LD",
    holds="everything",
    keeps=KEEPS,
    write=write,
    checked="read back by rdflib: triples, a quote with its offsets for each record's evidence",
    every_telling=True,
)
