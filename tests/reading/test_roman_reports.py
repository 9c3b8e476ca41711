"""Reports in French and Spanish: envoys and whose they are, lists of names, acronyms, periods, who speaks."""

from __future__ import annotations

from read_records import Reads

FR = Reads("fr")
ES = Reads("es")


def test_an_acronym_in_brackets_is_no_name() -> None:
    text = "Ana Paz, presidenta de la Asamblea del Poder Popular (APP), recibió al embajador de Ghana, Kofi Mensah."
    assert set(ES.persons(text)) == {"Ana Paz", "Kofi Mensah"}
    text = "Le chef du Département fédéral des affaires étrangères (DFAE), Luc Morel, a reçu l'ambassadeur du Togo."
    assert set(FR.persons(text)) == {"Luc Morel"}


def test_names_of_one_title_are_parted_by_semicolons_too() -> None:
    text = (
        "Presentaron credenciales los embajadores Ana Paz, de la República de Zambia; Luis Rojo, del Reino de "
        "Noruega, y Omar Diallo, del Estado de Qatar."
    )
    found = {name: country for name, (country, _) in ES.persons(text).items()}
    assert found == {"Ana Paz": "ZMB", "Luis Rojo": "NOR", "Omar Diallo": "QAT"}


def test_whom_one_of_several_stands_for() -> None:
    text = "Firmaron los cancilleres Ana Paz por Bolivia, y Luis Rojo por Uruguay."
    assert ES.persons(text) == {
        "Ana Paz": ("BOL", "foreign_minister"),
        "Luis Rojo": ("URY", "foreign_minister"),
    }


def test_an_envoy_is_not_of_the_state_he_is_posted_to() -> None:
    for reads, text in (
        (ES, "Panamá llamó a consultas a su embajadora en Bolivia, Ana Paz."),
        (FR, "Le Panama a rappelé pour consultations son ambassadrice en Bolivie, Ana Paz."),
    ):
        assert reads.persons(text) == {"Ana Paz": ("PAN", "ambassador")}
        act = reads.only(text, "act")
        assert (act.by, act.toward) == (("PAN",), ("BOL",))


def test_an_adjective_of_a_body_is_no_name() -> None:
    text = "La diputada Ana Paz, jefa de la Comisión de Relaciones Internacionales de Chile, visitó Ghana."
    assert set(ES.persons(text)) == {"Ana Paz"}
    text = "Chile y Ghana hablaron con la Dirección General de Asuntos Económicos Internacionales de Perú."
    assert not ES.persons(text)
