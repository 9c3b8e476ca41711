"""Which records a brief on one state, person, project or sector is made of."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from communique.errors import RequestError
from communique.kinds.indicator import Indicator
from communique.kinds.person import Person
from communique.kinds.project import Project
from communique.ledger.names import fold_name
from communique.ledger.slots import ASIDE_SLOTS, countries_of, people_of
from communique.ledger.stored import Stored
from communique.resolve.wording import tokens
from communique.views.names import label
from communique.views.scene import Scene

_SECTORS = {
    "transport": {"corridor", "railway", "road", "port", "airport"},
    "infrastructure": {"corridor", "railway", "road", "port", "airport", "pipeline", "power"},
    "energy": {"pipeline", "power"},
    "digital": {"digital"},
    "industry": {"industrial_park", "manufacturing"},
}
"""Sorts of projects that are of a sector."""
_SHARE = 0.6


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """What a brief is on: its title, the states that come first in it, and which records it wants.

    All that it wants has the country `of`, where one is given.
    """

    title: str
    states: tuple[str, ...]
    wants: Callable[[Stored], bool]
    of: str | None = None


def of_state(code: str) -> Subject:
    """What a state takes part in."""
    return Subject(title=label(code), states=(code,), wants=lambda item: code in _taking_part(item), of=code)


def of_person(scene: Scene, name: str) -> Subject:
    """What names a person in any spelling; `RequestError` when no report or several persons' do."""
    wanted = fold_name(name)
    known = [
        person
        for person in scene.resolution.people
        if any(wanted in fold_name(own) for names in person.names.values() for own in names if wanted)
    ]
    exact = [p for p in known if any(fold_name(own) == wanted for names in p.names.values() for own in names)]
    found = exact or known
    if len(found) != 1:
        several = ", ".join(f"{p.name} ({p.country})" for p in found[:5])
        cure = f"several persons are called so: {several}" if found else "no report names this person"
        raise RequestError(f"{cure}; `communique people` lists them", entry=name)
    person = found[0]
    spelled = {own for names in person.names.values() for own in names}
    who = scene.identities.who

    def wants(item: Stored) -> bool:
        if isinstance(item.record, Person):
            return item.record.name in spelled and item.record.country == person.country
        return any(
            called in spelled or who(item.document.id, called, state) == person.id
            for called, state, _ in people_of(item.record)
        )

    title = f"{person.name} ({label(person.country)})" if person.country else person.name
    return Subject(title=title, states=(person.country,) if person.country else (), wants=wants)


def of_project(scene: Scene, name: str) -> Subject:
    """A project by its name or a part of it, with its figures and what is said of it in the same words."""
    wanted = tokens(name)
    events = scene.events("project")
    named = [e for e in events if any(_fits(wanted, scene.records[key]) for key in e.records)]
    if not named:
        raise RequestError(
            "no report names this project; see `communique records --kind project`", entry=name
        )
    told = [scene.records[key] for event in named for key in event.records]
    ids = {item.record.id for item in told}
    names = {str(getattr(item.record, "name", "")) for item in told}

    def wants(item: Stored) -> bool:
        record = item.record
        if record.id in ids or (isinstance(record, Indicator) and record.reporter in names):
            return True
        return any(own in evidence.quote for own in names for evidence in record.evidence)

    states = tuple(sorted({code for event in named for code in event.states}))
    return Subject(title=min(names, key=lambda own: (tokens(own) != wanted, own)), states=states, wants=wants)


def of_sector(sector: str) -> Subject:
    """A sector: the commitments in it, and the projects of its sorts."""
    sorts = _SECTORS.get(sector, set())

    def wants(item: Stored) -> bool:
        record = item.record
        return sector in getattr(record, "sectors", ()) or (
            isinstance(record, Project) and record.type in sorts
        )

    return Subject(title=f"Topic: {sector.replace('_', ' ')}", states=(), wants=wants)


def _taking_part(item: Stored) -> set[str]:
    return {code for code, slot in countries_of(item.record) if slot not in ASIDE_SLOTS}


def _fits(wanted: frozenset[str], item: Stored) -> bool:
    own = tokens(getattr(item.record, "name", None))
    return bool(wanted) and len(wanted & own) / len(wanted) >= _SHARE
