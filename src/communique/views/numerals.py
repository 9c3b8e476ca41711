"""Figures in words: scaled where nothing is lost by it, with their units and changes."""

from __future__ import annotations

from decimal import Decimal

from communique.kinds.indicator import IndicatorChange

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_BASES = {"yoy": "on the year before", "avg_annual": "a year on average", "since": "since then"}


def amount(value: float | int, unit: str | None) -> str:
    """A value with its unit, such as `310 million USD` or `7.2 %`; every digit of it is kept."""
    number = number_text(value)
    if unit in (None, "item"):
        return number
    return f"{number} {'%' if unit == 'percent' else unit}"


def number_text(value: float | int) -> str:
    """A number with thousands apart, or scaled when at most three decimals then hold all of it."""
    exact = Decimal(str(value))
    for scale, word in _SCALES:
        scaled = exact / scale
        if abs(scaled) >= 1 and scaled == round(scaled, 3):
            return f"{_plain(scaled)} {word}"
    return _plain(exact)


def change(given: IndicatorChange | None) -> str | None:
    """A change, such as `up 5 % on the year before`."""
    if given is None:
        return None
    basis = f" {_BASES[given.basis]}" if given.basis else ""
    return f"{given.direction} {amount(given.value, given.unit)}{basis}"


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
