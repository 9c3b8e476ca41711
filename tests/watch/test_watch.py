"""Sources that behave and misbehave: nothing is lost, nothing is read twice, every failure has its cause."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

pytest.importorskip("httpx", reason="pip install 'communique[ingest]'")
pytest.importorskip("feedparser", reason="pip install 'communique[ingest]'")
pytest.importorskip("trafilatura", reason="pip install 'communique[ingest]'", exc_type=ImportError)

from watching import Watcher

from communique.ledger import Ledger
from watched_site import feed, item, page, sentence, sources
from web_server import Site, send

PRESS = 'name = "press"\nurl = "{site}/feed"\nlang = "en"\npublisher = "mfa.go.ke"\nevery = "1h"'
RSS = "application/rss+xml"


def publish(site: Site, *numbers: int) -> None:
    """A feed of these pages, and the pages."""
    for number in numbers:
        site.say(f"/news/{number}", page(f"Talks {number}", sentence(number), sentence(number + 100)))
    site.say("/feed", feed([item(site.url(f"/news/{n}"), f"Talks {n}") for n in numbers]), RSS)


def test_what_is_new_is_read_once(site: Site, place: Path, tmp_path: Path) -> None:
    publish(site, 1, 2, 3)
    watcher = Watcher(sources(tmp_path, site, PRESS), place)
    first = watcher.round()
    assert (first.polled, first.found, first.read, first.failures) == (1, 3, 3, [])
    assert watcher.round().polled == 0
    watcher.later(hours=2)
    again = watcher.round()
    assert (again.polled, again.found, again.read) == (1, 0, 0)
    assert site.statuses["/feed", 304] == 1
    watcher.later(hours=2)
    publish(site, 1, 2, 3, 4)
    assert watcher.round().read == 1
    assert {path: count for path, count in site.asked.items() if path.startswith("/news")} == {
        f"/news/{n}": 1 for n in (1, 2, 3, 4)
    }
    assert watcher.texts() == [site.url(f"/news/{n}") for n in (1, 2, 3, 4)]
    with Ledger.open(place) as ledger:
        assert {info.publisher for info in ledger.documents()} == {"mfa.go.ke"}
        assert ledger.records(kind="meeting")
        assert list(ledger.verify()) == []


def cut_off(request: BaseHTTPRequestHandler) -> None:
    send(request, 200, b"<html>half", **{"Content-Length": "1000", "Content-Type": "text/html"})
    request.close_connection = True


def test_every_failure_is_listed_with_its_cause_and_tried_again(
    site: Site, place: Path, tmp_path: Path
) -> None:
    publish(site, 1)
    site.say("/robots.txt", "User-agent: *\nDisallow: /closed\n", "text/plain")
    site.pages["/cut"] = cut_off
    site.refuse("/busy", 503, Retry_After="7200")
    site.refuse("/round", 302, Location="/round")
    site.refuse("/inside", 302, Location="http://169.254.169.254/latest/meta-data")
    site.say("/empty", page("", ""))
    wanted = {
        "/cut": "cut off",
        "/gone": "status 404",
        "/round": "too many redirects",
        "/inside": "private address",
        "/closed/a": "robots.txt",
        "/empty": "unreadable",
        "/busy": "status 503",
    }
    address = {path: site.url(path, "localhost" if path == "/busy" else None) for path in wanted}
    links = [item(link, link) for link in (site.url("/news/1"), *address.values())]
    site.say("/feed", feed(links), RSS)
    watcher = Watcher(sources(tmp_path, site, PRESS), place)
    outcome = watcher.round()
    state = watcher.state()
    assert {path: state[address[path]].cause for path in wanted} == wanted
    assert all(state[address[path]].reason for path in wanted)
    assert len(outcome.failures) == len(wanted)
    assert state[site.url("/news/1")].status == "read"
    assert site.asked["/closed/a"] == 0

    def wait(path: str) -> float:
        due = watcher.state()[address[path]].due
        assert due is not None
        return (due - watcher.now()).total_seconds()

    assert wait("/cut") == pytest.approx(600, abs=60)
    assert wait("/busy") == pytest.approx(7200, abs=60)
    assert wait("/gone") == pytest.approx(6 * 3600, abs=60)
    before = site.asked["/cut"]
    watcher.later(minutes=20)
    watcher.round()
    assert site.asked["/cut"] > before
    assert wait("/cut") == pytest.approx(1200, abs=60)
    assert watcher.state()[site.url("/cut")].attempts == 2
    site.say("/cut", page("Talks 50", sentence(50), sentence(51)))
    watcher.later(hours=1)
    assert watcher.round().read == 1
    healed = watcher.state()[site.url("/cut")]
    assert (healed.status, healed.cause, healed.attempts, healed.due) == ("read", None, 0, None)


def test_a_host_that_asks_to_wait_is_left_alone(site: Site, place: Path, tmp_path: Path) -> None:
    publish(site, *range(5))
    for number in range(5):
        site.refuse(f"/news/{number}", 429, Retry_After="3600")
    watcher = Watcher(sources(tmp_path, site, PRESS), place)
    watcher.round()
    assert sum(count for path, count in site.asked.items() if path.startswith("/news")) == 1
    assert {state.cause for url, state in watcher.state().items() if "/news" in url} == {
        "status 429",
        "asked to wait",
    }
    publish(site, *range(5))
    watcher.later(hours=1.1)
    assert watcher.round().read == 5


def test_a_source_that_fails_is_asked_again_later(site: Site, place: Path, tmp_path: Path) -> None:
    site.say("/feed", page("Not found", "We have moved."))
    watcher = Watcher(sources(tmp_path, site, PRESS), place)
    [failure] = watcher.round().failures
    assert (failure.role, failure.cause) == ("source", "not a feed")
    assert failure.due is not None
    assert (failure.due - watcher.now()).total_seconds() == pytest.approx(3600, abs=60)
    publish(site, 1)
    watcher.later(hours=2)
    assert watcher.round().read == 1
    assert watcher.state()[site.url("/feed")].status == "read"


def test_one_text_at_two_addresses_is_kept_once(site: Site, place: Path, tmp_path: Path) -> None:
    publish(site, 1)
    site.say("/mirror", page("Talks 1", sentence(1), sentence(101)))
    site.say("/other", feed([item(site.url("/mirror"), "Talks 1")]), RSS)
    other = 'name = "agency"\nurl = "{site}/other"\npublisher = "agency.example"'
    watcher = Watcher(sources(tmp_path, site, PRESS, other), place)
    outcome = watcher.round()
    assert (outcome.read, outcome.elsewhere) == (2, 1)
    with Ledger.open(place) as ledger:
        [info] = ledger.documents()
        found = {(one.url, one.publisher) for one in ledger.addresses(info.id)}
        assert len({item.record.doc for item in ledger.records()}) == 1
    assert found == {(site.url("/news/1"), "mfa.go.ke"), (site.url("/mirror"), "agency.example")}
    assert {
        state.document for url, state in watcher.state().items() if "feed" not in url and "other" not in url
    } == {info.id}


def test_a_page_watched_for_change_gets_versions(site: Site, place: Path, tmp_path: Path) -> None:
    site.say("/talks", page("Talks", sentence(1), sentence(2)))
    watcher = Watcher(sources(tmp_path, site, 'name = "p"\nkind = "page"\nurl = "{site}/talks"'), place)
    assert watcher.round().read == 1
    watcher.later(hours=2)
    assert watcher.round().read == 0
    site.say("/talks", page("Talks", sentence(1), sentence(3)))
    watcher.later(hours=2)
    assert watcher.round().read == 1
    digest = watcher.digest()
    assert (digest.texts, digest.revised) == (1, 0)
    with Ledger.open(place) as ledger:
        versions = ledger.documents()
        assert len(versions) == 2
        assert len({version.id for version in versions}) == 1
    site.say("/talks", page("Talks", sentence(1), sentence(4)))
    watcher.later(hours=2)
    watcher.round()
    digest = watcher.digest()
    assert (digest.texts, digest.revised) == (1, 1)
    quotes = [line.quote for pair in digest.pairs.values() for line in pair.lines]
    assert quotes
    assert all("5 May" in quote for quote in quotes)


def test_links_of_a_page_are_followed_and_looked_at_again(site: Site, place: Path, tmp_path: Path) -> None:
    publish(site, 1, 2, 3)
    links = "<nav><a href='/news/3'>x</a></nav><main><a href='/news/1'>One</a><a href='news/2#top'>Two</a>"
    site.say("/list", f"<html><body>{links}<a href='/about'>About</a></main></body></html>")
    table = 'name = "p"\nkind = "page"\nurl = "{site}/list"\nlinks = "/news/[0-9]+"\nwithin = "//main"'
    table += '\nrecheck = "1d"\nrecheck_for = "3d"'
    watcher = Watcher(sources(tmp_path, site, table), place)
    assert watcher.round().read == 2
    assert (site.asked["/news/3"], site.asked["/about"]) == (0, 0)
    site.say("/news/2", page("Talks 2", sentence(2), sentence(77)))
    watcher.later(days=1, hours=1)
    again = watcher.round()
    assert (again.read, again.unchanged) == (1, 1)
    assert site.statuses["/news/1", 304] == 1
    with Ledger.open(place) as ledger:
        assert len(ledger.documents()) == 3
    watcher.later(days=30)
    asked = site.asked["/news/1"]
    watcher.round()
    watcher.later(days=30)
    watcher.round()
    assert site.asked["/news/1"] <= asked + 1


def test_the_text_of_a_feed_itself(site: Site, place: Path, tmp_path: Path) -> None:
    items = [item(site.url(f"/n/{n}"), f"Talks {n}", sentence(n)) for n in range(5)]
    site.say("/feed", feed(items), RSS)
    watcher = Watcher(sources(tmp_path, site, PRESS + '\ntext = "entry"'), place)
    assert watcher.round().read == 5
    assert sum(site.asked[f"/n/{n}"] for n in range(5)) == 0
    items[2] = item(site.url("/n/2"), "Talks 2", sentence(42))
    site.say("/feed", feed(items), RSS)
    watcher.later(hours=2)
    assert watcher.round().read == 1
    with Ledger.open(place) as ledger:
        assert len(ledger.documents()) == 6


def test_a_stop_in_the_middle_loses_nothing(site: Site, place: Path, tmp_path: Path) -> None:
    publish(site, *range(8))
    watcher = Watcher(sources(tmp_path, site, PRESS), place)
    whole = site.pages["/news/4"]

    def stopping(request: BaseHTTPRequestHandler) -> None:
        watcher.stopped = True
        whole(request)

    site.pages["/news/4"] = stopping
    assert watcher.round().read == 5
    watcher.stopped = False
    assert watcher.round().read == 3
    assert watcher.texts() == [site.url(f"/news/{n}") for n in range(8)]
    assert all(count == 1 for path, count in site.asked.items() if path.startswith("/news/"))


def test_a_wrong_charset_is_read_by_what_the_bytes_say(site: Site, place: Path, tmp_path: Path) -> None:
    text = "Президент Кении Уильям Руто встретился с премьер-министром Японии Фумио Кисидой в Токио."
    made = page("Встреча в Токио", text, text + " Стороны обсудили торговлю.").replace(
        "lang='en'", "lang='ru'"
    )
    site.say("/r", made, "text/html; charset=iso-8859-1")
    site.say("/feed", feed([item(site.url("/r"), "Встреча")]), "text/plain; charset=us-ascii")
    table = 'name = "ru"\nurl = "{site}/feed"\nlang = "ru"'
    watcher = Watcher(sources(tmp_path, site, table), place)
    assert watcher.round().failures == []
    with Ledger.open(place) as ledger:
        [info] = ledger.documents()
        document = ledger.document(info.id)
        assert document is not None
        assert text in document.text
