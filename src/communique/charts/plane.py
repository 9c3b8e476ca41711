"""Ties on a map: lines between capitals on an equal-earth plane, with the grid of degrees behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from communique.charts.drawing import WIDTH, altair, styled
from communique.charts.ties import MOST
from communique.views.names import country_name
from communique.views.network import Tie
from communique.world.states import STATES

NAMED = 28
"""States whose names are written out."""


def plane(ties: Sequence[Tie]) -> Any:
    """The strongest ties between states whose capitals are known."""
    alt = altair()
    spots = {
        code: (STATES[code].lat, STATES[code].lon)
        for tie in ties
        for code in (tie.a, tie.b)
        if code in STATES
    }
    shown = [tie for tie in ties if tie.a in spots and tie.b in spots][:MOST]
    lines = [
        {
            "lat": spots[tie.a][0], "lon": spots[tie.a][1], "lat2": spots[tie.b][0], "lon2": spots[tie.b][1],
            "weight": tie.weight,
        }
        for tie in shown
    ]  # fmt: skip
    codes = {code for tie in shown for code in (tie.a, tie.b)}
    dots = [{"lat": spots[c][0], "lon": spots[c][1], "name": country_name(c)} for c in sorted(codes)]
    grid = alt.Chart(alt.graticule(step=[30, 30])).mark_geoshape(stroke="#dddddd", strokeWidth=0.6)
    rules = (
        alt.Chart(alt.Data(values=lines))
        .mark_rule(color="#444444", opacity=0.7)
        .encode(
            latitude="lat:Q",
            longitude="lon:Q",
            latitude2="lat2:Q",
            longitude2="lon2:Q",
            strokeWidth=alt.StrokeWidth("weight:Q", title="events and acts", scale=alt.Scale(range=[0.6, 6])),
        )
    )
    places = alt.Chart(alt.Data(values=dots)).encode(latitude="lat:Q", longitude="lon:Q")
    marks = places.mark_circle(color="#111111", size=30)
    named = alt.Chart(alt.Data(values=[dot for dot in dots if dot["name"] in _strongest(shown)]))
    names = named.mark_text(dy=-8, fontSize=9).encode(latitude="lat:Q", longitude="lon:Q", text="name:N")
    edge = alt.Chart(alt.sphere()).mark_geoshape(stroke="#bbbbbb", fill=None)
    chart = alt.layer(edge, grid, rules, marks, names).project("equalEarth")
    return styled(chart.properties(width=WIDTH * 1.3, height=WIDTH * 0.65), "Dealings between capitals")


def _strongest(ties: Sequence[Tie]) -> set[str]:
    """The names of the states that are written out: those with the strongest ties."""
    weights: dict[str, int] = {}
    for tie in ties:
        for code in (tie.a, tie.b):
            weights[code] = weights.get(code, 0) + tie.weight
    return {country_name(code) for code in sorted(weights, key=lambda c: (-weights[c], c))[:NAMED]}
