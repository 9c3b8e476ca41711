"""Text without spaces cut into words: the longest known ones, else single characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item

_JOINTS = "·-"


class Piece(NamedTuple):
    """A stretch of text and whether it is a known word."""

    start: int
    end: int
    known: bool


class Characters:
    """Joins the characters of one language's texts to words and names."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.words = lexicon.known_words
        self.letters = frozenset(lexicon.grammar.name_letters)
        self.sizes = _sizes(self.words)
        """The lengths of the known words that begin with a character, the longest first."""

    def cut(self, folded: str, start: int, end: int) -> list[Piece]:
        """The known words of `folded[start:end]` by longest match, other characters one by one."""
        out = []
        at = start
        while at < end:
            size = self.word_at(folded, at, end)
            out.append(Piece(at, at + max(size, 1), size > 0))
            at += max(size, 1)
        return out

    def word_at(self, folded: str, at: int, end: int) -> int:
        """The length of the longest known word that begins at `at`, 0 where none does."""
        room = end - at
        for size in self.sizes.get(folded[at : at + 1], ()):
            if size <= room and folded[at : at + size] in self.words:
                return size
        return 0

    def whole(self, folded: str, items: list[Item], names: re.Pattern[str] | None) -> list[Item]:
        """The items with words and the `names` of persons as wholes; names have capitals."""
        out: list[Item] = []
        at, size = 0, len(items)
        while at < size:
            last = at
            while (
                last < size
                and _plain(items[last])
                and (last == at or items[last - 1].end == items[last].start)
            ):
                last += 1
            if last == at:
                out.append(items[at])
                at += 1
                continue
            self._stretch(folded, items[at].start, items[last - 1].end, names, out)
            at = last
        return out

    def _stretch(
        self, folded: str, start: int, end: int, names: re.Pattern[str] | None, out: list[Item]
    ) -> None:
        for match in names.finditer(folded, start, end) if names is not None else ():
            self._words(folded, start, match.start(), out)
            out.append(Item(match.start(), match.end(), match[0], None, True))
            start = match.end()
        self._words(folded, start, end, out)

    def _words(self, folded: str, start: int, end: int, out: list[Item]) -> None:
        """Known words, runs of unknown characters that spell foreign names as names, other characters."""
        sizes, words, letters = self.sizes, self.words, self.letters
        at, run = start, start
        while at < end:
            first, room = folded[at], end - at
            for size in sizes.get(first, ()):
                if size <= room and folded[at : at + size] in words:
                    break
            else:
                if first in letters:
                    at += 1
                    continue
                size = 1
            if run < at:
                out.append(Item(run, at, folded[run:at], None, at - run > 1))
            out.append(Item(at, at + size, folded[at : at + size], None, False))
            at = run = at + size
        if run < end:
            out.append(Item(run, end, folded[run:end], None, end - run > 1))


def _sizes(words: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[0], set()).add(len(word))
    return {first: sorted(sizes, reverse=True) for first, sizes in found.items()}


def _plain(item: Item) -> bool:
    """Whether an item is one character of a word or joins two of a name: no name hit, number or Latin word."""
    return item.term is None and len(item.text) == 1 and (item.text.isalpha() or item.text in _JOINTS)
