"""Parts of a page's tree: its host, its language, the element that holds its article."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LANG = re.compile(r"[a-z]{2,3}(?=$|[-_])", re.IGNORECASE)
_LONG = 30


def without_controls(text: str) -> str:
    """The text without control characters and lone surrogates, which no writer means."""
    return _CONTROLS.sub("", text)


def cleaned(value: str | None) -> str | None:
    """A name or title on one line, without control characters; None for nothing."""
    return " ".join(without_controls(str(value)).split()) or None if value else None


def headed(title: str | None, body: str) -> str:
    """The text under its headline, which is not told twice."""
    if title is None or _same(title, body.partition("\n")[0]):
        return body
    return f"{title}\n\n{body}"


def _same(title: str, line: str) -> bool:
    short, long = sorted((title.casefold(), line.strip().casefold()), key=len)
    return bool(short) and long.startswith(short) and len(long) < len(short) + 40


def host_of(url: str | None) -> str | None:
    """The host of an address without `www.`, or None."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def html_lang(tree: Any) -> str | None:
    """The primary language subtag that the page claims, or None."""
    told = _LANG.match(str(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""))
    return told[0].lower() if told else None


def without_layout_tables(tree: Any) -> Any:
    """The page with the tables that only place its parts, and hold paragraphs or headlines, as plain blocks."""
    for table in tree.xpath("//table[.//h1 or .//h2 or .//td[count(.//p) > 2]]"):
        for part in table.xpath("self::table | .//table | .//tbody | .//tr | .//td | .//th"):
            part.tag = "div"
    return tree


def place_of(tree: Any, body: str) -> str | None:
    """The element that holds the article's paragraphs, as `selector` and its XPath; None when none does."""
    tree = next(iter(tree.xpath("/html/body")), tree)
    wanted = [_squeezed(line) for line in body.split("\n") if len(line.strip()) >= _LONG] or [_squeezed(body)]
    first, last = (_holder(tree, wanted[0]), _holder(tree, wanted[-1]))
    if first is None or last is None:
        return None
    around = {id(element) for element in (last, *last.iterancestors())}
    shared = next((e for e in (first, *first.iterancestors()) if id(e) in around), None)
    return f"selector {tree.getroottree().getpath(shared)}" if shared is not None else None


def _holder(tree: Any, wanted: str) -> Any:
    """The innermost element whose text holds `wanted`."""
    if wanted not in _squeezed("".join(tree.itertext())):
        return None
    here = tree
    while True:
        inner = next(
            (c for c in here if isinstance(c.tag, str) and wanted in _squeezed("".join(c.itertext()))), None
        )
        if inner is None:
            return here
        here = inner


def _squeezed(text: str) -> str:
    return "".join(text.split())
