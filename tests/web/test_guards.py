"""What holds for every answer: the policy, foreign hosts, forms from elsewhere, requests on condition."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from communique.web.forms import COOKIE

TABLE = "/records?kind=meeting&country=CHN&other=NGA"
PAGES = ("/", "/pair/CHN/NGA", "/document?id=en-china-nigeria-2024", "/review", "/upload", "/nowhere")


@pytest.mark.parametrize("address", PAGES)
def test_no_page_may_run_or_load_what_is_not_of_this_server(shared: TestClient, address: str) -> None:
    answer = shared.get(address)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not re.search(
        r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=|(?:src|href)=\"(?:https?:)?//", answer.text
    )


def test_a_foreign_host_name_is_refused(shared: TestClient) -> None:
    assert shared.get("/", headers={"host": "evil.example"}).status_code == 400


def test_a_page_is_sent_once_while_nothing_changes(client: TestClient) -> None:
    first = client.get(TABLE)
    again = client.get(TABLE, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    record = re.search(r"#(r-\w+)\"", first.text)
    assert record
    client.get("/review")
    said = {"action": "correct", "field": "place.name", "value": "Abuja", "source": "x", "reason": "y"}
    client.post(f"/record/{record[1]}", data={"token": client.cookies[COOKIE], **said})
    assert client.get(TABLE, headers={"if-none-match": first.headers["etag"]}).status_code == 200


@pytest.mark.parametrize("address", ["/upload", "/judge", "/take-back", "/record/r-1"])
def test_a_form_without_the_token_of_its_visitor_is_refused(client: TestClient, address: str) -> None:
    client.get("/upload")
    for data in ({}, {"token": "0" * 32}):
        assert client.post(address, data=data).status_code == 403
    token = client.cookies[COOKIE]
    sent = client.post(address, data={"token": token}, headers={"sec-fetch-site": "cross-site"})
    assert sent.status_code == 403


def test_the_token_is_the_visitors_own(client: TestClient) -> None:
    token = re.search(r'name="token" value="(\w{32})"', client.get("/upload").text)
    assert token
    assert token[1] == client.cookies[COOKIE]
    client.cookies.clear()
    other = re.search(r'name="token" value="(\w{32})"', client.get("/upload").text)
    assert other
    assert other[1] != token[1]


def test_forms_lead_back_to_this_server_only(client: TestClient) -> None:
    client.get("/upload")
    record = re.search(r'id="c-(r-\w+)"', client.get("/document?id=en-kenya-usa-2024").text)
    assert record
    for back in ("//evil.example/", "https://evil.example/", "/\\evil.example"):
        data = {"token": client.cookies[COOKIE], "action": "accept", "back": back}
        answer = client.post(f"/record/{record[1]}", data=data, follow_redirects=False)
        assert answer.headers["location"] == f"/record/{record[1]}"
