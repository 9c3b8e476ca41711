"""Whether an event is done, lies ahead, was stopped or did not happen, and what it is coded as then."""

from __future__ import annotations

from communique.coding.layout import Layout
from communique.coding.matching import Match
from communique.coding.tables import scheme
from communique.coding.words import Classes
from communique.lexicon.events import Events
from communique.vocab import Plover

_LOOK_BACK = 9
_MODE_REACH = 12
"""So many words behind an event may tell its mode."""


class Force:
    """Reads the words before a verb."""

    def __init__(self, events: Events, classes: Classes) -> None:
        self.classes = classes
        self.through = events.through
        self.stopping = events.stopping
        self.performative = events.performative
        self.modes = events.modes

    def told(self, layout: Layout, match: Match) -> tuple[Plover, str, str | None] | None:
        """Type, CAMEO code and mode."""
        cue = match.cue
        ahead, negated = self._before(layout, match)
        row = scheme().type[cue.plover]
        if row.quad == 4 and ahead and not negated and self._announced(layout, match):
            ahead = False
        if not negated and (cue.settled or not ahead):
            return cue.plover, cue.cameo, cue.mode or self._mode(layout, match, cue.plover)
        becomes = row.negated_ahead if ahead and negated else row.negated if negated else row.ahead
        if becomes is None:
            return cue.plover, cue.cameo, cue.mode or self._mode(layout, match, cue.plover)
        cameo = becomes.cameo or scheme().type[becomes.plover].cameo
        return becomes.plover, cameo, self._mode(layout, match, becomes.plover)

    def _before(self, layout: Layout, match: Match) -> tuple[bool, bool]:
        words, classes = layout.words, self.classes
        ahead = negated = False
        at = match.verb - 1
        stop = max(match.verb - _LOOK_BACK, -1)
        while at > stop:
            word = words[at]
            text = word.text
            if text in classes.negation:
                negated = not negated
            elif text in classes.ahead or (text == classes.marker and self._due(layout, at)):
                ahead = True
            elif text in self.stopping and at == match.verb - 1:
                negated = True
            elif not self._passes(layout, at):
                break
            at -= 1
        return ahead, negated or self._nothing(layout, match)

    def _due(self, layout: Layout, at: int) -> bool:
        """`is to help`, and in headlines `France to help`."""
        return layout.words[at - 1].text in self.classes.be or any(
            group.last == at and group.first == 0 for group in layout.groups
        )

    def _passes(self, layout: Layout, at: int) -> bool:
        """Words that may stand between an auxiliary and its verb."""
        word = layout.words[at]
        text = word.text
        return (
            text in self.classes.be
            or text in self.classes.perfect
            or text == self.classes.marker
            or text in self.through
            or self.classes.adverb(word)
            or self.classes.day(word)
        )

    def _nothing(self, layout: Layout, match: Match) -> bool:
        """`gave no aid`: the negation stands behind the verb."""
        return match.last < len(layout.words) and layout.words[match.last].text in self.classes.negation

    def _announced(self, layout: Layout, match: Match) -> bool:
        """`announced that it would …`: the announcing does it."""
        return any(
            layout.words[i].text in self.performative for i in range(max(match.verb - 8, 0), match.verb)
        )

    def _mode(self, layout: Layout, match: Match, plover: Plover) -> str | None:
        """The first mode of the type that a word from the verb on tells."""
        text = " ".join(
            w.text for w in layout.words[match.first : min(match.reach + _MODE_REACH, layout.end)]
        )
        padded = f" {text} "
        for cue in self.modes:
            if cue.plover == plover and any(f" {word} " in padded for word in cue.words):
                return cue.mode
        return None
