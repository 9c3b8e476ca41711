"""Why a sentence has no record is told, and the totals add up."""

from __future__ import annotations

import communique
from communique.views.coverage import MEANINGS, coverage
from communique.views.explain import page

TEXT = """Ruto in Kampala

Kenya condemned the attack on Uganda. The weather was fine. Ruto said so.

The two sides signed. Kenya is large. Some 40 guests came.

***
"""


def test_each_sentence_has_its_reason() -> None:
    found = coverage(communique.read(TEXT, lang="en"))
    reasons = {s.text: s.reason for s in found.sentences}
    assert reasons["Ruto in Kampala"] == "headline"
    assert reasons["Kenya condemned the attack on Uganda."] == "record"
    assert reasons["The weather was fine."] == "no_cue"
    assert reasons["Ruto said so."] == "only_saying"
    assert reasons["Kenya is large."] == "names"
    assert reasons["***"] == "noise"
    assert {s.reason for s in found.sentences} <= set(MEANINGS)


def test_totals_add_up_and_a_drop_says_why() -> None:
    found = coverage(communique.read(TEXT + "\nJapan met at noon.\n", lang="en"))
    assert sum(found.totals.values()) == len(found.sentences)
    assert found.covered <= found.counted < len(found.sentences)
    assert found.share == round(found.covered / found.counted, 4)
    dropped = [s for s in found.sentences if s.reason == "dropped"]
    assert all(": " in detail for s in dropped for detail in s.details)
    assert any("only one side" in detail for s in dropped for detail in s.details)


def test_nothing_counted_has_no_share() -> None:
    assert coverage(communique.read("***\n\nHeadline only", lang="en")).share == 0.0


def test_the_page_shows_it() -> None:
    assert "sentences carry a record." in page(communique.read(TEXT, lang="en"))
