"""English wordings in which who gives, asks or travels is told by the structure, not by the nearest name."""

from __future__ import annotations

import pytest

import communique
from communique.kinds.record import Record


def _of(text: str, kind: str) -> list[Record]:
    return [r for r in communique.read(text, lang="en").records if r.kind == kind]


def _sides(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(r.plover, r.by, r.toward) for r in _of(text, "act")]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "plover", "by", "toward"),
    [
        ("Morocco thanks France for the helicopters supplied to its coastguard.", "AID", "FRA", "MAR"),
        ("Thai soldiers opened fire on Cambodian positions.", "ASSAULT", "THA", "KHM"),
        (
            "The defence ministry of Uganda said the army had sent units to South Sudan.",
            "MOBILIZE",
            "UGA",
            "SSD",
        ),
        ("Islamabad has long charged Kabul with sheltering the rebels.", "ACCUSE", "PAK", "AFG"),
        ("Students held a protest outside the Danish embassy in Baghdad.", "PROTEST", "IRQ", "DNK"),
    ],
)
def test_who_acts_toward_whom(text: str, plover: str, by: str, toward: str) -> None:
    assert (plover, (by,), (toward,)) in _sides(text)


def test_an_infinitive_under_allowing_is_no_act() -> None:
    assert not _sides("Kenya revoked the accord that allowed British soldiers to be stationed on its soil.")


def test_support_that_thanks_are_for_is_of_whom_they_go_to() -> None:
    text = (
        "President Joe Biden of the United States thanked President Luis Abinader of the Dominican Republic "
        "for his government's steadfast backing of the mission in Haiti."
    )
    assert [r.by for r in _of(text, "position")] == [("DOM",)]  # type: ignore[attr-defined]


def test_a_support_and_an_opposition_are_two_positions() -> None:
    text = "Prime Minister Edi Rama restated Albania's support for the plan and its opposition to any annexation."
    found = {(r.stance, r.issue) for r in _of(text, "position")}  # type: ignore[attr-defined]
    assert found == {("support", "the plan"), ("oppose", "any annexation")}


def test_several_stops_are_several_visits() -> None:
    text = "President Bassirou Faye of Senegal is to leave on Wednesday for Oman and Qatar and will stop over in Cairo."
    assert {r.destination for r in _of(text, "visit")} == {"OMN", "QAT", "EGY"}  # type: ignore[attr-defined]


def test_an_invitation_is_no_visit() -> None:
    text = "Prime Minister Giorgia Meloni of Italy accepted an invitation to travel to Tunisia."
    assert not _of(text, "visit")
