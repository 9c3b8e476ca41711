"""What English reports say in passing: who acts in a clause, what lies ahead, what is no figure."""

from __future__ import annotations

import pytest

import communique
from read_records import Reads

reads = Reads("en", "2026-06-19")


def test_a_year_before_a_title_is_no_figure() -> None:
    assert not reads.records("It replaces the 2000 Treaty on Rivers between Togo and Benin.", "indicator")
    assert [r.value for r in reads.records("Togo sent 2000 soldiers to Benin.", "indicator")] == [2000]


def test_abbreviated_north_and_south() -> None:
    (north,) = reads.records("Laos and N. Korea signed a new treaty.", "agreement")
    assert north.parties == ("LAO", "PRK")


def test_a_party_title_ends_before_the_name() -> None:
    people = reads.records(
        "Togo's President Jean Akouete met General Secretary of the Lao People's Revolutionary Party (LPRP) "
        "Central Committee Khamla Sisavath.",
        "person",
    )
    assert [(p.name, p.country, p.role) for p in people] == [
        ("Jean Akouete", "TGO", "head_of_state"),
        ("Khamla Sisavath", "LAO", "party_leader"),
    ]


def test_a_participle_behind_a_comma_is_of_the_subject() -> None:
    (position,) = reads.records(
        "Benin has become a partner since the fighting in Mali, voicing support for a truce.", "position"
    )
    assert position.by == ("BEN",)


def test_a_document_promises_nothing() -> None:
    text = (
        "Togo's President Jean Akouete met President Patrice Dossou of Benin. \"A new paper was prepared, which will "
        'form the basis of our ties," Akouete added.'
    )
    assert not reads.records(text, "commitment")


def test_appreciation_of_help_is_thanks() -> None:
    text = "President Jean Akouete of Togo appreciated the assistance of Benin after the storm."
    assert [(c.act, c.by.country, c.to.country) for c in reads.records(text, "courtesy")] == [
        ("thank", "TGO", "BEN")
    ]
    assert not reads.records(text, "position")


def test_a_guest_who_is_welcomed_supports_nothing() -> None:
    text = (
        "Togo's President Jean Akouete, who, welcomed with a gun salute in Cotonou for a state visit, met President "
        "Patrice Dossou of Benin."
    )
    assert not reads.records(text, "position")


def test_a_visit_that_a_journey_ahead_is_for() -> None:
    ahead = "President Jean Akouete of Togo is due to leave Ghana on Friday for a two-day visit to Benin."
    assert [v.modality for v in reads.records(ahead, "visit") if v.destination == "BEN"] == ["planned"]
    done = "President Jean Akouete of Togo left Ghana on Friday for a two-day visit to Benin."
    assert [v.modality for v in reads.records(done, "visit") if v.destination == "BEN"] == ["actual"]


def test_an_invitation_received_is_of_the_sender() -> None:
    text = (
        "Togo's leader received an invitation from Benin's President Patrice Dossou to hold talks in Cotonou."
    )
    (invitation,) = reads.records(text, "invitation")
    assert (invitation.inviter.country, invitation.invitee.country) == ("BEN", "TGO")
    assert not reads.records(text, "meeting")


def test_what_is_done_behind_and_is_no_change_of_tier() -> None:
    text = "Togo and Benin issued a paper on deepening their strategic partnership and signed nine protocols."
    assert [p.change for p in reads.records(text, "partnership")] == ["in_place"]


def test_both_offices_of_a_name_are_of_the_state_behind_them() -> None:
    text = (
        "President Jean Akouete of Togo received H.H. Sheikh Omar bin Talal, Deputy Prime Minister and Minister of "
        "Foreign Affairs of Oman."
    )
    guest = reads.records(text, "person")[-1]
    assert (guest.name, guest.country) == ("Omar bin Talal", "OMN")
    assert guest.role_text == "Deputy Prime Minister and Minister of Foreign Affairs of Oman"


def test_two_officials_beside_each_other_stay_two() -> None:
    text = "Omar Diallo, President of Mali, and Minister of Defence Abdou Keita flew to Lomé."
    assert [(p.name, p.role) for p in reads.records(text, "person")] == [
        ("Omar Diallo", "head_of_state"),
        ("Abdou Keita", "minister"),
    ]


def test_a_verb_may_be_a_surname() -> None:
    text = "President Jean Akouete of Togo met Omani minister Omar Said."
    assert [p.name for p in reads.records(text, "person")] == ["Jean Akouete", "Omar Said"]


def test_what_somebody_is_accused_of_is_no_position() -> None:
    assert not reads.records("Togo accused Benin of backing the rebels.", "position")


def test_what_is_said_in_quotation_marks_is_no_title() -> None:
    text = (
        '"The accord is the first of its kind that Togo signed with Benin, a step ahead," the statement said.'
    )
    assert [a.title for a in reads.records(text, "agreement")] == ["accord"]


def test_an_occasion_has_a_name() -> None:
    text = "As part of the plan, President Jean Akouete of Togo met Benin's President Patrice Dossou."
    assert [m.occasion for m in reads.records(text, "meeting")] == [None]


def test_a_title_ends_before_what_goes_on_beside_the_signing() -> None:
    text = "Togo and Benin signed a treaty on fish during the president's visit to Cotonou."
    assert [a.title for a in reads.records(text, "agreement")] == ["treaty on fish"]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan president, noting that the ceasefire had been broken, called on Sudan to open the border.",
        "Kenya, which noted that the ceasefire had been broken, called on Sudan to open the border.",
    ],
)
def test_a_main_clause_goes_on_behind_what_is_noted_in_it(text: str) -> None:
    found = [r for r in communique.read(text, lang="en").records if r.kind == "commitment"]
    assert [(r.by, r.mode, r.toward) for r in found] == [(("KEN",), "request", ("SDN",))]
