"""A name that a comma parts from its title: `X, minister of …`, `the ambassador in Quito, X`."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.names import NameReader

_POSTING = 6
"""Items of the place or body that a title is at, before the comma and the name."""
_NAME_WORDS = 2
_MARKS = frozenset({",", ".", ";", ":"})


class Apposition:
    """Finds names beside titles in one language; stateless between sentences."""

    def __init__(self, lexicon: Lexicon, names: NameReader) -> None:
        self.words = lexicon.words
        self.names = names
        self.postings = frozenset(lexicon.grammar.posting_leads)
        self.adjacent = lexicon.properties.verb_first and lexicon.properties.state_follows
        self.articles = lexicon.words.determiners | lexicon.words.oblique_determiners
        self.leads = lexicon.words.determiners | frozenset(lexicon.roles.modifiers)
        self.marks = frozenset(",-–" if lexicon.properties.titles_stack else ",")
        """Marks between a name and its title behind it."""

    def before(self, items: list[Item], first: int, floor: int, strict: bool) -> tuple[int, int] | None:
        """`Hao Weiming, Director General of …`: the name before the comma, or right before where none is needed."""
        at = first
        if at > floor and items[at - 1].text == "'s":
            at = self._owner(items, at - 1, floor)
        while at > floor and items[at - 1].term is None and items[at - 1].text in self.leads:
            at -= 1
        mark = at - 1 > floor and items[at - 1].text in self.marks
        if at - 1 <= floor or not (mark or self.adjacent):
            return None
        run = self.names.backward(items, at - 1 if mark else at, strict)
        if run is None or run[0] < floor or run[1] - run[0] < _NAME_WORDS:
            return None
        return run

    def _owner(self, items: list[Item], at: int, floor: int) -> int:
        """`…, the alliance's secretary general`: where the plain noun before a possessive ending begins."""
        while at > floor and items[at - 1].term is None and not items[at - 1].capital:
            if not items[at - 1].text[0].isalpha() or items[at - 1].text in self.words.determiners:
                break
            at -= 1
        return at

    def behind_posting(self, items: list[Item], at: int, strict: bool) -> tuple[int, int] | None:
        """`the ambassador in Quito, X`, `chief of staff at the ministry, X`: a name behind the posting."""
        words = self.words
        if at < len(items) and items[at].text in self.postings:
            at += 1
        if (
            at >= len(items)
            or items[at].text not in words.prepositions
            or items[at].text in words.meeting_preps
        ):
            return None
        if near := self._right_behind(items, at + 1, strict):
            return near
        end = at + 1
        while end < len(items) and end - at <= _POSTING and items[end].text != ",":
            owner = end + 1 < len(items) and items[end + 1].text == "'s"
            if items[end].is_type("role") and not owner:
                return None
            if not items[end].text[0].isalpha() and items[end].text != "'s":
                return None
            end += 1
        if (
            end >= len(items)
            or items[end].text != ","
            or (not items[end - 1].capital and items[end - 1].term is None)
        ):
            return None
        run = self.names.forward(items, end + 1, strict)
        if run is None or run[0] != end + 1 or run[1] - run[0] < _NAME_WORDS:
            return None
        closed = run[1] >= len(items) or items[run[1]].text in _MARKS
        return run if closed else None

    def _right_behind(self, items: list[Item], at: int, strict: bool) -> tuple[int, int] | None:
        """`Botschafter in Kenia X Y`: a full name right behind the state that the title is posted to."""
        if not self.names.guarded:
            return None
        while at < len(items) and items[at].text in self.articles:
            at += 1
        if at >= len(items) or not items[at].is_type("state", "capital"):
            return None
        run = self.names.forward(items, at + 1, strict)
        return run if run is not None and run[0] == at + 1 and run[1] - run[0] >= _NAME_WORDS else None
