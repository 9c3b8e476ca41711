"""Codes sentences: which events they tell, who acts on whom, the main one first."""

from __future__ import annotations

from functools import cache

import msgspec

from communique.coding.chains import Chains
from communique.coding.force import Force
from communique.coding.groups import Grouper
from communique.coding.layout import BREAKS, Layout, lay_out
from communique.coding.matching import ONE_WORD, Match, Matcher
from communique.coding.names import Names
from communique.coding.parties import PartyFinder
from communique.coding.standing import NOUN, VERB
from communique.coding.tables import scheme, score_of
from communique.coding.words import Classes, words_of
from communique.lexicon.events import load_events
from communique.text.fold import fold
from communique.text.segmenter import segment
from communique.vocab import Plover

MAX_EVENTS = 4
"""The most events that one sentence is coded with."""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One event of a sentence, coded with PLOVER and CAMEO."""

    plover: Plover
    mode: str | None
    cameo: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    score: float
    quote: str
    """The sentence."""
    start: int
    """Where the sentence begins in the text, in code points."""


class Coder:
    """Codes the sentences of one language."""

    def __init__(self, lang: str) -> None:
        self.events = load_events(lang)
        lexicon = self.events.lexicon
        self.properties, self.grammar = lexicon.properties, lexicon.grammar
        self.classes = Classes(self.events)
        self.names = Names(self.events, self.classes)
        self.grouper = Grouper(self.events, self.classes)
        self.chains = Chains(self.events, self.classes)
        self.matcher = Matcher(self.events, self.classes)
        self.parties = PartyFinder(self.events, self.classes)
        self.force = Force(self.events, self.classes)
        grammar = self.events.grammar
        self.sport, self.market = frozenset(grammar.sport), frozenset(grammar.market)
        self.longest_game = max(len(word.split()) for word in self.sport | self.market)

    def code(self, text: str) -> tuple[Event, ...]:
        """The events of a text, sentence by sentence."""
        folded = fold(text)
        out: list[Event] = []
        for piece in segment(text, self.properties, self.grammar):
            if piece.kind in ("sentence", "headline"):
                out.extend(self._sentence(text, folded, piece.start, piece.end))
        return tuple(out)

    def _sentence(self, text: str, folded: str, start: int, end: int) -> list[Event]:
        words = words_of(text, folded, start, end)
        names = self.names.find(text, folded, words)
        groups = self.grouper.groups(words, names)
        self.chains.link(words, groups)
        layout = lay_out(words, names, groups, self.classes)
        out: list[Event] = []
        for match in self._ordered(layout):
            event = self._event(text, layout, match, start, end)
            if event and not any(_same(event, other) for other in out):
                out.append(event)
                if len(out) == MAX_EVENTS:
                    break
        return out

    def _ordered(self, layout: Layout) -> list[Match]:
        """The best match of each verb or noun, main clauses first."""
        best: dict[int, Match] = {}
        for match in self.matcher.matches(layout):
            known = best.get(match.verb)
            if known is None or self._surer(layout, match, known):
                best[match.verb] = match
        found = sorted(best.values(), key=lambda m: self._order(layout, m))
        out: list[Match] = []
        for match in found:
            if not any(self._inside(match, other) or self._wished(layout, match, other) for other in out):
                out.append(match)
        return out

    def _surer(self, layout: Layout, match: Match, known: Match) -> bool:
        """The surer of two at one verb; of neighbouring nouns the second is the head (`trade talks`)."""
        if match.rank == known.rank and abs(match.weight - known.weight) <= ONE_WORD:
            ahead = match.reach - known.reach
            if ahead == 1:
                return not self._leads(layout, match)
            if ahead == -1:
                return self._leads(layout, known)
            if match.weight == known.weight:
                return ahead < 0
        return (match.rank, -match.weight) < (known.rank, -known.weight)

    def _leads(self, layout: Layout, match: Match) -> bool:
        """The pattern ends in a preposition."""
        return layout.words[match.reach - 1].text in self.classes.prepositions

    def _order(self, layout: Layout, match: Match) -> tuple[bool, bool, int, float]:
        return layout.background[match.verb], match.rank >= NOUN, match.verb, -match.weight

    @staticmethod
    def _inside(match: Match, other: Match) -> bool:
        """A noun or participle inside a longer match is part of that."""
        return (
            match is not other
            and other.first <= match.first
            and match.last <= other.reach
            and match.rank != VERB
        )

    def _wished(self, layout: Layout, match: Match, other: Match) -> bool:
        """What is only asked for, offered or refused (`urged X to …`, `ruled out talks`) is not done."""
        if not other.verb < match.verb or layout.background[match.verb] != layout.background[other.verb]:
            return False
        between = layout.words[other.verb : match.verb]
        if any(word.text in BREAKS or word.text in self.classes.content for word in between):
            return False
        if match.rank == NOUN:
            return not match.cue.speech
        wish = scheme().type[other.cue.plover].quad in (1, 3)
        return wish and match.form == "inf" and between[-1].text == self.classes.marker

    def _event(self, text: str, layout: Layout, match: Match, start: int, end: int) -> Event | None:
        if self._is_game(layout, match):
            return None
        parties = self.parties.find(layout, match)
        if parties is None:
            return None
        told = self.force.told(layout, match)
        if told is None:
            return None
        plover, cameo, mode = told
        return Event(
            plover=plover, mode=mode, cameo=cameo, actors=parties.actors, recipients=parties.recipients,
            score=score_of(plover, mode), quote=text[start:end], start=start,
        )  # fmt: skip

    def _is_game(self, layout: Layout, match: Match) -> bool:
        """A word of sport or two of markets close by: states' names are teams or exchanges."""
        words = layout.words
        market = 0
        for at in range(max(match.verb - 12, 0), min(match.reach + 8, layout.end)):
            if words[at].capital:
                continue
            for size in range(1, self.longest_game + 1):
                phrase = " ".join(w.text for w in words[at : at + size])
                market += phrase in self.market
                if phrase in self.sport or market > 1:
                    return True
        return False


def _same(event: Event, other: Event) -> bool:
    return (event.plover, event.actors, event.recipients) == (other.plover, other.actors, other.recipients)


@cache
def coder(lang: str) -> Coder:
    """The coder of a language; `LanguageError` when its pack has no events."""
    return Coder(lang)
