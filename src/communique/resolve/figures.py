"""Comparers of figures: their values and periods."""

from __future__ import annotations

from communique.base.edtf import bounds
from communique.kinds.indicator import Indicator
from communique.resolve.cards import Card


def value(one: Card, other: Card) -> str | None:
    """Whether two figures have one value, of one unit."""
    a, b = one.record, other.record
    if not isinstance(a, Indicator) or not isinstance(b, Indicator):
        return None
    if a.unit != b.unit and "percent" in (a.unit, b.unit):
        return "another unit"
    if a.unit != b.unit or a.value is None or b.value is None:
        return None
    apart = abs(a.value - b.value) / max(abs(a.value), abs(b.value), 1e-9)
    return "the same value" if apart <= 0.005 else "a value close by" if apart <= 0.15 else "another value"


def period(one: Card, other: Card) -> str | None:
    """Whether two figures are of one period."""
    a, b = getattr(one.record, "period", None), getattr(other.record, "period", None)
    if not a or not b:
        return None
    if a == b:
        return "the same period"
    return "a period in the other" if _within(a, b) else "another period"


def _within(one: str, other: str) -> bool:
    (a, b), (c, d) = bounds(one), bounds(other)
    return a <= d and c <= b
