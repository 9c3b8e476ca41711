"""Case forms of nouns, adjectives and phrases, and the marks that stand for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from communique.errors import PackError
from communique.lexicon.declension import Declension
from communique.lexicon.loader import PACKS, read_pack_file
from communique.lexicon.shape import Properties

TABLE = {
    "ия ии ии ию ией ии": ["делегация"],
    "0 а у а ом е": ["министр"],
    "и ов ам и/ов ами ах": ["союзники"],
}


@pytest.fixture
def declension() -> Declension:
    return Declension(TABLE, read_pack_file(PACKS / "ru" / "pack.toml", Properties), "forms.toml")


def test_a_form_keeps_every_case_that_it_may_be(declension: Declension) -> None:
    assert declension.forms("делегация")["делегации"] == "gen dat loc"


def test_adjectives_agree_with_their_noun(declension: Declension) -> None:
    forms = declension.forms("новый министр обороны")
    assert forms["нового министра обороны"] == "gen acc"
    assert "новый министра обороны" not in forms
    assert "Новой делегацией" in declension.forms("Новая делегация")


def test_two_forms_of_one_case(declension: Declension) -> None:
    assert declension.forms("союзники")["союзники"] == "nom acc"
    assert declension.forms("союзники")["союзников"] == "gen acc"


def test_what_does_not_decline_has_no_forms(declension: Declension) -> None:
    assert declension.forms("ООН") == {}


@pytest.mark.parametrize(
    ("value", "spelled"),
    [
        ({"patterns": ["<принять> «министр»"]}, "<принять> {министр|министра|министру|министром|министре}"),
        ({"patterns": ["{«министр»|X}"]}, "{министр|министра|министру|министром|министре|X}"),
        ({"yes": ["«министр»"]}, "«министр»"),
        ({"words": ["«министр» X"]}, "министр X"),
    ],
)
def test_marks_stand_for_all_forms(declension: Declension, value: dict[str, Any], spelled: str) -> None:
    (listed,) = declension.spelled(value).values()
    assert listed[0] == spelled


def test_a_marked_adjective_is_of_every_gender(declension: Declension) -> None:
    assert {"новый", "новая", "новое", "новые", "новыми"} <= set(declension.every("новый"))


def test_mistakes_are_told(tmp_path: Path) -> None:
    properties = read_pack_file(PACKS / "ru" / "pack.toml", Properties)
    with pytest.raises(PackError, match="wanted nom gen"):
        Declension({"0 а": ["министр"]}, properties, "forms.toml")
    with pytest.raises(PackError, match="does not end"):
        Declension({"ия ии ии ию ией ии": ["министр"]}, properties, "forms.toml")
    with pytest.raises(PackError, match="no noun or adjective"):
        Declension(TABLE, properties, "forms.toml").every("ООН")
