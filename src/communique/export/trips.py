"""Trips: the visits of named persons to another state, with what the ledger tells of them."""

from __future__ import annotations

import datetime as dt

import msgspec

from communique.export.fact import Fact, When
from communique.export.facts import Facts
from communique.export.losses import Losses
from communique.export.sides import office_at
from communique.export.spots import place_of
from communique.kinds.agreement import Agreement
from communique.kinds.meeting import Meeting
from communique.kinds.record import Actor
from communique.kinds.visit import Visit
from communique.resolve.people import Known, Office
from communique.vocab import Role

LEADERS: frozenset[Role] = frozenset({"head_of_state", "head_of_government", "royal"})
_DONE = frozenset({"signed", "initialled", "adopted"})


class Trip(msgspec.Struct, frozen=True, kw_only=True):
    """One visit. `hosts` and `others` are the leaders met: of the state visited, and of third states."""

    fact: Fact
    visit: Visit
    when: When | None
    person: Known | None
    office: Office | None
    hosts: tuple[str, ...]
    others: tuple[str, ...]
    signed: bool

    @property
    def name(self) -> str | None:
        """The visitor's name, resolved where it could be."""
        return self.person.name if self.person else self.visit.visitor.name

    @property
    def told(self) -> When | None:
        """The days of the visit, where a text tells them."""
        return self.when if self.when and self.when.basis != "report" else None


def trips(facts: Facts, losses: Losses) -> list[Trip]:
    """The visits of the selection; what is no visit, or has no destination, goes to `losses`."""
    found = []
    for fact in facts.all:
        record = fact.record
        if not isinstance(record, Visit):
            losses.leave_out(fact, "no visit")
        elif record.destination is None or record.visitor.country is None:
            losses.leave_out(fact, "who travels or where to is not known")
        else:
            found.append(_trip(fact, record, facts))
    return found


def _trip(fact: Fact, visit: Visit, facts: Facts) -> Trip:
    person = facts.person(fact.tellings[0], visit.visitor)
    met = _met(fact, visit, facts)
    when = fact.when
    return Trip(
        fact=fact,
        visit=visit,
        when=when,
        person=person,
        office=office_at(person, when.first if when else None) if person else None,
        hosts=tuple(name for name, country in met if country == visit.destination),
        others=tuple(name for name, country in met if country != visit.destination),
        signed=_signed(fact, visit, facts),
    )


def _met(fact: Fact, visit: Visit, facts: Facts) -> list[tuple[str, str]]:
    """Names and states of the leaders whom the visitor met, as a text of the visit tells.

    Leaders of third states count only where the meeting is told to be in the state visited.
    """
    traveller = facts.person(fact.tellings[0], visit.visitor)
    found: dict[tuple[str, str], None] = {}
    for other in facts.beside(fact):
        if not isinstance(other.record, Meeting) or not _together(fact, other):
            continue
        where = _country(other)
        if where not in (None, visit.destination):
            continue
        present = _present(other, facts)
        if not any((person and person == traveller) or actor == visit.visitor for actor, person in present):
            continue
        for actor, person in present:
            host = actor.country == visit.destination
            if person and _leads(person) and (host or (where and actor.country != visit.visitor.country)):
                found[person.name, actor.country or ""] = None
    return list(found)


def _present(meeting: Fact, facts: Facts) -> list[tuple[Actor, Known | None]]:
    """Who was there, by any text that tells the meeting as done."""
    return [
        (actor, facts.person(telling, actor))
        for telling in meeting.tellings
        if telling.record.modality == "actual" and isinstance(telling.record, Meeting)
        for actor in telling.record.participants
    ]


def _country(meeting: Fact) -> str | None:
    """The state that a meeting was in, by any text."""
    places = (place_of(telling.record) for telling in meeting.tellings)
    return next((place.country for place in places if place and place.country), None)


def _signed(fact: Fact, visit: Visit, facts: Facts) -> bool:
    """Whether a text of the visit tells that an instrument between the two states was signed on its days."""
    states = {visit.visitor.country, visit.destination}
    for other in facts.beside(fact):
        record = other.record
        if not isinstance(record, Agreement) or record.status not in _DONE or record.modality != "actual":
            continue
        if states <= set(record.parties) and _together(fact, other):
            return True
    return False


def _together(one: Fact, other: Fact) -> bool:
    """Whether their days do not lie apart."""
    days, others = one.when, other.when
    if not days or not others or "report" in (days.basis, others.basis):
        return True
    return days.first - dt.timedelta(days=1) <= others.last and others.first <= days.last + dt.timedelta(
        days=1
    )


def _leads(person: Known) -> bool:
    return any(office.role in LEADERS for office in person.offices)
