"""The register of people: offices learned from reports and told from outside, and who held one on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from communique.base.edtf import bounds
from communique.base.ids import content_id
from communique.kinds.person import Person
from communique.ledger.holders import Holder
from communique.ledger.names import fold_name
from communique.ledger.stored import Stored
from communique.resolve.people import TERM_DAYS, Known, Office
from communique.vocab import Role

UNTOLD = "und"
"""The language of spellings that were told without one (BCP 47)."""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A report that gives somebody the office."""

    document: str
    date: str | None
    publisher: str | None
    quote: str


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who held an office: `days` from the day asked for to the nearest report; 0 where the register has it.

    `register` names the table that says so, `sources` are the reports that do, the nearest first.
    """

    person: str
    name: str
    country: str | None
    office: Office
    days: int
    register: str | None = None
    sources: tuple[Source, ...] = ()


def registered(known: Iterable[Known], holders: Iterable[Holder]) -> list[Known]:
    """The persons of the reports with the offices that were told from outside, and those only told of."""
    people = {person.id: person for person in known}
    at = {key: person.id for person in people.values() for key in _keys(person)}
    for holder in holders:
        names = (holder.name, *holder.spellings)
        keys = [(holder.country, fold_name(name)) for name in names]
        id = next((at[key] for key in keys if key in at), None) or content_id("who", *map(str, keys[0]))
        held = people.get(id)
        if held is None:
            held = Known(
                id=id,
                name=holder.name,
                country=holder.country,
                names={},
                offices=(),
                documents=0,
                publishers=0,
                links=(),
            )
        people[id] = _with(held, holder, names)
        at |= dict.fromkeys(keys, id)
    return sorted(people.values(), key=lambda p: (p.country or "~", p.name, p.id))


def who(
    people: Sequence[Known], told: Iterable[Stored], role: Role | None, title: str, country: str, on: str
) -> list[Answer]:
    """Who of a state held an office on a day (EDTF), the likeliest first; nobody is guessed.

    `people` are registered, `told` the records of the kind `person`. `role` is what `title` means; without
    one the title's words are sought in the offices as they were told. What the register says for the
    day comes first, then the nearest report, at most a term away or with another on its other side.
    """
    first, last = bounds(on)
    reports = _reports(people, told, role, title, country)
    found: list[Answer] = []
    for person in people:
        for office in person.offices if person.country == country else ():
            if office.source and _means(office.role, office.role_text, role, title):
                found += _registered(person, office, first, last)
        if answer := _reported(person, reports.get(person.id, ()), role, title, first, last):
            found.append(answer)
    return sorted(_together(found), key=lambda a: (a.days, not a.register, a.name))


def _keys(person: Known) -> list[tuple[str | None, str]]:
    spelled = (name for names in person.names.values() for name in names)
    return [(person.country, fold_name(name)) for name in (person.name, *spelled)]


def _with(person: Known, holder: Holder, names: tuple[str, ...]) -> Known:
    office = Office(
        role=holder.role,
        role_text=holder.role_text,
        organization=holder.organization,
        since=holder.since,
        until=holder.until,
        source=holder.source,
    )
    spelled = tuple(dict.fromkeys((*person.names.get(UNTOLD, ()), *names)))
    return msgspec.structs.replace(
        person, names=person.names | {UNTOLD: spelled}, offices=(*person.offices, office)
    )


def _means(held: Role | None, text: str | None, role: Role | None, title: str) -> bool:
    if role is not None:
        return held == role
    sought = fold_name(title)
    return bool(sought) and sought in fold_name(text or "")


Told = tuple[Stored, Person]


def _reports(
    people: Sequence[Known], told: Iterable[Stored], role: Role | None, title: str, country: str
) -> dict[str, list[Told]]:
    at = {(p.country, name): p.id for p in people for names in p.names.values() for name in names}
    found: dict[str, list[Told]] = {}
    for item in told:
        record = item.record
        if isinstance(record, Person) and record.country == country:
            id = at.get((record.country, record.name))
            if id is not None and item.document.date and _means(record.role, record.role_text, role, title):
                found.setdefault(id, []).append((item, record))
    return found


def _registered(person: Known, office: Office, first: dt.date, last: dt.date) -> list[Answer]:
    if (office.since and office.since > last) or (office.until and office.until < first):
        return []
    answer = Answer(
        person=person.id,
        name=person.name,
        country=person.country,
        office=office,
        days=0,
        register=office.source,
    )
    return [answer]


def _reported(
    person: Known, told: Sequence[Told], role: Role | None, title: str, first: dt.date, last: dt.date
) -> Answer | None:
    if not told:
        return None
    days = [bounds(item.document.date or "")[0] for item, _ in told]
    gaps = [max((day - last).days, (first - day).days, 0) for day in days]
    if min(gaps) > TERM_DAYS and (min(days) > last or max(days) < first):
        return None
    nearest = sorted(range(len(told)), key=lambda n: (gaps[n], told[n][0].document.id))
    best = told[nearest[0]][1]
    return Answer(
        person=person.id,
        name=person.name,
        country=person.country,
        office=Office(
            role=best.role,
            role_text=best.role_text,
            organization=best.organization,
            since=min(days),
            until=max(days),
        ),
        days=min(gaps),
        sources=tuple(_source(told[n][0]) for n in nearest),
    )


def _source(item: Stored) -> Source:
    document = item.document
    return Source(
        document=document.id,
        date=document.date,
        publisher=document.publisher,
        quote=item.record.evidence[0].quote,
    )


def _together(found: Sequence[Answer]) -> list[Answer]:
    """One answer a person: what the register says, with the reports that say it too."""
    out: dict[str, Answer] = {}
    for answer in found:
        held = out.get(answer.person)
        if held is None:
            out[answer.person] = answer
        else:
            best = min(held, answer, key=lambda a: (a.days, not a.register))
            sources = held.sources or answer.sources
            out[answer.person] = msgspec.structs.replace(best, sources=sources)
    return list(out.values())
