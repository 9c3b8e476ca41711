"""EDTF dates: what is read, what is refused, what touches a window."""

from __future__ import annotations

import datetime as dt

import pytest

from communique.base.edtf import bounds, is_edtf, overlaps


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2024-07-03", dt.date(2024, 7, 3), dt.date(2024, 7, 3)),
        ("2023-08-16/2023-08-20", dt.date(2023, 8, 16), dt.date(2023, 8, 20)),
        ("2023-01/2023-06", dt.date(2023, 1, 1), dt.date(2023, 6, 30)),
        ("../2024-10-26", dt.date.min, dt.date(2024, 10, 26)),
        ("2026-01/..", dt.date(2026, 1, 1), dt.date.max),
    ],
)
def test_bounds(text: str, low: dt.date, high: dt.date) -> None:
    assert bounds(text) == (low, high)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2024-02-30", "July 2024", "../..", "2024/", "2024-1-1"]
)
def test_refused(text: str) -> None:
    assert not is_edtf(text)


def test_an_interval_ends_after_it_begins() -> None:
    assert not is_edtf("2024-05/2023-05")


def test_overlap_with_open_windows() -> None:
    assert overlaps("2024", "2024-06-01", None)
    assert overlaps("2024", None, "2024-01-01")
    assert not overlaps("2024", "2025", None)
    assert not overlaps("2024-05", None, "2024-04")
