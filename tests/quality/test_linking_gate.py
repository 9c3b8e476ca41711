"""Links of events and persons stay as good as they were measured: B-cubed F1 on the set in tests/linking."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.quality.linked import Linked, score_linking

TESTS = Path(__file__).parents[1]
EVENTS, EVENTS_READ, PERSONS, READ = 0.96, 0.86, 0.97, 0.92
"""Floors: links alone, links with what the reader got wrong, persons, share of tellings read."""
RESERVE = 0.93
"""Of the links alone on the set that no weight was set on."""


@pytest.fixture(scope="module")
def linked() -> Linked:
    return score_linking(TESTS / "linking")


def test_events(linked: Linked) -> None:
    assert linked.events.links_alone.f1 >= EVENTS
    assert linked.events.with_reading_errors.f1 >= EVENTS_READ
    assert linked.events.read / linked.events.told >= READ


def test_what_is_linked_is_one(linked: Linked) -> None:
    assert linked.events.links_alone.precision >= 0.99
    assert linked.people.links.precision >= 0.995


def test_persons(linked: Linked) -> None:
    assert linked.people.links.f1 >= PERSONS


def test_every_copy_is_found_and_nothing_else(linked: Linked) -> None:
    assert (linked.copies.fp, linked.copies.fn) == (0, 0)


def test_events_that_no_weight_was_set_on() -> None:
    assert score_linking(TESTS / "linking_reserve").events.links_alone.f1 >= RESERVE
