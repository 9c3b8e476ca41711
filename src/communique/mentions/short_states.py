"""States told by one character, where nothing parts words: in pairs (`中美`), behind a verb, before a title."""

from __future__ import annotations

import re

from communique.lexicon.lexicon import Lexicon, Term
from communique.mentions.matcher import Hit

_LONGEST = 4
"""The most characters of a known word that is looked for across the edge of a run."""


class ShortStates:
    """Finds one-character names of states in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.terms = {
            sign: Term("state", code, f"state:{code}") for sign, code in lexicon.short_states.items()
        }
        self.words = lexicon.known_words
        self.leads = frozenset(lexicon.grammar.short_state_leads)
        self.loose = frozenset(lexicon.grammar.loose_short_states)

    def add(self, folded: str, names: list[Hit], people: re.Pattern[str] | None) -> list[Hit]:
        """The name hits with the short ones that stand between them, outside of the names of `people`."""
        if not self.terms:
            return names
        out: list[Hit] = []
        if people is not None:
            folded = people.sub(lambda match: "\0" * len(match[0]), folded)
        pos = 0
        for hit in names:
            self._between(folded, pos, hit.start, hit, out)
            out.append(hit)
            pos = hit.end
        self._between(folded, pos, len(folded), None, out)
        return out

    def _between(self, folded: str, start: int, end: int, behind: Hit | None, out: list[Hit]) -> None:
        at = start
        while at < end:
            if folded[at] not in self.terms:
                at += 1
                continue
            stop = at
            while stop < end and folded[stop] in self.terms:
                stop += 1
            first, last = at, stop
            while first < last and self._crosses(folded, first, start):
                first += 1
            while last > first and self._begins(folded, last - 1, end):
                last -= 1
            if last - first > 1 or (last - first == 1 and self._told(folded, first, end, behind)):
                for k in range(first, last):
                    out.append(Hit(k, k + 1, self.terms[folded[k]]))
            at = stop

    def _crosses(self, folded: str, at: int, start: int) -> bool:
        """Whether the character ends a known word that begins before it."""
        return any(folded[k : at + 1] in self.words for k in range(max(start, at - _LONGEST), at))

    def _begins(self, folded: str, at: int, end: int) -> bool:
        """Whether the character opens a known word that goes on behind it."""
        return any(folded[at:k] in self.words for k in range(at + 2, min(end, at + _LONGEST) + 1))

    def _told(self, folded: str, at: int, end: int, behind: Hit | None) -> bool:
        """Whether what stands beside one character alone makes a state of it."""
        if folded[at] in self.loose:
            return False
        if at and folded[at - 1] in self.leads:
            return True
        return behind is not None and at + 1 == end and behind.term.type in ("role", "side")
