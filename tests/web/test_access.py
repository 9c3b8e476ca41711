"""Pages as those see them who cannot see well, have a narrow screen, or no script: axe, widths, themes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pages_served import Served, chromium

AXE = Path(__file__).with_name("axe.min.js")
PAGES = {
    "start": "/",
    "map": "/map",
    "search": "/search?q=nigeria",
    "pair": "/pair/CHN/NGA",
    "country": "/country/USA",
    "table": "/pair/CHN/NGA/commitments",
    "figures": "/pair/CHN/NGA/figures",
    "document": "/document?id=ar-china-nigeria-2024",
    "record": "/records?kind=meeting",
    "person": "/person?name=Joe+Biden&country=USA",
    "calendar": "/calendar?from=2024-09-01",
    "review": "/review",
    "links": "/review?sort=links",
    "upload": "/upload",
    "error": "/nowhere",
}
WIDTHS = (390, 900, 1440)
SHOTS = os.environ.get("COMMUNIQUE_SHOTS")
"""A folder for screenshots of what is tested here."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def addresses(browser: Any, server: Served) -> dict[str, str]:
    """The pages by name, with those whose address an id is part of."""
    page = browser.new_page(base_url=server.address)
    page.goto("/pair/CHN/NGA/timeline?sort=-texts&kind=meeting")
    event = page.locator('a[href^="/event/"]').first.get_attribute("href")
    page.close()
    return {**PAGES, "event": event, "diff": event.replace("/event/", "/diff/")}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", [*PAGES, "event", "diff"])
def test_axe_finds_nothing_serious(
    browser: Any, server: Served, addresses: dict[str, str], name: str, theme: str
) -> None:
    context = browser.new_context(base_url=server.address, color_scheme=theme, bypass_csp=True)
    page = context.new_page()
    page.goto(addresses[name])
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    context.close()
    told = [
        (one["id"], one["impact"], [node["html"][:160] for node in one["nodes"][:3]])
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]
    assert told == []
    assert found["passes"]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_the_screen(
    browser: Any, server: Served, addresses: dict[str, str], width: int
) -> None:
    for theme in ("light", "dark"):
        context = browser.new_context(
            base_url=server.address, color_scheme=theme, viewport={"width": width, "height": 900}
        )
        page = context.new_page()
        for name, address in addresses.items():
            page.goto(address)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
            if SHOTS:
                page.screenshot(path=f"{SHOTS}/{name}-{width}-{theme}.png")
        context.close()


def test_right_to_left_texts_run_from_the_right(browser: Any, server: Served) -> None:
    page = browser.new_page(base_url=server.address)
    page.goto("/document?id=ar-china-nigeria-2024")
    assert page.evaluate("getComputedStyle(document.querySelector('.text')).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('.cards blockquote')).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('main')).direction") == "ltr"
    page.close()
