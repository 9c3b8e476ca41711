"""Where each article of a document was written, as its dateline tells."""

from __future__ import annotations

from collections.abc import Sequence

from communique.mentions.items import Item
from communique.reading.draft import Draft, closes_dateline

_OPENING = 4
"""Sentences and headlines of an article that may hold its dateline."""
_REACH = 16
_LINE = 8
"""A dateline on a line of its own has no more items than this."""
_PLACES = ("capital", "state")


def dateline_states(
    drafts: list[Draft], dated: bool = False, marks: Sequence[str] = ()
) -> dict[int, tuple[str, ...]]:
    """The states of each article's place of writing, by the article's number.

    `dated`: only datelines that are a sentence of their own, which may be of where the talks were.
    `marks` are the pack's words that end a dateline.
    """
    out: dict[int, tuple[str, ...]] = {}
    seen: dict[int, int] = {}
    for draft in drafts:
        article = draft.segment.article
        seen[article] = seen.get(article, 0) + 1
        if article in out or seen[article] > _OPENING:
            continue
        found = _line(draft) if dated else _places(draft) or _marked(draft, marks)
        if found:
            out[article] = found
    return out


def _places(draft: Draft) -> tuple[str, ...]:
    items = draft.items
    if not items or not items[0].is_type(*_PLACES):
        return ()
    if draft.segment.kind == "headline":
        own_line = len(items) <= _LINE and any(i.text.isdigit() for i in items)
        return _codes(items) if own_line else ()
    for at in range(1, min(len(items) - 1, _REACH)):
        if items[at].start in draft.verb_starts and not items[at].capital:
            return ()
        spaced = items[at - 1].end < items[at].start and items[at].end < items[at + 1].start
        stopped = items[at - 1].text == "." and items[at].end < items[at + 1].start
        if items[at].text == ")" and closes_dateline(items, at):
            return _codes(items[:at])
        if items[at].text in ("-", "|") and (spaced or stopped or items[at + 1].text == "-"):
            return _codes(items[:at])
        dated = items[at - 1].end < items[at].start and any(i.text.isdigit() for i in items[:at])
        if items[at].text == "/" and dated:
            return _codes(items[:at])
        if items[at].text == ":" and items[at].end < items[at + 1].start:
            return _codes(items[:at])
    return ()


def _marked(draft: Draft, marks: Sequence[str]) -> tuple[str, ...]:
    """The places before a word that ends a dateline (`新华社北京8月12日电`)."""
    texts = [item.text for item in draft.items[:_REACH]] if marks else []
    at = next((k for k, text in enumerate(texts) if text in marks), 0)
    return _codes(draft.items[:at])


def _line(draft: Draft) -> tuple[str, ...]:
    """`Lima, 14 de noviembre de 2024.`: a place and a day that end in a full stop, as a sentence of their own."""
    items = draft.items
    if draft.segment.kind == "headline" or not 2 < len(items) <= _LINE + 1 or not items[0].is_type(*_PLACES):
        return ()
    told = items[-1].text == "." and items[1].text == "," and items[2].text.isdigit()
    return _codes(items) if told else ()


def _codes(items: list[Item]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i.term.value for i in items if i.term is not None and i.is_type(*_PLACES)))
