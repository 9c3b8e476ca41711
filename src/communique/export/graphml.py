"""The ledger as a graph in GraphML 1.0: states, persons and facts as nodes, taking part as edges.

The elements are those of the GraphML primer; each attribute has a `key` with its type. An edge's `role` is the
field of the record that names the party; `of` leads from a person to the state acted for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from communique.export.exporter import Exporter, Files
from communique.export.fact import Fact, basis
from communique.export.facts import Facts
from communique.export.losses import Losses
from communique.kinds.record import Actor
from communique.kinds.registry import KINDS
from communique.ledger.slots import countries_of, people_of
from communique.views.names import country_name
from communique.world.states import STATES

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
KEYS = {
    "node": (
        *("type", "label", "kind", "country", "modality", "start", "end", "date", "quote", "said_by"),
        *("document", "publisher", "url", "records", "texts", "values"),
    ),
    "edge": ("role", "records"),
}
"""Attributes of nodes and edges; all are text but the count of `texts`."""
INTEGERS = frozenset({"texts"})
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Attributes = dict[str, str | int | None]


class Graph:
    """Nodes and edges, each once, in the order in which they come."""

    def __init__(self) -> None:
        self.nodes: dict[str, Attributes] = {}
        self.edges: dict[tuple[str, str, str], str] = {}

    def state(self, code: str) -> str:
        """The node of a state or body."""
        kind = "state" if code in STATES else "body"
        key = f"{kind}:{code}"
        self.nodes.setdefault(key, {"type": kind, "label": country_name(code), "country": code})
        return key

    def person(self, facts: Facts, fact: Fact, name: str, country: str | None) -> str:
        """The node of a person, resolved where that is possible."""
        known = facts.person(fact.tellings[0], Actor(name=name, country=country))
        key = f"person:{known.id}" if known else f"name:{country or ''}:{name}"
        label = known.name if known else name
        if key not in self.nodes:
            self.nodes[key] = {"type": "person", "label": label, "country": country}
            if country:
                self.edge(key, self.state(country), "of", ())
        return key

    def edge(self, source: str, target: str, role: str, records: Iterable[str]) -> None:
        """An edge; the same role between the same nodes is one edge."""
        self.edges.setdefault((source, target, role), "; ".join(records))


def write(facts: Facts, losses: Losses) -> Files:
    """The graph."""
    graph = Graph()
    for fact in facts.all:
        if fact.kind == "person":
            name, country = getattr(fact.record, "name", ""), getattr(fact.record, "country", None)
            graph.person(facts, fact, name, country)
            losses.hold(fact)
            continue
        _add(graph, facts, fact)
        losses.hold(fact)
    return {"": _xml(graph)}


def _add(graph: Graph, facts: Facts, fact: Fact) -> None:
    when, info = fact.when, fact.tellings[0].document
    graph.nodes[fact.id] = {
        "type": "fact",
        "label": fact.headline,
        "kind": fact.kind,
        "modality": fact.record.modality,
        "start": when.first.isoformat() if when else None,
        "end": when.last.isoformat() if when else None,
        "date": when.basis if when else None,
        "quote": fact.record.evidence[0].quote,
        "said_by": fact.record.attribution.speaker,
        "document": info.id,
        "publisher": info.publisher,
        "url": info.url,
        "records": "; ".join(fact.records),
        "texts": len(fact.documents),
        "values": basis(fact.tellings[0]),
    }
    for code, slot in countries_of(fact.record):
        graph.edge(graph.state(code), fact.id, slot, fact.records)
    for name, country, slot in people_of(fact.record):
        graph.edge(graph.person(facts, fact, name, country), fact.id, slot, fact.records)


def _xml(graph: Graph) -> bytes:
    root = ET.Element("graphml", xmlns=NAMESPACE)
    for of, names in KEYS.items():
        for name in names:
            kind = "int" if name in INTEGERS else "string"
            ET.SubElement(
                root, "key", {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": kind}
            )
    body = ET.SubElement(root, "graph", id="ledger", edgedefault="directed")
    for key, attributes in graph.nodes.items():
        _data(ET.SubElement(body, "node", id=_legal(key)), "node", attributes)
    for n, ((source, target, role), records) in enumerate(graph.edges.items()):
        edge = ET.SubElement(body, "edge", id=f"e{n}", source=_legal(source), target=_legal(target))
        _data(edge, "edge", {"role": role, "records": records})
    ET.indent(root, " ")
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _data(element: ET.Element, of: str, attributes: Attributes) -> None:
    for name, value in attributes.items():
        if value not in (None, ""):
            ET.SubElement(element, "data", key=f"{of}-{name}").text = _legal(str(value))


def _legal(text: str) -> str:
    """Text without the characters that XML 1.0 does not allow."""
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)


_OWN_WORDS = frozenset(name for kind in KINDS for name in kind.__struct_fields__)

EXPORTER = Exporter(
    name="graphml",
    title="States, persons and facts as a graph, GraphML",
    holds="every fact, with the states and persons in it",
    keeps=_OWN_WORDS
    - {"due", "sectors", "units", "role_text", "flags", "organization"}
    - {"value", "unit", "bound", "change", "baseline"}
    | {"quote", "modality", "speaker"},
    write=write,
    checked="read back by networkx: nodes, edges, types of attributes; every edge has both its ends",
)
