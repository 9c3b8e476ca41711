"""The partnership ladder as a step chart, a line for each pair."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from communique.charts.drawing import DASHES, GREYS, HEIGHT, WIDTH, altair, styled
from communique.views.tiers import RUNGS, Step

_MOST = 5


def ladder(steps: Sequence[Step]) -> Any:
    """Rungs by the day of the report; of many pairs those with most steps."""
    alt = altair()
    told = [step for step in steps if step.rung and step.day]
    pairs = sorted({s.parties for s in told}, key=lambda p: (-sum(s.parties == p for s in told), p))[:_MOST]
    rows = [
        {
            "day": s.day,
            "rung": s.rung,
            "pair": " – ".join(s.parties),
            "change": s.change.replace("_", " "),
            "label": s.label or "",
        }
        for s in told
        if s.parties in pairs
    ]
    names = [" – ".join(pair) for pair in pairs]
    labels = (
        " : ".join(f"datum.value == {n} ? '{tier.replace('_', ' ')}'" for n, tier in enumerate(RUNGS, 1))
        + " : ''"
    )
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("day:T", title=None, axis=alt.Axis(format="%d %b %Y", tickCount=5)),
        y=alt.Y(
            "rung:Q",
            title=None,
            scale=alt.Scale(domain=[0.5, len(RUNGS) + 0.5]),
            axis=alt.Axis(values=list(range(1, len(RUNGS) + 1)), labelExpr=labels, labelLimit=320),
        ),
        color=alt.Color(
            "pair:N", legend=None, scale=alt.Scale(domain=names, range=list(GREYS[: len(names)]))
        ),
    )
    line = base.mark_line(interpolate="step-after", strokeWidth=2).encode(
        strokeDash=alt.StrokeDash(
            "pair:N", title=None, scale=alt.Scale(domain=names, range=list(DASHES[: len(names)]))
        )
    )
    marks = base.mark_point(filled=True, size=60).encode(shape=alt.Shape("change:N", title=None))
    names_beside = base.mark_text(align="left", dx=9, dy=-8, fontSize=10).encode(text="pair:N")
    return styled(
        (line + marks + names_beside).properties(width=WIDTH, height=HEIGHT), "Partnership tiers as reported"
    )
