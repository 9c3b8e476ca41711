"""Who deals with whom: the network on a circle, and on the globe's plane at the capitals."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from communique.charts.drawing import WIDTH, altair, styled
from communique.views.names import country_name
from communique.views.network import Tie

MOST = 50
"""Ties that a picture shows, the strongest first."""


def circle(ties: Sequence[Tie]) -> Any:
    """States on a circle by the strength of their ties; lines as thick as the ties are strong, dashed where
    conflict outweighs the rest."""
    alt = altair()
    shown = ties[:MOST]
    states = _ordered(shown)
    places = {code: _place(at, len(states)) for at, code in enumerate(states)}
    lines = [_line(tie, places[tie.a], places[tie.b]) for tie in shown]
    names = [_name(code, x, y) for code, (x, y) in places.items()]
    domain = alt.Scale(domain=[-1.5, 1.5])
    x, y = alt.X("x:Q", axis=None, scale=domain), alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[-1.5, 1.5]))
    dots = alt.Chart(alt.Data(values=[{"x": x, "y": y} for x, y in places.values()])).mark_point(
        filled=True, color="#111111", size=40
    )
    right = alt.Data(values=[n for n in names if not n["left"]])
    left = alt.Data(values=[n for n in names if n["left"]])
    chart = alt.layer(
        _rules(alt, lines, x, y),
        dots.encode(x=x, y=y),
        _labels(alt, right, "left", x, y),
        _labels(alt, left, "right", x, y),
    )
    return styled(chart.properties(width=WIDTH, height=WIDTH), "Who deals with whom")


def _rules(alt: Any, lines: Sequence[dict[str, Any]], x: Any, y: Any) -> Any:
    return (
        alt.Chart(alt.Data(values=list(lines)))
        .mark_rule(color="#555555", opacity=0.7)
        .encode(
            x=x,
            y=y,
            x2="x2:Q",
            y2="y2:Q",
            strokeWidth=alt.StrokeWidth("weight:Q", title="events and acts", scale=alt.Scale(range=[0.6, 7])),
            strokeDash=alt.StrokeDash(
                "temper:N",
                title=None,
                scale=alt.Scale(domain=["dealings", "conflict"], range=[[1, 0], [4, 3]]),
            ),
        )
    )


def _labels(alt: Any, values: Any, align: str, x: Any, y: Any) -> Any:
    marks = alt.Chart(values).mark_text(align=align, baseline="middle", fontSize=11)
    return marks.encode(x=x, y=y, text="name:N", angle=alt.Angle("angle:Q", scale=None))


def _name(code: str, x: float, y: float) -> dict[str, Any]:
    """A state's name outside the circle, turned so that names do not meet."""
    angle = -math.degrees(math.atan2(y, x))
    left = x < 0
    return {
        "x": x * 1.05,
        "y": y * 1.05,
        "name": country_name(code),
        "left": left,
        "angle": angle + 180 * left,
    }


def _line(tie: Tie, one: tuple[float, float], other: tuple[float, float]) -> dict[str, Any]:
    temper = "conflict" if tie.conflict > tie.events + tie.cooperation else "dealings"
    return {"x": one[0], "y": one[1], "x2": other[0], "y2": other[1], "weight": tie.weight, "temper": temper}


def _place(at: int, size: int) -> tuple[float, float]:
    angle = math.tau * at / max(size, 1)
    return math.cos(angle), math.sin(angle)


def _ordered(ties: Sequence[Tie]) -> list[str]:
    """States so that those with strong ties stand near each other, as far as one walk can do."""
    order: list[str] = []
    for tie in ties:
        for code in (tie.a, tie.b):
            if code not in order:
                near = tie.b if code == tie.a else tie.a
                order.insert(order.index(near) + 1 if near in order else len(order), code)
    return order
