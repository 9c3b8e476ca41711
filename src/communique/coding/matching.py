"""Finds the rows of `events.toml` on a sentence's words."""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.layout import BREAKS, Layout
from communique.coding.standing import NOUN, VERB, Standing
from communique.coding.words import Classes, Word
from communique.lexicon.events import EventCue, Events, Row, Tail

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
        self.standing = Standing(events, classes)

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
        stand = self.standing.stand(layout, row.form, at, last)
        if stand is None:
            return None
        return Match(
            self.cues[row.cue], at, last, here, reach, named, row.form, at, stand.passive, stand.rank
        )

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
            if words[i].text in BREAKS or (i > at and layout.background[i] and not layout.background[at]):
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
