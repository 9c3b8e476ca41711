"""States told by one character, where nothing parts words: in pairs (`中美`), as a side (`中方`), before a title.

Several states may share a character: the one that the text names most by its full name is meant.
"""

from __future__ import annotations

import re
from collections import Counter

from communique.base.spans import Span
from communique.lexicon.lexicon import Lexicon, Term
from communique.mentions.matcher import Hit
from communique.world.cities import find_city

_LONGEST = 4
"""The most characters of a known word that is looked for across the edge of a run."""
_PAIR = 2
"""Characters that are two states rather than a city."""
_NATIONAL = frozenset({"state", "adj", "people", "capital", "metonym"})
_ACTING = frozenset({"role", "side"})
_PLACES = frozenset({"state", "capital", "region", "org"})


class ShortStates:
    """Finds one-character names of states in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.codes = lexicon.short_states
        signs = lexicon.short_states
        leads = lexicon.grammar.short_state_leads
        self.words = lexicon.known_words - {lead + sign for lead in leads for sign in signs}
        self.leads = frozenset(lexicon.grammar.short_state_leads)
        self.loose = frozenset(lexicon.grammar.loose_short_states)
        self.postings = frozenset(lexicon.grammar.posting_leads)
        self.letters = frozenset(lexicon.grammar.name_letters)
        self.marks = frozenset(lexicon.grammar.side_marks)
        self.tails = frozenset(lexicon.grammar.short_state_tails)
        self.days = frozenset(lexicon.numbers.day_suffixes)

    def add(self, folded: str, names: list[Hit], people: re.Pattern[str] | None) -> list[Hit]:
        """The name hits with the short ones that stand between them, outside of the names of `people`."""
        out: list[Hit] = []
        terms = self._terms(names)
        if people is not None:
            spans = [match.span() for match in people.finditer(folded)]
            names = _outside(names, spans)
            folded = people.sub(lambda match: "\0" * len(match[0]), folded)
        pos = 0
        for hit in names:
            self._between(folded, pos, hit.start, hit, terms, out)
            if hit.term.type == "state" and self._is_side(folded, hit.end):
                hit = Hit(hit.start, hit.end + 1, hit.term)
            out.append(hit)
            pos = hit.end
        self._between(folded, pos, len(folded), None, terms, out)
        return out

    def _terms(self, names: list[Hit]) -> dict[str, Term]:
        """What each character names in this text."""
        counts = Counter(hit.term.value for hit in names if hit.term.type in _NATIONAL)
        out = {}
        for sign, codes in self.codes.items():
            code = max(codes, key=lambda c: (counts[c], -codes.index(c)))
            if counts[code] or sign not in self.loose:
                out[sign] = Term("state", code, f"state:{code}")
        return out

    def _between(
        self,
        folded: str,
        start: int,
        end: int,
        behind: Hit | None,
        terms: dict[str, Term],
        out: list[Hit],
    ) -> None:
        at = start
        while at < end:
            if folded[at] not in terms or self._dated(folded, at):
                at += 1
                continue
            stop = at
            while stop < end and folded[stop] in terms:
                stop += 1
            first, last = at, stop
            while first < last and self._crosses(folded, first, start):
                first += 1
            while last > first and self._begins(folded, last - 1, end):
                last -= 1
            side = last > first and (
                self._is_side(folded, last) or self._has_tail(folded, first, last, Span(start, end))
            )
            whole = last - first > 1 and not self._goes_on(folded, last, end)
            whole = whole and self._parted(folded, first, start)
            whole = whole and not (last - first > _PAIR and find_city(folded[first:last]))
            if whole or (last > first and (side or self._told(folded, first, start, end, behind))):
                out.extend(Hit(k, k + 1, terms[folded[k]]) for k in range(first, last - 1))
                out.append(Hit(last - 1, last + side, terms[folded[last - 1]]))
            at = max(stop, last + side)

    def _dated(self, folded: str, at: int) -> bool:
        """Whether the character ends the day of a date (`19日`)."""
        return folded[at] in self.days and at > 0 and folded[at - 1].isdecimal()

    def _parted(self, folded: str, at: int, start: int) -> bool:
        """Whether no character that belongs to no known word stands right before a run."""
        if at == start or not folded[at - 1].isalpha():
            return True
        return any(folded[k:at] in self.words for k in range(max(start, at - _LONGEST), at))

    def _goes_on(self, folded: str, at: int, end: int) -> bool:
        """Whether a letter of names of other languages follows, with which no word begins (`反法西斯`)."""
        return at < end and folded[at] in self.letters and not self._begins(folded, at, end)

    def _is_side(self, folded: str, at: int) -> bool:
        """Whether a word at `at` makes a side of the state before it and is no longer word's beginning."""
        return at < len(folded) and folded[at] in self.marks and not self._begins(folded, at, len(folded))

    def _has_tail(self, folded: str, first: int, last: int, gap: Span) -> bool:
        """Whether a word at `last`, in the gap between two names, makes a state of one character (`巴国`)."""
        alone = last - first == 1 and last < gap.end and folded[last] in self.tails
        return (
            alone and self._parted(folded, first, gap.start) and not self._begins(folded, last, len(folded))
        )

    def _crosses(self, folded: str, at: int, start: int) -> bool:
        """Whether the character ends a known word that begins before it."""
        return any(folded[k : at + 1] in self.words for k in range(max(start, at - _LONGEST), at))

    def _begins(self, folded: str, at: int, end: int) -> bool:
        """Whether the character opens a known word that goes on behind it."""
        return any(folded[at:k] in self.words for k in range(at + 2, min(end, at + _LONGEST) + 1))

    def _told(self, folded: str, at: int, start: int, end: int, behind: Hit | None) -> bool:
        """Whether what stands beside one character alone makes a state of it."""
        if folded[at] in self.loose:
            posted = at > 0 and folded[at - 1] in self.postings and behind is not None and at + 1 == end
            return posted and behind is not None and behind.term.type == "role"
        if at and folded[at - 1] in self.leads:
            return True
        titled = behind is not None and at + 1 == end and behind.term.type in _ACTING
        return titled and not self._spelled_out(folded, at, start)

    def _spelled_out(self, folded: str, at: int, start: int) -> bool:
        """Whether the character ends a name of other languages (`库尔德`): one of its letters stands before it."""
        before = folded[at - 1] if at > start else ""
        if before not in self.letters:
            return False
        return not any(folded[k:at] in self.words for k in range(max(start, at - _LONGEST), at - 1))


def _outside(names: list[Hit], spans: list[tuple[int, int]]) -> list[Hit]:
    """The hits but those of states and other places that are a part of a person's longer name."""
    out, at = [], 0
    for hit in names:
        while at < len(spans) and spans[at][1] < hit.end:
            at += 1
        inside = at < len(spans) and spans[at][0] <= hit.start and hit.end <= spans[at][1]
        longer = inside and spans[at][1] - spans[at][0] > hit.end - hit.start
        if not (longer and hit.term.type in _PLACES):
            out.append(hit)
    return out
