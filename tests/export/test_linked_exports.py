"""Statements, linked data, graphs, maps and calendars, each read back by a reader of its format."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

import icalendar
import networkx
import pytest
import rdflib

from communique.export import ftm_statements
from communique.export.facts import Facts
from communique.ledger import Ledger
from communique.world.cities import find_cities
from communique.world.states import STATES
from exported import Exported


def statements(exported: Exported) -> list[dict[str, str]]:
    text = exported("ftm").files["statements.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), dialect=csv.unix_dialect))


def test_statements_have_the_columns_and_the_schemata(exported: Exported, examples: Ledger) -> None:
    rows = statements(exported)
    assert tuple(rows[0]) == ftm_statements.COLUMNS
    assert len(rows) == exported("ftm").report.rows
    assert len({row["id"] for row in rows}) == len(rows)
    records = {stored.record.id for stored in examples.records()}
    for row in rows:
        assert ftm_statements.SCHEMATA[row["schema"]][row["prop"]] == row["prop_type"]
        assert row["origin"] in records
    ids = {row["entity_id"] for row in rows}
    assert {row["value"] for row in rows if row["prop_type"] == "entity"} <= ids


def test_entities_say_the_same_as_the_statements(exported: Exported) -> None:
    lines = exported("ftm").files["entities.ftm.json"].splitlines()
    entities = [json.loads(line) for line in lines]
    told = {
        (e["id"], e["schema"], p, v)
        for e in entities
        for p, values in e["properties"].items()
        for v in values
    }
    assert told == {(r["entity_id"], r["schema"], r["prop"], r["value"]) for r in statements(exported)}


def test_followthemoney_takes_statements_and_entities(exported: Exported) -> None:
    pytest.importorskip("followthemoney", reason="FollowTheMoney is not installed")
    from followthemoney import Statement, model
    from followthemoney.statement.serialize import CSV_COLUMNS, read_csv_statements

    assert list(ftm_statements.COLUMNS) == CSV_COLUMNS
    for schema, properties in ftm_statements.SCHEMATA.items():
        known = model.get(schema).properties
        assert {name: known[name].type.name for name in properties} == dict(properties)
    read = list(read_csv_statements(io.BytesIO(exported("ftm").files["statements.csv"])))
    assert len(read) == exported("ftm").report.rows
    for made in read:
        assert made.id == Statement.generate_key(made)
        kind = model.get(made.schema).properties[made.prop].type
        assert kind.name == "entity" or kind.clean(made.value) == made.value, (made.prop, made.value)
        assert made.lang is None or made.lang in ftm_statements.LANGUAGES.values()
    for line in exported("ftm").files["entities.ftm.json"].splitlines():
        entity = json.loads(line)
        assert model.get_proxy(entity, cleaned=False).to_dict()["properties"] == entity["properties"]


OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
TERM = rdflib.Namespace("urn:communique:term:")


def test_linked_data_has_every_record_with_its_quotes(exported: Exported, examples: Ledger) -> None:
    graph = rdflib.Graph().parse(data=exported("jsonld").files[""], format="json-ld")
    records = {str(node).rpartition(":")[2]: node for node in graph.subjects(rdflib.RDF.type, TERM.Record)}
    assert records.keys() == {stored.record.id for stored in examples.records()}
    for stored in examples.records()[::10]:
        told = set()
        for target in graph.objects(records[stored.record.id], OA.hasTarget):
            assert graph.value(target, OA.hasSource)
            values = {}
            for selector in graph.objects(target, OA.hasSelector):
                values |= {
                    p: v.toPython() for p, v in graph.predicate_objects(selector) if p != rdflib.RDF.type
                }
            told.add((values[OA.start], values[OA.end], values[OA.exact]))
        assert told == {(e.start, e.end, e.quote) for e in stored.record.evidence}


def test_linked_data_joins_the_records_of_one_fact(exported: Exported, facts: Facts) -> None:
    graph = rdflib.Graph().parse(data=exported("jsonld").files[""], format="json-ld")
    for fact in facts.all[::25]:
        node = rdflib.URIRef(f"urn:communique:fact:{fact.id}")
        told = {str(key).rpartition(":")[2] for key in graph.objects(node, PROV.wasDerivedFrom)}
        assert told == set(fact.records)


def test_the_graph_joins_states_persons_and_facts(exported: Exported, facts: Facts) -> None:
    graph = networkx.read_graphml(io.BytesIO(exported("graphml").files[""]), force_multigraph=True)
    assert graph.is_directed()
    kinds = networkx.get_node_attributes(graph, "type")
    assert len(kinds) == graph.number_of_nodes()
    assert set(kinds.values()) == {"state", "body", "person", "fact"}
    told = {fact.id for fact in facts.all if fact.kind != "person"}
    assert {node for node, kind in kinds.items() if kind == "fact"} == told
    assert {graph.nodes[node]["country"] for node, kind in kinds.items() if kind == "state"} <= STATES.keys()
    for source, target, data in graph.edges(data=True):
        assert kinds[source] != "fact"
        assert kinds[target] == ("fact" if data["role"] != "of" else kinds[target])
    assert max(graph.nodes[node]["texts"] for node in told) > 1
    assert {"visitor", "participants", "by", "toward"} <= {
        data["role"] for *_, data in graph.edges(data=True)
    }


def test_the_map_follows_the_rules_of_geojson(exported: Exported) -> None:
    made = json.loads(exported("geojson").files[""])
    assert made["type"] == "FeatureCollection"
    assert len(made["features"]) == exported("geojson").report.rows > 30
    assert len({feature["id"] for feature in made["features"]}) == len(made["features"])
    for feature in made["features"]:
        told = feature["properties"]
        lon, lat = feature["geometry"]["coordinates"]
        assert feature["type"] == "Feature"
        assert feature["geometry"]["type"] == "Point"
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90
        if told["coordinates"] == "city":
            cities = find_cities(told["place"])
            assert (lat, lon) in {(c.lat, c.lon) for c in cities if c.country == told["country"]}
        else:
            assert (lat, lon) == (STATES[told["country"]].lat, STATES[told["country"]].lon)


def test_the_calendar_has_what_is_announced(exported: Exported, facts: Facts) -> None:
    made = icalendar.Calendar.from_ical(exported("ics").files[""])
    assert made.get("version") == "2.0"
    events = list(made.walk("VEVENT"))
    assert len(events) == exported("ics").report.rows >= 5
    known = {f"{fact.id}@communique": fact for fact in facts.all}
    for event in events:
        fact = known[event["uid"]]
        assert {"planned", "agreed"} & {told.record.modality for told in fact.tellings}
        first, last = event.decoded("dtstart"), event.decoded("dtend")
        assert type(first) is type(last) is dt.date
        assert (first, last - dt.timedelta(days=1)) == (fact.when.first, fact.when.last)
        assert event.decoded("dtstamp").tzinfo is not None
        assert fact.record.evidence[0].quote in event["description"]
    summit = next(event for event in events if "NATO summit" in event["summary"])
    assert summit.decoded("dtstart") == dt.date(2023, 7, 11)
    assert summit.decoded("dtend") == dt.date(2023, 7, 13)
    assert summit["location"] == "Vilnius"
