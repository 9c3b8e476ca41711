"""`communique watch` and `communique read https://…` as commands."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("httpx", reason="pip install 'communique[ingest]'")
pytest.importorskip("feedparser", reason="pip install 'communique[ingest]'")
pytest.importorskip("trafilatura", reason="pip install 'communique[ingest]'", exc_type=ImportError)

from watching import Watcher

from command_line import Run
from communique.errors import InputError
from communique.ledger import Ledger
from communique.watch.desk import Desk
from communique.watch.sources import load_sources
from postgres_server import Server
from watched_site import feed, item, page, sentence, sources
from web_server import Site

PRESS = 'name = "press"\nurl = "{site}/feed"\nlang = "en"\npublisher = "mfa.go.ke"\nevery = "10s"'


def publish(site: Site, *numbers: int, missing: bool = False) -> None:
    for number in numbers:
        site.say(f"/news/{number}", page(f"Talks {number}", sentence(number), sentence(number + 100)))
    links = [item(site.url(f"/news/{n}"), f"Talks {n}") for n in numbers]
    gone = [item(site.url("/gone"), "Gone")] if missing else []
    site.say("/feed", feed([*links, *gone]), "application/rss+xml")


def test_one_round_with_its_digest_and_its_failures(communique: Run, site: Site, tmp_path: Path) -> None:
    publish(site, 1, 2, missing=True)
    path = sources(tmp_path, site, PRESS)
    done = communique("watch", path, "--ledger", "x.duckdb", "--once", "--digest", "new.md")
    assert done.returncode == 1
    assert "2 texts read" in done.stderr
    assert f"press: status 404: {site.url('/gone')}" in done.stderr
    assert done.stdout.startswith("2 new texts; ")
    assert "Japan – Sweden (1)" in done.stdout or "Sweden – Japan (1)" in done.stdout
    written = (tmp_path / "new.md").read_text()
    assert written.startswith("# New by ")
    assert "[mfa.go.ke, 2024-07-0" in written
    assert site.url("/news/1") in written
    listed = communique("watch", path, "--ledger", "x.duckdb", "--failed")
    assert listed.returncode == 0
    assert "status 404" in listed.stdout
    assert "(failed once, next try " in listed.stdout


def test_a_running_watch_leaves_the_ledger_free_and_ends_cleanly(
    communique: Run, site: Site, tmp_path: Path
) -> None:
    publish(site, 1, 2, 3)
    path = sources(tmp_path, site, PRESS)
    command = [sys.executable, "-m", "communique", "watch", str(path), "--ledger", "x.duckdb"]
    watcher = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ
    )
    try:
        assert watcher.stderr is not None
        assert "3 texts read" in watcher.stderr.readline()
        asked = communique("records", "--ledger", "x.duckdb", "--kind", "meeting")
        assert asked.returncode == 0, asked.stderr
        publish(site, 1, 2, 3, 4)
        assert "1 text read" in watcher.stderr.readline()
        begun = time.monotonic()
        watcher.send_signal(signal.SIGINT)
        assert watcher.wait(timeout=30) == 130
        assert time.monotonic() - begun < 10
    finally:
        watcher.kill()
        watcher.communicate()
    with Ledger.open(tmp_path / "x.duckdb") as ledger:
        assert len(ledger.documents()) == 4


def test_a_ledger_that_is_taken_is_waited_for(site: Site, tmp_path: Path, place: Path) -> None:
    publish(site, 1)
    Ledger.open(place).close()
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"from communique.ledger import Ledger\nwith Ledger.open({str(place)!r}):\n"
            " print('open', flush=True); import time; time.sleep(2)",
        ],
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"open\n"
    from communique.fetch.limits import Timer

    begun = time.monotonic()
    with Desk(str(place), Timer()).ledger() as ledger:
        assert ledger.documents() == []
    assert time.monotonic() - begun > 1
    holder.wait()


def test_the_same_on_postgresql(site: Site, tmp_path: Path, postgres: Server) -> None:
    publish(site, 1, 2, 3, missing=True)
    place = postgres.url(postgres.database())
    watcher = Watcher(sources(tmp_path, site, PRESS), place)
    assert watcher.round().read == 3
    assert watcher.digest().texts == 3
    watcher.later(hours=1)
    site.say("/news/4", page("Talks 1", sentence(1), sentence(101)))
    site.say("/feed", feed([item(site.url("/news/4"), "Again")]), "application/rss+xml")
    again = watcher.round()
    assert (again.read, again.elsewhere) == (1, 1)
    assert watcher.state()[site.url("/gone")].cause == "status 404"
    with Ledger.open(place) as ledger:
        assert list(ledger.verify()) == []


def test_reading_an_address(communique: Run, site: Site, tmp_path: Path) -> None:
    site.say("/talks.html", page("Talks", sentence(1), sentence(2)))
    site.say("/copy.html", page("Talks", sentence(1), sentence(2)))
    urls = [site.url("/talks.html"), site.url("/copy.html"), site.url("/gone")]
    refused = communique("read", urls[0], "--ledger", "x.duckdb")
    assert refused.returncode == 1
    assert "which is no public address" in refused.stderr
    done = communique("read", *urls, "--allow-private", "127.0.0.1", "--ledger", "x.duckdb")
    assert done.returncode == 1
    assert "the server answered 404" in done.stderr
    with Ledger.open(tmp_path / "x.duckdb") as ledger:
        [info] = ledger.documents()
        assert info.id.startswith("127.0.0.1-talks-")
        assert sorted(one.url for one in ledger.addresses()) == sorted(urls[:2])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "source"),
        ("every = 3\n[[source]]\nname='a'\nurl='https://a.example/'", "every"),
        ("[[source]]\nname='a'\nurl='https://a.example/'\nkind='blog'", "source a"),
        ("[[source]]\nname='a'\nurl='ftp://a.example/'", "only http"),
        ("[[source]]\nname='a'\nurl='https://a.example/'\nlinks='x'", "are for pages"),
        ("[[source]]\nname='a'\nurl='https://a.example/'\nkind='page'\nlinks='('", "no pattern"),
        ("[[source]]\nname='a'\nurl='https://a.example/'\nkind='page'\nlinks='x'\nwithin='//['", "no XPath"),
        ("[[source]]\nname='a'\nurl='https://a.example/'\nstate='Nowhere'", "no state"),
        ("[[source]]\nname='a'\nurl='https://a.example/'\npubliser='x'", "publiser"),
        (
            "[[source]]\nname='a'\nurl='https://a.example/'\n[[source]]\nname='a'\nurl='https://b.example/'",
            "two",
        ),
        ("[[source]\nname='a'", "not TOML"),
    ],
)
def test_what_is_wrong_with_the_sources_is_said(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(text)
    with pytest.raises(InputError, match=said) as caught:
        load_sources(path)
    assert str(path) in str(caught.value)


def test_the_example_in_the_docs_can_be_read(tmp_path: Path) -> None:
    docs = (Path(__file__).parents[2] / "docs/watching.md").read_text(encoding="utf-8")
    path = tmp_path / "sources.toml"
    path.write_text(docs.partition("```toml\n")[2].partition("```")[0])
    read = load_sources(path)
    assert [source.kind for source in read.source] == ["feed", "page", "page"]
    assert read.interval(read.source[0]) == 1800
