"""Talks that a third side holds for two, and visits and calls as agencies announce them."""

from __future__ import annotations

import pytest

from read_records import Reads

_EN = Reads("en", "2025-06-03")


@pytest.mark.parametrize(
    "told",
    [
        "President Rui Neto of Angola hosted a meeting between President Paul Ayo of Togo and the leader of Benin.",
        "Talks between Togo and Benin were held in Luanda under the auspices of Angola's President Rui Neto.",
        "Angola hosted talks between Togo and Benin in Luanda.",
    ],
)
def test_who_holds_talks_for_two_others_is_no_side_of_them(told: str) -> None:
    text = f"{told} The two sides agreed to reopen the border."
    assert [m.countries for m in _EN.records(text, "meeting")] == [("TGO", "BEN")]
    assert [c.by for c in _EN.records(text, "commitment")] == [("TGO", "BEN")]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("President Dina Salas of Peru is expected in Ghana for a two-day state visit.", "planned"),
        (
            "President Dina Salas of Peru arrived in Accra, Ghana, for a two-day state visit at the invitation "
            "of President Kofi Ansah.",
            "actual",
        ),
    ],
)
def test_a_visit_is_of_the_rank_that_is_told_behind_its_verb(text: str, modality: str) -> None:
    visit = _EN.only(text, "visit")
    assert (visit.destination, visit.visit_type, visit.modality) == ("GHA", "state", modality)


def test_a_call_is_held_by_phone() -> None:
    assert (
        _EN.only("The President of Peru held a call with the President of Ghana.", "meeting").format
        == "phone"
    )
