"""Words of several syllables that are written apart (`tăng cường`): one item each."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item


class Syllables:
    """Joins the syllables of the pack's verbs, closed classes and number words in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        numbers = lexicon.numbers
        words: set[str] = set(lexicon.verb_words)
        for listed in msgspec.structs.asdict(lexicon.words).values():
            words |= listed
        for table in (numbers.cardinals, numbers.ordinals, numbers.scales, lexicon.grammar.group_words):
            words.update(table)
        for rows in (*numbers.units.values(), *numbers.bounds.values(), numbers.counted):
            words.update(rows)
        words.update(w for measure in numbers.measures if measure.counts for w in measure.words)
        for rows in (numbers.by_words, numbers.to_words, numbers.from_words, numbers.range_words):
            words.update(rows)
        words.update((*lexicon.roles.of, *lexicon.roles.modifiers, *lexicon.grammar.date_bounds))
        self.rows = _rows(word.lower() for word in words)

    def whole(self, items: list[Item]) -> list[Item]:
        """The items with the longest known words as wholes; a capital inside one makes another word."""
        rows = self.rows
        if not any(item.text in rows for item in items):
            return items
        out: list[Item] = []
        at, size = 0, len(items)
        while at < size:
            item = items[at]
            found = 1
            if item.term is None:
                for row in rows.get(item.text, ()):
                    if at + len(row) <= size and self._stands(items, at, row):
                        found = len(row)
                        break
            if found > 1:
                last = items[at + found - 1]
                text = " ".join(i.text for i in items[at : at + found])
                item = Item(item.start, last.end, text, None, item.capital)
            out.append(item)
            at += found
        return out

    def _stands(self, items: list[Item], at: int, row: tuple[str, ...]) -> bool:
        for k in range(1, len(row)):
            item = items[at + k]
            if item.text != row[k] or item.term is not None or item.capital:
                return False
        return True


def _rows(words: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First syllable to the words that begin with it, the longest first."""
    table: dict[str, set[tuple[str, ...]]] = {}
    for word in words:
        parts = tuple(word.split())
        if len(parts) > 1:
            table.setdefault(parts[0], set()).add(parts)
    return {first: tuple(sorted(rows, key=lambda r: (-len(r), r))) for first, rows in sorted(table.items())}
