"""What a feed or a page names: the addresses to read, and what is told of each."""

from __future__ import annotations

import calendar
import datetime as dt
import io
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from communique.base.ids import content_id
from communique.errors import FetchError
from communique.fetch.client import Fetched
from communique.fetch.urls import joined
from communique.watch.sources import Source

_SEEN_TEXT = 500


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One address. `told` changes when the feed says that the entry has changed."""

    url: str
    title: str | None = None
    date: str | None = None
    told: str | None = None


def entries_of(source: Source, found: Fetched) -> list[Entry]:
    """The entries of a feed, or the links of a page, each address once, in their order.

    `FetchError` when what was fetched is no feed, or no page.
    """
    made = _of_feed(found) if source.kind == "feed" else _of_page(source, found)
    kept: dict[str, Entry] = {}
    for entry in made:
        kept.setdefault(entry.url, entry)
    return list(kept.values())


def _of_feed(found: Fetched) -> Iterator[Entry]:
    import feedparser  # type: ignore[import-untyped, unused-ignore]

    charset = f"; charset={found.charset}" if found.charset else ""
    headers = {"content-type": f"{found.media_type or 'application/xml'}{charset}"}
    feed = feedparser.parse(io.BytesIO(found.data or b""), response_headers=headers)
    if not feed.entries and (feed.bozo or not feed.version):
        why = str(feed.get("bozo_exception", "")) or "it holds no entries"
        raise FetchError("not a feed", f"this is no RSS or Atom feed ({why})", found.url)
    return (entry for item in feed.entries if (entry := _entry(item, found.url)) is not None)


def _entry(item: Any, base: str) -> Entry | None:
    link = _web_address(item.get("link") or item.get("id") or "", base)
    if link is None:
        return None
    parts = [item[name] for name in ("updated", "published", "title") if name in item]
    text = (item.get("summary") or "")[:_SEEN_TEXT]
    return Entry(
        url=link,
        title=" ".join((item.get("title") or "").split()) or None,
        date=_day(next((item[n] for n in ("published_parsed", "updated_parsed") if n in item), None)),
        told=content_id("told", *map(str, parts), text),
    )


def _of_page(source: Source, found: Fetched) -> Iterator[Entry]:
    from lxml import etree, html  # type: ignore[import-untyped]

    if not (found.data or b"").strip():
        raise FetchError("not a page", "the page is empty", found.url)
    try:
        tree = html.document_fromstring(found.data, parser=html.HTMLParser(encoding=found.charset))
    except (etree.ParserError, LookupError) as error:
        raise FetchError("not a page", f"no page that can be read: {error}", found.url) from error
    pattern = re.compile(source.links or "")
    places = tree.xpath(source.within) if source.within else [tree]
    for place in places if isinstance(places, list) else ():
        for anchor in place.iter("a") if hasattr(place, "iter") else ():
            url = _web_address(anchor.get("href") or "", found.url)
            if url is not None and pattern.search(url):
                yield Entry(url=url, title=" ".join(anchor.text_content().split()) or None)


def _web_address(link: str, base: str) -> str | None:
    """The absolute address without its fragment; None for what is none of the web."""
    if not link.strip() or link.strip().startswith("#"):
        return None
    try:
        return joined(base, link)
    except FetchError:
        return None


def _day(when: Any) -> str | None:
    if when is None:
        return None
    try:
        return dt.datetime.fromtimestamp(calendar.timegm(when), dt.UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return None
