"""Views over HTTP say what the views say."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

DAY = "2025-06-01"


def test_commitments_are_those_of_the_pair(api: TestClient, place: Path) -> None:
    answer = api.get(f"/pairs/CHN-NGA/commitments?today={DAY}&limit=1000").json()
    assert answer["next"] is None
    assert len(answer["items"]) >= 5
    assert {code for item in answer["items"] for code in item["by"]} <= {"CHN", "NGA"}
    overdue = api.get(f"/pairs/NGA-CHN/commitments?today={DAY}&state=silent&state=overdue").json()["items"]
    assert {item["state"] for item in overdue} <= {"silent", "overdue"}


def test_a_brief_says_what_the_brief_says(api: TestClient) -> None:
    made = api.get(f"/pairs/China,Nigeria/brief?today={DAY}").json()
    assert made["title"] == "China (CHN) – Nigeria (NGA)"
    notes = {note["number"] for note in made["footnotes"]}
    cited = {
        note
        for section in made["sections"]
        for group in section["groups"]
        for line in group["lines"]
        for note in line["notes"]
    }
    assert cited
    assert cited <= notes


@pytest.mark.parametrize(
    "view", ["timeline", "tiers", "commitments", "positions", "figures", "instruments", "invitations"]
)
def test_each_view_of_a_pair_gives_pages(api: TestClient, view: str) -> None:
    whole = api.get(f"/pairs/CHN-NGA/{view}?limit=1000").json()["items"]
    assert whole
    first = api.get(f"/pairs/CHN-NGA/{view}?limit=1").json()
    assert first["items"] == whole[:1]
    if len(whole) > 1:
        second = api.get(f"/pairs/CHN-NGA/{view}", params={"limit": 1, "cursor": first["next"]}).json()
        assert second["items"] == whole[1:2]


def test_an_event_and_its_readouts(api: TestClient) -> None:
    events = api.get("/events?pair=CHN,NGA&texts=2").json()["items"]
    assert events
    event = max(events, key=lambda event: len(event["documents"]))
    told = api.get(f"/events/{event['id']}").json()
    assert {item["record"] for item in told["tellings"]} == set(event["records"])
    made = api.get(f"/events/{event['id']}/diff").json()
    assert made["event"] == event["id"]
    sides = f"{made['a']['name']},{made['b']['name']}"
    assert api.get(f"/events/{event['id']}/diff", params={"between": sides}).json()["both"] == made["both"]
    assert api.get(f"/events/{event['id']}/diff?between=a,b").status_code == 404
    assert api.get("/events/event-00000000000000000000").status_code == 404


def test_people_and_offices(api: TestClient) -> None:
    people = api.get("/people?country=Kenya").json()["items"]
    assert "William Ruto" in {person["name"] for person in people}
    answers = api.get("/who?office=president&country=Kenya&on=2024-05-23").json()["answers"]
    assert answers[0]["name"] == "William Ruto"
    assert answers[0]["sources"][0]["quote"]


def test_the_calendar_holds_what_lies_ahead(api: TestClient) -> None:
    ahead = api.get("/calendar?country=KEN&today=2015-01-01&limit=1000").json()["items"]
    assert ahead == sorted(ahead, key=lambda item: item["first"])
    assert api.get("/calendar").status_code == 422


def test_exports_are_the_files_of_the_command(api: TestClient, place: Path) -> None:
    names = [item["name"] for item in api.get("/exports").json()["formats"]]
    for name in names:
        answer = api.get(f"/exports/{name}?pair=CHN,NGA")
        assert answer.status_code == 200, name
        assert "facts" in answer.headers["x-losses"]
    archive = zipfile.ZipFile(io.BytesIO(api.get("/exports/gdelt?pair=CHN,NGA").content))
    assert archive.namelist()
    assert api.get("/exports/none").status_code == 404


def test_every_pair_is_counted(api: TestClient) -> None:
    pairs = api.get("/pairs?limit=1000").json()["items"]
    assert {"a": "CHN", "b": "NGA"}.items() <= pairs[0].items()
    one = api.get(f"/pairs/CHN-NGA?today={DAY}").json()
    assert one["tier"] == "comprehensive_strategic_partnership"
    assert one["a_name"] == "China"
    assert sum(one["kinds"].values()) == one["records"]
