"""Caches are bounded, make each thing once, and are true of the ledger's present state."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from communique.ledger import Ledger
from communique.ledger.queries import Query
from communique.views.nearby import nearby
from communique.views.promises import promises
from communique.views.scene import Scene
from communique.views.stances import stances
from communique.web.cache import Cache


def test_a_cache_keeps_what_was_used_last_within_its_room() -> None:
    cache: Cache[str] = Cache(10, len)
    for key in ("aaaa", "bbbb"):
        assert cache.get(key, lambda key=key: key) == key
    cache.get("aaaa", lambda: pytest.fail("held"))
    cache.get("cccc", lambda: "cccc")
    assert cache.weight == 8
    made = []
    cache.get("bbbb", lambda: made.append(1) or "bbbb")
    assert made
    assert cache.get("long", lambda: "x" * 50) == "x" * 50
    assert cache.weight <= 10


def test_many_that_ask_at_once_have_it_made_once() -> None:
    cache: Cache[int] = Cache(10, lambda n: 1)
    made = []

    def make() -> int:
        time.sleep(0.05)
        made.append(1)
        return 7

    threads = [threading.Thread(target=lambda: cache.get("key", make)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1


def test_an_error_is_not_kept() -> None:
    cache: Cache[int] = Cache(10, lambda n: 1)
    with pytest.raises(ZeroDivisionError):
        cache.get("key", lambda: 1 // 0)
    assert cache.get("key", lambda: 3) == 3


def test_the_revision_changes_with_what_is_said(place: Path) -> None:
    import datetime as dt

    now = dt.datetime(2025, 5, 5, tzinfo=dt.UTC)
    with Ledger.open(place) as ledger:
        seen = [ledger.revision()]
        made = ledger.judge("person", "KEN:A", "KEN:B", "same", author="ann", made_at=now)
        seen.append(ledger.revision())
        ledger.retract_judgement(made.id, author="ann", at=now)
        seen.append(ledger.revision())
        assert ledger.revision() == seen[-1]
    assert len(set(seen)) == 3


def test_a_part_of_the_ledger_tells_what_the_whole_tells_of_two_states(place: Path) -> None:
    with Ledger.open(place) as ledger:
        whole, near = Scene.of(ledger), nearby(ledger, Query(pair=("CHN", "NGA")), 2000)
        assert near.whole
        pair = ("CHN", "NGA")
        assert [p.quote for p in promises(near.scene, pair)] == [p.quote for p in promises(whole, pair)]
        assert [s.quote for s in stances(near.scene, pair)] == [s.quote for s in stances(whole, pair)]
        some = nearby(ledger, Query(pair=pair), 10)
        assert not some.whole
        assert 0 < len([s for s in some.scene.told if s.record.kind != "person"]) <= 10
