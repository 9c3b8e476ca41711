"""German news and press releases: sides in the genitive, objects in front, clauses within clauses."""

from __future__ import annotations

from typing import Any

import pytest

import communique


def records(kind: str, text: str, date: str = "2025-05-02") -> list[Any]:
    return [r for r in communique.read(text, lang="de", date=date).records if r.kind == kind]


def people(text: str) -> dict[str, str | None]:
    return {p.name: p.country for p in records("person", text)}


def test_a_side_in_the_genitive_without_an_article_does_not_act() -> None:
    text = "Nach der Festnahme zweier kenianischer Diplomaten hat Ghana den togolesischen Botschafter einbestellt."
    (protest,) = [a for a in records("act", text) if a.plover == "PROTEST"]
    assert (protest.by, protest.toward) == (("GHA",), ("TGO",))


def test_a_visit_that_will_do_good_is_nobodys_pledge() -> None:
    text = (
        "Ghana und Peru berieten in Accra. Der Besuch werde das Vertrauen beider Länder stärken, sagte Ghanas "
        "Präsident Kofi Mensah."
    )
    assert not records("commitment", text)


def test_a_plain_expulsion_is_not_of_who_answers_it() -> None:
    text = (
        "Als Antwort auf die Ausweisung eines peruanischen Diplomaten bestellte Ghana dessen Botschafter ein."
    )
    assert not [a for a in records("act", text) if a.plover == "COERCE"]


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        (
            "Den Angriff auf kenianische Helfer, bei dem zwei Fahrer starben, verurteilte Peru aufs Schärfste.",
            "Den Angriff auf kenianische Helfer",
        ),
        (
            "Zudem haben Peru und Togo ihr Engagement für den Frieden bekräftigt.",
            "ihr Engagement für den Frieden",
        ),
        ("Perus Präsident Luis Rojas sagte, dass Peru den Entwurf nicht mittragen könne.", "den Entwurf"),
        ("Togo hat sich für scharfe Sanktionen gegen Peru ausgesprochen.", "scharfe Sanktionen gegen Peru"),
    ],
)
def test_what_a_stance_is_on(text: str, issue: str) -> None:
    assert [p.issue for p in records("position", text)] == [issue]


def test_what_another_must_agree_to_is_not_his_stance() -> None:
    text = "Perus Präsident Luis Rojas sagte, dass Kenia der Waffenruhe zustimmen muss."
    assert not records("position", text)


def test_help_announced_in_a_dependent_clause_is_a_pledge_alone() -> None:
    text = "Perus Präsident Luis Rojas erklärte, dass Peru Kenia beim Bau der Straße unterstützen werde."
    assert [c.by for c in records("commitment", text)] == [("PER",)]
    assert not records("position", text)


def test_what_both_agree_to_do_is_no_stance_as_well() -> None:
    text = "Togo und Peru stimmten darin überein, den Handel auszubauen und Schulen zu fördern."
    assert len(records("commitment", text)) == 2
    assert not records("position", text)


def test_a_quoted_condition_told_by_its_word_order_asks_nothing() -> None:
    text = 'Perus Präsident Luis Rojas sagte: "Sollte Kenia den Schritt nicht überdenken, gibt es Folgen."'
    assert not records("commitment", text)


def test_whoever_condemns_an_attack_did_not_make_it() -> None:
    text = "Den Anschlag auf togolesische Soldaten, bei dem zwei Menschen getötet wurden, verurteilt Kenia."
    assert [p.by for p in records("position", text)] == [("KEN",)]
    assert not records("act", text)


def test_a_weekday_told_with_the_trip_is_ahead_for_the_talks_there() -> None:
    text = (
        "Am Sonntag reist der kenianische Außenminister Ken Otieno nach Peru, wo er mit dem Außenminister "
        "Luis Rojas sprechen wird."
    )
    assert [m.date for m in records("meeting", text)] == ["2025-05-04"]
    assert [v.date for v in records("visit", text)] == ["2025-05-04"]


def test_the_day_on_which_a_ministry_said_so_is_not_the_meetings() -> None:
    text = (
        "In Nairobi empfängt Kenias Präsident Ken Otieno den peruanischen Präsidenten Luis Rojas, wie das "
        "Außenministerium am Mittwoch mitteilte."
    )
    assert [m.date for m in records("meeting", text)] == [None]
