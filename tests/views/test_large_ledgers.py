"""Of a large ledger only what it tells of the states asked for is resolved, and it tells the same of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from communique.ledger import Ledger
from communique.views import nearby
from communique.views.brief import brief, brief_on
from communique.views.brief_subjects import of_state
from communique.views.happened import Wanted, happened
from communique.views.network import network
from communique.views.promises import promises
from communique.views.scene import Scene
from sample_readings import MONDAY, echo, forum, talks


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:") as opened:
        opened.add_many([talks(), echo(), forum()], MONDAY)
        yield opened


def test_a_small_ledger_is_resolved_whole(ledger: Ledger) -> None:
    assert ledger.holds_more(5)
    assert not ledger.holds_more(nearby.LARGE)
    assert len(nearby.part(ledger, ["KEN", "SWE"]).told) == len(ledger.records())


@pytest.mark.parametrize("states", [("KEN", "SWE"), ("SWE",), ("CHN",), ()])
def test_a_large_one_tells_the_same_of_the_states(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, states: Sequence[str]
) -> None:
    whole = Scene.of(ledger)
    monkeypatch.setattr(nearby, "LARGE", 0)
    scene = nearby.part(ledger, states)
    assert (len(scene.told) < len(whole.told)) == bool(states)
    wanted = Wanted(states=frozenset(states))
    assert happened(scene.resolution.events, wanted) == happened(whole.resolution.events, wanted)
    assert promises(scene, states) == promises(whole, states)
    wide = nearby.part(ledger, states, together=False)
    assert network(wide, states) == network(whole, states)


def test_briefs_on_a_large_one_are_the_same(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    of_two = brief(ledger, "KEN", "SWE")
    of_one = brief_on(ledger, of_state("KEN"), Scene.of(ledger))
    monkeypatch.setattr(nearby, "LARGE", 0)
    assert brief(ledger, "KEN", "SWE") == of_two
    assert brief_on(ledger, of_state("KEN"), nearby.part(ledger, ["KEN"])) == of_one
    assert of_two.documents == 2
