"""Labelled words and phrases found by one multi-pattern pass over a short stretch of folded text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import ahocorasick_rs
import msgspec

from communique.text.clitics import Proclitics


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """A phrase found: its place in the text that was searched, and its label."""

    start: int
    end: int
    label: str


class PhraseMatcher:
    """Finds the words of each label, in any case; `*` at a word's start or end leaves that side open.

    `proclitics` are what may be written to the front of a word.
    """

    def __init__(
        self, words: Mapping[str, Iterable[str]], bounded: bool = True, proclitics: Proclitics | None = None
    ) -> None:
        self._bounded = bounded
        self._proclitics = proclitics
        rows: dict[str, list[tuple[str, bool, bool]]] = {}
        for label, listed in words.items():
            for word in listed:
                row = (label, word.startswith("*"), word.endswith("*"))
                for literal in self._written(word.strip("*").lower()):
                    known = rows.setdefault(literal, [])
                    if row not in known:
                        known.append(row)
        rows.pop("", None)
        literals = sorted(rows)
        self._rows = [rows[literal] for literal in literals]
        self._automaton = ahocorasick_rs.AhoCorasick(literals)

    def _written(self, word: str) -> Iterator[str]:
        """The word, and how it is written where its article and a proclitic become one."""
        yield word
        merged = self._proclitics.merged(word) if self._proclitics else None
        if merged is not None and self._proclitics:
            yield self._proclitics.lead + merged

    def find(self, folded: str, start: int = 0, end: int | None = None) -> list[Phrase]:
        """All phrases inside `folded[start:end]`, sorted by place, longer ones first at one place."""
        part = folded[start:end]
        size, bounded, proclitics = len(part), self._bounded, self._proclitics
        out = []
        for index, s, e in self._automaton.find_matches_as_indexes(part, overlapping=True):
            inside = bounded and s > 0 and part[s - 1].isalnum() and part[s].isalnum()
            if inside and proclitics is not None and proclitics.opens(part, s):
                inside = False
            goes_on = bounded and e < size and part[e].isalnum() and part[e - 1].isalnum()
            for label, left, right in self._rows[index]:
                if (inside and not left) or (goes_on and not right):
                    continue
                out.append(Phrase(start + s, start + e, label))
        if len(out) > 1:
            out.sort(key=lambda p: (p.start, -p.end, p.label))
        return out

    def labels(self, folded: str, start: int = 0, end: int | None = None) -> tuple[str, ...]:
        """The labels in the order of the text, once each; the longest phrase at a place wins, with all it has."""
        out: list[str] = []
        first = reach = start
        for phrase in self.find(folded, start, end):
            if phrase.start >= reach or (phrase.start, phrase.end) == (first, reach):
                first, reach = phrase.start, phrase.end
                if phrase.label not in out:
                    out.append(phrase.label)
        return tuple(out)
