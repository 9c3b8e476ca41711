"""A record in the words of a brief: a text, and short tags that qualify it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from communique.kinds.act import Act
from communique.kinds.agreement import Agreement
from communique.kinds.commitment import Commitment
from communique.kinds.gathering import Gathering
from communique.kinds.indicator import Indicator
from communique.kinds.invitation import Invitation
from communique.kinds.meeting import Meeting
from communique.kinds.partnership import Partnership
from communique.kinds.position import Position
from communique.kinds.project import Project
from communique.kinds.record import Actor, Place, Record
from communique.kinds.visit import Visit
from communique.views.describe import what, who
from communique.views.names import country_name, listed
from communique.views.numerals import amount, change

LANG = "en"
"""The language that briefs are written in."""
Phrase = tuple[str, tuple[str | None, ...]]


def phrase(record: Record) -> tuple[str, tuple[str, ...]]:
    """The text and the tags of a record; a kind without words of its own is spelt out by its fields."""
    made = _PHRASES.get(type(record))
    text, tags = made(record) if made else (" · ".join(filter(None, (who(record), what(record)))), ())
    return text, tuple(tag.replace("_", " ") for tag in tags if tag)


def phrase_with_sides(record: Record) -> tuple[str, tuple[str, ...]]:
    """As `phrase`, for a place where no heading tells whose commitment or position it is."""
    text, tags = phrase(record)
    if not isinstance(record, Commitment | Position):
        return text, tags
    toward = f" → {listed(record.toward)}" if record.toward and set(record.toward) != set(record.by) else ""
    mode = f", {record.mode}" if isinstance(record, Commitment) else ""
    return f"{listed(record.by)}{toward}{mode}: {text}", tags


def actor(given: Actor) -> str:
    """A person with the country's name, or the country."""
    country = country_name(given.country) if given.country else None
    return f"{given.name} ({country})" if given.name and country else given.name or country or "somebody"


def _place(place: Place | None) -> str | None:
    return f"in {place.name or country_name(place.country or '')}" if place else None


def _meeting(record: Meeting) -> Phrase:
    named = {p.country for p in record.participants}
    sides = [*map(actor, record.participants), *(country_name(c) for c in record.countries if c not in named)]
    rest = [part for part in (_place(record.place), record.occasion) if part]
    manner = None if record.format == "in_person" else record.format
    return ", ".join([" – ".join(sides) or "talks", *rest]), (manner,)


def _visit(record: Visit) -> Phrase:
    to = f" to {country_name(record.destination)}" if record.destination else ""
    return f"{actor(record.visitor)}: visit{to}", (record.visit_type,)


def _agreement(record: Agreement) -> Phrase:
    named = record.title or record.instrument.replace("_", " ")
    kind = None if record.instrument == "other" else record.instrument.replace("_", " ")
    tags = (record.status, kind if kind and kind not in named.lower() else None)
    return f"{named} ({listed(record.parties)})" if record.parties else named, tags


def _partnership(record: Partnership) -> Phrase:
    tier = (record.tier or "partnership").replace("_", " ")
    if not record.tier_text:
        return tier, (record.change,)
    return f"“{record.tier_text}”", (record.change, tier if tier != record.tier_text.lower() else None)


def _commitment(record: Commitment) -> Phrase:
    due = f"due {record.due}" if record.due else None
    return record.action or "(no action given)", (due, *record.sectors)


def _position(record: Position) -> Phrase:
    return f"{record.stance}s {record.issue or listed(record.toward)}", ()


def _invitation(record: Invitation) -> Phrase:
    to, where = record.to, country_name(record.destination) if record.destination else None
    if to and record.lang != LANG:  # Other languages' words take no English ones before them.
        to = where or f"“{to}”"
    to = to or where
    return f"{actor(record.inviter)} invites {actor(record.invitee)}" + (f" to {to}" if to else ""), ()


def _indicator(record: Indicator) -> Phrase:
    scope = " – ".join(country_name(side) for side in (record.reporter, record.partner) if side)
    measure = record.measure.replace("_", " ") + (f", {scope}" if scope else "")
    base = record.baseline
    was = (
        f"from {amount(base.value, record.unit)}" + (f" in {base.period}" if base.period else "")
        if base
        else None
    )
    if record.value is None:
        return measure, (change(record.change), was)
    bound = "" if record.bound == "exact" else record.bound.replace("_", " ") + " "
    return f"{measure}: {bound}{amount(record.value, record.unit)}", (change(record.change), was)


def _project(record: Project) -> Phrase:
    ends = f" ({' – '.join(record.connects)})" if record.connects else ""
    return record.name + ends, (record.status, record.type if record.type != "other" else None)


def _gathering(record: Gathering) -> Phrase:
    return ", ".join(part for part in (record.name, _place(record.place)) if part), (record.type,)


def _act(record: Act) -> Phrase:
    mutual = set(record.by) == set(record.toward)
    sides = listed(record.by) + (f" → {listed(record.toward)}" if record.toward and not mutual else "")
    return f"{sides}: {record.text or record.plover.lower()}", (record.plover.lower(),)


_PHRASES: dict[type[Record], Callable[[Any], Phrase]] = {
    Meeting: _meeting,
    Visit: _visit,
    Agreement: _agreement,
    Partnership: _partnership,
    Commitment: _commitment,
    Position: _position,
    Invitation: _invitation,
    Indicator: _indicator,
    Project: _project,
    Gathering: _gathering,
    Act: _act,
}
