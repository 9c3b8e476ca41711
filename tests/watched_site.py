"""Feeds and pages in our own words for tests of watching."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from web_server import Site

STATES = ("Kenya", "Sweden", "Japan", "Ghana", "Chile", "Norway", "Egypt", "Brazil", "India", "Canada")


def sentence(number: int) -> str:
    """Two sentences of a meeting, different for every number."""
    one, other = STATES[number % 10], STATES[(number // 10 + number + 1) % 10]
    return (
        f"The foreign minister of {one} met the foreign minister of {other} in Nairobi on {number % 28 + 1} "
        f"May 2024. The talks, round {number} of their kind, dealt with trade and with the renewal of old ties."
    )


def page(title: str, *paragraphs: str) -> str:
    """A page with an article between its navigation and its footer."""
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{escape(title)}</title></head>"
        f"<body><nav><a href='/'>Home</a></nav><main><article><h1>{escape(title)}</h1>{body}</article></main>"
        "<footer>Imprint</footer></body></html>"
    )


def item(link: str, title: str, text: str = "", day: int = 3) -> str:
    """An entry of an RSS feed."""
    return (
        f"<item><title>{escape(title)}</title><link>{escape(link)}</link><guid>{escape(link)}</guid>"
        f"<pubDate>{day:02} Jul 2024 10:00:00 GMT</pubDate><description>{escape(text)}</description></item>"
    )


def feed(items: Sequence[str]) -> str:
    """An RSS feed."""
    return (
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Press</title>"
        f"<link>http://press.example/</link><description>All</description>{''.join(items)}</channel></rss>"
    )


def sources(folder: Path, site: Site, *tables: str) -> Path:
    """A SOURCES.toml in a folder; `{site}` in the tables becomes the address of the site."""
    path = folder / "sources.toml"
    head = 'delay = "0s"\nallow_private = ["127.0.0.1", "localhost"]\n'
    path.write_text(head + "\n".join(f"[[source]]\n{t}" for t in tables).replace("{site}", site.address))
    return path
