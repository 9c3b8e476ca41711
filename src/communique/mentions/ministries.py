"""What a title holds before it in text without spaces: a ministry or department no list has (`律政部长`)."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item

_MOST = 12
"""Items of a ministry's name."""
_HEAD = "agency_head"
_ROLES = frozenset({"minister", "vice_minister", _HEAD})


class Ministries:
    """Finds where the name of a ministry right before a title begins, in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        words, grammar, numbers = lexicon.words, lexicon.grammar, lexicon.numbers
        self.active = not lexicon.properties.word_boundary
        self.roles = lexicon.role_of
        self.links = words.coordinators
        self.matters = frozenset(lexicon.roles.portfolios).union(lexicon.sector_words)
        self.stops = (
            lexicon.verb_words
            | words.prepositions
            | words.adverbs
            | words.determiners
            | words.perfect
            | words.negation
            | words.be
            | words.masculine
            | words.feminine
            | words.plural
            | words.possessives
            | words.skip
            | words.honorifics
            | lexicon.leads
            | frozenset((*grammar.possessive_marks, *grammar.posting_leads, *grammar.groups))
            | frozenset((*numbers.ordinals, *numbers.cardinals, *lexicon.roles.modifiers))
        ) - self.links

    def title_behind(self, items: list[Item], at: int) -> int:
        """The item of the title that a ministry's name from item `at` on belongs to; `at` where there is none."""
        if not self.active or at >= len(items) or items[at].text in self.links:
            return at
        inside = int(items[at].is_type("side"))
        last = at + inside
        while last < len(items) and last - at < _MOST and self._goes_on(items[last]):
            last += 1
        behind = items[last] if last < len(items) else None
        if behind is None or behind.term is None or not behind.is_type("role"):
            return at
        role = self.roles[behind.term.entry].role
        if inside:  # `日本外务省亚大局局长`: who heads a part of a ministry
            return last if role == _HEAD else at
        return last if role in _ROLES else at

    def first(self, items: list[Item], at: int, floor: int, role: str) -> int:
        """The item where the ministry's name before the title at item `at` begins; `at` where there is none."""
        if not self.active or role not in _ROLES:
            return at
        first = at
        while first > floor and at - first < _MOST and self._goes_on(items[first - 1]):
            first -= 1
        if role == _HEAD and floor < first and items[first - 1].is_type("side"):
            first -= 1  # a department's ministry (`外交部军控司司长`)
        while first < at and (items[first].text in self.links or not items[first].text[0].isalpha()):
            first += 1
        return first if items[at].start - items[first].start > 1 else at

    def _goes_on(self, item: Item) -> bool:
        """Whether an item may stand inside of a ministry's name."""
        if item.term is not None or not item.text[0].isalpha():
            return item.is_type("region")
        return item.text in self.matters or item.text in self.links or item.text not in self.stops
