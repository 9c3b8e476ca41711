"""The nodes of linked data that are no facts: quotes, texts, persons, states, values of fields."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote as escaped

import msgspec

from communique.export.facts import Facts
from communique.kinds.codes import CODE_FIELDS
from communique.kinds.record import Actor, Place, Record
from communique.ledger.stored import DocumentInfo, Stored
from communique.resolve.people import Known
from communique.views.names import country_name
from communique.world.states import STATES

Node = dict[str, Any]


def iri(*parts: str) -> str:
    """A name under `urn:communique:`."""
    return ":".join(("urn:communique", *(escaped(part, safe="") for part in parts)))


def attribution_of(record: Record) -> Node:
    """Who says it."""
    told = {k: v for k, v in msgspec.to_builtins(record.attribution).items() if v is not None}
    return {f"term:{name}": value for name, value in told.items()}


def value_of(facts: Facts, stored: Stored, name: str, value: Any, nodes: dict[str, Node]) -> Any:
    """A field's value; states become nodes of their own, actors point to their person and state."""
    if isinstance(value, tuple):
        return {"@list": [value_of(facts, stored, name, part, nodes) for part in value]}
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
    return _state(value, nodes) if name in CODE_FIELDS and value in STATES else value


def _state(code: str, nodes: dict[str, Node]) -> Node:
    key = iri("state", code)
    kind = "schema:Country" if code in STATES else "schema:Organization"
    nodes.setdefault(
        key, {"@id": key, "@type": kind, "schema:name": country_name(code), "schema:identifier": code}
    )
    return {"@id": key}


def _person(known: Known) -> Node:
    names = [{"@value": name, "@language": lang} for lang, spelled in known.names.items() for name in spelled]
    return {"@id": iri("person", known.id), "@type": "schema:Person", "schema:name": names}


def quote_of(text: str, quote: str, start: int, end: int) -> Node:
    """A quote with its place in a text."""
    return {
        "@type": "oa:SpecificResource",
        "oa:hasSource": {"@id": text},
        "oa:hasSelector": [
            {"@type": "oa:TextQuoteSelector", "oa:exact": quote},
            {"@type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end},
        ],
    }


def text_of(key: str, info: DocumentInfo) -> Node:
    """A version of a document."""
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
