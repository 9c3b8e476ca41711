"""Names that look like titles, styles before names, and whom a list of those present places where."""

from __future__ import annotations

import pytest

from read_records import Reads

_EN = Reads("en", "2025-06-03")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chad's President met his Iranian counterpart Reza Amir-Tehrani in Moroni.", "Reza Amir-Tehrani"),
        ("Dr Sultan bin Omar, Minister of Energy of Oman, met the envoy of Chad.", "Sultan bin Omar"),
        (
            "Oman's Minister Saad bin Ali Sultan Al Hinai met the envoy of Chad.",
            "Saad bin Ali Sultan Al Hinai",
        ),
        ("Foreign Minister Amb. Ruth Kollie of Liberia met the envoy of Chad.", "Ruth Kollie"),
        ("Defence Minister Omar 'Tiger' Diallo of Senegal met the envoy of Chad.", "Omar 'Tiger' Diallo"),
    ],
)
def test_a_name_is_read_whole(text: str, name: str) -> None:
    assert name in _EN.persons(text)


def test_a_sultan_is_still_one() -> None:
    persons = _EN.persons("Oman's Sultan Haitham bin Tarik met the Emir of Qatar.")
    assert persons == {"Haitham bin Tarik": ("OMN", "head_of_state")}


def test_who_represents_a_state_is_of_it() -> None:
    text = (
        "The Council met in Roseau. Ann Reed, Minister of External Affairs, represented Saint Lucia; "
        "Joe Marsh, Minister of Trade, represented Belize. Grenada was represented by Tim Rowe, Minister of Health."
    )
    assert {name: country for name, (country, _) in _EN.persons(text).items()} == {
        "Ann Reed": "LCA",
        "Joe Marsh": "BLZ",
        "Tim Rowe": "GRD",
    }


def test_a_state_between_semicolons_is_of_who_is_named_there() -> None:
    text = (
        "Present were Honourable Ann Reed, Prime Minister, Federation of St Kitts and Nevis; "
        "His Excellency Joe Marsh, Foreign Minister, Haiti; and Tim Rowe, Minister of Trade of Belize."
    )
    assert {name: country for name, (country, _) in _EN.persons(text).items()} == {
        "Ann Reed": "KNA",
        "Joe Marsh": "HTI",
        "Tim Rowe": "BLZ",
    }


def test_two_leaders_joined_are_of_the_two_states_named_before_not_of_those_they_speak_of() -> None:
    text = (
        "Togo and Gabon will build a port together. "
        "Prime Minister Ann Reed and President Joe Marsh noted that roads linking Gabon and Togo were needed. "
        "Prime Minister Ann Reed and President Joe Marsh lauded the work of the commission."
    )
    assert {name: country for name, (country, _) in _EN.persons(text).items()} == {
        "Ann Reed": "TGO",
        "Joe Marsh": "GAB",
    }
    assert _EN.records(text, "courtesy") == []


def test_two_who_meet_in_a_third_state_are_of_those_that_the_text_pairs() -> None:
    text = (
        "President Joe Banda and his Rwandan counterpart Paul Mugisha held talks in Nairobi.\n\n"
        "Rwanda-Zambia ties go back decades, and trade between Zambia and Rwanda grew."
    )
    assert _EN.persons(text)["Joe Banda"] == ("ZMB", "head_of_state")


def test_a_name_that_a_capital_has_too_is_a_persons() -> None:
    persons = _EN.persons("Togo's envoy met Paraguay's President, Santiago Ayala, in Lomé.")
    assert persons["Santiago Ayala"] == ("PRY", "head_of_state")


def test_a_town_is_in_the_state_that_is_named_behind_it() -> None:
    met = _EN.only("Ghana's minister met Togo's minister in San Pedro, Paraguay, on Monday.", "meeting")
    assert (met.place.name, met.place.country) == ("San Pedro", "PRY")
