"""EDTF dates as intervals of days (ISO 8601-2:2019).

Forms used: `2024`, `2024-07`, `2024-07-03`, and intervals of these, `2023-08-16/2023-08-20`;
from level 1 the open ends of an interval, `../2024-10-26` and `2026-01/..`.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

_OPEN = ".."
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")


@lru_cache(maxsize=65536)
def bounds(edtf: str) -> tuple[dt.date, dt.date]:
    """First and last day of an EDTF date or interval; `ValueError` when it is neither."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one(first)
    if first == last == _OPEN:
        raise ValueError(f"an interval open at both ends is no date: {edtf!r}")
    low = dt.date.min if first == _OPEN else _one(first)[0]
    return low, dt.date.max if last == _OPEN else _one(last)[1]


def _one(text: str) -> tuple[dt.date, dt.date]:
    match = _DATE.match(text)
    if not match:
        raise ValueError(f"not an EDTF date: {text!r}")
    year, month, day = (int(g) if g else None for g in match.groups())
    assert year is not None
    if month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if day is None:
        return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
    return dt.date(year, month, day), dt.date(year, month, day)


def is_edtf(text: str) -> bool:
    """Whether `text` is a date or interval this module reads, with its ends in order."""
    try:
        low, high = bounds(text)
    except ValueError:
        return False
    return low <= high


def overlaps(edtf: str, since: str | None, until: str | None) -> bool:
    """Whether an EDTF date touches the window from `since` to `until` (either end may be open)."""
    low, high = bounds(edtf)
    return (since is None or high >= bounds(since)[0]) and (until is None or low <= bounds(until)[1])
