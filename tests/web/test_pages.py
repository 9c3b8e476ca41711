"""Every page shows what it is for, and every claim leads to its quote."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from communique.web.listings.registry import TABS


def links(html: str, pattern: str) -> list[str]:
    return [unescape(href) for href in dict.fromkeys(re.findall(f'href="({pattern}[^"]*)"', html))]


def ok(client: TestClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.text[-500:])
    return answer.text


def test_the_start_page_has_counts_search_and_the_map(shared: TestClient) -> None:
    html = ok(shared, "/")
    assert re.search(r"[1-9][\d,]* records from \d+ documents", html)
    assert 'role="search"' in html
    assert 'aria-label="China, ' in html
    assert 'href="/pair/CHN/NGA"' in html


@pytest.mark.parametrize(
    ("words", "goal"),
    [
        ("Kenya USA", "/pair/KEN/USA"),
        ("中国 – Nigeria", "/pair/CHN/NGA"),
        ("États-Unis, Kenya", "/pair/KEN/USA"),
    ],
)
def test_two_names_lead_to_the_pair(shared: TestClient, words: str, goal: str) -> None:
    answer = shared.get("/search", params={"q": words}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, goal)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("الصين", "/country/CHN"),
        ("Vereinigte Staaten", "/country/USA"),
        ("tinubu", "/person?name=Bola+Tinubu"),
        ("习近平", "/person?name="),
        ("Belt and Road", "/instrument/"),
        ("Biden reçoit", "/document?id=fr-kenya-etats-unis-2024"),
    ],
)
def test_search_finds_by_name_in_any_language(shared: TestClient, words: str, found: str) -> None:
    html = ok(shared, f"/search?q={words}")
    assert any(href.startswith(found) for href in links(html, "/")), links(html, "/")


def test_search_that_finds_nothing_says_what_can_be_searched(shared: TestClient) -> None:
    assert "Nothing is called so" in ok(shared, "/search?q=zzzzqq")
    assert "Write what you look for" in ok(shared, "/search?q=")


def test_the_pair_page_faces_the_sides(shared: TestClient) -> None:
    html = ok(shared, "/pair/CHN/NGA")
    for heading in (
        "Partnership",
        "Latest events",
        "Commitments",
        "Positions",
        "Figures",
        "People",
        "Sources",
    ):
        assert f"<h2>{heading}" in html
    assert "<h3>China</h3>" in html
    assert "<h3>Nigeria</h3>" in html
    assert "comprehensive strategic partnership" in html


@pytest.mark.parametrize("home", ["/pair/CHN/NGA", "/country/KEN"])
@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.key)
def test_every_table_of_states_is_a_page(shared: TestClient, home: str, tab: object) -> None:
    html = ok(shared, f"{home}/{tab.key}")  # type: ignore[attr-defined]
    assert 'aria-current="page">' + tab.title in html  # type: ignore[attr-defined]


def test_names_and_wrong_order_lead_to_one_address(shared: TestClient) -> None:
    for given in ("/pair/NGA/CHN/commitments?sort=due", "/pair/nigeria/China/commitments?sort=due"):
        assert str(shared.get(given).url).endswith("/pair/CHN/NGA/commitments?sort=due")


def test_every_quote_of_a_pair_is_at_its_mark_in_the_document(shared: TestClient) -> None:
    found = links(ok(shared, "/pair/CHN/NGA"), r"/document\?id=[^\"#]+#")
    assert len(found) > 20
    for href in found:
        address, _, mark = href.partition("#")
        assert f'<i id="{mark}"></i>' in ok(shared, address), href


def test_the_document_marks_its_text_and_lists_its_records(shared: TestClient) -> None:
    html = ok(shared, "/document?id=ar-china-nigeria-2024")
    assert '<article class="text" dir="auto" lang="ar"' in html
    marks = set(re.findall(r'<i id="(r-\w+)"></i>', html))
    assert marks == set(re.findall(r'<li id="c-(r-\w+)"', html))
    shown = re.sub(
        r"<a class=\"badge.*?</a>|<[^>]+>", "", html[html.index("<article") : html.index("</article>")]
    )
    assert "الصين ونيجيريا ترتقيان" in shown


def test_events_and_readouts(shared: TestClient) -> None:
    table = ok(shared, "/pair/CHN/NGA/timeline?kind=meeting")
    event = links(table, "/event/")[0]
    html = ok(shared, event)
    assert "Told by" in html
    assert "foreign-desk-review.example" in html
    compared = ok(shared, links(html, "/diff/")[0])
    assert "Both report" in compared
    assert "Only one side reports" in compared
    other = ok(shared, links(html, "/diff/")[0] + "?a=sahel-info.example&b=huanyu-tongxun.example")
    assert "<h2>sahel-info.example</h2>" in other


def test_an_event_has_one_address_by_its_kind(shared: TestClient) -> None:
    instrument = links(ok(shared, "/pair/CHN/NGA/instruments"), "/instrument/")[0]
    assert "Stages" in ok(shared, instrument)
    answer = shared.get(instrument.replace("/instrument/", "/event/"), follow_redirects=False)
    assert answer.headers["location"] == instrument


def test_the_person_page_has_every_spelling(shared: TestClient) -> None:
    html = ok(shared, "/person?name=Bola+Tinubu&country=NGA")
    assert "بولا تينوبو" in html
    assert "提努布" in html
    assert ok(shared, "/person?name=提努布&country=NGA").count("<dt>") == html.count("<dt>")


def test_records_are_asked_by_what_they_hold(shared: TestClient) -> None:
    html = ok(shared, "/records?kind=commitment&country=Kenya&other=USA")
    assert set(re.findall(r'class="kind k-(\w+)"', html)) == {"commitment"}
    assert "No records" in ok(shared, "/records?country=Fiji")


def test_the_calendar_begins_at_its_day(shared: TestClient) -> None:
    assert "FOCAC entrepreneurs" in ok(shared, "/calendar?from=2024-09-01")
    assert "FOCAC entrepreneurs" not in ok(shared, "/calendar?from=2024-09-20")


def test_lists_of_names(shared: TestClient) -> None:
    for noun in ("persons", "instruments", "projects", "gatherings"):
        assert "<td" in ok(shared, f"/named/{noun}"), noun
    assert "William Ruto" in ok(shared, "/named/persons?words=ruto")


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/nowhere", 404, "no page at this address"),
        ("/pair/CHN/CHN", 400, "one state"),
        ("/pair/CHN/Atlantis", 404, "Atlantis: no state"),
        ("/pair/CHN/NGA/nothing", 404, "no such table"),
        ("/pair/CHN/NGA?since=soon", 400, "no date such as"),
        ("/document?id=../../etc/passwd", 404, "no such document"),
        ("/record/r-none", 404, "no record of this id"),
        ("/event/r-none", 404, "no record of this id"),
        ("/person?name=Nobody", 404, "no report names"),
        ("/records?kind=rumour", 400, "no such kind"),
        ("/calendar?from=soon", 400, "no day such as"),
        ("/upload/none", 404, "nothing is known"),
        ("/review?sort=luck", 400, "records or links"),
    ],
)
def test_what_cannot_be_shown_is_a_plain_page(
    shared: TestClient, address: str, status: int, says: str
) -> None:
    answer = shared.get(address)
    assert answer.status_code == status
    assert says in unescape(answer.text)
    assert "Traceback" not in answer.text
