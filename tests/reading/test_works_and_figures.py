"""Whose a flow of trade is, how much it changed, and what works and sessions are called."""

from __future__ import annotations

import pytest

from read_records import Reads

english = Reads("en", "2026-06-19")
german = Reads("de", "2026-06-19")
spanish = Reads("es", "2026-06-19")
french = Reads("fr", "2026-06-19")


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan exports to Uganda rose to $300 million, while imports from Uganda fell to $90 million.",
        "The volume of Kenyan exports to Uganda was $300 million, and Kenya's imports from Uganda were $90 million.",
        "Kenya exported $300 million worth of goods to Uganda, and its imports from Uganda reached $90 million.",
        "Kenya bought goods worth $90 million from Uganda and exported goods worth $300 million.",
    ],
)
def test_each_way_of_trade_is_read_by_its_own_words(text: str) -> None:
    found = {f.measure: (f.reporter, f.partner) for f in english.records(text, "indicator")}
    assert found == {"exports": ("KEN", "UGA"), "imports": ("KEN", "UGA")}


@pytest.mark.parametrize(
    ("reads", "text"),
    [
        (english, "The capacity of wind farms in Morocco has crossed 2000 MW."),
        (spanish, "La capacidad eólica de Marruecos supera los 2000 MW."),
        (spanish, "Las exportaciones de Chile a Ecuador superaron los 2000 millones de euros."),
    ],
)
def test_four_digits_before_a_unit_are_no_year(reads: Reads, text: str) -> None:
    assert reads.only(text, "indicator").period is None


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        ("Die Ausfuhren Polens nach Litauen nahmen um 8 Prozent auf 3 Milliarden Euro zu.", 8, "up"),
        ("Polens Einfuhren aus Litauen nahmen um 7 Prozent auf 2 Milliarden Euro ab.", 7, "down"),
        ("Der Handel Polens mit Litauen ging um 12 Prozent auf 4 Milliarden Euro zurück.", 12, "down"),
    ],
)
def test_a_german_verb_of_change_may_have_its_first_part_last(text: str, value: int, direction: str) -> None:
    change = german.only(text, "indicator").change
    assert (change.value, change.direction) == (value, direction)


@pytest.mark.parametrize(
    ("reads", "text", "ordinal"),
    [
        (spanish, "Ecuador acogió en Quito la III Cumbre Andina.", 3),
        (spanish, "Ecuador acogió en Quito la I Cumbre Andina.", 1),
        (spanish, "Ecuador acogió en Quito la XXIV Cumbre Andina.", 24),
        (french, "Le Bénin a accueilli à Cotonou le XIVe Sommet du Conseil de l'Entente.", 14),
    ],
)
def test_roman_numerals_number_gatherings(reads: Reads, text: str, ordinal: int) -> None:
    assert reads.only(text, "gathering").ordinal == ordinal


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ecuador construirá el Corredor Ferroviario Andino con Colombia.", "Corredor Ferroviario Andino"),
        ("Uruguay y Brasil financian el Corredor Bioceánico Vial.", "Corredor Bioceánico Vial"),
        ("Argentina y Bolivia financian el Gasoducto Noreste Argentino.", "Gasoducto Noreste Argentino"),
    ],
)
def test_capitals_behind_a_noun_of_works_are_of_its_name(text: str, name: str) -> None:
    assert spanish.only(text, "project").name == name


def test_works_of_a_common_sort_have_no_name() -> None:
    assert spanish.records("Uruguay y Brasil hablaron de un corredor ferroviario nacional.", "project") == []
