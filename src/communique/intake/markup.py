"""Fragments of HTML, as feeds carry them, to plain text."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from typing import Any

from communique.intake.found import Given
from communique.intake.reading import package

_TEXTS = ("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr")
_BLOCKS = frozenset((*_TEXTS, "tr", "table", "section", "article", "figure", "dl", "dt", "dd"))
_LEFT_OUT = frozenset({"script", "style", "figcaption", "noscript", "template"})


def plain(fragment: str, given: Given) -> str:
    """The fragment's text, with an empty line between its blocks; other white space is one space."""
    if "<" not in fragment:
        return unescape(fragment)
    html = package("lxml.html", given, "feeds")
    tree = html.fragment_fromstring(fragment, create_parent="div")
    blocks = flowing(tree).split("\n")
    return "\n\n".join(line for block in blocks if (line := " ".join(block.split())))


def flowing(element: Any) -> str:
    """The element's text as it is seen, with a line end at each edge of a block."""
    return "".join(_pieces(element))


def _pieces(element: Any) -> Iterator[str]:
    """Texts in the order of the page, with a line end at each edge of a block; without recursion."""
    waiting: list[Any] = [element]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            yield here
            continue
        own = isinstance(here.tag, str) and here.tag not in _LEFT_OUT
        edge = "\n" if own and here.tag in _BLOCKS else ""
        after = [edge, _flat(here.tail) if here is not element else ""]
        inner = [edge, _flat(here.text), *here] if own else []
        waiting.extend(reversed([*inner, *after]))


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")
