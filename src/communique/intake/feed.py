"""Feeds (RSS, Atom): each entry is a document from the content it carries."""

from __future__ import annotations

import io
from typing import Any, BinaryIO

from communique.base.ids import content_id
from communique.intake.days import day_of
from communique.intake.found import Found, Given, Items
from communique.intake.markup import plain
from communique.intake.page_parts import cleaned, headed, host_of, without_controls
from communique.intake.reading import damaged, package, whole
from communique.text.origin import named


def items(stream: BinaryIO, given: Given) -> Items:
    """The entries in the feed's order; the key of each is made from its id or link, and so stays."""
    feedparser = package("feedparser", given, "feeds")
    data = whole(stream, given, given.settings.max_parts, "a feed")
    headers = {"content-type": f"application/xml; charset={given.charset}"} if given.charset else {}
    with damaged(given, "feed"):
        read = feedparser.parse(io.BytesIO(data), response_headers=headers)
        version, entries = read.get("version"), read.get("entries") or []
    if not version and not entries:
        raise given.refuse("this XML is no feed (RSS or Atom); give its text or its page")
    own = cleaned(read.feed.get("title"))
    lang = read.feed.get("language")
    entries.reverse()
    for number in range(1, len(entries) + 1):
        with damaged(given, "feed", f"entry {number}"):
            # What is done is let go, so that a long feed does not stay in memory as a whole.
            found = _entry(entries.pop(), number, own, lang, given)
        yield found or given.refuse("this entry has neither a title nor a content", f"entry {number}")


def _entry(entry: Any, number: int, own: str | None, lang: str | None, given: Given) -> Found | None:
    title = cleaned(plain(str(entry.get("title") or ""), given))
    body = without_controls(plain(_content(entry), given)).strip()
    if not title and not body:
        return None
    link = cleaned(entry.get("link"))
    told = entry.get("published") or entry.get("issued") or entry.get("date") or entry.get("updated")
    lang = cleaned(lang) if lang else None
    return Found(
        text=headed(title, body) if body else str(title),
        key=content_id("entry", str(entry.get("id") or link or title or body)),
        title=title,
        date=day_of(str(told)) if told else None,
        publisher=host_of(link) or own,
        url=link,
        lang=lang.partition("-")[0].lower() if lang else None,
        origin=f"entry {number}" + (f" {named(str(entry['id']))}" if entry.get("id") else ""),
    )


def _content(entry: Any) -> str:
    """The fullest of what an entry carries of its text."""
    values = [str(part.get("value") or "") for part in entry.get("content") or []]
    return max([*values, str(entry.get("summary") or "")], key=len)
