"""Restores the marks of a text that is written without them, code point for code point."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 24
"""Letters below which a text is too short to tell how it is written."""
_SHARE = 0.03
"""Marked letters of a text that is written without marks, at most: those of foreign names."""
_LONGEST = 12
"""Syllables of the longest word."""
_FINAL = re.compile(r"\b([hklmst])y\b")
"""A syllable that is spelled with either vowel at its end."""
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_BARE = {"đ": "d", "Đ": "D"}


def unmarked(text: str) -> str:
    """The text in plain letters, of the same length."""
    if text.isascii():
        return text
    return "".join(_BARE.get(c) or unicodedata.normalize("NFD", c)[0] for c in text)


def without_marks(folded: str) -> bool:
    """Whether a text is written in plain letters, but for foreign names."""
    letters = sum(map(str.isalpha, folded))
    if letters < _LEAST or folded.isascii():
        return letters >= _LEAST
    marked = letters - len(folded.encode("ascii", "ignore").translate(None, _NO_LETTERS))
    return marked <= letters * _SHARE


class Marks:
    """Puts the marked words of a pack in the place of the same words without marks.

    `words` are the pack's words in lower case, those first that are meant where two are written alike;
    `names` those of one syllable that a capital inside a sentence leaves what they are.
    """

    def __init__(self, words: Iterable[str], names: frozenset[str]) -> None:
        self.names = names
        rows: dict[str, dict[tuple[str, ...], str]] = {}
        for word in words:
            bare = unmarked(word)
            for spelled in dict.fromkeys((bare, _FINAL.sub(r"\1i", bare))):
                plain = tuple(spelled.split(" "))
                if all(part.isalpha() for part in plain):
                    rows.setdefault(plain[0], {}).setdefault(plain, word)
        self.rows = {
            first: sorted(listed.items(), key=lambda row: -len(row[0]))
            for first, listed in sorted(rows.items())
        }

    def restored(self, text: str, folded: str) -> str:
        """The folded text with the marks of the words that are known."""
        found = list(_WORD.finditer(folded))
        joined = [folded[a.end() : b.start()] == " " for a, b in pairwise(found)]
        out: list[str] = []
        at = end = 0
        while at < len(found):
            start = found[at].start()
            inside = text[start].isupper() and at > 0 and joined[at - 1]
            word, size = self._word([m[0] for m in found[at : at + _LONGEST]], joined[at:], inside)
            out.extend((folded[end:start], word))
            at, end = at + size, found[at + size - 1].end()
        out.append(folded[end:])
        return "".join(out)

    def _word(self, texts: list[str], joined: list[bool], inside: bool) -> tuple[str, int]:
        """The longest known word that the text begins with, and how many of its words it takes."""
        for plain, word in self.rows.get(texts[0], ()):
            size = len(plain)
            if size == 1 and inside and word not in self.names:
                continue
            if tuple(texts[:size]) == plain and all(joined[: size - 1]):
                return word, size
        return texts[0], 1
