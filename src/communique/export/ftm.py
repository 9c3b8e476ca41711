"""FollowTheMoney: facts as `Event` and `Project`, with persons, states, bodies and articles, as statements.

`statements.csv` has one row a value with the record that gives it as `origin`, the text's own form of a date as
`original_value`, and when the ledger first and last saw it; `entities.ftm.json` has the same as entities. What is
no event (promises, positions, figures, courtesies) has no schema.
"""

from __future__ import annotations

from communique.base.ids import content_id
from communique.export.exporter import Exporter, Files
from communique.export.fact import Fact, basis
from communique.export.facts import Facts
from communique.export.ftm_statements import Entity, Statements, as_csv, as_entities, country_of
from communique.export.losses import Losses
from communique.export.sides import actors_of
from communique.export.spots import place_of
from communique.kinds.person import Person
from communique.kinds.record import Actor
from communique.ledger.slots import ASIDE_SLOTS, countries_of, date_text
from communique.ledger.stored import Stored
from communique.views.names import country_name
from communique.world.states import STATES

EVENTS = frozenset({"meeting", "visit", "invitation", "agreement", "partnership", "gathering", "act"})


def write(facts: Facts, losses: Losses) -> Files:
    """The statements, and the entities that they make."""
    made = Statements()
    for fact in facts.all:
        if isinstance(fact.record, Person):
            _person(made, facts, fact.tellings[0], Actor(name=fact.record.name, country=fact.record.country))
            losses.hold(fact, 0)
        elif fact.kind == "project" or fact.kind in EVENTS:
            _fact(made, facts, fact)
            losses.hold(fact, 0)
        else:
            losses.leave_out(fact, "no event, and FollowTheMoney has no schema for it")
    statements = made.all()
    losses.count_rows(len(statements))
    return {"statements.csv": as_csv(statements), "entities.ftm.json": as_entities(statements)}


def _fact(made: Statements, facts: Facts, fact: Fact) -> None:
    entity = Entity("Project" if fact.kind == "project" else "Event", fact.id)
    made.add(entity, "name", fact.headline, fact.tellings[0], lang="en")
    for telling in fact.tellings:
        _telling(made, facts, entity, telling)


def _telling(made: Statements, facts: Facts, entity: Entity, telling: Stored) -> None:
    record, info = telling.record, telling.document
    made.add(entity, "keywords", record.kind, telling)
    made.add(entity, "recordId", record.id, telling)
    made.add(entity, "proof", _article(made, telling), telling)
    made.add(entity, "publisher", info.publisher, telling)
    made.add(entity, "sourceUrl", _url(telling), telling)
    for evidence in record.evidence:
        made.add(entity, "summary", evidence.quote, telling, lang=record.lang)
    if record.modality != "actual" or basis(telling) != "read":
        made.add(entity, "notes", f"modality={record.modality} values={basis(telling)}", telling)
    for prop, date in _dates(date_text(record)):
        made.add(entity, prop, date, telling, original=date_text(record))
    for code in dict.fromkeys(code for code, slot in countries_of(record) if slot not in ASIDE_SLOTS):
        made.add(entity, "country", country_of(code), telling, original=code)
        if entity.schema == "Event":
            made.add(entity, "involved", _body(made, code, telling), telling, original=code)
    if entity.schema == "Project":
        made.add(entity, "status", getattr(record, "status", None), telling)
        return
    place = place_of(record)
    if place:
        where = (place.name, country_name(place.country) if place.country else None)
        made.add(entity, "location", ", ".join(part for part in where if part), telling)
    if host := getattr(record, "host", None):
        made.add(entity, "organizer", _body(made, host, telling), telling, original=host)
    for actor in actors_of(record):
        made.add(entity, "involved", _person(made, facts, telling, actor), telling, original=actor.name)


def _dates(edtf: str | None) -> list[tuple[str, str]]:
    """FollowTheMoney's dates are a year, month or day, as EDTF's are; an interval has two, an open end none."""
    if not edtf:
        return []
    first, slash, last = edtf.partition("/")
    if not slash:
        return [("date", first)]
    return [(prop, day) for prop, day in (("startDate", first), ("endDate", last)) if day != ".."]


def _person(made: Statements, facts: Facts, telling: Stored, actor: Actor) -> str:
    known = facts.person(telling, actor)
    key = known.id if known else content_id("name", actor.country or "", actor.name or "")
    entity = Entity("Person", key)
    made.add(entity, "name", known.name if known else actor.name, telling)
    made.add(entity, "country", country_of(actor.country), telling, original=actor.country)
    if known and actor.name != known.name:
        made.add(entity, "alias", actor.name, telling, lang=telling.record.lang)
    if isinstance(telling.record, Person):
        made.add(entity, "position", telling.record.role_text, telling, lang=telling.record.lang)
        made.add(entity, "proof", _article(made, telling), telling)
    return key


def _body(made: Statements, code: str, telling: Stored) -> str:
    state = code in STATES
    entity = Entity("PublicBody" if state else "Organization", content_id("body", code))
    made.add(entity, "name", country_name(code), telling, lang="en", original=code)
    made.add(entity, "country", country_of(code), telling, original=code)
    return entity.id


def _article(made: Statements, telling: Stored) -> str:
    info = telling.document
    entity = Entity("Article", content_id("text", info.id, info.sha256))
    made.add(entity, "fileName", info.id, telling)
    made.add(entity, "title", info.title, telling, lang=info.lang)
    made.add(entity, "publisher", info.publisher, telling)
    made.add(entity, "sourceUrl", _url(telling), telling)
    made.add(entity, "publishedAt", info.date, telling)
    return entity.id


def _url(telling: Stored) -> str | None:
    url = telling.document.url
    return url if url and url.startswith(("http://", "https://")) else None


EXPORTER = Exporter(
    name="ftm",
    title="FollowTheMoney statements and entities",
    holds="events, projects and persons",
    keeps=frozenset(
        {
            "participants",
            "countries",
            "place",
            "date",
            "visitor",
            "destination",
            "inviter",
            "invitee",
            "parties",
        }
        | {
            "by",
            "toward",
            "host",
            "name",
            "country",
            "role_text",
            "status",
            "quote",
            "modality",
            "lang",
            "title",
        }
    ),
    write=write,
    checked="statements' columns, ids and properties against followthemoney where it is installed",
    folder=True,
    every_telling=True,
)
