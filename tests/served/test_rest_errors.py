"""Every error has one shape, and answers are conditional on the state of the ledger."""

from __future__ import annotations

import http.client
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from live import serving

FIELDS = {"type", "title", "status", "detail", "place", "cure"}


@pytest.mark.parametrize(
    ("method", "address", "status", "where"),
    [
        ("GET", "/nothing", 404, "/api/v1/nothing"),
        ("GET", "/a%0Ab", 404, "/api/v1/ab"),
        ("PUT", "/records", 405, "/api/v1/records"),
        ("GET", "/records/r-0", 404, "r-0"),
        ("GET", "/records?kind=none", 422, "query.kind"),
        ("GET", "/records?since=2024-13", 422, "query.since"),
        ("GET", "/records?limit=0", 422, "query.limit"),
        ("GET", "/records?limit=1001", 422, "query.limit"),
        ("GET", "/records?cursor=%3f", 422, "cursor"),
        ("GET", "/records?pair=CHN", 422, "pair"),
        ("GET", "/records?pair=CHN,China", 422, "pair"),
        ("GET", "/records?country=Atlantis", 404, "country"),
        ("GET", "/records?person=%00", 422, None),
        ("GET", "/pairs/CHN-Atlantis", 404, "pair"),
        ("GET", "/pairs/CHN-NGA?today=2024-02-30", 422, "query.today"),
        ("DELETE", "/corrections/c-0", 404, "c-0"),
        ("DELETE", "/judgements/j-0", 404, "j-0"),
    ],
)
def test_an_error_is_a_problem(
    api: TestClient, method: str, address: str, status: int, where: str | None
) -> None:
    answer = api.request(method, address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert set(told) == FIELDS
    assert told["status"] == status
    assert told["place"] == where
    assert told["detail"]


def test_the_methods_that_are_allowed_are_all_named(api: TestClient) -> None:
    assert api.patch("/corrections").headers["allow"] == "GET, POST"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 422),
        (b'{"text": 7}', 422),
        (b'{"text": ""}', 422),
        (b'{"text": "   "}', 422),
        (b'{"text": "A", "more": 1}', 422),
        (b'{"text": "\\ud800"}', 422),
        (b'{"text": "A\\u0000B"}', 422),
        (b'{"text": "Words in no language.", "lang": "xx"}', 422),
    ],
)
def test_a_body_that_is_wrong_is_refused(api: TestClient, body: bytes, status: int) -> None:
    answer = api.post("/read", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == status
    assert set(answer.json()) == FIELDS


def test_a_body_that_is_too_large_is_refused_while_it_arrives(api: TestClient) -> None:
    def chunks():  # type: ignore[no-untyped-def]
        yield b'{"text": "'
        for _ in range(40):
            yield b"a" * 100_000

    answer = api.post("/read", content=chunks(), headers={"Content-Type": "application/json"})
    assert answer.status_code == 413
    assert api.post("/read", json={"text": "a" * 2_500_000}).status_code == 413
    assert api.post("/read", json={"text": "a" * 600_000}).status_code == 422


def test_json_from_a_page_elsewhere_is_refused(api: TestClient) -> None:
    body = {"one": "r-1", "other": "r-2", "verdict": "same"}
    answer = api.post("/judgements", json=body, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    plain = api.post("/judgements", content=b"{}", headers={"Content-Type": "text/plain"})
    assert plain.status_code == 422


@pytest.mark.parametrize(
    "address", ["/records?limit=3", "/pairs/CHN-NGA", "/documents", "/exports/ics?pair=CHN,NGA"]
)
def test_an_answer_that_is_known_is_not_sent_again(api: TestClient, address: str) -> None:
    first = api.get(address)
    tag = first.headers["etag"]
    again = api.get(address, headers={"If-None-Match": f'"other", {tag}'})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == tag
    assert api.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_change_makes_a_new_tag(api: TestClient) -> None:
    tag = api.get("/records?limit=1").headers["etag"]
    record = api.get("/records?kind=visit&limit=1").json()["items"][0]["id"]
    body = {"record": record, "outcome": "confirmed", "reason": "seen"}
    assert api.post("/corrections", json=body).status_code == 201
    changed = api.get("/records?limit=1", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


def test_answers_on_one_connection_do_not_wait_for_each_other(place: Path) -> None:
    with serving(place) as address:
        connection = http.client.HTTPConnection(address.removeprefix("http://"))
        clocks = []
        for _ in range(20):
            before = time.perf_counter()
            connection.request("GET", "/api/v1/documents?limit=5")
            assert connection.getresponse().read()
            clocks.append(time.perf_counter() - before)
    assert min(clocks[1:]) < 0.03
