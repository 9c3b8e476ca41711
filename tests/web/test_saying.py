"""Correcting, accepting, judging and taking back: kept with the author, shown at once, undone without a trace."""

from __future__ import annotations

import re
from html import unescape

from starlette.testclient import TestClient

from communique.web.forms import COOKIE


def said(client: TestClient, address: str, **fields: str) -> str:
    client.get("/upload")
    answer = client.post(address, data={"token": client.cookies[COOKIE], **fields})
    assert answer.status_code == 200, answer.text[-300:]
    return unescape(answer.text)


def first(client: TestClient, address: str, pattern: str) -> str:
    found = re.search(pattern, client.get(address).text)
    assert found, address
    return unescape(found[1])


def test_a_field_is_corrected_and_taken_back(client: TestClient) -> None:
    table = "/records?kind=meeting&country=CHN"
    id = first(client, table, r"#(r-\w+)\"")
    before = client.get(f"/record/{id}").text
    html = said(
        client, f"/record/{id}", action="correct", field="place.name", value="Abuja",
        source="https://mfa.example/1", reason="held there",
    )  # fmt: skip
    assert "is Abuja" in html
    assert "ann," in html
    assert "in Abuja" in client.get(table).text
    html = said(
        client,
        "/take-back",
        id=first(client, f"/record/{id}", r'name="id" value="(c-\w+)"'),
        back=f"/record/{id}",
    )
    assert "taken back by ann" in html
    assert "Abuja" not in client.get(table).text
    assert re.findall("<dd.*?</dd>", before) == re.findall("<dd.*?</dd>", client.get(f"/record/{id}").text)


def test_a_wrong_value_is_refused_and_keeps_nothing(client: TestClient) -> None:
    id = first(client, "/records?kind=meeting", r"#(r-\w+)\"")
    client.get("/upload")
    data = {
        "token": client.cookies[COOKIE],
        "action": "correct",
        "field": "date",
        "value": "soon",
        "source": "x",
        "reason": "y",
    }
    answer = client.post(f"/record/{id}", data=data)
    assert answer.status_code == 400
    assert "no date such as" in answer.text
    assert "What was said" not in client.get(f"/record/{id}").text


def test_the_queue_forgets_what_was_accepted_and_asks_again_after_undo(client: TestClient) -> None:
    action = r'action="/record/(r-\w+)"'
    id = first(client, "/review", action)
    html = said(client, f"/record/{id}", action="accept", back="/review")
    assert f'action="/record/{id}"' not in html
    assert "the record confirmed" in html
    html = said(client, "/take-back", id=first(client, "/review", r'name="id" value="(c-\w+)"'))
    assert f'action="/record/{id}"' in html


def test_two_persons_are_merged_and_parted(client: TestClient) -> None:
    home = "/person?name=Joe+Biden&country=USA"
    other = first(client, home, r'<option value="(USA:[^"]+)"')
    html = said(client, "/judge", about="person", one="USA:Joe Biden", other=other, verdict="same", back=home)
    assert other.partition(":")[2] in html[html.index("Spellings") : html.index("</dl>")]
    html = said(client, "/take-back", id=first(client, home, r'name="id" value="(j-\w+)"'), back=home)
    assert other.partition(":")[2] not in html[html.index("Spellings") : html.index("</dl>")]


def test_an_event_is_parted_by_a_judgement(client: TestClient) -> None:
    page = client.get("/pair/CHN/NGA/timeline?kind=meeting").text
    event = first(client, "/pair/CHN/NGA/timeline?kind=meeting", r'href="(/event/[^"]+)"')
    texts = len(set(re.findall(r'href="/record/(r-\w+)">record', client.get(event).text)))
    one = first(client, event, r'name="one" value="(r-\w+)"')
    pairs = re.findall(
        r'name="one" value="(r-\w+)"><input type="hidden" name="other" value="(r-\w+)"',
        client.get(event).text,
    )
    for one, other in pairs:
        said(client, "/judge", about="event", one=one, other=other, verdict="not_same", back=event)
    assert len(set(re.findall(r'href="/record/(r-\w+)">record', client.get(event).text))) < texts
    assert client.get("/pair/CHN/NGA/timeline?kind=meeting").text != page


def test_links_can_be_reviewed(client: TestClient) -> None:
    html = client.get("/review?sort=links&country=CHN").text
    assert "The same" in html
    one, other = (
        first(client, "/review?sort=links", r'name="one" value="([^"]+)"'),
        first(client, "/review?sort=links", r'name="other" value="([^"]+)"'),
    )
    about = first(client, "/review?sort=links", r'name="about" value="(\w+)"')
    html = said(
        client, "/judge", about=about, one=one, other=other, verdict="same", back="/review?sort=links"
    )
    assert f'name="other" value="{other}"' not in html or f'name="one" value="{one}"' not in html
