"""Records over HTTP are the records of the command line, a page at a time."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from examples_served import NOW, PREFIX, served
from fastapi.testclient import TestClient

from command_line import Run
from communique.ledger import Ledger
from communique.ledger.corrections import Saying


def walked(api: TestClient, address: str, limit: int) -> list[Any]:
    """The items of all pages."""
    found: list[Any] = []
    cursor: str | None = None
    while True:
        begin = f"&cursor={cursor}" if cursor else ""
        page = api.get(f"{address}{'&' if '?' in address else '?'}limit={limit}{begin}").json()
        assert len(page["items"]) <= limit
        found += page["items"]
        cursor = page["next"]
        if cursor is None:
            return found


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("", []),
        ("pair=CHN,NGA", ["--pair", "CHN", "NGA"]),
        ("pair=China,Nigeria&kind=visit", ["--pair", "China", "Nigeria", "--kind", "visit"]),
        ("country=Kenya&since=2024", ["--country", "Kenya", "--since", "2024"]),
        ("person=Ruto&until=2024", ["--person", "Ruto", "--until", "2024"]),
    ],
)
def test_the_lines_are_those_of_the_command_line(
    place: Path, communique: Run, query: str, options: list[str]
) -> None:
    printed = communique("records", "--ledger", place, "--format", "jsonl", *options).stdout
    with TestClient(served(place), base_url=f"http://testserver{PREFIX}") as api:
        answer = api.get(f"/records?{query}&limit=1000&format=jsonl")
        assert answer.text == printed
        assert printed.count("\n") > 3
        items = walked(api, f"/records?{query}", 37)
        assert [json.dumps(item) for item in items] == [
            json.dumps(json.loads(line)) for line in printed.splitlines()
        ]


def test_a_corrected_record_is_where_its_new_value_puts_it(place: Path) -> None:
    with Ledger.open(place) as ledger:
        visit = ledger.records(kind="visit", pair=("CHN", "NGA"))[0].record
        saying = Saying(author="Ann", reason="wrong state", made_at=NOW, source="https://mfa.example/1")
        ledger.correct(visit.id, {"destination": "KEN"}, saying)
        expected = [item.record.id for item in ledger.records(country="KEN")]
    with TestClient(served(place), base_url=f"http://testserver{PREFIX}") as api:
        found = walked(api, "/records?country=KEN", 5)
        assert [item["id"] for item in found] == expected
        moved = next(item for item in found if item["id"] == visit.id)
        assert moved["destination"] == "KEN"
        assert moved["corrections"][0]["author"] == "Ann"


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "application/json"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("application/jsonl, application/json;q=0.5", "application/jsonl"),
        ("text/*;q=0.9, application/json;q=0.2", "text/csv; charset=utf-8"),
    ],
)
def test_the_format_is_the_one_that_is_accepted(api: TestClient, accept: str, media_type: str) -> None:
    answer = api.get("/records?pair=CHN,NGA", headers={"Accept": accept})
    assert answer.headers["content-type"] == media_type


def test_a_format_that_is_not_there_is_refused(api: TestClient) -> None:
    answer = api.get("/records", headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert answer.json()["title"] == "Not Acceptable"


def test_csv_pages_are_linked(api: TestClient) -> None:
    answer = api.get("/records?pair=CHN,NGA&format=csv&limit=10")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == 10
    assert {row["kind"] for row in rows} - {""}
    following = answer.links["next"]["url"]
    again = api.get(f"http://testserver{following}")
    assert again.status_code == 200
    assert not {row["id"] for row in rows} & {row["id"] for row in csv.DictReader(io.StringIO(again.text))}


def test_one_record_and_its_document(api: TestClient) -> None:
    record = api.get("/records?kind=meeting&limit=1").json()["items"][0]
    assert api.get(f"/records/{record['id']}").json() == record
    told = api.get(f"/documents/{record['doc']}").json()
    text = told["document"]["text"]
    for evidence in record["evidence"]:
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
    version = told["versions"][-1]["sha256"]
    again = api.get(f"/documents/{record['doc']}", params={"version": version})
    assert again.json()["document"]["text"] == text
    assert api.get(f"/documents/{record['doc']}?version=none").status_code == 404


def test_documents_are_all_found_in_order(api: TestClient, place: Path) -> None:
    found = walked(api, "/documents", 7)
    ids = [item["id"] for item in found]
    assert ids == [item["id"] for item in walked(api, "/documents", 1000)]
    assert len(ids) == len(set(ids)) >= 15
    english = walked(api, "/documents?lang=en", 7)
    assert {item["lang"] for item in english} == {"en"}
