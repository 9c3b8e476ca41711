"""What is announced as a calendar (iCalendar, RFC 5545): planned or agreed visits, meetings and gatherings.

One all-day event a fact; `DTEND` is the day after the last, as the standard has it. A fact that other texts tell
as done is `CONFIRMED`, one called off `CANCELLED`, the rest `TENTATIVE`. `X-COMMUNIQUE-RECORDS` and
`X-COMMUNIQUE-VALUES` are ours. `DTSTAMP` is when the ledger last saw the announcement.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from communique.errors import RequestError
from communique.export.exporter import Exporter, Files
from communique.export.fact import Fact, When, basis
from communique.export.facts import Facts
from communique.export.losses import Losses
from communique.export.spots import spot_of
from communique.views.names import country_name

if TYPE_CHECKING:
    from icalendar import Calendar, Event

KINDS = frozenset({"visit", "meeting", "gathering"})
AHEAD = frozenset({"planned", "agreed"})
PRODUCT = "-//communique//ledger//EN"
LONGEST = 31
"""The most days that a span may have to be entered; a longer one names no days."""


def write(facts: Facts, losses: Losses) -> Files:
    """The calendar; `RequestError` when icalendar is not installed."""
    try:
        from icalendar import Calendar
    except ImportError as error:
        cure = "needs the package icalendar; install it with `pip install 'communique[calendar]'`"
        raise RequestError(cure, entry="ics") from error
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Announced")
    for fact in facts.all:
        _enter(calendar, fact, losses)
    return {"": bytes(calendar.to_ical())}


def _enter(calendar: Calendar, fact: Fact, losses: Losses) -> None:
    when = fact.when
    if fact.kind not in KINDS:
        losses.leave_out(fact, "no visit, meeting or gathering")
    elif not AHEAD & {telling.record.modality for telling in fact.tellings}:
        losses.leave_out(fact, "not announced: no text tells it as planned or agreed")
    elif when is None or when.basis == "report":
        losses.leave_out(fact, "no day is told")
    elif (when.last - when.first).days >= LONGEST:
        losses.leave_out(fact, "only a year or a season is told")
    else:
        calendar.add_component(_event(fact, when))
        losses.hold(fact)
        if when.basis == "span":
            losses.coarse("a longer span is told: the entry lasts all of it")


def _event(fact: Fact, when: When) -> Event:
    from icalendar import Event

    telling = fact.tellings[0]
    spot = spot_of(fact.record)
    event = Event()
    event.add("uid", f"{fact.id}@communique")
    event.add("dtstamp", max(told.last_seen for told in fact.tellings).replace(microsecond=0))
    event.add("dtstart", when.first)
    event.add("dtend", when.last + dt.timedelta(days=1))
    event.add("summary", fact.headline)
    event.add("description", "\n".join(_described(fact)))
    event.add("categories", [fact.kind])
    event.add("status", _status(fact))
    event.add("transp", "TRANSPARENT")
    if spot:
        event.add("location", spot.name or country_name(spot.country))
    if spot and spot.city:
        event.add("geo", (spot.lat, spot.lon))
    if telling.document.url:
        event.add("url", telling.document.url)
    event.add("x-communique-records", "; ".join(fact.records))
    event.add("x-communique-values", basis(telling))
    return event


def _described(fact: Fact) -> list[str]:
    """A line for each telling: its quote, publisher and date."""
    lines = []
    for telling in fact.tellings:
        origin = ", ".join(part for part in (telling.document.publisher, telling.document.date) if part)
        lines.append(f"“{telling.record.evidence[0].quote}” ({origin or telling.document.id})")
    return lines


def _status(fact: Fact) -> str:
    told = {telling.record.modality for telling in fact.tellings}
    if "negated" in told:
        return "CANCELLED"
    return "CONFIRMED" if "actual" in told else "TENTATIVE"


EXPORTER = Exporter(
    name="ics",
    title="Announced visits, meetings and gatherings, iCalendar",
    holds="what is planned or agreed, with days",
    keeps=frozenset({"date", "place", "destination", "countries", "participants", "visitor", "name", "quote"})
    | {"modality", "occasion", "type", "visit_type", "format"},
    write=write,
    checked="read back by icalendar: required properties, all-day ranges with an exclusive end",
)
