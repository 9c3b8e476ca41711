"""Genitives that no article tells: `die Ausweisung kenianischer Diplomaten`, `das Vertrauen beider Länder`."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.refs import Ref

_WORDS = 3
"""Words between a noun and what belongs to it that are in the genitive too (`dreier ranghoher`)."""


class BareGenitives:
    """Tells references in the genitive by their own words, in one language; stateless between sentences."""

    __slots__ = ("endings", "groups", "lexicon", "sides")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.groups = tuple(f"{word} " for word in lexicon.grammar.genitive_groups)
        self.endings = tuple(lexicon.grammar.genitive_adjectives)
        self.sides = frozenset(word.casefold() for word in lexicon.grammar.side_nouns)

    def owned(self, items: list[Item], ref: Ref) -> bool:
        """Whether a reference belongs to the noun before it, as the form of its first word tells."""
        first = items[ref.first]
        if ref.kind == "group":
            # `Soldaten beider Länder`: who acts for the two stands before them.
            acts = ref.first > 0 and items[ref.first - 1].text in self.sides
            return bool(self.groups) and first.text.startswith(self.groups) and not acts
        if not self.endings or not first.is_type("adj") or not first.text.endswith(self.endings):
            return False
        at = ref.first - 1
        while at > 0 and ref.first - at <= _WORDS and self._agrees(items[at]):
            at -= 1
        return at >= 0 and self._noun(items[at])

    def _agrees(self, item: Item) -> bool:
        """Whether a word is a number or adjective in the genitive, and no article."""
        words = self.lexicon.words
        plain = item.term is None and not item.capital and item.text.endswith(self.endings)
        return plain and item.text not in words.determiners and item.text not in words.oblique_determiners

    def _noun(self, item: Item) -> bool:
        """Whether an item is a plain noun, which something may belong to."""
        lexicon = self.lexicon
        if not item.capital or item.term is not None or not item.text[0].isalpha():
            return False
        if item.text in lexicon.structure or item.text in lexicon.loose or item.text in lexicon.closed:
            return False
        return not item.text.startswith(lexicon.day_names) and not lexicon.is_adverb(item.text)
