"""Charts are drawn without a network, hold what their view told, and refuse what cannot be drawn."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.charts.claims import claims
from communique.charts.days import timeline
from communique.charts.drawing import drawn, suffix_of
from communique.charts.ladder import ladder
from communique.charts.plane import plane
from communique.charts.ties import circle
from communique.errors import InputError
from communique.views.figures import figures
from communique.views.network import network
from communique.views.scene import Scene
from communique.views.tiers import tiers

CHARTS: dict[str, tuple[Callable[[Scene], Any], str]] = {
    "ladder": (lambda scene: ladder(tiers(scene)), "CHN – NGA"),
    "claims": (lambda scene: claims(figures(scene, ("CHN",))), "trade turnover"),
    "timeline": (lambda scene: timeline(scene.resolution.events, scene.records), "meeting"),
    "circle": (lambda scene: circle(network(scene)), "Nigeria"),
    "plane": (lambda scene: plane(network(scene)), "Nigeria"),
}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_a_picture_of_what_is_told(examples: Scene, name: str) -> None:
    make, word = CHARTS[name]
    chart = make(examples)
    assert word in json.dumps(chart.to_dict(), ensure_ascii=False)
    picture = drawn(chart, ".png")
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 10_000
    drawing = drawn(chart, ".svg").decode()
    assert drawing.startswith("<svg")
    assert drawing.count("<path") > 5


def test_nothing_told_is_still_a_picture() -> None:
    empty = Scene.from_records([])
    for chart in (
        ladder(tiers(empty)),
        claims(figures(empty)),
        circle(network(empty)),
        plane(network(empty)),
    ):
        assert drawn(chart, ".svg").startswith(b"<svg")


def test_other_endings_are_refused() -> None:
    with pytest.raises(InputError, match=r"\.png or \.svg"):
        suffix_of(Path("chart.jpeg"))
