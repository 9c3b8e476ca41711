"""The client against a server that misbehaves: every failure has its cause, and nothing takes too long."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

pytest.importorskip("httpx", reason="pip install 'communique[ingest]'")

from communique.errors import FetchError
from communique.fetch.client import Fetched, Fetcher, Validators
from communique.fetch.limits import Limits, Timer
from web_server import Site, send, web_server


class Pauses:
    """Time that passes only when somebody sleeps, beside the time that really passes."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def timer(self) -> Timer:
        return Timer(
            monotonic=lambda: time.monotonic() + sum(self.slept),
            wall=lambda: 1_700_000_000.0,
            sleep=self.slept.append,
        )


@pytest.fixture
def site() -> Iterator[Site]:
    with web_server() as running:
        yield running


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


def fetch(site: Site, path: str, pauses: Pauses, known: Validators | None = None, **limits: Any) -> Fetched:
    given = {"delay": 0.0, "allow_private": frozenset({"127.0.0.1"})} | limits
    with Fetcher(Limits(**given), pauses.timer()) as fetcher:
        return fetcher.fetch(site.url(path), known)


def cause(site: Site, path: str, pauses: Pauses, **limits: Any) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(site, path, pauses, **limits)
    assert site.address in str(caught.value)
    return caught.value


def test_a_page_with_its_type_and_charset(site: Site, pauses: Pauses) -> None:
    site.say("/a", "Встреча".encode("windows-1251"), "text/html; charset=windows-1251")
    found = fetch(site, "/a", pauses)
    assert found.data is not None
    assert found.data.decode(found.charset or "") == "Встреча"
    assert (found.media_type, found.url) == ("text/html", site.url("/a"))
    assert site.headers["/a"]["User-Agent"].startswith("communique/")
    assert pauses.slept == []


def test_what_has_not_changed_is_not_sent_again(site: Site, pauses: Pauses) -> None:
    site.say("/a", "text")
    first = fetch(site, "/a", pauses)
    again = fetch(site, "/a", pauses, first.validators)
    assert again.unchanged
    assert site.statuses["/a", 304] == 1


@pytest.mark.parametrize("coding", ["gzip", "deflate", "bare"])
def test_packed_bodies_are_unpacked(site: Site, pauses: Pauses, coding: str) -> None:
    text = b"The ministers met. " * 20_000
    bare = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(text[:1000]) + gzip.compress(text[1000:]) + b"\0" * 8,
        "deflate": zlib.compress(text),
        "bare": bare.compress(text) + bare.flush(),
    }[coding]
    site.say("/a", packed, Content_Encoding="deflate" if coding == "bare" else coding)
    assert fetch(site, "/a", pauses).data == text


def test_a_gzip_bomb_is_not_unpacked(site: Site, pauses: Pauses) -> None:
    import tracemalloc

    bomb = gzip.compress(b"\0" * 300_000_000, compresslevel=6)
    site.say("/bomb", bomb, Content_Encoding="gzip")
    tracemalloc.start()
    error = cause(site, "/bomb", pauses, max_expanded=2_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert error.cause == "too large"
    assert "2,000,000 bytes when unpacked" in str(error)
    assert peak < 8_000_000
    assert site.asked["/bomb"] == 1


def test_too_much_over_the_wire_is_refused(site: Site, pauses: Pauses) -> None:
    site.say("/big", b"x" * 300_000)
    assert cause(site, "/big", pauses, max_bytes=100_000).cause == "too large"


def truncated(request: BaseHTTPRequestHandler) -> None:
    send(request, 200, b"half", **{"Content-Length": "1000", "Content-Type": "text/html"})
    request.close_connection = True


def test_a_body_that_is_cut_off_is_tried_again_and_then_named(site: Site, pauses: Pauses) -> None:
    site.pages["/cut"] = truncated
    assert cause(site, "/cut", pauses).cause == "cut off"
    assert site.asked["/cut"] == 3
    assert pauses.slept == [1.0, 2.0]
    site.in_turn("/once", truncated, lambda request: send(request, 200, b"whole"))
    assert fetch(site, "/once", pauses).data == b"whole"


def test_a_packed_body_that_is_cut_off_is_seen(site: Site, pauses: Pauses) -> None:
    site.say("/cut", gzip.compress(b"text" * 1000)[:-12], Content_Encoding="gzip")
    assert cause(site, "/cut", pauses).cause == "cut off"


def dripping(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", "1000")
    request.end_headers()
    for _ in range(1000):
        request.wfile.write(b".")
        request.wfile.flush()
        time.sleep(0.05)


def dripping_headers(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    for _ in range(1000):
        request.wfile.write(b".")
        request.wfile.flush()
        time.sleep(0.05)


def silent(request: BaseHTTPRequestHandler) -> None:
    time.sleep(2)


@pytest.mark.parametrize("answer", [dripping, dripping_headers, silent])
def test_a_slow_server_is_left_when_the_time_is_over(site: Site, pauses: Pauses, answer: Any) -> None:
    site.pages["/slow"] = answer
    begun = time.monotonic()
    assert cause(site, "/slow", pauses, total=0.5, attempts=1).cause == "too slow"
    assert time.monotonic() - begun < 1.5


def test_endless_redirects_end(site: Site, pauses: Pauses) -> None:
    site.refuse("/round", 302, Location="/round")
    assert cause(site, "/round", pauses).cause == "too many redirects"
    assert site.asked["/round"] == 6
    site.refuse("/there", 301, Location="/here")
    site.say("/here", "found")
    found = fetch(site, "/there", pauses)
    assert (found.data, found.url, found.asked) == (b"found", site.url("/here"), site.url("/there"))


@pytest.mark.parametrize(
    "target", ["http://127.0.0.2:{port}/x", "http://[::1]:{port}/", "file:///etc/passwd"]
)
def test_a_redirect_leads_to_no_private_address(site: Site, pauses: Pauses, target: str) -> None:
    site.refuse("/away", 302, Location=target.format(port=site.address.rpartition(":")[2]))
    error = cause_anywhere(site, "/away", pauses)
    assert error.cause in ("private address", "no address")
    assert site.asked["/x"] == 0


def cause_anywhere(site: Site, path: str, pauses: Pauses) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(site, path, pauses)
    return caught.value


def test_private_addresses_are_refused_unless_named(site: Site, pauses: Pauses) -> None:
    error = cause(site, "/a", pauses, allow_private=frozenset())
    assert error.cause == "private address"
    assert sum(site.asked.values()) == 0


def test_a_name_that_changes_its_address_gains_nothing(site: Site, pauses: Pauses) -> None:
    """What is connected to is what was checked: the name is resolved once a connection."""
    port = int(site.address.rpartition(":")[2])
    answers = [["93.184.215.14", "127.0.0.1"], ["127.0.0.1"]]
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return answers[min(len(asked), 2) - 1]

    with (
        Fetcher(Limits(delay=0.0, obey_robots=False), pauses.timer(), rebinding) as fetcher,
        pytest.raises(FetchError, match=r"127\.0\.0\.1, which is no public address"),
    ):
        fetcher.fetch(f"http://changing.example:{port}/a")
    assert asked == ["changing.example"]
    assert sum(site.asked.values()) == 0


def test_robots_txt_is_obeyed_and_asked_once(site: Site, pauses: Pauses) -> None:
    site.say("/robots.txt", "User-agent: communique\nDisallow: /closed\nCrawl-delay: 7\n", "text/plain")
    site.say("/closed/a", "no")
    site.say("/open", "yes")
    limits = Limits(delay=0.0, allow_private=frozenset({"127.0.0.1"}))
    with Fetcher(limits, pauses.timer()) as fetcher:
        with pytest.raises(FetchError) as caught:
            fetcher.fetch(site.url("/closed/a"))
        assert caught.value.cause == "robots.txt"
        fetcher.fetch(site.url("/open"))
        fetcher.fetch(site.url("/open"))
    assert site.asked == {"/robots.txt": 1, "/open": 2}
    assert [round(pause) for pause in pauses.slept] == [7]


def test_a_robots_txt_that_fails_allows_nothing_for_now(site: Site, pauses: Pauses) -> None:
    site.refuse("/robots.txt", 500)
    site.say("/a", "text")
    assert cause(site, "/a", pauses).cause == "robots.txt unreadable"
    assert site.asked["/a"] == 0
    assert fetch(site, "/a", pauses, obey_robots=False).data == b"text"


def test_a_busy_server_is_given_the_time_it_asks_for(site: Site, pauses: Pauses) -> None:
    def busy(request: BaseHTTPRequestHandler) -> None:
        send(request, 429, b"", **{"Retry-After": "12"})

    site.in_turn("/a", busy, lambda request: send(request, 200, b"at last"))
    assert fetch(site, "/a", pauses).data == b"at last"
    assert sum(pauses.slept) == pytest.approx(12, abs=0.1)


def test_a_long_wait_is_not_sat_out_and_the_host_is_left_alone(site: Site, pauses: Pauses) -> None:
    site.refuse("/a", 503, Retry_After="Tue, 14 Nov 2023 23:13:20 GMT")
    limits = Limits(delay=0.0, allow_private=frozenset({"127.0.0.1"}), obey_robots=False)
    with Fetcher(limits, pauses.timer()) as fetcher:
        for path in ("/a", "/b"):
            with pytest.raises(FetchError) as caught:
                fetcher.fetch(site.url(path))
            assert caught.value.retry_after == pytest.approx(3600, abs=1)
    assert site.asked == {"/a": 1}
    assert pauses.slept == []


@pytest.mark.parametrize("status", [404, 410, 403])
def test_what_is_gone_is_asked_once(site: Site, pauses: Pauses, status: int) -> None:
    site.refuse("/gone", status)
    assert cause(site, "/gone", pauses).cause == f"status {status}"
    assert site.asked["/gone"] == 1


def test_requests_to_a_host_keep_apart(site: Site, pauses: Pauses) -> None:
    site.say("/a", "text")
    limits = Limits(delay=3.0, allow_private=frozenset({"127.0.0.1"}), obey_robots=False)
    with Fetcher(limits, pauses.timer()) as fetcher:
        for _ in range(3):
            fetcher.fetch(site.url("/a"))
    assert [round(pause) for pause in pauses.slept] == [3, 3]


@pytest.mark.parametrize(
    "url", ["ftp://a.example/x", "file:///etc/passwd", "http://", "nonsense", "http://[::1/"]
)
def test_what_is_no_address_is_said(url: str, pauses: Pauses) -> None:
    with Fetcher(Limits(), pauses.timer()) as fetcher, pytest.raises(FetchError) as caught:
        fetcher.fetch(url)
    assert caught.value.cause == "no address"


def test_an_unknown_host_and_a_closed_port_are_named(site: Site, pauses: Pauses) -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError("Name or service not known")

    with Fetcher(Limits(attempts=1), pauses.timer(), unknown) as fetcher, pytest.raises(FetchError) as caught:
        fetcher.fetch("https://nowhere.example/a")
    assert caught.value.cause == "no such host"
    limits = Limits(attempts=1, allow_private=frozenset({"127.0.0.1"}))
    with Fetcher(limits, pauses.timer()) as fetcher, pytest.raises(FetchError) as caught:
        fetcher.fetch("http://127.0.0.1:9/a")
    assert caught.value.cause == "no connection"


def test_wildcards_in_robots_txt_count(site: Site, pauses: Pauses) -> None:
    pytest.importorskip("protego", reason="the standard library knows no wildcards: pip install protego")
    site.say("/robots.txt", "User-agent: *\nDisallow: /*?print=\nAllow: /open\n", "text/plain")
    site.say("/open?print=1", "yes")
    assert cause(site, "/a?print=1", pauses).cause == "robots.txt"
    site.say("/a", "text")
    assert fetch(site, "/a", pauses).data == b"text"
