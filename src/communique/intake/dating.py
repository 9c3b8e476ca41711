"""The day a page was published: declared in its head, shown beside its headline, or marked elsewhere."""

from __future__ import annotations

from copy import deepcopy
from itertools import takewhile
from typing import Any

from communique.base.edtf import is_edtf
from communique.errors import LanguageError
from communique.intake.found import Given
from communique.intake.markup import flowing
from communique.intake.reading import damaged, package
from communique.intake.written_days import SHORT, first_day
from communique.lexicon import languages
from communique.text.language import detect

_LAST_DAY = "2100-01-01"
"""A bound for dates that does not move with the clock."""
_BEFORE, _BEHIND = 4, 8
"""How many lines before and behind a headline are looked at."""
_WHOLE = frozenset({"h1", "p"})
_ENDS = (".", "。", "!", "?", "؟", "…")
_OTHERS = (
    "//aside | //nav | //footer | //*[contains(@class,'related') or contains(@class,'recommend') or "
    "contains(@class,'sidebar') or contains(@class,'latest') or contains(@class,'teaser') or "
    "contains(@id,'related') or contains(@id,'sidebar')]"
)
"""Where a page shows the dates of other articles."""


def page_date(tree: Any, title: str | None, body: str, url: str | None, given: Given) -> str | None:
    """The date of the article (EDTF), or None when the page does not tell it."""
    return (
        _marked(_declarations(tree, given), url, given)
        or _beside_title(tree, title, body)
        or _marked(_alone(tree), None, given)
    )


def _marked(tree: Any, url: str | None, given: Given) -> str | None:
    """What htmldate makes of a tree's markup, and of the address; its guesses from any text are left out."""
    htmldate = package("htmldate", given, "HTML")
    with damaged(given, "page"):
        told: str | None = htmldate.find_date(
            tree, url=url, original_date=True, extensive_search=False, max_date=_LAST_DAY
        )
    return told if told and is_edtf(told) else None


def _declarations(tree: Any, given: Given) -> Any:
    """A page with nothing but the head, and what the body declares for machines about the article."""
    html = package("lxml.html", given, "HTML")
    made = html.document_fromstring("<html><head></head><body></body></html>")
    for part in tree.xpath("/html/head/* | //body//script[@type='application/ld+json']"):
        made.head.append(deepcopy(part))
    return made


def _alone(tree: Any) -> Any:
    """The page without what shows other articles."""
    made = deepcopy(tree)
    for part in made.xpath(_OTHERS):
        if part.getparent() is not None:
            part.drop_tree()
    return made


def _beside_title(tree: Any, title: str | None, body: str) -> str | None:
    """The first full date in the short lines around the headline, as the page's language writes dates."""
    lines = list(_lines(tree))
    at = next((n for n, (line, tag) in enumerate(lines) if tag == "h1"), None)
    if at is None and title:
        at = next((n for n, (line, _) in enumerate(lines) if line.casefold() == title.casefold()), None)
    if at is None:
        return None
    own = "".join(body.split())
    behind = takewhile(lambda pair: not _is_body(pair[0], own), lines[at + 1 : at + 1 + _BEHIND])
    near = [*behind, *lines[max(0, at - _BEFORE) : at][::-1]]
    try:
        lang = detect(f"{title or ''}\n{body}", languages())
    except LanguageError:
        return None
    return next((day for line, _ in near if (day := first_day(line, lang))), None)


def _is_body(line: str, body: str) -> bool:
    """Whether a line is a paragraph of the article, behind which dates are of other things."""
    return len(line) > SHORT or (line.endswith(_ENDS) and "".join(line.split()) in body)


def _lines(tree: Any) -> list[tuple[str, str]]:
    """The page's texts block by block, each with its tag; a block is as large as a line may be."""
    out: list[tuple[str, str]] = []
    waiting = list(tree.xpath("/html/body"))
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "noscript", "template"):
            continue
        line = " ".join(flowing(element).split())
        if element.tag in _WHOLE or (len(line) <= SHORT and not element.xpath("boolean(descendant::h1)")):
            stamp = " ".join(str(t) for t in element.xpath("descendant-or-self::time/@datetime"))
            out.append((f"{stamp[:10]} {line}".strip(), element.tag))
        else:
            waiting.extend(reversed(element))
    return [pair for pair in out if pair[0]]
