"""What Spanish shows of the shape of packs: portfolios and modifiers of titles."""

from __future__ import annotations

import pytest

import communique
from communique.kinds.record import Record


def records(text: str, kind: str) -> list[Record]:
    return [r for r in communique.read(text, lang="es").records if r.kind == kind]


@pytest.mark.parametrize(
    ("text", "name", "country", "role"),
    [
        ("La ministra de Fomento y Agua de Perú, Ana Paz, visitó Ghana.", "Ana Paz", "PER", "minister"),
        ("El canciller encargado Luis Rojo de Chile visitó Ghana.", "Luis Rojo", "CHL", "foreign_minister"),
        (
            "El vicepresidente del Consejo de Ministros de Cuba, Luis Rojo, visitó Ghana.",
            "Luis Rojo",
            "CUB",
            "deputy_head_of_government",
        ),
        (
            "Chile recibió a Luis Rojo, titular del Departamento de Estado.",
            "Luis Rojo",
            "USA",
            "foreign_minister",
        ),
    ],
)
def test_titles(text: str, name: str, country: str, role: str) -> None:
    (person,) = records(text, "person")
    assert (person.name, person.country, person.role) == (name, country, role)  # type: ignore[attr-defined]


def test_a_participle_of_a_noun_tells_no_stance_and_no_agreement() -> None:
    assert not records("En un acto celebrado en Lima, Chile y Perú firmaron un convenio.", "position")
    text = "El canciller chileno revisó con Perú el plan recientemente acordado entre ambos países."
    assert not records(text, "commitment")


def test_an_action_is_not_the_relative_clause_of_its_noun() -> None:
    (offer,) = records("La presidenta chilena ofreció a Perú la ayuda que sea necesaria.", "commitment")
    assert offer.action.startswith("a Perú la ayuda")  # type: ignore[attr-defined]


def people(text: str) -> list[tuple[str, str | None]]:
    return [(r.name, r.country) for r in records(text, "person")]  # type: ignore[attr-defined]


def test_states_set_apart_behind_names_that_share_a_title() -> None:
    text = "Los presidentes Luis Rojo, de Chile, y Ana Paz, de Perú, firmaron un convenio."
    assert people(text) == [("Luis Rojo", "CHL"), ("Ana Paz", "PER")]


def test_whose_visit_it_is_stands_behind_a_merged_article() -> None:
    (visit,) = records("La visita del canciller chileno a Ghana fue breve.", "visit")
    assert (visit.visitor.country, visit.destination) == ("CHL", "GHA")  # type: ignore[attr-defined]


def test_a_tour_leads_to_each_state_of_its_list() -> None:
    text = "El presidente cubano inició una gira que lo llevará a Kenia, a Ghana y a Togo."
    assert {r.destination for r in records(text, "visit")} == {"KEN", "GHA", "TGO"}  # type: ignore[attr-defined]


def test_who_is_received_stands_before_a_relative_clause_behind_a_comma() -> None:
    text = "El presidente peruano, que fue recibido por el canciller ghanés Kofi Boateng, elogió a Ghana."
    (meeting,) = records(text, "meeting")
    assert set(meeting.countries) == {"PER", "GHA"}  # type: ignore[attr-defined]


def test_a_language_is_no_state() -> None:
    (figure,) = records(
        "Chile donó a Togo 30 millones de dólares (FAT, por sus siglas en inglés).", "indicator"
    )
    assert "GBR" not in (figure.reporter, figure.partner)  # type: ignore[attr-defined]


def test_a_part_of_a_day_holds_no_place() -> None:
    text = "El presidente chileno Luis Rojo se reunió esta tarde en Zambia con el presidente togolés Koffi Anani."
    (meeting,) = records(text, "meeting")
    assert meeting.place.country == "ZMB"  # type: ignore[attr-defined]


def test_a_style_with_an_article_stands_before_a_name() -> None:
    text = "La presidenta de Perú, la doctora Ana Paz, recibió a su colega ghanés, el general Kofi Boateng."
    found = [(r.name, r.country, r.role) for r in records(text, "person")]  # type: ignore[attr-defined]
    assert found == [("Ana Paz", "PER", "head_of_state"), ("Kofi Boateng", "GHA", "head_of_state")]
