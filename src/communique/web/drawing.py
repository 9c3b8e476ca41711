"""Small pictures as numbers for templates: a ladder of tiers, and events spread over time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from communique.base.edtf import bounds
from communique.resolve.events import Event
from communique.views.tiers import RUNGS, Step
from communique.web.wording import event_href

WIDTH, LADDER_ROW, SPREAD_ROW, LEFT = 640, 20, 22, 236


class Mark(msgspec.Struct, frozen=True):
    """A point at a place in the picture, with what it says and where a click leads."""

    x: float
    y: float
    says: str
    href: str = ""
    kind: str = ""
    strong: bool = True


class Picture(msgspec.Struct, frozen=True):
    """Rows with labels at the left, marks, perhaps a line through them, and years below."""

    width: int
    height: int
    rows: tuple[tuple[float, str], ...]
    years: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...]
    line: str = ""


def ladder(steps: Sequence[Step]) -> Picture | None:
    """The tiers of two sides as a line of steps by the day of the report; None without any."""
    told = sorted(((bounds(s.day)[0], s) for s in steps if s.rung and s.day), key=lambda item: item[0])
    if not told:
        return None
    at = _scale([day for day, _ in told])
    used = sorted({s.rung for _, s in told if s.rung}, reverse=True)
    heights = {rung: LADDER_ROW * (n + 0.75) for n, rung in enumerate(used)}
    marks = tuple(
        Mark(at(day), heights[s.rung], f"{s.day}: {s.label or s.quote}", strong=s.modality == "actual")
        for day, s in told
        if s.rung
    )
    rows = tuple((heights[rung], RUNGS[rung - 1].replace("_", " ")) for rung in used)
    path = (
        f"M{marks[0].x} {marks[0].y}" + "".join(f"H{mark.x}V{mark.y}" for mark in marks[1:]) + f"H{WIDTH - 8}"
    )
    height = LADDER_ROW * len(used) + 24
    return Picture(WIDTH, height, rows, _years([day for day, _ in told], at), marks, path)


def spread(events: Sequence[Event]) -> Picture | None:
    """Events as points over their days, a row a kind; None when fewer than two have a day."""
    dated = [(event.first, event) for event in events if event.first]
    if len(dated) < 2:
        return None
    at = _scale([day for day, _ in dated])
    kinds = sorted({event.kind for _, event in dated})
    heights = {kind: SPREAD_ROW * (n + 0.6) for n, kind in enumerate(kinds)}
    marks = tuple(
        Mark(
            at(day),
            heights[event.kind],
            f"{day}: {event.kind}, told by {len(event.documents)}",
            event_href(event.kind, event.records[0]),
            event.kind,
            event.dated,
        )
        for day, event in dated
    )
    rows = tuple((heights[kind], kind) for kind in kinds)
    height = SPREAD_ROW * len(kinds) + 24
    return Picture(WIDTH, height, rows, _years([day for day, _ in dated], at), marks[-400:])


class _scale:
    """From a day to a place between the labels and the right edge."""

    def __init__(self, days: Sequence[dt.date]) -> None:
        self.first, last = min(days), max(days)
        self.span = max((last - self.first).days, 1)

    def __call__(self, day: dt.date) -> float:
        return round(LEFT + (WIDTH - LEFT - 16) * (day - self.first).days / self.span, 1)


def _years(days: Sequence[dt.date], at: _scale) -> tuple[tuple[float, str], ...]:
    """The first of January of some years, or the first and last day when none lies between."""
    first, last = min(days), max(days)
    step = max(1, (last.year - first.year) // 6)
    years = [dt.date(year, 1, 1) for year in range(first.year + 1, last.year + 1, step)]
    if len(years) > 1:
        return tuple((at(day), str(day.year)) for day in years)
    return tuple((at(day), day.isoformat()) for day in dict.fromkeys((first, last)))
