"""Comparers of days: when two records say that their facts were."""

from __future__ import annotations

import datetime as dt

from communique.resolve.cards import FORWARD, Card, Window

_ZONES = dt.timedelta(days=1)
"""A day has begun in the east when a report is still dated the day before."""
_STEPS = 21
"""Days within which an instrument is announced and signed, mostly."""
_FAR = frozenset({"some days apart", "other days"})
_LASTING = frozenset({"in_place", "reaffirmed"})
_MAYBE = "a time that may be the same"


def days(one: Card, other: Card) -> str | None:
    """Whether two facts may be of one day."""
    a, b = one.window, other.window
    if a is None or b is None:
        return None
    if _foretold(one, other) or _foretold(other, one):
        return "told as done before its day"
    gap = max((a.first - b.last).days, (b.first - a.last).days, 0)
    if gap == 0:
        return _touching(a, b)
    told = a.basis == b.basis == "told"
    if gap == 1 or (gap == 2 and not told):
        return "a day apart"
    return "some days apart" if gap <= 5 and not told else "other days"


def lasting_days(one: Card, other: Card) -> str | None:
    """The days of what may last longer than the day that a text names."""
    found = days(one, other)
    return _MAYBE if found == "a day apart" else found


def instrument_days(one: Card, other: Card) -> str | None:
    """The days of one step of an instrument; its steps lie apart, and a title is told again at any time."""
    a, b = one.record, other.record
    if getattr(a, "status", None) != getattr(b, "status", None):
        near = one.reported and other.reported and abs((one.reported - other.reported).days) <= _STEPS
        return "steps in the same weeks" if near else None
    told = all(card.window is not None and card.window.basis == "told" for card in (one, other))
    titled = getattr(a, "title", None) and getattr(b, "title", None)
    found = days(one, other)
    return None if found in _FAR and titled and not told else found


def tier_days(one: Card, other: Card) -> str | None:
    """The days on which a tier changed; that it is in place is told at any time."""
    steps = {getattr(card.record, "change", None) for card in (one, other)}
    return None if steps & _LASTING else days(one, other)


def figure_days(one: Card, other: Card) -> str | None:
    """The days of the reports, where a figure is told without its period."""
    both = getattr(one.record, "period", None) and getattr(other.record, "period", None)
    return None if both else days(one, other)


def _foretold(one: Card, other: Card) -> bool:
    """Whether a report told the one fact as done before the day that the other's text names."""
    day = other.window
    if one.reported is None or day is None or day.basis != "told":
        return False
    return one.record.modality not in FORWARD and one.reported + _ZONES < day.first


def _touching(a: Window, b: Window) -> str:
    if a.basis == b.basis == "told":
        if a.one_day and b.one_day:
            return "the same day"
        return "days that touch" if max((a.last - a.first).days, (b.last - b.first).days) <= 7 else _MAYBE
    if a.basis == b.basis and a.first == b.first:
        return "reports of the same days"
    return "days that touch" if max((a.last - a.first).days, (b.last - b.first).days) <= 7 else _MAYBE
