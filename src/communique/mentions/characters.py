"""Text without spaces cut into words: the longest known ones, else single characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from communique.base.spans import Span
from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item, named, parted
from communique.mentions.matcher import Hit
from communique.text.tokens import CHARACTER

_PART = re.compile(rf"((?:[^\W\d_a-z]|[·-]|[a-z](?![a-z\d]|[-'][a-z]))+)|{CHARACTER.pattern}")
"""A stretch of characters that may be words or names, the marks that join two parts of a name included, or
another token: a number, a word of Latin letters, a mark."""


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

    def items_of(
        self, text: str, folded: str, segment: Span, hits: list[Hit], names: re.Pattern[str] | None
    ) -> list[Item]:
        """The items of a segment: hits, words and the `names` of persons as wholes; names have capitals."""
        out: list[Item] = []
        at = segment.start
        for hit in hits:
            if hit.start < at:
                continue
            self._between(text, folded, at, hit.start, names, out)
            out.append(named(text, folded, hit))
            at = hit.end
        self._between(text, folded, at, segment.end, names, out)
        return out

    def _between(
        self, text: str, folded: str, start: int, end: int, names: re.Pattern[str] | None, out: list[Item]
    ) -> None:
        for match in _PART.finditer(folded, start, end):
            first, last = match.span()
            if match.lastindex:
                self._stretch(folded, first, last, names, out)
            else:
                parted(out, text, folded, first, last)

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
