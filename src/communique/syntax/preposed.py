"""Relative clauses before their noun (`会见来华访问的X`), where a mark ends them and nothing opens them."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item

_REACH = 28
_STOPS = frozenset({",", ";", ":", ".", "!", "?"})


class Preposed:
    """Finds where such clauses begin, in one language; stateless between sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.marks = words.owner_marks if lexicon.properties.objects_before else frozenset()
        self.verbs = lexicon.verb_words
        self.governing = (
            words.prepositions - words.place_preps - frozenset(lexicon.grammar.clause_prepositions)
        )

    def start(self, items: list[Item], mark: int) -> int:
        """The first item of the clause that the mark at item `mark` ends, or -1 where it ends none.

        It begins behind the preposition or verb that governs its noun, or with the sentence or stretch.
        """
        low = mark
        while low > max(0, mark - _REACH) and items[low - 1].text not in _STOPS:
            low -= 1
        verbs = [k for k in range(low, mark) if self._is(items[k], self.verbs)]
        if not verbs:
            return -1
        governor = next((k for k in range(low, mark) if self._is(items[k], self.governing)), mark)
        if governor < verbs[0]:
            return governor + 1
        led = any(items[k].term is not None or items[k].capital for k in range(low, verbs[0]))
        if len(verbs) > 1 and (led or low > 0):
            return verbs[0] + 1
        return -1 if led else low

    def governor(self, items: list[Item], mark: int) -> str | None:
        """The preposition before the clause, which governs the noun behind it."""
        start = self.start(items, mark)
        before = items[start - 1] if start > 0 else None
        return before.text if before is not None and self._is(before, self.governing) else None

    def _is(self, item: Item, words: frozenset[str]) -> bool:
        return item.term is None and not item.capital and item.text in words
