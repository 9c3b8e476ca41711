"""The views over a whole ledger: what lies ahead, who deals with whom, and where a phrase stands."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from communique.views.ahead import appointments
from communique.views.network import network
from communique.views.scene import Scene
from communique.views.wording import wording

TEXTS = Path(__file__).parents[2] / "examples" / "texts"


def test_what_was_announced_is_listed_until_its_day_has_passed(examples: Scene) -> None:
    everything = appointments(examples)
    assert {a.kind for a in everything} >= {"gathering", "commitment"}
    assert [a.first for a in everything] == sorted(a.first for a in everything)
    assert all(a.modality not in ("actual", "negated") or a.kind == "commitment" for a in everything)
    late = appointments(examples, today=dt.date(2025, 6, 1))
    assert late
    assert all(a.last >= dt.date(2025, 6, 1) for a in late)
    assert len(late) < len(everything)


def test_appointments_of_one_state(examples: Scene) -> None:
    assert all("DEU" in a.states for a in appointments(examples, ("DEU",)))


def test_ties_count_each_event_once(examples: Scene) -> None:
    ties = {(tie.a, tie.b): tie for tie in network(examples)}
    china = ties["CHN", "NGA"]
    told = [e for e in examples.resolution.events if {"CHN", "NGA"} <= set(e.states)]
    assert china.events == len(told)
    assert china.kinds["meeting"] == sum(e.kind == "meeting" for e in told)
    assert ties["CAN", "IND"].conflict > 0
    weights = [tie.weight for tie in network(examples)]
    assert weights == sorted(weights, reverse=True)


def test_a_phrase_in_the_texts_of_a_pair(examples: Scene) -> None:
    texts = [(path.stem, path.read_text("utf-8")) for path in sorted(TEXTS.glob("*.txt"))]
    found = {
        p.lang: p for p in wording(examples, texts, "Comprehensive Strategic PARTNERSHIP", ("CHN", "NGA"))
    }
    assert set(found) == {"en"}
    assert (found["en"].held, found["en"].first, found["en"].since) == (1, "2024-09-03", 0)
    held = next(use for use in found["en"].uses if use.held)
    assert "comprehensive strategic partnership" in held.quote.casefold()
    assert wording(examples, texts, "no such words anywhere") == []
