"""The parts of a brief about persons: who holds which office, and who was polite to whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from communique.kinds.courtesy import Courtesy
from communique.kinds.person import Person
from communique.ledger.stored import Stored
from communique.views.brief_shape import Group, Line, Section
from communique.views.footnotes import Footnotes
from communique.views.merge import Fact
from communique.views.names import country_name
from communique.views.phrases import LANG
from communique.views.scene import Scene

_DONE = {
    "thank": "thanked",
    "congratulate": "congratulated",
    "condole": "condoled",
    "welcome": "welcomed",
    "praise": "praised",
    "apologize": "apologized",
}


def people(stored: Iterable[Stored], codes: Sequence[str], scene: Scene, notes: Footnotes) -> Section:
    """The persons of each country, a line each however they are spelled, with the offices that reports give them."""
    known = {person.id: person.name for person in scene.resolution.people}
    named: dict[tuple[str, str], list[Stored]] = {}
    for item in stored:
        record = item.record
        if isinstance(record, Person) and record.country is not None and record.country in codes:
            who = scene.identities.who(record.doc, record.name, record.country)
            name = known.get(who or "") or record.name
            named.setdefault((record.country, name), []).append(item)
    groups = []
    for code in codes:
        of_country = sorted((name, items) for (country, name), items in named.items() if country == code)
        if of_country:
            lines = tuple(_person(name, items, notes) for name, items in of_country)
            groups.append(Group(country_name(code), lines))
    return Section(key="people", title="People", groups=tuple(groups))


def _person(name: str, items: Sequence[Stored], notes: Footnotes) -> Line:
    """The person's offices in the words that most reports have for each, those in the brief's language first."""
    offices: dict[str, Counter[tuple[str, bool]]] = {}
    for item in items:
        record = item.record
        if isinstance(record, Person) and (office := _office(record)):
            told = offices.setdefault(record.role or office, Counter())
            told[office, item.document.lang == LANG and record.name == name] += 1
    tags = (min(told, key=lambda t: (not t[1], -told[t], len(t[0]), t[0]))[0] for told in offices.values())
    return Line(
        text=name,
        tags=tuple(dict.fromkeys(tags)),
        reported=max((item.document.date for item in items if item.document.date), default=None),
        notes=notes.cite(items, first_only=True),
    )


def _office(record: Person) -> str:
    role = record.role_text or (record.role or "").replace("_", " ")
    return ", ".join(part for part in (role, record.organization) if part)


def courtesies(facts: Sequence[Fact], notes: Footnotes) -> Section:
    """One line for each direction: how often the one thanked, welcomed … the other."""
    directions: dict[str, list[Fact]] = {}
    for fact in facts:
        if isinstance(fact.record, Courtesy):
            by, to = fact.record.by, fact.record.to
            directions.setdefault(f"{_side(by.country, by.name)} → {_side(to.country, to.name)}", []).append(
                fact
            )
    lines = []
    for direction, said in sorted(directions.items()):
        acts = Counter(_DONE[fact.record.act] for fact in said if isinstance(fact.record, Courtesy))
        counted = ", ".join(
            act if number == 1 else f"{act} {number}×" for act, number in sorted(acts.items())
        )
        cited = notes.cite(source for fact in said for source in fact.sources)
        lines.append(Line(text=f"{direction}: {counted}", notes=cited))
    return Section(key="courtesies", title="Courtesies", groups=(Group(None, tuple(lines)),) if lines else ())


def _side(country: str | None, name: str | None) -> str:
    return country_name(country) if country else name or "somebody"
