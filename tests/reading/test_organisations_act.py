"""Organisations that act through organs, members and leaders, and what they ask of whom."""

from __future__ import annotations

import pytest

from read_records import Reads

_EN = Reads("en", "2025-06-03")


def _positions(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [(p.by, p.issue) for p in _EN.records(text, "position")]


def test_the_members_of_the_security_council_act_as_the_united_nations() -> None:
    text = "The members of the Security Council condemned in the strongest terms the ambush of a convoy in Gabon."
    assert _positions(text) == [(("UN",), "the ambush of a convoy in Gabon")]


def test_a_council_of_two_words_joined_is_no_other_council() -> None:
    text = "The Trade and Security Council condemned the ambush in Gabon, Gabon's government said."
    assert all(by != ("UN",) for by, _ in _positions(text))


def test_who_presides_over_a_council_heads_no_state() -> None:
    text = "A Security Council statement was issued by Council President Ines Morel (Belgium) on Gabon."
    assert _EN.persons(text) == {"Ines Morel": ("UN", "igo_head")}


@pytest.mark.parametrize(
    ("named", "later"),
    [
        ("The Defence Council (DC) of the Arab League met in Cairo.", "The DC"),
        ("The Defence Council (DC) of the Arab League met in Cairo.", "The Council"),
        ("The Defence Council of the Arab League met in Cairo.", "The Defence Council"),
        ("The Arab League Defence Council met in Cairo.", "The council"),
        ("The leaders of the Arab League met in Cairo.", "The leaders"),
        ("The foreign ministers of the Arab League met in Cairo.", "The ministers"),
        ("The Arab League met in Cairo.", "They"),
    ],
)
def test_an_organ_named_with_its_organisation_means_it_later(named: str, later: str) -> None:
    text = f"{named} {later} condemned the raid on the port of Yemen."
    assert ("Arab League",) in [by for by, _ in _positions(text)]


def test_an_organ_of_another_name_is_not_meant() -> None:
    text = "The Arab League Defence Council met in Cairo. The Electoral Council condemned the raid in Yemen."
    assert _positions(text) == []


def test_an_organisation_that_asks_another_is_not_asked_itself() -> None:
    text = "The Arab League Council discussed a strike by Eritrea on Yemen. They urged Eritrea to withdraw its ships."
    asked = _EN.only(text, "commitment")
    assert (asked.by, asked.toward, asked.mode) == (("Arab League",), ("ERI",), "request")


@pytest.mark.parametrize("asked", ["all States", "the shipping companies", "all parties concerned"])
def test_what_is_asked_of_no_known_side_is_toward_nobody(asked: str) -> None:
    text = (
        f"The Arab League met Eritrea in Cairo. The Arab League urged {asked} to keep away from the strait."
    )
    found = _EN.only(text, "commitment")
    assert (found.by, found.mode, found.toward) == (("Arab League",), "request", ())


def test_what_is_condemned_is_not_done_by_who_condemns_it() -> None:
    text = (
        "The African Union condemned the deadly raids, including shelling, on the border of Chad. "
        "Gabon condemned the heinous attacks resulting in loss of life in Chad."
    )
    assert [a for a in _EN.records(text, "act") if a.plover == "ASSAULT"] == []
    assert [p.by for p in _EN.records(text, "position")] == [("AU",), ("GAB",)]


def test_an_organ_is_no_gathering() -> None:
    text = "The Arab League Ministerial Council condemned the raid on Chad in 2024."
    assert _EN.records(text, "gathering") == []


def test_a_gathering_of_a_body_in_small_letters_ends_before_it() -> None:
    text = "Niger attended the 31st session of the commission in Abuja."
    assert _EN.only(text, "gathering").name == "31st session"


def test_where_what_is_talked_about_lies_is_no_venue() -> None:
    text = "Gabon hosted an Extraordinary Summit on the situation in Chad, held on Monday in Libreville."
    assert _EN.only(text, "gathering").place.country == "GAB"


@pytest.mark.parametrize("place", ["", "Reef Fund: ", "1. "])
def test_leaders_at_the_head_of_a_point_are_those_of_the_organisation(place: str) -> None:
    text = (
        f"The 40th Arab League Leaders Summit ended in Cairo.\n\n{place}Leaders condemned the raid on Chad."
    )
    assert ("Arab League",) in [by for by, _ in _positions(text)]


def test_what_an_organisation_condemns_ends_where_it_goes_on_to_ask() -> None:
    text = "The Arab League condemned the raids on ports and farms, and urged all parties to leave Chad."
    assert _positions(text) == [(("Arab League",), "the raids on ports and farms")]


def test_a_stance_in_a_quotation_ends_with_its_sentence() -> None:
    text = '"We condemn the raid on Chad (RC). We also welcome the report," Togo\'s Foreign Minister Ada Lind said.'
    assert (("TGO",), "the raid on Chad (RC)") in _positions(text)


def test_what_an_organisation_says_that_it_agreed_on_binds_no_other() -> None:
    text = (
        "The Arab League discussed Chad. "
        '"We agreed to send doctors to the border," the Arab League said of its meeting on Chad.'
    )
    assert all(c.by == ("Arab League",) for c in _EN.records(text, "commitment"))
