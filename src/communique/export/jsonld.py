"""Everything as JSON-LD 1.1: facts, records, quotes, texts, persons and states as linked data.

Terms are those of schema.org (events, persons, places), PROV-O (what follows from what) and the Web Annotation
vocabulary (quotes with their offsets); the fields of records have names of our own under `urn:communique:term:`.
The context stands in the file, so that a reader needs no network.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.export.exporter import Exporter, Files
from communique.export.fact import Fact, basis
from communique.export.facts import Facts
from communique.export.jsonld_nodes import Node, attribution_of, iri, quote_of, text_of, value_of
from communique.export.losses import Losses
from communique.export.records_csv import KEEPS
from communique.export.spots import spot_of
from communique.kinds.record import Record
from communique.ledger.stored import Stored
from communique.views.corrected import corrections_text
from communique.views.names import country_name

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
        "@id": iri("fact", fact.id),
        "@type": [f"term:{fact.kind}"] + (["schema:Event"] if fact.kind in EVENTS else []),
        "schema:name": {"@value": fact.headline, "@language": "en"},
        "prov:wasDerivedFrom": [{"@id": iri("record", key)} for key in fact.records],
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
    record, text = stored.record, iri("text", stored.document.id, stored.document.sha256[:16])
    node: Node = {
        "@id": iri("record", record.id),
        "@type": ["term:Record", f"term:{record.kind}"],
        "prov:wasDerivedFrom": {"@id": text},
        "oa:hasTarget": [quote_of(text, e.quote, e.start, e.end) for e in record.evidence],
        "term:modality": record.modality,
        "term:confidence": {"@value": str(record.confidence), "@type": "xsd:decimal"},
        "term:rule": record.rule,
        "term:values": basis(stored),
        "dct:language": record.lang,
        "term:firstSeen": {"@value": stored.first_seen.isoformat(), "@type": "xsd:dateTime"},
        "term:lastSeen": {"@value": stored.last_seen.isoformat(), "@type": "xsd:dateTime"},
    }
    if said := corrections_text(stored):
        node["term:corrections"] = said
    node["term:attribution"] = attribution_of(record)
    people: dict[str, Node] = {}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if name not in _SHARED and value not in (None, ()):
            node[f"term:{name}"] = value_of(facts, stored, name, value, people)
    yield node
    yield text_of(text, stored.document)
    yield from people.values()


EXPORTER = Exporter(
    name="jsonld",
    title="Facts, records, quotes and texts as linked data, JSON-LD",
    holds="everything",
    keeps=KEEPS,
    write=write,
    checked="read back by rdflib: triples, a quote with its offsets for each record's evidence",
    every_telling=True,
)
