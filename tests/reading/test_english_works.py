"""What English reports say of works, and whom it concerns: parties, titles, who acts, whose figure it is."""

from __future__ import annotations

import pytest

from read_records import Reads

reads = Reads("en", "2026-06-19")

LINE = "Peru-Bolivia-Brazil railway"


def test_an_instrument_is_of_the_states_in_the_name_of_its_work() -> None:
    (pact,) = reads.records(f"A trilateral agreement has been signed in Lima on the {LINE}.", "agreement")
    assert pact.parties == ("PER", "BOL", "BRA")


def test_who_ratifies_an_agreement_with_others_is_a_party() -> None:
    (pact,) = reads.records(
        "The Peruvian parliament ratified the agreement with Bolivia and Brazil.", "agreement"
    )
    assert pact.parties == ("PER", "BOL", "BRA")
    (other,) = reads.records(
        "Qatar said that the agreement between Bolivia and Brazil was signed.", "agreement"
    )
    assert other.parties == ("BOL", "BRA")


def test_a_cabinet_of_ministers_is_one_body() -> None:
    text = "The Peruvian government, the Bolivian Cabinet of Ministers and the government of Brazil signed a treaty."
    (pact,) = reads.records(text, "agreement")
    assert pact.parties == ("PER", "BOL", "BRA")


@pytest.mark.parametrize(
    "title",
    [
        "Minister of Transport and Communications",
        "Minister of Energy and Water Resources",
        "Minister of Culture, Sports and Youth",
    ],
)
def test_a_title_goes_on_over_several_portfolios(title: str) -> None:
    (person,) = reads.records(f"Peru's {title} Tito Chavez arrived in La Paz.", "person")
    assert (person.name, person.role, person.role_text) == ("Tito Chavez", "minister", f"Peru's {title}")


def test_two_ministers_share_no_portfolio() -> None:
    people = reads.records(
        "Peru's Minister of Defence, Tito Chavez, and Trade Minister Luis Mamani flew to Quito.", "person"
    )
    assert [p.role_text for p in people] == ["Peru's Minister of Defence", "Trade Minister"]


def test_a_body_may_begin_with_a_portfolio() -> None:
    people = reads.records(
        "Tito Chavez, Peru's president, met the head of the Trade Council of China, Zheng Shan.", "person"
    )
    assert people[-1].organization == "Trade Council of China"


def test_a_railway_promises_nothing_and_its_figures_are_its_own() -> None:
    text = f"The {LINE} will transport 15 million tons a year. The {LINE} will be 900 km long."
    assert not reads.records(text, "commitment")
    cargo, length = reads.records(text, "indicator")
    assert (cargo.measure, cargo.reporter, length.measure, length.reporter) == (
        "cargo_volume",
        LINE,
        "other",
        LINE,
    )


def test_it_is_no_person() -> None:
    text = "Bolivia's president Luis Rojas praised the line to Peru. It will open new markets, he added."
    assert not reads.records(text, "commitment")


def test_what_passes_through_a_land_is_not_that_lands_promise() -> None:
    text = (
        "The Peruvian parliament, through whose land the main part of the line will pass, ratified the pact."
    )
    assert not reads.records(text, "commitment")


def test_a_measure_goes_on_only_in_its_unit() -> None:
    text = "The cost of the line from Peru to Bolivia is put at $8 billion. That shortens the way by 900 km."
    assert [(i.measure, i.unit) for i in reads.records(text, "indicator")] == [
        ("investment", "USD"),
        ("other", "km"),
    ]


def test_what_was_only_discussed_is_no_meeting() -> None:
    assert not reads.records(
        "Peru and Bolivia signed a pact. The project has been discussed since 1996.", "meeting"
    )


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"Once completed, the {LINE} will carry grain.", "planned"),
        (f"The legal base for the construction of the {LINE} was set.", "planned"),
        (f"Construction of the {LINE} continues.", "under_construction"),
        (f"The {LINE} was completed in May.", "operating"),
    ],
)
def test_how_far_a_work_is(sentence: str, status: str) -> None:
    (work,) = reads.records(sentence, "project")
    assert work.status == status


def test_an_ordinal_is_no_name() -> None:
    assert not reads.records("The First Project was discussed by Peru and Bolivia.", "project")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("In a joint communique, Togo and Ghana agreed to build a port.", ["joint communique"]),
        (
            "Ghana's President and Togo's President saw the signing of the accord on fish by Minister Kofi Ansah.",
            ["accord on fish"],
        ),
        (
            "The presidents signed the Treaty between Ghana, Togo, and Benin on fish.",
            ["Treaty between Ghana, Togo, and Benin on fish"],
        ),
        (
            "Togo and Ghana signed the Agreement on the Volta Border and creates the conditions for trade.",
            ["Agreement on the Volta Border"],
        ),
    ],
)
def test_a_title_has_no_more_than_its_instrument(text: str, titles: list[str]) -> None:
    assert [pact.title for pact in reads.records(text, "agreement")] == titles
