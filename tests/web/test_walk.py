"""The ten main tasks of an analyst, done in a real browser."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from command_line import MEETING
from pages_served import Served, chromium

OWN_TEXTS = """all => all.map(
    m => [...m.childNodes].filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.data).join(""))"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as opened:
        yield opened


@pytest.fixture
def tab(browser: Any, server: Served) -> Iterator[Any]:
    """A fresh tab; an error of a script, or something that could not be loaded, fails the test."""
    context = browser.new_context(base_url=server.address, viewport={"width": 1280, "height": 900})
    opened, wrong = context.new_page(), []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    yield opened
    context.close()
    assert wrong == []


def test_find_a_pair(tab: Any) -> None:
    tab.goto("/")
    tab.get_by_role("searchbox").fill("Китай Nigeria")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/pair/CHN/NGA")
    assert tab.get_by_role("heading", level=1).inner_text() == "China – Nigeria"


def test_see_who_promised_what(tab: Any) -> None:
    tab.goto("/pair/CHN/NGA")
    tab.get_by_role("navigation", name="What to look at").get_by_role("link", name="Commitments").click()
    tab.locator("select[name=by]").select_option("Nigeria")
    tab.wait_for_url("**by=Nigeria**")
    rows = tab.locator("tbody tr")
    assert rows.count() > 0
    assert all("Nigeria" in text for text in rows.locator("td:nth-child(2)").all_inner_texts())


def test_open_the_quote(tab: Any) -> None:
    tab.goto("/pair/CHN/NGA/commitments")
    link = tab.locator("td .quote a").first
    said = link.inner_text().strip("“”")
    link.click()
    mark = tab.locator("mark.chosen")
    assert mark.first.is_visible()
    marked = " ".join("".join(mark.evaluate_all(OWN_TEXTS)).split())
    assert said in marked or marked in said
    card = tab.locator(".cards li.chosen")
    assert said[:40] in card.inner_text()


def test_text_and_records_point_at_each_other(tab: Any) -> None:
    tab.goto("/document?id=zh-nigeria-china-2024")
    card = tab.locator(".cards li").nth(4)
    card.hover()
    id = card.get_attribute("data-r")
    assert tab.locator(f'mark.near[data-r~="{id}"]').count() > 0
    card.locator("a.badge").click()
    assert tab.url.endswith(f"#{id}")
    assert tab.locator(f'mark.chosen[data-r~="{id}"]').first.is_visible()
    number = tab.locator(".text a.badge").first
    number.click()
    wanted = number.get_attribute("href").removeprefix("#c-")
    assert tab.locator(f"#c-{wanted}.chosen").is_visible()


def test_compare_readouts(tab: Any) -> None:
    tab.goto("/pair/CHN/NGA/timeline?sort=-texts")
    tab.get_by_role("link", name=re.compile("compare")).first.click()
    tab.get_by_label("Left").select_option("sahel-info.example")
    tab.get_by_role("button", name="Compare").click()
    heads = tab.locator(".diff .head h2").all_inner_texts()
    assert heads[0] == "sahel-info.example"
    boxes = [box.bounding_box() for box in tab.locator(".diff .row.head > div").all()]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] < boxes[1]["x"]


def test_correct_a_field_and_undo_it(tab: Any) -> None:
    tab.goto("/records?kind=meeting&country=MEX")
    tab.locator("td .quote a").first.click()
    tab.locator(".cards li.chosen a", has_text="details, correct").click()
    tab.get_by_label("Field").fill("place.name")
    tab.get_by_label("Should be").fill("Veracruz")
    tab.get_by_label("Source").fill("https://mfa.example/2")
    tab.locator("form", has_text="Should be").get_by_label("Reason").fill("told later")
    tab.get_by_role("button", name="Correct", exact=True).click()
    assert "Veracruz" in tab.get_by_role("heading", level=1).inner_text()
    tab.get_by_role("button", name="Take back").click()
    assert "Veracruz" not in tab.get_by_role("heading", level=1).inner_text()
    assert "taken back by ann" in tab.locator("main").inner_text()


def test_merge_two_persons(tab: Any) -> None:
    tab.goto("/named/persons?words=biden")
    tab.get_by_role("link", name="Joe Biden").click()
    choose = tab.get_by_label("Other person")
    name = choose.locator("option").first.inner_text().rpartition(" (")[0]
    choose.select_option(index=0)
    tab.get_by_role("button", name="The same person").click()
    assert name in tab.locator("section", has_text="Spellings").first.inner_text()
    tab.get_by_role("button", name="Take back").click()
    assert tab.get_by_role("button", name="Take back").count() == 0


def test_upload_a_dispatch_and_see_its_records(tab: Any, tmp_path: Path) -> None:
    dispatch = tmp_path / "tokyo.txt"
    dispatch.write_text(MEETING, encoding="utf-8")
    tab.goto("/upload")
    tab.get_by_label("files").set_input_files(str(dispatch))
    tab.get_by_label("Date of the text").fill("2024-02-08")
    tab.get_by_role("button", name="Read and keep").click()
    tab.wait_for_url("**/document?id=text-*", timeout=60_000)
    assert tab.locator(".cards li").count() >= 3
    assert tab.locator("mark").first.is_visible()


def test_share_a_filtered_view(tab: Any, browser: Any, server: Served) -> None:
    tab.goto("/pair/CHN/NGA/timeline")
    tab.get_by_label("Kind").select_option("agreement")
    tab.wait_for_url("**kind=agreement**")
    tab.get_by_role("columnheader", name="Told by").get_by_role("link").click()
    tab.wait_for_url("**sort=texts**")
    other = browser.new_context(java_script_enabled=False).new_page()
    other.goto(tab.url)
    for one in ("tbody tr", ".count"):
        assert other.locator(one).all_inner_texts() == tab.locator(one).all_inner_texts() != []
    other.context.close()


def test_download(tab: Any) -> None:
    tab.goto("/pair/CHN/NGA/figures?measure=trade+turnover")
    count = tab.locator("tbody tr").count()
    with tab.expect_download() as download:
        tab.get_by_role("link", name="CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == count > 0
    assert {row["Measure"] for row in rows} == {"trade turnover"}
    assert download.value.suggested_filename == "CHN-NGA-figures.csv"


def test_look_at_the_map(tab: Any) -> None:
    tab.goto("/map")
    kenya = tab.get_by_role("link", name=re.compile("^Kenya, "))
    kenya.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/country/KEN")
    assert tab.get_by_role("heading", level=1).inner_text() == "Kenya"


def test_the_theme_is_switched_and_kept(tab: Any) -> None:
    tab.goto("/")
    light = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.get_by_role("button", name="Use the dark theme").click()
    dark = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert light != dark
    tab.goto("/calendar")
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_the_keyboard_reaches_the_content(tab: Any) -> None:
    tab.goto("/pair/CHN/NGA")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"
