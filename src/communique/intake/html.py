"""Pages: their main text without what stands around it, their title, date, publisher and language."""

from __future__ import annotations

import logging
from configparser import ConfigParser
from functools import cache
from typing import Any, BinaryIO

from communique.intake.charset import characters
from communique.intake.dating import page_date
from communique.intake.found import Found, Given, Items
from communique.intake.page_parts import (
    cleaned,
    headed,
    host_of,
    html_lang,
    place_of,
    without_controls,
    without_layout_tables,
)
from communique.intake.reading import damaged, package, whole

_AROUND = (
    "//*[starts-with(@class, 'foot') or starts-with(@id, 'foot')]",
    "//figcaption",
    "//nav | //footer | //*[@role='navigation' or @role='contentinfo' or @role='search' or @role='dialog']",
    "//*[@aria-hidden='true'] | //button | //form | //noscript",
)
"""What stands around an article on any page, as XPath."""
_OPENING = 4000
_LAST_DAY = "2100-01-01"
"""A bound for dates that does not move with the clock."""


def items(stream: BinaryIO, given: Given) -> Items:
    """The page's one article; `InputError` for a page that has no text."""
    data = whole(stream, given, given.settings.max_page, "a page")
    yield article(characters(data, given.charset), given)


def article(page: str, given: Given) -> Found:
    """The article of a page: its headline, an empty line, and its main text."""
    trafilatura = package("trafilatura", given, "HTML")
    tree = without_layout_tables(_tree(page, given))
    told = _extracted(trafilatura, tree, given)
    if told is None or not (told.text or "").strip():
        raise given.refuse("this page has no text; it may be drawn by a script: save it from a browser")
    body = without_controls(told.text).strip()
    title = cleaned(told.title)
    url = given.url or told.url
    host = host_of(url)
    return Found(
        text=headed(title, body),
        title=title,
        date=page_date(tree, title, body, url, given),
        publisher=host or cleaned(told.sitename),
        url=url,
        lang=html_lang(tree),
        origin=place_of(tree, body),
    )


def _tree(page: str, given: Given) -> Any:
    if "<html" not in page[:_OPENING].lower():
        page = f"<html>{page}"  # a part of a page that was saved, which trafilatura takes for no page at all
    tree = package("trafilatura.utils", given, "HTML").load_html(page)
    if tree is None:
        raise given.refuse("this is no HTML page that can be read; save it again, or give its text")
    return tree


def _extracted(trafilatura: Any, tree: Any, given: Given) -> Any:
    """What trafilatura finds; it only warns of what it discards, and that is said here."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    with damaged(given, "page"):
        return trafilatura.bare_extraction(
            tree,
            url=given.url,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            prune_xpath=list(_AROUND),
            date_extraction_params={"original_date": True, "extensive_search": False, "max_date": _LAST_DAY},
            config=_config(),
        )


@cache
def _config() -> ConfigParser:
    from trafilatura.settings import use_config

    config: ConfigParser = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "120")
    return config
