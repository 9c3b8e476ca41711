"""Comparers of what records tell in words of their own: titles, names, goals, actions."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.kinds.project import Project
from communique.ledger.names import fold_name
from communique.resolve.cards import Card, Comparer
from communique.resolve.spelling import romanised

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")


def worded(name: str, kind: str) -> Comparer:
    """A comparer of a field in words: by tokens in one language, across languages by what is not translated."""

    def compare(one: Card, other: Card) -> str | None:
        a, b = tokens(getattr(one.record, name)), tokens(getattr(other.record, name))
        if not a or not b:
            return None
        share = len(a & b) / min(len(a), len(b))
        if share >= 0.8 and len(a & b) > 1:
            return f"the same {kind}"
        if one.lang != other.lang:
            return f"a {kind} in common words" if len(a & b) > 1 or share >= 0.5 else _one_word(a, b)
        if share >= 0.5:
            return f"a {kind} in common words"
        return f"another {kind}" if share < 0.25 and min(len(a), len(b)) > 1 else None

    return compare


def ends(one: Card, other: Card) -> str | None:
    """Whether two works join the same places, as they are named in both; a work may be told with few of them."""
    a, b = (frozenset(map(romanised, map(fold_name, _ends(card)))) for card in (one, other))
    return "the same ends" if len(a & b) > 1 and (a <= b or b <= a) else None


def _ends(card: Card) -> tuple[str, ...]:
    return card.record.connects if isinstance(card.record, Project) else ()


def _one_word(a: frozenset[str], b: frozenset[str]) -> str | None:
    """A word that two languages write alike, mostly a name (`ASEAN`, `Mercosur`)."""
    return "a word in common" if any(len(word) > 4 or word.isdigit() for word in a & b) else None


def subject(one: Card, other: Card) -> str | None:
    """What two titles in two languages are about, by the sectors that each language's pack finds in them."""
    if one.lang == other.lang or not one.subjects or not other.subjects:
        return None
    return "another subject" if one.subjects.isdisjoint(other.subjects) else "the same subject"


@lru_cache(maxsize=65536)
def tokens(text: str | None) -> frozenset[str]:
    """The romanised words of a name or title that tell it from others, numbers included."""
    found = _WORD.findall(romanised(fold_name(text))) if text else ()
    return frozenset(word for word in found if len(word) > 3 or word.isdigit())
