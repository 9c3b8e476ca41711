"""Figures as lines, the claims of different speakers apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from communique.charts.drawing import DASHES, GREYS, HEIGHT, SHAPES, WIDTH, altair, styled
from communique.views.figures import Claim, Series
from communique.views.names import listed

_MOST = 5


def claims(series: Sequence[Series]) -> Any:
    """The series with most dated claims: a panel each, periods across, who says so by line and mark."""
    alt = altair()
    ranked = sorted((s for s in series if _tells(s)), key=lambda s: (-len(s.claims), s.measure, s.scope))
    panels = [_panel(alt, one) for one in ranked[:_MOST]]
    if not panels:
        return styled(_empty(alt), "Figures as claimed")
    apart = {"color": "independent", "shape": "independent", "strokeDash": "independent"}
    return styled(alt.vconcat(*panels).resolve_scale(**apart), "Figures as claimed")


def _tells(series: Series) -> bool:
    """Whether there is something to draw: two periods, or one for which two say something."""
    told = [c for c in series.claims if c.period and c.value is not None]
    return len({c.period for c in told}) > 1 or len({(c.said, c.publisher) for c in told}) > 1


def _panel(alt: Any, series: Series) -> Any:
    rows = [
        {"period": c.period[:4], "value": c.value, "said": _speaker(c)}
        for c in series.claims
        if c.period and c.value is not None
    ]
    speakers = sorted({str(row["said"]) for row in rows})
    named = f"{series.measure.replace('_', ' ')}, {listed(series.scope)}"
    short = alt.Axis(format="~s", labelExpr="replace(datum.label, 'G', ' bn')")
    base = alt.Chart(alt.Data(values=rows), title=alt.Title(named, fontSize=12, fontWeight="normal")).encode(
        x=alt.X("period:O", title=None, axis=alt.Axis(labelAngle=0)),
        y=alt.Y("value:Q", title=series.unit, axis=short, scale=alt.Scale(zero=True)),
        color=alt.Color("said:N", title=None, scale=_scale(alt, speakers, GREYS)),
    )
    dash = alt.StrokeDash("said:N", legend=None, scale=_scale(alt, speakers, DASHES))
    shape = alt.Shape("said:N", title=None, scale=_scale(alt, speakers, SHAPES))
    lines = base.mark_line(strokeWidth=2).encode(strokeDash=dash)
    marks = base.mark_point(filled=True, size=70).encode(shape=shape)
    return (lines + marks).properties(width=WIDTH, height=HEIGHT // 2)


def _speaker(claim: Claim) -> str:
    """Who says so; in the reporter's own voice the publisher."""
    return claim.said if claim.said.startswith("said by") else claim.publisher or claim.document


def _scale(alt: Any, speakers: Sequence[str], values: Sequence[Any]) -> Any:
    return alt.Scale(domain=list(speakers), range=_cycled(values, len(speakers)))


def _cycled(values: Sequence[Any], size: int) -> list[Any]:
    return [values[at % len(values)] for at in range(size)]


def _empty(alt: Any) -> Any:
    words = alt.Data(values=[{"text": "no dated figures"}])
    return (
        alt.Chart(words).mark_text(size=14).encode(text="text:N").properties(width=WIDTH, height=HEIGHT // 4)
    )
