"""The world on an equal-earth plane: outlines of states, capitals, and lines between pairs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from communique.views.names import country_name
from communique.world.states import STATES

WIDTH, HEIGHT = 960, 468
SHADES = 5
LINES = 120
"""Pairs that are drawn, the strongest."""
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_SCALE = WIDTH / (2 * 2.7066299836960748)
_ROOT = math.sqrt(3) / 2


class Land(msgspec.Struct, frozen=True):
    """A state's outline as an SVG path, how dark it is (0 for no record), and its count."""

    code: str
    name: str
    path: str
    shade: int
    count: int


class Arc(msgspec.Struct, frozen=True):
    """A line between two capitals, as wide as the pair has records."""

    a: str
    b: str
    path: str
    width: float
    count: int


class Dot(msgspec.Struct, frozen=True):
    """A state too small for an outline, at its capital."""

    code: str
    name: str
    x: float
    y: float
    count: int


class Atlas(msgspec.Struct, frozen=True):
    """All that a map shows."""

    lands: tuple[Land, ...]
    arcs: tuple[Arc, ...]
    dots: tuple[Dot, ...]


def project(lat: float, lon: float) -> tuple[float, float]:
    """A place in degrees on the plane, in units of the picture, after Šavrič, Patterson and Jenny (2018)."""
    a1, a2, a3, a4 = _A
    theta = math.asin(_ROOT * math.sin(math.radians(lat)))
    square = theta * theta
    sixth = square**3
    x = (
        math.radians(lon)
        * math.cos(theta)
        / (_ROOT * (a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)))
    )
    y = theta * (a1 + a2 * square + sixth * (a3 + a4 * square))
    return round(WIDTH / 2 + _SCALE * x, 1), round(HEIGHT / 2 - _SCALE * y, 1)


def atlas(countries: Mapping[str, int], pairs: Mapping[tuple[str, str], int]) -> Atlas:
    """The map of a ledger's counts."""
    most = max((n for code, n in countries.items() if code in STATES), default=1)
    outlined = outlines()
    lands = tuple(
        Land(code, country_name(code), path, _shade(countries.get(code, 0), most), countries.get(code, 0))
        for code, path in outlined.items()
    )
    spots = {c: project(s.lat, s.lon) for c, s in STATES.items() if s.lat is not None and s.lon is not None}
    dots = tuple(
        Dot(code, country_name(code), *spots[code], n)
        for code, n in countries.items()
        if code in spots and code not in outlined
    )
    drawn = [(pair, n) for pair, n in pairs.items() if pair[0] in spots and pair[1] in spots][:LINES]
    heaviest = max((n for _, n in drawn), default=1)
    arcs = tuple(
        Arc(a, b, _arc(spots[a], spots[b]), round(0.6 + 4.4 * math.sqrt(n / heaviest), 1), n)
        for (a, b), n in reversed(drawn)
    )
    return Atlas(lands, arcs, dots)


@cache
def outlines() -> dict[str, str]:
    """The outline of each state that has one; land that is of no state of the list stands under its own name."""
    rows = files("communique.web").joinpath("outlines.tsv").read_text(encoding="utf-8").splitlines()
    return dict(row.split("\t", 1) for row in rows if row and not row.startswith("#"))


def _shade(count: int, most: int) -> int:
    """From 1 to `SHADES` by the root of the count, 0 for none."""
    return 0 if count <= 0 else max(1, min(SHADES, math.ceil(SHADES * math.sqrt(count / most))))


def _arc(a: tuple[float, float], b: tuple[float, float]) -> str:
    """A bow between two points, bent upward."""
    (x1, y1), (x2, y2) = a, b
    lift = 0.16 * math.hypot(x2 - x1, y2 - y1)
    return f"M{x1} {y1}Q{round((x1 + x2) / 2, 1)} {round((y1 + y2) / 2 - lift, 1)} {x2} {y2}"
