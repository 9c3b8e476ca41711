"""What looks like a state, a day or a side's act and is none: sums, names with years, storms, circumstances."""

from __future__ import annotations

import pytest

from read_records import Reads

_EN = Reads("en", "2025-06-03")


def test_the_sign_of_a_currency_parted_from_its_state_names_no_state() -> None:
    given = _EN.only("Ghana will provide a cash assistance of US $ 500,000 to Togo.", "commitment")
    assert given.toward == ("TGO",)


def test_three_in_a_list_with_a_last_comma_have_met() -> None:
    text = (
        "A meeting was held between the President of Ghana Kofi Ansah, the President of Togo Paul Ayo, "
        "and the President of Benin Rose Aka in Accra."
    )
    met = _EN.only(text, "meeting")
    assert met.countries == ("GHA", "TGO", "BEN")


def test_a_year_in_a_name_is_no_day() -> None:
    text = "Under the 2050 Strategy, Togo will host the Reef Summit in Lomé."
    assert [g.date for g in _EN.records(text, "gathering")] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana will support the victims of floods in Togo, which killed more than 100 people.",
        "Ghana wrote to Togo and spoke of the storm that hit the country in May.",
    ],
)
def test_a_storm_is_no_assault(text: str) -> None:
    assert [a for a in _EN.records(text, "act") if a.plover == "ASSAULT"] == []


def test_given_the_closeness_is_no_aid() -> None:
    text = "Ghana would welcome doctors from Togo, given the closeness of the two peoples to each other."
    assert [a for a in _EN.records(text, "act") if a.plover == "AID"] == []


def test_opposition_that_is_reaffirmed_is_no_support() -> None:
    found = _EN.only("Gabon reaffirmed opposition to nuclear tests near Palau.", "position")
    assert found.stance == "oppose"


def test_solidarity_that_is_affirmed_is_told_once() -> None:
    found = _EN.only("The Ministry of Foreign Affairs of Oman affirmed its solidarity with Chad.", "position")
    assert (found.by, found.issue) == (("OMN",), "Chad")
