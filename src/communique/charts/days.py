"""A timeline: events as marks over days, a row for each kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from communique.charts.drawing import WIDTH, altair, styled
from communique.ledger.stored import Stored
from communique.resolve.events import Event
from communique.views.happened import headline

_ROW = 26
_TEXTS = [1, 2, 4, 6]
_DATED = ["day told", "day of the report"]


def timeline(events: Sequence[Event], told: Mapping[str, Stored], words: int = 48) -> Any:
    """Each event at its first day; larger where more texts tell it, hollow where no text gives the day."""
    alt = altair()
    rows = [
        {
            "day": str(event.first),
            "kind": event.kind,
            "texts": len(event.documents),
            "dated": _DATED[not event.dated],
            "what": headline(event, told)[:words],
        }
        for event in events
        if event.first is not None
    ]
    kinds = sorted({event.kind for event in events if event.first is not None})
    chart = (
        alt.Chart(alt.Data(values=rows))
        .mark_point(strokeWidth=1.5, color="#111111")
        .encode(
            x=alt.X("day:T", title=None, axis=alt.Axis(format="%d %b %Y", labelAngle=0, tickCount=6)),
            y=alt.Y("kind:N", title=None, sort=kinds, axis=alt.Axis(grid=True, gridColor="#eeeeee")),
            size=alt.Size(
                "texts:Q", title="texts", scale=alt.Scale(range=[40, 320]), legend=alt.Legend(values=_TEXTS)
            ),
            fill=alt.Fill(
                "dated:N", title=None, scale=alt.Scale(domain=_DATED, range=["#111111", "#ffffff"])
            ),
            tooltip=["day:N", "what:N"],
        )
        .properties(width=WIDTH, height=max(3, len(kinds)) * _ROW)
    )
    return styled(chart, "Events")
