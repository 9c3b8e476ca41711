"""The readouts of six events, compared as a reader who has both texts would compare them."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from communique.views.readouts import Comparison, Side, compare_readouts
from communique.views.scene import Scene


class Expected(NamedTuple):
    """What is expected of two documents on one event: kinds both report, what is told otherwise, what only one has."""

    kind: str
    a: str
    b: str
    both: set[str]
    differs: dict[str, tuple[str, str, str]]
    only_a: set[str]
    only_b: set[str]


EVENTS = (
    Expected(
        "meeting", "s10-en-rome", "s10-fr-alger",
        {"meeting", "indicator", "courtesy"}, {"indicator": ("value", "14,000,000,000", "15,500,000,000")},
        {"commitment"}, {"commitment"},
    ),
    Expected(
        "meeting", "s03-es-bogota", "s03-de-depesche",
        {"meeting", "agreement", "indicator"}, {"indicator": ("value", "5,800,000,000", "6,100,000,000")},
        {"invitation"}, {"visit"},
    ),
    Expected(
        "meeting", "s04-vi-hanoi", "s04-de-berlin",
        {"meeting", "indicator", "invitation"}, {"indicator": ("value", "11,700,000,000", "17,000,000,000")},
        {"partnership", "commitment"}, {"courtesy"},
    ),
    Expected(
        "agreement", "s12-en-canberra", "s12-de-pazifik",
        {"agreement", "meeting", "visit"}, {"agreement": ("status", "to_be_signed", "signed")},
        set(), {"commitment"},
    ),
    Expected(
        "meeting", "s40-en-tehran", "s40-de-orient",
        {"meeting", "agreement", "visit"}, {"agreement": ("instrument", "memorandum", "letter_of_intent")},
        {"commitment"}, {"act"},
    ),
    Expected(
        "meeting", "s06-es-madrid", "s06-fr-rabat",
        {"meeting", "indicator"}, {},
        {"courtesy"}, {"courtesy"},
    ),
)  # fmt: skip


def compared(scene: Scene, want: Expected) -> Comparison:
    event = next(
        e for e in scene.resolution.events if e.kind == want.kind and {want.a, want.b} <= set(e.documents)
    )
    a, b = (Side(name=doc, state=None, documents=(doc,)) for doc in (want.a, want.b))
    return compare_readouts(scene, event, a, b)


@pytest.mark.parametrize("want", EVENTS, ids=lambda want: f"{want.a} and {want.b}")
def test_the_comparison_is_what_a_reader_finds(linking: Scene, want: Expected) -> None:
    made = compared(linking, want)
    assert want.both <= {pair.a.kind for pair in made.both}
    assert want.only_a <= {said.kind for said in made.only_a}
    assert want.only_b <= {said.kind for said in made.only_b}
    for kind, (field, one, other) in want.differs.items():
        assert (one, other) in [pair.differs.get(field) for pair in made.both if pair.a.kind == kind]


@pytest.mark.parametrize("want", EVENTS, ids=lambda want: f"{want.a} and {want.b}")
def test_every_record_stands_once_and_with_its_quote(linking: Scene, want: Expected) -> None:
    made = compared(linking, want)
    ours = [pair.a.record for pair in made.both] + [said.record for said in made.only_a]
    assert len(ours) == len(set(ours))
    assert all(said.document == want.a and said.quote for said in made.only_a)
    assert all(pair.a.document == want.a and pair.b.document == want.b for pair in made.both)


def test_one_person_in_two_spellings_is_no_difference(linking: Scene) -> None:
    made = compared(linking, EVENTS[4])
    meeting = next(pair for pair in made.both if pair.a.kind == "meeting")
    assert "participants" not in meeting.differs
