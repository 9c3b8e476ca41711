"""Whether a form of a verb is a verb where it stands, and whether it is passive."""

from __future__ import annotations

from typing import NamedTuple

from communique.coding.layout import Layout
from communique.coding.words import Classes, Word
from communique.lexicon.events import Events

VERB, PARTICIPLE, NOUN, LOOSE = range(4)
"""How a match stands: a verb tells it, a participle, a noun, or a gerund behind a preposition."""
_SINGLE = frozenset({"state", "place", "city", "org"})
"""Kinds of names that stand for one, whatever they end in."""
_JOINED = 9
"""So far back the auxiliary of a verb behind `and` may stand."""


class Stand(NamedTuple):
    """How a verb's form stands."""

    rank: int
    """`VERB`, `PARTICIPLE`, `NOUN` or `LOOSE`."""
    passive: bool = False


class Standing:
    """Tells verbs from nouns by the word before them, in one language."""

    def __init__(self, events: Events, classes: Classes) -> None:
        self.classes = classes
        self.finite = events.finite
        self.carrying = events.through | events.stopping
        self.leading = classes.prepositions | events.say
        self.named = classes.genitives | classes.prepositions
        self.by_form = {
            "inf": self._infinitive,
            "pres": self._present,
            "ger": self._gerund,
            "past": self._past,
            "part": self._participle,
        }

    def stand(self, layout: Layout, form: str, at: int, last: int) -> Stand | None:
        """How the words `[at, last)`, a verb's `form`, stand; None: they are no verb."""
        before = self._before(layout.words, at)
        return None if before < 0 else self.by_form[form](layout, before, last)

    def _before(self, words: list[Word], at: int) -> int:
        """The nearest word before `at` that is no adverb, day or `not`; -1 at the start."""
        for before in range(at - 1, -1, -1):
            word = words[before]
            day = self.classes.day(word) or (
                word.text in self.classes.places and self.classes.day(words[before + 1])
            )
            if not (day or self.classes.adverb(word) or word.text in self.classes.negation):
                return before
        return -1

    def _noun_after(self, word: Word) -> bool:
        return word.text in self.classes.nouns_after and not word.capital

    def _infinitive(self, layout: Layout, before: int, last: int) -> Stand | None:
        word, classes = layout.words[before], self.classes
        if word.text == classes.marker or word.text in classes.auxiliaries:
            return Stand(VERB)
        if self._noun_after(word) or word.text in classes.genitives:
            return None
        if word.text in classes.pronouns:
            return Stand(VERB)
        group = next((g for g in layout.groups if g.last == before + 1), None)
        if group is not None:
            several = sum(g.chain == group.chain for g in layout.groups) > 1
            return Stand(VERB) if several or self._many(layout, before) else None
        if word.text in classes.coordinators or (word.text == "," and before > 1):
            return Stand(VERB) if self._joins_infinitive(layout.words, before) else None
        return Stand(PARTICIPLE) if word.text in classes.relatives else None

    def _many(self, layout: Layout, at: int) -> bool:
        """Whether a plural noun stands at `at`; the name of a state is none (`United States`)."""
        name = next((n for n in layout.names.values() if n.last == at + 1), None)
        return self.classes.plural(layout.words[at]) and (name is None or name.kind not in _SINGLE)

    def _joins_infinitive(self, words: list[Word], at: int) -> bool:
        return any(
            word.text == self.classes.marker or word.text in self.classes.ahead
            for word in words[max(at - _JOINED, 0) : at]
        )

    def _present(self, layout: Layout, before: int, last: int) -> Stand | None:
        word = layout.words[before]
        if self._noun_after(word) or word.text in self.named or word.text.isdigit():
            return None
        name = next((n for n in layout.names.values() if n.last == before + 1), None)
        if name is None:
            return None if word.text in self.finite and not word.capital else Stand(VERB)
        return None if name.kind == "people" else Stand(VERB)

    def _gerund(self, layout: Layout, before: int, last: int) -> Stand | None:
        text = layout.words[before].text
        if text in self.classes.be or text in self.carrying:
            return Stand(VERB)
        if (text in self.classes.coordinators or text == ",") and before > 2:
            return Stand(PARTICIPLE)
        return Stand(LOOSE) if text in self.leading else None

    def _past(self, layout: Layout, before: int, last: int) -> Stand | None:
        word, classes = layout.words[before], self.classes
        if word.text in classes.be or word.text in classes.perfect:
            return None  # the participle's reading
        if word.text in classes.determiners or word.text in self.named:
            return None
        if last < len(layout.words) and layout.words[last].text in classes.agents:
            return Stand(PARTICIPLE, passive=True)
        if self._noun_after(word) and not any(g.last == before + 1 for g in layout.groups):
            return None
        return Stand(VERB)

    def _participle(self, layout: Layout, before: int, last: int) -> Stand | None:
        text = layout.words[before].text
        if text in self.classes.be:
            return Stand(VERB, passive=True)
        if text in self.classes.perfect:
            return Stand(VERB)
        if text in self.classes.coordinators or text == ",":
            return self._joined_participle(layout.words, before)
        return None

    def _joined_participle(self, words: list[Word], at: int) -> Stand | None:
        """`was arrested and beaten`, `have met and signed`."""
        for word in reversed(words[max(at - _JOINED, 0) : at]):
            if word.text in self.classes.be:
                return Stand(VERB, passive=True) if words[at].text != "," else None
            if word.text in self.classes.perfect:
                return Stand(VERB)
        return None
