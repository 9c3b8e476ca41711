"""Titles that tell their state by themselves (`Chancellor of the Exchequer`, `Bundesrat`)."""

from __future__ import annotations

import re
from functools import cache

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.refs import Ref
from communique.mentions.titles import code_of
from communique.text.fold import fold

_CHARACTERS = 3
"""The most characters of a name that a family name of one character begins."""


def offices_told(title: str, lexicon: Lexicon) -> list[str]:
    """The states that have an office of this title (folded): those that name it as a whole, else all."""
    exact, opened, _, _ = _offices(lexicon)
    if title in exact:
        return list(exact[title])
    found: list[str] = []
    for start, codes in opened:
        if title.startswith(start):
            found.extend([c for c in dict.fromkeys(codes) if c not in found])
    found.extend([c for c in dict.fromkeys(_ending(title, lexicon)) if c not in found])
    return found


def _ending(title: str, lexicon: Lexicon) -> list[str]:
    """The states that the end of a title (folded) tells."""
    endings, closed = _offices(lexicon)[2:]
    if not title.endswith(endings):
        return []
    return [code for ending, codes in closed for code in codes if title.endswith(ending)]


def local_offices(title: str, name: str, lexicon: Lexicon) -> list[str]:
    """The states whose press leaves them out beside a title (folded) that is one of theirs."""
    if not named_locally(name, lexicon):
        return []
    return [
        code
        for code, titles in lexicon.roles.local_offices.items()
        if any(title == t or (t.endswith("*") and title.startswith(t[:-1])) for t in titles)
    ]


def named_locally(name: str, lexicon: Lexicon) -> bool:
    """Whether a name begins as those of the holders of such offices do."""
    surnames = tuple(lexicon.roles.local_surnames)
    first = fold(name).partition(" ")[0]
    return not surnames or first in surnames or _opens(first, surnames, lexicon)


def _opens(name: str, surnames: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a name of characters is a surname with one or two more behind it."""
    return not lexicon.properties.word_boundary and len(name) <= _CHARACTERS and name.startswith(surnames)


def office_states(ref: Ref, lexicon: Lexicon) -> list[str]:
    """The states that have the office of a reference; of joined titles the one that fewest states have tells."""
    told = offices_told(ref.head, lexicon)
    if not ref.role_text:
        return told
    if lexicon.properties.word_boundary:
        return told or _ending(fold(ref.role_text), lexicon)
    parts = re.split("|".join(map(re.escape, lexicon.links)) or "(?!)", ref.role_text.lower())
    found = [codes for part in parts if (codes := offices_told(part, lexicon))]
    return min(found, key=len, default=told)


def posted_to(ref: Ref, items: list[Item], lexicon: Lexicon) -> list[str]:
    """The states that a title names as those it is posted to (`驻加蓬大使`)."""
    leads = lexicon.grammar.posting_leads
    return [
        code_of(items[at])
        for at in range(ref.first + 1, ref.last)
        if items[at].is_type("state", "adj") and items[at - 1].text in leads
    ]


_Ranked = list[tuple[str, list[str]]]


@cache
def _offices(lexicon: Lexicon) -> tuple[dict[str, list[str]], _Ranked, tuple[str, ...], _Ranked]:
    """Titles that tell their state: whole ones, beginnings, all endings, endings; what is ranked longest first."""
    exact: dict[str, list[str]] = {}
    opened: dict[str, list[str]] = {}
    closed: dict[str, list[str]] = {}
    for code, titles in lexicon.roles.offices.items():
        for title in titles:
            table = closed if title.startswith("*") else opened if title.endswith("*") else exact
            table.setdefault(title.strip("*").lower(), []).append(code)
    return exact, _longest_first(opened), tuple(closed), _longest_first(closed)


def _longest_first(table: dict[str, list[str]]) -> _Ranked:
    return sorted(table.items(), key=lambda row: (-len(row[0]), row[0]))
