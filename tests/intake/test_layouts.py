"""Pages after the layouts of ministries and agencies: what is found of their articles, and their days."""

from __future__ import annotations

import functools

import pytest
from layouts.generate import Page, pages
from measure import overlap

from communique.intake.decoding import decode
from communique.intake.found import Found

PAGES = list(pages())


@functools.cache
def found(number: int) -> Found:
    page = PAGES[number]
    (item,) = decode(page.html.encode(), f"{page.name}.html", url=page.url)
    assert isinstance(item, Found), item
    return item


def test_there_are_forty_layouts_in_eight_languages() -> None:
    assert len({page.name.partition("-")[2] for page in PAGES}) >= 40
    assert len({page.lang for page in PAGES}) == 8


def test_main_text_is_found_without_what_stands_around() -> None:
    measured = [overlap(found(number).text, page.text) for number, page in enumerate(PAGES)]
    precision, recall = ([pair[side] for pair in measured] for side in (0, 1))
    assert sum(precision) / len(PAGES) >= 0.98
    assert sum(recall) / len(PAGES) >= 0.99
    assert min(precision) >= 0.9
    assert min(recall) >= 0.95


def test_the_day_is_right_on_at_least_nineteen_pages_of_twenty() -> None:
    right = [found(number).date == page.day for number, page in enumerate(PAGES)]
    assert sum(right) >= 0.95 * len(PAGES)


@pytest.mark.parametrize("number", range(len(PAGES)), ids=[page.name for page in PAGES])
def test_headline_publisher_language_and_place_are_told(number: int) -> None:
    page: Page = PAGES[number]
    item = found(number)
    assert item.title == page.title
    assert item.text.startswith(page.title)
    assert item.text.count(page.title) == 1
    assert item.publisher == f"mfa.example.{page.lang}"
    assert item.lang == page.lang
    assert (item.origin or "").startswith("selector /html/body")
