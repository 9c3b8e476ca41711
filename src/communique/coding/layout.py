"""What of a sentence is news, what is background, and who only reports it."""

from __future__ import annotations

import msgspec

from communique.coding.groups import Group
from communique.coding.names import Name
from communique.coding.words import Classes, Word

_SOURCE = 14
"""A source at a sentence's end has at most so many words."""
_CIRCUMSTANCE = 6
"""So many words of time and place may stand behind its verb of saying."""
_MARKS = frozenset({",", '"'})
BREAKS = frozenset({";", ":"})


class Layout(msgspec.Struct):
    """A sentence taken apart: its words, names and groups, and which words are what."""

    words: list[Word]
    names: dict[int, Name]
    groups: list[Group]
    end: int
    """Where the source at the sentence's end begins, else the number of words."""
    background: list[bool]
    """Whether a word stands in a clause that is not the news."""
    inside: list[bool]
    """Whether a word belongs to a name."""


def lay_out(words: list[Word], names: dict[int, Name], groups: list[Group], classes: Classes) -> Layout:
    """Mark the source at the end and the clauses that are background."""
    inside = [False] * len(words)
    for name in names.values():
        for i in range(name.first, name.last):
            inside[i] = name.kind != "role" and words[i].capital
    end = _source(words, groups, classes)
    return Layout(words, names, groups, end, _background(words, end, classes), inside)


def _source(words: list[Word], groups: list[Group], classes: Classes) -> int:
    """Where the source begins: `…, the ministry said on Monday`, `…, according to X`, `…, said X`."""
    size = len(words)
    for at in range(size - 1, max(size - 2 * _SOURCE, 1), -1):
        if words[at].text in classes.attribution and words[at - 1].text in _MARKS:
            return at - 1
    said = _last_saying(words, classes)
    if said is not None:
        for at in range(said - 1, max(said - _SOURCE, 2), -1):
            if words[at].text in _MARKS:
                named = any(g.first > at and g.last <= said for g in groups)
                return _whole(words, at) if named or said - at <= 4 else size
        return _unmarked(words, groups, said, classes)
    for at in range(max(size - _SOURCE, 3), size):
        if words[at].text in classes.say and words[at - 1].text in _MARKS:
            return at - 1
    return size


def _last_saying(words: list[Word], classes: Classes) -> int | None:
    """The verb of saying that ends the sentence, but for a time or place behind it."""
    size = len(words)
    for at in range(size - 1, max(size - _CIRCUMSTANCE - 3, 0), -1):
        if words[at].text in classes.say:
            return at if _circumstance(words[at + 1 :], classes) else None
    return None


def _circumstance(words: list[Word], classes: Classes) -> bool:
    """Only a time or a place: no clause begins."""
    opens = (
        classes.relatives | classes.content | classes.pronouns | classes.be | classes.perfect | classes.ahead
    )
    return len(words) <= _CIRCUMSTANCE + 1 and not any(word.text in opens for word in words)


def _whole(words: list[Word], at: int) -> int:
    """Step over an apposition inside the source (`, the minister, Jan Novak, said`)."""
    for before in range(at - 1, max(at - 6, 2), -1):
        if words[before].text == ",":
            return before if all(word.capital for word in words[before + 1 : at]) else at
    return at


def _unmarked(words: list[Word], groups: list[Group], said: int, classes: Classes) -> int:
    """A source without a comma, behind the day (`… on Sunday sources in Beirut said`)."""
    for group in reversed(groups):
        if said - _SOURCE < group.first < said and group.first > 5 and classes.day(words[group.first - 1]):
            return group.first
    return len(words)


def _background(words: list[Word], end: int, classes: Classes) -> list[bool]:
    out = [False] * len(words)
    at = 0
    while at < end:
        if words[at].text not in classes.background or not _opens(words, at, classes):
            at += 1
            continue
        stop = _background_end(words, at, end, classes)
        out[at:stop] = [True] * (stop - at)
        at = max(stop, at + 1)
    return out


def _opens(words: list[Word], at: int, classes: Classes) -> bool:
    """Whether a clause follows: `described as` opens none."""
    if words[at].text not in classes.weak or not at or words[at - 1].text == ",":
        return True
    return any(w.text in classes.be or w.text in classes.perfect for w in words[at + 1 : at + 8])


def _background_end(words: list[Word], at: int, end: int, classes: Classes) -> int:
    """A clause before the main one ends at its comma; one behind it goes on to the end."""
    opening = at == 0 or words[at - 1].text in _MARKS or words[at - 1].text in classes.content
    for i in range(at + 1, end):
        if words[i].text in BREAKS:
            return i
        if words[i].text == "," and (opening or (i + 1 < end and words[i + 1].text in classes.coordinators)):
            return i
    return end
