"""A long feed: within bounds of memory, and every text exactly once, also when killed on the way.

COMMUNIQUE_ENTRIES sets how many entries it has; 10,000 take some minutes.
"""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

pytest.importorskip("httpx", reason="pip install 'communique[ingest]'")
pytest.importorskip("feedparser", reason="pip install 'communique[ingest]'")
pytest.importorskip("trafilatura", reason="pip install 'communique[ingest]'", exc_type=ImportError)

from communique.ledger import Ledger
from watched_site import feed, item, page, sentence, sources
from web_server import Site

ENTRIES = int(os.environ.get("COMMUNIQUE_ENTRIES", "1000"))
KILLS = 3
MEGABYTES = 300
LEAN = Path(__file__).with_name("lean_command.py")


def start(sources: Path, place: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(LEAN), "watch", str(sources), "--ledger", str(place), "--once"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def check_whole(place: Path, wanted: list[str]) -> None:
    with Ledger.open(place) as ledger:
        assert Counter(info.url for info in ledger.documents()) == Counter(wanted)
        assert [state.status for state in ledger.watched(role="entry")] == ["read"] * len(wanted)
        assert sorted(one.url for one in ledger.addresses()) == sorted(wanted)
        assert list(ledger.verify()) == []


def test_a_long_feed_within_its_memory(site: Site, place: Path, tmp_path: Path) -> None:
    links = [site.url(f"/n/{number}") for number in range(ENTRIES)]
    items = [item(link, f"Talks {n}", sentence(n)) for n, link in enumerate(links)]
    site.say("/feed", feed(items), "application/rss+xml")
    table = 'name = "press"\nurl = "{site}/feed"\nlang = "en"\ntext = "entry"'
    watcher = start(sources(tmp_path, site, table), place)
    assert watcher.stderr is not None
    said = watcher.stderr.read().decode()
    assert watcher.wait() == 0, said
    assert f"{ENTRIES} texts read" in said
    peak = re.search(r"at most (\d+) KiB", said)
    assert peak, said
    assert int(peak[1]) < MEGABYTES * 1024
    check_whole(place, links)


@pytest.mark.parametrize("text", ["entry", "page"])
def test_killed_again_and_again_it_still_ends_with_every_text_once(
    site: Site, place: Path, tmp_path: Path, text: str
) -> None:
    count = ENTRIES if text == "entry" else ENTRIES // 2
    links = [site.url(f"/n/{number}") for number in range(count)]
    for number in range(count):
        site.say(f"/n/{number}", page(f"Talks {number}", sentence(number), sentence(number + 50)))
    items = [item(link, f"Talks {n}", sentence(n)) for n, link in enumerate(links)]
    site.say("/feed", feed(items), "application/rss+xml")
    table = f'name = "press"\nurl = "{{site}}/feed"\nlang = "en"\ntext = "{text}"'
    path = sources(tmp_path, site, table)
    rng = random.Random(text)
    for _ in range(KILLS):
        watcher = start(path, place)
        while not place.exists() and watcher.poll() is None:
            time.sleep(0.05)
        time.sleep(rng.uniform(0.5, 3.0))
        watcher.send_signal(signal.SIGKILL)
        watcher.communicate()
    last = start(path, place)
    said = last.communicate(timeout=1800)[1].decode()
    assert last.returncode == 0, said
    check_whole(place, links)
    fetched = sum(times for path, times in site.asked.items() if path.startswith("/n/"))
    assert fetched == 0 if text == "entry" else count <= fetched <= count + KILLS * 201
