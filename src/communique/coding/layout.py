"""What of a sentence is news, what is background, and who only reports it."""

from __future__ import annotations

import msgspec

from communique.coding.groups import Group
from communique.coding.names import Name
from communique.coding.words import Classes, Word

_TAIL = 14
"""A source at a sentence's end has at most so many words."""


class Layout(msgspec.Struct):
    """A sentence taken apart: its words, names and groups, and which words are what."""

    words: list[Word]
    names: dict[int, Name]
    groups: list[Group]
    end: int
    """Where the source at the sentence's end begins, else the number of words."""
    background: list[bool]
    """Whether a word stands in a clause that is not the news."""
    group_at: dict[int, Group]
    """The group that begins at a word."""
    inside: list[bool]
    """Whether a word belongs to a name."""


def lay_out(words: list[Word], names: dict[int, Name], groups: list[Group], classes: Classes) -> Layout:
    """Mark the source at the end and the clauses that are background."""
    inside = [False] * len(words)
    for name in names.values():
        if name.kind != "role":
            for i in range(name.first, name.last):
                inside[i] = words[i].capital
    end = _source(words, groups, classes)
    return Layout(
        words,
        names,
        groups,
        end,
        _background(words, groups, end, classes),
        {g.first: g for g in groups},
        inside,
    )


def _source(words: list[Word], groups: list[Group], classes: Classes) -> int:
    """`…, the ministry said on Monday`: where the source begins."""
    size = len(words)
    for at in range(size - 1, max(size - _TAIL * 2, 1), -1):
        if words[at].text in classes.attribution and words[at - 1].text == ",":
            return at - 1
    said = next(
        (i for i in range(size - 1, max(size - 9, 0), -1) if words[i].text in classes.say and i), None
    )
    if said is None or not _only_circumstance(words, groups, said + 1, classes):
        return _inverted(words, classes)
    for at in range(said - 1, max(said - _TAIL, 0), -1):
        if words[at].text in (",", '"') and at > 2:
            if any(g.first > at and g.last <= said for g in groups) or said - at <= 4:
                return _wider(words, groups, at)
    return _bare_source(words, groups, said)


def _wider(words: list[Word], groups: list[Group], at: int) -> int:
    """Step over an apposition inside the source (`, X, the minister, said`)."""
    for before in range(at - 1, max(at - 6, 2), -1):
        if words[before].text == ",":
            inner = words[before + 1 : at]
            if inner and all(word.capital for word in inner):
                return before
    return at


def _bare_source(words: list[Word], groups: list[Group], said: int) -> int:
    """A source without a comma: the group right before the verb, when a good deal stands before it."""
    for group in reversed(groups):
        if group.last == said and group.first > 6 and words[group.first - 1].text in ("sunday", "friday"):
            return group.first
    return len(words)


def _inverted(words: list[Word], classes: Classes) -> int:
    """`…, said the ministry`, `…, reports aid agencies`."""
    size = len(words)
    for at in range(max(size - _TAIL, 3), size):
        if words[at].text in classes.say and words[at - 1].text in (",", '"'):
            return at - 1
    return size


def _only_circumstance(words: list[Word], groups: list[Group], at: int, classes: Classes) -> bool:
    """Only a time or a place stands between a verb of saying and the sentence's end."""
    for word in words[at:]:
        if word.text in classes.relatives or word.text in classes.content or word.text in classes.pronouns:
            return False
        if word.text in classes.be or word.text in classes.perfect or word.text in classes.ahead:
            return False
        if word.text == classes.marker and False:
            return False
    return len(words) - at <= 7


def _background(words: list[Word], groups: list[Group], end: int, classes: Classes) -> list[bool]:
    out = [False] * len(words)
    at = 0
    while at < end:
        if words[at].text not in classes.background or _no_opener(words, at, classes):
            at += 1
            continue
        stop = _background_end(words, at, end, classes)
        for i in range(at, stop):
            out[i] = True
        at = max(stop, at + 1)
    return out


def _no_opener(words: list[Word], at: int, classes: Classes) -> bool:
    """`described as`, `as a result`: no clause of its own follows."""
    return (
        bool(at)
        and words[at].text == "as"
        and words[at - 1].text not in (",",)
        and not _has_clause(words, at, classes)
    )


def _has_clause(words: list[Word], at: int, classes: Classes) -> bool:
    return any(word.text in classes.be or word.text in classes.perfect for word in words[at + 1 : at + 8])


def _background_end(words: list[Word], at: int, end: int, classes: Classes) -> int:
    """A clause before the main one ends at its comma; one behind it goes on to the end."""
    opening = at == 0 or words[at - 1].text in (",", '"') or words[at - 1].text in classes.content
    for i in range(at + 1, end):
        if words[i].text in (";", ":"):
            return i
        if words[i].text == "," and opening:
            return i
        if words[i].text == "," and i + 1 < end and words[i + 1].text in classes.coordinators:
            return i
    return end
