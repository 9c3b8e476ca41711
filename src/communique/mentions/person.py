"""A person as a document tells of one, and how names are compared."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from communique.text.fold import plain_letters

HIGHEST = frozenset({"head_of_state", "head_of_government"})
"""The two highest offices of a state."""
LOCAL = frozenset({"governor", "mayor", "party_official"})
"""Offices of provinces and towns."""


class Person:
    """One person of the document. `where` lists (sentence index, start, end) of naming mentions."""

    __slots__ = (
        "aliases",
        "country",
        "follows",
        "gender",
        "name",
        "order",
        "organization",
        "role",
        "role_text",
        "tokens",
        "units",
        "where",
    )

    def __init__(self, name: str, order: int) -> None:
        self.name = name
        self.tokens = name_tokens(name)
        self.aliases: set[str] = set(self.tokens)
        self.country: str | None = None
        self.role: str | None = None
        self.role_text: str | None = None
        self.organization: str | None = None
        self.follows: Person | None = None
        """Whose office the person held before or after."""
        self.units: tuple[str, ...] = ()
        self.gender: str | None = None
        self.order = order
        self.where: list[tuple[int, int, int]] = []


@lru_cache(maxsize=1 << 15)
def plain(text: str) -> str:
    """Lower case without accents; the same words of names come again and again."""
    if text.isascii():
        return text.lower()
    letters = plain_letters(text.lower())
    return "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 13)
def name_tokens(name: str) -> tuple[str, ...]:
    """The name's words of two letters or more, plain."""
    words = plain(name).replace(".", " ").replace(",", " ").replace("·", " ")
    return tuple(t for t in words.split() if len(t) > 1)
