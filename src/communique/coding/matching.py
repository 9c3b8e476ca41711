"""Finds the rows of `events.toml` on a sentence's words."""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.layout import Layout
from communique.coding.words import Classes, Word
from communique.lexicon.events import EventCue, Events, Row, Tail

VERB, PARTICIPLE, NOUN, LOOSE = range(4)
"""How a match stands: a verb tells it, a participle, a noun, or a gerund behind a preposition."""
_GAP = 14
"""The most words that a gap of a pattern spans."""
_NEAR = 4
ONE_WORD = 0.2
"""What each word of a gap beyond the near ones takes off."""


class Match(NamedTuple):
    """A cue found: its head `[first, last)`, where its last tail ends, its verb and how it stands."""

    cue: EventCue
    first: int
    last: int
    tail: int
    """Where the last tail begins; `last` where there is none."""
    reach: int
    weight: float
    """How many words the pattern names, less for wide gaps: the more, the surer."""
    form: str
    verb: int
    """Where the verb stands; `first` for a cue without one."""
    passive: bool
    rank: int
    """`VERB`, `PARTICIPLE`, `NOUN` or `LOOSE`."""


class Matcher:
    """Matches one language's rows."""

    def __init__(self, events: Events, classes: Classes) -> None:
        self.rows = events.rows
        self.cues = events.cues
        self.classes = classes
        self.verbs = events.verbs
        self.through = events.through
        self.stopping = events.stopping
        self.finite = events.finite
        self.say = events.say

    def matches(self, layout: Layout) -> list[Match]:
        """All matches outside the source at the sentence's end, in order."""
        out: list[Match] = []
        words = layout.words
        for at in range(layout.end):
            if layout.inside[at]:
                continue
            for row in self.rows.get(words[at].text, ()):
                match = self._match(layout, row, at)
                if match:
                    out.append(match)
        return out

    def _match(self, layout: Layout, row: Row, at: int) -> Match | None:
        words, size = layout.words, len(row.words)
        if size > 1 and tuple(w.text for w in words[at : at + size]) != row.words:
            return None
        last = at + size
        if row.tails and not self._whole_verb(layout, at, last):
            return None
        reach, here, named = last, last, float(size)
        for tail in row.tails:
            found = self._tail(layout, tail, reach)
            if found is None:
                return None
            named += found[1] - found[0] - max(found[0] - reach - _NEAR, 0) * ONE_WORD
            here, reach = found
        if row.verbal:
            if self._reduced(layout, here):
                return None
            return Match(self.cues[row.cue], at, last, here, reach, named, row.form, here, False, VERB)
        if not row.form:
            return Match(
                self.cues[row.cue], at, last, here, reach, named, "", at, False, self._bare_rank(row)
            )
        stand = self._stand(layout, row.form, at, last)
        if stand is None:
            return None
        passive, rank = stand
        return Match(self.cues[row.cue], at, last, here, reach, named, row.form, at, passive, rank)

    def _bare_rank(self, row: Row) -> int:
        """Words without a verb form are a noun, but for `must` and `will never allow`."""
        first = row.words[0]
        verbal = first in self.classes.ahead or first in self.classes.negation or self.cues[row.cue].speech
        return VERB if verbal else NOUN

    def _whole_verb(self, layout: Layout, at: int, last: int) -> bool:
        """`has` and `is` before a participle only help it."""
        words = layout.words
        if last - at > 1 or not (words[at].text in self.classes.perfect or words[at].text in self.classes.be):
            return True
        after = last
        while after < len(words) and (
            self.classes.adverb(words[after]) or words[after].text in self.classes.negation
        ):
            after += 1
        return after >= len(words) or words[after].text not in self.verbs

    def _tail(self, layout: Layout, tail: Tail, at: int) -> tuple[int, int] | None:
        """Where a tail stands behind `at`, inside the clause."""
        words = layout.words
        for i in range(at, min(at + _GAP, layout.end)):
            for row in tail.get(words[i].text, ()):
                if not layout.inside[i] and tuple(w.text for w in words[i : i + len(row)]) == row:
                    return i, i + len(row)
            if words[i].text in (";", ":") or (i > at and layout.background[i] and not layout.background[at]):
                return None
            if words[i].text == "," and i + 1 < layout.end and self._new_clause(words, i + 1):
                return None
        return None

    def _new_clause(self, words: list[Word], at: int) -> bool:
        return words[at].text in self.classes.relatives or words[at].text in self.classes.pronouns

    def _reduced(self, layout: Layout, verb: int) -> bool:
        """The verb of a tail is itself held off by `to` or a relative (`people who marched`)."""
        before = layout.words[verb - 1].text
        return before in self.classes.nouns_after and before not in self.classes.negation

    def _stand(self, layout: Layout, form: str, at: int, last: int) -> tuple[bool, int] | None:
        """Whether the form is a verb here: (passive, rank), or None."""
        if form == "inf":
            return self._infinitive(layout, at)
        if form == "pres":
            return self._present(layout, at)
        if form == "ger":
            return self._gerund(layout, at)
        if form == "past":
            return self._past(layout, at, last)
        return self._participle(layout, at, last)

    def _before(self, words: list[Word], at: int) -> int:
        """The nearest word before `at` that is no adverb, day or `not`; -1 at the start."""
        at -= 1
        while at >= 0:
            word = words[at]
            if word.text in self.classes.places and self.classes.day(words[at + 1]):
                at -= 1
                continue
            if self.classes.adverb(word) or word.text in self.classes.negation or self.classes.day(word):
                at -= 1
                continue
            break
        return at

    def _noun_after(self, word: Word) -> bool:
        return word.text in self.classes.nouns_after and not word.capital

    def _infinitive(self, layout: Layout, at: int) -> tuple[bool, int] | None:
        words = layout.words
        before = self._before(words, at)
        if before < 0:
            return None
        text = words[before].text
        if text == self.classes.marker or text in self.classes.auxiliaries:
            return False, VERB
        if self._noun_after(words[before]) or text in self.classes.genitives:
            return None
        if text in self.classes.pronouns:
            return False, VERB
        group = next((g for g in layout.groups if g.last == before + 1), None)
        if group is not None:
            several = sum(g.chain == group.chain for g in layout.groups) > 1
            return (False, VERB) if several or self.classes.plural(words[before]) else None
        if text in self.classes.coordinators or (text == "," and at > 2):
            return (False, VERB) if self._joins_infinitive(words, before) else None
        if text in self.classes.relatives:
            return False, PARTICIPLE
        return None

    def _joins_infinitive(self, words: list[Word], at: int) -> bool:
        return any(
            words[i].text == self.classes.marker or words[i].text in self.classes.ahead
            for i in range(max(at - 9, 0), at)
        )

    def _present(self, layout: Layout, at: int) -> tuple[bool, int] | None:
        words = layout.words
        before = self._before(words, at)
        if before < 0:
            return None
        text = words[before].text
        if self._noun_after(words[before]) or text in self.classes.genitives | self.classes.prepositions:
            return None
        name = next((n for n in layout.names.values() if n.last == before + 1), None)
        if name is not None and name.kind == "people":
            return None
        if text in self.finite and not words[before].capital and name is None:
            return None
        if words[before].text.isdigit():
            return None
        return False, VERB

    def _gerund(self, layout: Layout, at: int) -> tuple[bool, int] | None:
        words = layout.words
        before = self._before(words, at)
        if before < 0:
            return None
        text = words[before].text
        if text in self.classes.be:
            return False, VERB
        if text in self.through or text in self.stopping:
            return False, VERB
        if (text in self.classes.coordinators or text == ",") and at > 3:
            return False, PARTICIPLE
        return (False, LOOSE) if text in self.classes.prepositions | self.say else None

    def _past(self, layout: Layout, at: int, last: int) -> tuple[bool, int] | None:
        words = layout.words
        before = self._before(words, at)
        if before < 0:
            return None
        text = words[before].text
        if text in self.classes.be or text in self.classes.perfect:
            return None  # the participle's reading
        if (
            text in self.classes.determiners
            or text in self.classes.genitives
            or text in self.classes.prepositions
        ):
            return None
        if last < len(words) and words[last].text in self.classes.agents:
            return True, PARTICIPLE
        if self._noun_after(words[before]) and not any(g.last == before + 1 for g in layout.groups):
            return None
        return False, VERB

    def _participle(self, layout: Layout, at: int, last: int) -> tuple[bool, int] | None:
        words = layout.words
        before = self._before(words, at)
        if before < 0:
            return None
        text = words[before].text
        if text in self.classes.be:
            return True, VERB
        if text in self.classes.perfect:
            return False, VERB
        if text in self.classes.coordinators or text == ",":
            return self._joined_participle(words, before)
        return None

    def _joined_participle(self, words: list[Word], at: int) -> tuple[bool, int] | None:
        """`was arrested and beaten`, `have met and signed`."""
        for i in range(at - 1, max(at - 10, -1), -1):
            if words[i].text in self.classes.be:
                return (True, VERB) if words[at].text != "," else None
            if words[i].text in self.classes.perfect:
                return False, VERB
        return None
