"""When two values say the same: folded text, lists of codes, persons, names, loosely equal fields."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

_TOLERANCE = 0.005
"""Two numbers agree within half a percent."""

_LONG_NAME = 4
"""From this many letters on, a name may stand inside a longer one."""


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Words of `text` in lower case without accents and punctuation, one space between them."""
    flat = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(re.findall(r"\w+", "".join(char for char in flat if not unicodedata.combining(char))))


def folded(value: Any) -> str:
    """`fold` of anything, the empty string for what is empty."""
    return fold(str(value)) if value else ""


def members(value: Any) -> frozenset[str]:
    """The folded members of a list of codes or names; an actor counts by country, else by name."""
    if value is None:
        return frozenset()
    items = [value] if isinstance(value, str | Mapping) else value
    return frozenset(folded(_code(item)) for item in items) - {""}


def _code(item: Any) -> Any:
    return (item.get("country") or item.get("name")) if isinstance(item, Mapping) else item


def same_person(gold: Any, other: Any, aliases: Iterable[str] = ()) -> bool:
    """Names share a word of two letters or more and countries do not disagree.

    Where either has no name, both must be of the same known country.
    """
    if not isinstance(gold, Mapping) or not isinstance(other, Mapping):
        return False
    countries = folded(gold.get("country")), folded(other.get("country"))
    if all(countries) and countries[0] != countries[1]:
        return False
    if not gold.get("name") or not other.get("name"):
        return bool(countries[0]) and countries[0] == countries[1]
    words = {word for name in (gold["name"], *aliases) for word in folded(name).split() if len(word) > 1}
    return not words.isdisjoint(folded(other["name"]).split())


def same_name(gold: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """The other's name is the gold's or an alias of it, or one of them, being long, holds the other."""
    got = folded(other.get("name"))
    wanted = (folded(name) for name in (gold.get("name"), *gold.get("aliases", ())))
    return bool(got) and any(got == name or _one_in_other(got, name) for name in wanted if name)


def _one_in_other(first: str, second: str) -> bool:
    if min(len(first), len(second)) < _LONG_NAME:
        return False
    return f" {first} " in f" {second} " or f" {second} " in f" {first} "


def number(value: Any) -> float | None:
    """`value` as a number, None when it is none."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def same_number(gold: Any, other: Any) -> bool:
    """Two numbers within half a percent of the gold one."""
    first, second = number(gold), number(other)
    return (
        first is not None and second is not None and abs(first - second) <= _TOLERANCE * max(abs(first), 1e-9)
    )


def loosely_same(gold: Any, other: Any) -> bool:
    """Whether a field says the same: texts share half of the gold's words, lists hold all of its members."""
    if isinstance(gold, Mapping) and isinstance(other, Mapping):
        return all(loosely_same(value, other.get(name)) for name, value in gold.items() if value is not None)
    if isinstance(gold, list | tuple):
        return isinstance(other, list | tuple) and all(any(loosely_same(a, b) for b in other) for a in gold)
    if isinstance(gold, bool) or gold is None:
        return bool(gold == other)
    if isinstance(gold, int | float):
        return same_number(gold, other)
    words = set(folded(gold).split())
    return bool(words) and 2 * len(words & set(folded(other).split())) >= len(words)
