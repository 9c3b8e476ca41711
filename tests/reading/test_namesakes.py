"""Persons who are called as a state or a capital is, and names that share a plural title."""

from __future__ import annotations

import pytest

import communique


def people(text: str, lang: str) -> list[tuple[str, str | None]]:
    found = communique.read(text, lang=lang).records
    return [(r.name, r.country) for r in found if r.kind == "person"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("es", "El ministro uruguayo Santiago Prieto visitó Ghana.", [("Santiago Prieto", "URY")]),
        ("es", "La ministra peruana Irene Lima recibió al canciller de Togo.", [("Irene Lima", "PER")]),
        ("es", "El ministro de Francia Luc Morel visitó Omán.", [("Luc Morel", "FRA")]),
        ("fr", "Le ministre belge Jules Hollande a visité le Togo.", [("Jules Hollande", "BEL")]),
        ("fr", "La ministre suisse Dominique Favre a visité Cuba.", [("Dominique Favre", "CHE")]),
        ("fr", "Le ministre d'Israël Dan Levi a visité le Togo.", [("Dan Levi", "ISR")]),
    ],
)
def test_a_name_that_is_a_state_too_is_a_persons(
    lang: str, text: str, names: list[tuple[str, str | None]]
) -> None:
    assert people(text, lang) == names


def test_a_surname_once_told_is_one_later_but_not_behind_an_article() -> None:
    text = "Le ministre belge Jules Hollande a visité le Togo. Hollande a remercié le Togo et la Hollande."
    thanks = [r for r in communique.read(text, lang="fr").records if r.kind == "courtesy"]
    assert {r.by.name for r in thanks} == {"Jules Hollande"}  # type: ignore[attr-defined]


def test_two_names_behind_a_plural_title_are_two_persons() -> None:
    text = "Los presidentes Mario Abdo y Luis Lacalle de Paraguay y Uruguay se reunieron en Lima."
    assert [name for name, _ in people(text, "es")] == ["Mario Abdo", "Luis Lacalle"]


def test_a_coordinator_joins_one_last_word_of_a_name() -> None:
    assert people("El ministro español José Ortega y Gasset visitó Ghana.", "es") == [
        ("José Ortega y Gasset", "ESP")
    ]


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("es", "La ministra española Reyes Ortiz visitó Ghana.", [("Reyes Ortiz", "ESP")]),
        ("es", "El ministro chileno Pedro Duque visitó Ghana.", [("Pedro Duque", "CHL")]),
        ("es", "El rey Haakon de Noruega visitó Ghana.", [("Haakon", "NOR")]),
        ("fr", "La ministre belge Anne Le Maire a visité le Togo.", [("Anne Le Maire", "BEL")]),
        ("fr", "Le ministre sénégalais Pape Gueye a visité le Togo.", [("Pape Gueye", "SEN")]),
        ("fr", "Le pape Paul a reçu le maire de Dakar.", [("Paul", "VAT")]),
        ("es", "El embajador chileno Pedro Julio Soto visitó Ghana.", [("Pedro Julio Soto", "CHL")]),
    ],
)
def test_a_name_that_is_an_office_or_a_month_too_is_a_persons(
    lang: str, text: str, names: list[tuple[str, str | None]]
) -> None:
    assert people(text, lang) == names


def test_states_behind_names_that_share_a_title_are_shared_too() -> None:
    text = "Los cancilleres Ana Paz y Luis Rojo de Chile y Perú viajaron a Cuba."
    assert people(text, "es") == [("Ana Paz", "CHL"), ("Luis Rojo", "PER")]
    assert people("Los reyes Hans y Ana de Noruega visitaron Cuba.", "es") == [
        ("Hans", "NOR"),
        ("Ana", "NOR"),
    ]
