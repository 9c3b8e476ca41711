"""Who met or visited whom, where and on which days, as reports of journeys word it."""

from __future__ import annotations

import pytest

import communique
from communique.kinds.record import Record


def records(lang: str, text: str, kind: str) -> list[Record]:
    return [r for r in communique.read(text, lang=lang, date="2024-05-15").records if r.kind == kind]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("El canciller de Perú, Luis Rojo, viajará a Chile del 3 al 5 de junio.", "2024-06-03/2024-06-05"),
        (
            "El canciller de Perú, Luis Rojo, viajará a Chile del 30 de mayo al 2 de junio.",
            "2024-05-30/2024-06-02",
        ),
        (
            "El canciller de Perú, Luis Rojo, visitará Chile desde el 3 hasta el 5 de junio.",
            "2024-06-03/2024-06-05",
        ),
    ],
)
def test_spanish_days_from_one_to_another(text: str, date: str) -> None:
    (visit,) = records("es", text, "visit")
    assert visit.date == date  # type: ignore[attr-defined]


def test_the_first_word_of_a_longer_name_is_no_town() -> None:
    text = "El presidente de Ghana, Kofi Mensah, recibió en el Palacio Nacional al presidente de Perú, Luis Rojo."
    (meeting,) = records("es", text, "meeting")
    assert meeting.place is None  # type: ignore[attr-defined]


def test_an_office_short_in_brackets_before_a_rank_is_nobody() -> None:
    text = "Ghana's Chief of Defence Staff (CDS) General Kofi Mensah met President Dina Salas of Peru."
    people = {p.name for p in records("en", text, "person")}  # type: ignore[attr-defined]
    assert people == {"Kofi Mensah", "Dina Salas"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Der stellvertretende Ministerpräsident Ghanas, Kofi Mensah, reist nach Peru.",
            "deputy_head_of_government",
        ),
        ("Der stellvertretende Finanzminister Ghanas, Kofi Mensah, reist nach Peru.", "vice_minister"),
    ],
)
def test_german_deputies_behind_an_article(text: str, role: str) -> None:
    (person,) = records("de", text, "person")
    assert person.role == role  # type: ignore[attr-defined]


def test_a_call_with_its_day_before_its_partner() -> None:
    text = "President Dina Salas of Peru had a telephone conversation today with Kofi Mensah, President of Ghana."
    (meeting,) = records("en", text, "meeting")
    assert (set(meeting.countries), meeting.format) == ({"PER", "GHA"}, "phone")  # type: ignore[attr-defined]
