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
    text = "Ghana und Peru berieten in Accra. Der Besuch werde das Vertrauen beider Länder stärken, sagte Ghanas Präsident Kofi Mensah."
    assert not records("commitment", text)


def test_a_plain_expulsion_is_not_of_who_answers_it() -> None:
    text = (
        "Als Antwort auf die Ausweisung eines peruanischen Diplomaten bestellte Ghana dessen Botschafter ein."
    )
    assert not [a for a in records("act", text) if a.plover == "COERCE"]
