"""Days as reports write them, and the time that is set for what is promised."""

from __future__ import annotations

import pytest

import communique
from communique.reading.finders import finders
from communique.text.fold import fold

ANCHOR = "2026-11-20"


def values(text: str, lang: str = "en") -> list[str | None]:
    return [d.value for d in finders(lang).dates.find(text, fold(text), 0, len(text), ANCHOR)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("by June 30, 2027", "2027-06-30"),
        ("since May 1, 2026", "2026-05-01"),
        ("from June 19-20, 2026", "2026-06-19/2026-06-20"),
        ("from Nov. 12 to 14", "2026-11-12/2026-11-14"),
        ("in June 20 soldiers came", "2026-06"),
        ("of June 5 percent was left", "2026-06"),
    ],
)
def test_a_word_before_a_month_leaves_the_day(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("26/11/2026", "en", "2026-11-26"),
        ("11/26/2026", "en", "2026-11-26"),
        ("12/12/2026", "en", "2026-12-12"),
        ("03/04/2026", "en", "2026"),
        ("03/04/2026", "fr", "2026-04-03"),
        ("03/04/2026", "es", "2026-04-03"),
        ("31/13/2026", "fr", None),
    ],
)
def test_days_in_figures(text: str, lang: str, value: str | None) -> None:
    assert values(text, lang) == [value]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Thursday, 26 November", "en"),
        ("Thursday (Nov. 26)", "en"),
        ("Donnerstag, dem 26. November", "de"),
        ("jeudi 26 novembre", "fr"),
    ],
)
def test_a_weekday_and_its_day_are_one_date(text: str, lang: str) -> None:
    assert values(text, lang) == ["2026-11-26"]


def due(text: str) -> list[str | None]:
    records = communique.read(text, lang="en", date=ANCHOR).records
    return [record.due for record in records if record.kind == "commitment"]  # type: ignore[attr-defined]


def test_what_is_promised_is_due_in_time_to_come() -> None:
    assert due("Togo pledged to reopen the ferry by February 28.") == ["2027-02-28"]
    assert due("Togo pledged to reopen the ferry by March.") == ["2027-03"]
    assert due("Togo pledged to reopen the ferry by December.") == ["2026-12"]
    assert due("Togo pledged to renew the lease of 1974.") == [None]


def test_a_day_that_is_over_is_no_day_of_a_signing_ahead() -> None:
    text = "The government of Togo released a note on Tuesday on Togo's plans to sign a treaty with Benin."
    found = communique.read(text, lang="en", date="2026-06-19").records
    assert [r.date for r in found if r.kind == "agreement"] == [None]  # type: ignore[attr-defined]


def test_a_long_span_of_years_looks_back() -> None:
    assert values("впервые за 24 года", "ru") == [None]
    assert values("построить за 3 года", "ru") == ["2029"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("từ ngày 24 đến 26-11", "2026-11-24/2026-11-26"),
        ("từ ngày 30-11 đến ngày 2-12-2026", "2026-11-30/2026-12-02"),
        ("trong hai ngày 24 và 25/11", "2026-11-24/2026-11-25"),
        ("chiều ngày 6.12", "2026-12-06"),
        ("sáng nay (18/11)", "2026-11-18"),
    ],
)
def test_days_by_number_with_strokes_and_dots(text: str, value: str) -> None:
    assert values(text, "vi") == [value]
