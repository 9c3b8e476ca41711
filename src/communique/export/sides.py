"""The sides of a coded event as event data want them: state, sectors, persons, titles."""

from __future__ import annotations

import datetime as dt

import msgspec

from communique.coding.tables import scheme
from communique.export.events import party_code
from communique.export.facts import Facts
from communique.kinds.record import Actor, Record
from communique.ledger.slots import countries_of
from communique.ledger.stored import Stored
from communique.resolve.people import Known, Office
from communique.views.names import country_name
from communique.world.states import STATES

STATE = 3
"""Letters of a state's code; a sector may stand behind them."""


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One party of an event. `code` is PLOVER's; `country` is alpha-3, None for what is no state.

    `people` are the resolved names of those who act for it, `raw` their names as written, `ids` the ledger's ids
    of the persons, `titles` their offices in the words of the reports.
    """

    code: str
    name: str
    country: str | None
    sectors: tuple[str, ...]
    people: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Its persons, else its own name."""
        return "; ".join(self.people) or self.name


def side(code: str, telling: Stored, facts: Facts) -> Side:
    """The side that a coded event's party is."""
    record = telling.record
    actors = [actor for actor in _actors(record) if actor.country and party_code(actor.country) == code]
    known = [facts.person(telling, actor) for actor in actors]
    offices = [_office(person, telling) for person in known if person]
    country = "XKX" if code[:STATE] == "KOS" else code[:STATE]
    named = [name for name, _ in countries_of(record) if party_code(name) == code]
    roles = [scheme().sector_of_role.get(office.role or "", "GOV") for office in offices if office]
    sectors = [code[STATE:]] if code[STATE:] else roles or ["GOV" if country in STATES else code]
    return Side(
        code=code,
        name="; ".join(dict.fromkeys(map(country_name, named))) or country_name(country),
        country=country if country in STATES else None,
        sectors=tuple(dict.fromkeys(sectors)),
        people=tuple(
            person.name if person else actor.name or "" for actor, person in zip(actors, known, strict=True)
        ),
        raw=tuple(actor.name or "" for actor in actors),
        ids=tuple(person.id for person in known if person),
        titles=tuple(dict.fromkeys(o.role_text for o in offices if o and o.role_text)),
    )


def office_at(person: Known, day: dt.date | None) -> Office | None:
    """The office that reports gave a person on a day, else the nearest one; None where none did."""

    def distance(office: Office) -> tuple[int, str]:
        if day is None or office.since is None or office.until is None:
            return 0, office.role or ""
        away = max((office.since - day).days, (day - office.until).days, 0)
        return away, office.role or "~"

    return min(person.offices, key=distance, default=None)


def actors_of(record: Record) -> list[Actor]:
    """Every named person who acts in a record."""
    return [actor for actor in _actors(record) if actor.name]


def _office(person: Known, telling: Stored) -> Office | None:
    date = telling.document.date
    return office_at(person, dt.date.fromisoformat(date) if date and len(date) == len("2024-07-03") else None)


def _actors(record: Record) -> list[Actor]:
    values = [getattr(record, name) for name in record.__struct_fields__]
    flat = [item for value in values for item in (value if isinstance(value, tuple) else (value,))]
    return [item for item in flat if isinstance(item, Actor) and item.name]
