"""Tables sort, filter, page and download, and the address alone says how."""

from __future__ import annotations

import csv
import io
import json
import re
from urllib.parse import urlencode

from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from communique.web.listings.registry import TABS
from communique.web.tables import Cell, Column, Line, Row, Table, as_csv, chosen, shown

TABLE = Table(
    "letters",
    (Column("name", "Name"), Column("size", "Size", shape="number"), Column("parity", "Parity", choice=True)),
    tuple(
        Row(
            (
                Cell((Line(chr(97 + n % 26) * 2),)),
                Cell((Line(str(n)),), n if n % 7 else ""),
                Cell((Line(sort),)),
            ),
            n,
        )
        for n in range(60)
        for sort in (("odd", "even")[n % 2 == 0],)
    ),
    "name",
)


def test_sorting_puts_what_is_missing_last_either_way() -> None:
    for sort in ("size", "-size"):
        rows, _ = chosen(TABLE, {"sort": sort})
        sizes = [row.raw for row in rows]
        assert all(n % 7 == 0 for n in sizes[-9:])
        assert sizes[:-9] == sorted(sizes[:-9], reverse=sort == "-size")


def test_filters_hold_together_and_pages_cover_all() -> None:
    rows, _ = chosen(TABLE, {"sort": "size", "q": "AA", "parity": "even"})
    assert [row.raw % 26 for row in rows] == [0, 0, 0]
    seen = []
    for number in ("1", "2", "3"):
        page = shown(TABLE, {"page": number, "sort": "-size"}, "/t")
        seen += [row.raw for row in page.rows]
    assert sorted(seen) == list(range(60))
    assert shown(TABLE, {"page": "99"}, "/t").after is None


def test_links_keep_the_rest_of_the_address() -> None:
    page = shown(TABLE, {"q": "a", "parity": "odd", "since": "2024"}, "/t")
    assert ("since", "2024") in page.kept
    assert page.csv == "/t?q=a&parity=odd&since=2024&format=csv"


@given(
    st.dictionaries(st.sampled_from(["q", "sort", "page", "size", "parity", "format"]), st.text(max_size=12))
)
def test_any_address_gives_a_page(params: dict[str, str]) -> None:
    page = shown(TABLE, params, "/t")
    assert page.total <= page.all == 60
    assert len(page.rows) <= 100


def test_csv_has_every_column() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(TABLE, TABLE.rows))))
    assert rows[0] == ["Name", "Size", "Parity"]
    assert len(rows) == 61


def test_a_page_sorts_filters_and_downloads_alike(shared: TestClient) -> None:
    address = "/pair/CHN/NGA/commitments?" + urlencode({"by": "China", "sort": "-reported"})
    html = shared.get(address).text
    days = re.findall(r'<span class="day">(\d{4}-\d\d-\d\d)</span>', html)
    assert days == sorted(days, reverse=True) != []
    assert "<option selected>China</option>" in html
    table = list(csv.DictReader(io.StringIO(shared.get(address + "&format=csv").text)))
    assert len(table) == html.count("<tr>") - 1
    assert all("China" in row["Who"] for row in table)
    answer = shared.get(address + "&format=jsonl")
    assert 'filename="CHN-NGA-commitments.jsonl"' in answer.headers["content-disposition"]
    told = [json.loads(line) for line in answer.text.splitlines()]
    assert [one["first"] for one in told] == [row["Reported"] for row in table]


def test_no_column_takes_a_name_that_addresses_need(shared: TestClient) -> None:
    for tab in TABS:
        for home in ("/pair/CHN/NGA", "/country/USA"):
            html = shared.get(f"{home}/{tab.key}").text
            chosen_by = re.findall(r'<select name="(\w+)"', html)
            assert not {"q", "sort", "page", "size", "format", "since", "until"} & set(chosen_by), tab.key
