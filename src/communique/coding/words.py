"""A sentence as words with their place and case, and what the word classes of the pack say of each."""

from __future__ import annotations

from typing import NamedTuple

from communique.lexicon.events import Events
from communique.text.fold import fold
from communique.text.tokens import TOKEN


class Word(NamedTuple):
    """One token: its span in the text, its folded form, whether it is written with a capital."""

    start: int
    end: int
    text: str
    capital: bool


def words_of(text: str, folded: str, start: int, end: int) -> list[Word]:
    """The tokens of `text[start:end]`; a hyphen left at a token's end is not part of it."""
    out = []
    for match in TOKEN.finditer(folded, start, end):
        s, e = match.span()
        if e - s > 1 and folded[e - 1] == "-":
            e -= 1
        out.append(Word(s, e, folded[s:e], text[s].isupper()))
    return out


class Classes:
    """The pack's word classes as this package asks for them."""

    def __init__(self, events: Events) -> None:
        words = events.lexicon.words
        grammar = events.grammar
        self.determiners = words.determiners | words.possessives
        self.coordinators = words.coordinators
        self.joining = words.coordinators - words.contrast
        self.relatives = words.relatives
        self.content = words.content
        self.prepositions = words.prepositions | frozenset(grammar.places)
        self.agents = words.agents
        self.negation = frozenset(grammar.negation)
        self.ahead = frozenset(grammar.ahead)
        self.background = frozenset(grammar.background)
        self.attribution = frozenset(grammar.attribution)
        self.places = frozenset(grammar.places)
        self.nouns_after = frozenset(grammar.nouns_after)
        self.be = words.be | words.passive
        self.perfect = words.perfect
        self.pronouns = words.masculine | words.feminine | words.plural | frozenset(grammar.neuter)
        self.say = events.say
        self.adverbs = words.adverbs
        self.auxiliaries = frozenset(grammar.auxiliaries) | self.ahead
        self.weak = words.subordinators & words.prepositions
        """Words that open a clause or only a phrase (`as`)."""
        self.adverb_endings = tuple(grammar.adverb_endings)
        self.plurals = frozenset(grammar.plurals)
        self.plural_endings = tuple(grammar.plural_endings)
        self.of = frozenset(grammar.of)
        self.calendar = _calendar_words(events)
        self.marker = events.lexicon.properties.infinitive_marker
        self.genitives = frozenset(events.lexicon.properties.genitive_endings)
        self.modifiers = frozenset(events.lexicon.roles.modifiers) | words.skip
        self.stops = (
            self.determiners
            | self.coordinators
            | self.relatives
            | self.content
            | self.prepositions
            | self.negation
            | self.ahead
            | self.background
            | self.be
            | self.perfect
            | self.pronouns
            | self.say
        )

    def adverb(self, word: Word) -> bool:
        """Whether a word is an adverb by the list or by its ending."""
        return word.text in self.adverbs or (
            len(word.text) > 4 and not word.capital and word.text.endswith(self.adverb_endings)
        )

    def plural(self, word: Word) -> bool:
        """Whether a noun is plural."""
        return word.text in self.plurals or word.text.endswith(self.plural_endings)

    def day(self, word: Word) -> bool:
        """Whether a word names a day or month."""
        return word.capital and word.text in self.calendar

    def halts(self, word: Word) -> bool:
        """Whether a word ends a group of words about one actor: function words, marks, days and months."""
        return (
            word.text in self.stops
            or self.day(word)
            or not (word.text[0].isalnum() or word.text in self.genitives)
        )


def _calendar_words(events: Events) -> frozenset[str]:
    found: set[str] = set()
    for table in ("weekdays", "months"):
        for names in events.lexicon.calendar[table].values():
            found.update(fold(name) for name in names)
    return frozenset(found)
