"""A brief on a project has its figures, and each quote only what is known of who says it."""

from __future__ import annotations

import communique
from communique.ledger import Ledger
from communique.views.brief import brief_on
from communique.views.brief_shape import Brief
from communique.views.brief_subjects import of_project
from communique.views.scene import Scene
from sample_readings import MONDAY

LINE = (
    "Peru's President Rosa Huaman said that Peru and Bolivia had agreed on the Peru-Bolivia railway.\n\n"
    "Once completed, the railway will transport an annual cargo of 9 million tons.\n\n"
    "Construction of the railway will begin in May."
)


def made() -> Brief:
    with Ledger.open(":memory:") as ledger:
        ledger.add_many([communique.read(LINE, lang="en", date="2025-04-09")], MONDAY)
        scene = Scene.of(ledger)
        return brief_on(ledger, of_project(scene, "Peru-Bolivia railway"), scene)


def test_figures_of_a_project_are_in_its_brief() -> None:
    (figure,) = made().section("figures").lines
    assert "9 million t" in figure.text


def test_a_quote_in_which_a_record_goes_on_is_said_by_nobody() -> None:
    said = {note.quote: note.said for note in made().footnotes}
    assert said["Construction of the railway will begin in May."] == ""
    assert [text for quote, text in said.items() if quote.startswith("Peru's President")] == [
        "said by Rosa Huaman (Peru)"
    ]
