"""The charts of a brief, where there is something to draw."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from communique.charts.claims import claims
from communique.charts.days import timeline
from communique.charts.drawing import drawn
from communique.charts.ladder import ladder
from communique.ledger.stored import Stored
from communique.views.figures import figures
from communique.views.scene import Scene
from communique.views.tiers import tiers

_DATED_EVENTS = 4
_SHOWN = ("meeting", "visit", "agreement", "gathering", "partnership")


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """A chart in both forms; `title` says what it shows for those who cannot see it."""

    title: str
    svg: bytes
    png: bytes


def pictures(told: Iterable[Stored]) -> tuple[Picture, ...]:
    """Ladder, figures and timeline of these records, each only when two points or more would be in it."""
    scene = Scene.from_records(list(told))
    charts = []
    steps = [step for step in tiers(scene) if step.rung and step.day]
    if any(s.parties == step.parties and s.day != step.day for s in steps for step in steps):
        charts.append(("Partnership tiers as reported", ladder(steps)))
    series = [s for s in figures(scene) if s.measure != "other" and _periods(s.claims) > 1]
    if series:
        charts.append(("Figures as claimed", claims(series[:2])))
    events = [e for e in scene.resolution.events if e.kind in _SHOWN and e.first is not None]
    if len({event.first for event in events}) >= _DATED_EVENTS:
        charts.append(("Events", timeline(events, scene.records)))
    return tuple(Picture(title=t, svg=drawn(c, ".svg"), png=drawn(c, ".png")) for t, c in charts)


def _periods(claims: Iterable[object]) -> int:
    told = {getattr(c, "period", None) for c in claims if getattr(c, "value", None) is not None}
    return len({period[:4] for period in told if period})
