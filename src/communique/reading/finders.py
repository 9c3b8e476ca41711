"""The finders of one language, built once and shared by all sentences."""

from __future__ import annotations

from functools import cache, cached_property

from communique.lexicon import load
from communique.lexicon.lexicon import Lexicon
from communique.lexicon.phrases import PhraseMatcher
from communique.mentions.actors import ActorFinder
from communique.mentions.amounts import AmountFinder
from communique.mentions.characters import Characters
from communique.mentions.dates import DateFinder
from communique.mentions.joined import JoinedWords
from communique.mentions.marked import marks_of
from communique.mentions.name_runs import NameRuns
from communique.mentions.short_states import ShortStates
from communique.mentions.syllables import Syllables
from communique.reading.company import Companies
from communique.reading.tails import Tails
from communique.syntax.complement import Complements
from communique.text.marks import Marks


class Finders:
    """Everything that is built from a lexicon and used on every sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        numbers = lexicon.numbers
        self.lexicon = lexicon
        self.actors = ActorFinder(lexicon)
        self.joined = JoinedWords(lexicon, lexicon.proclitics) if lexicon.proclitics else None
        self.syllables = Syllables(lexicon) if lexicon.properties.syllables_apart else None
        self.characters = None if lexicon.properties.word_boundary else Characters(lexicon)
        self.name_runs = NameRuns(lexicon, self.characters) if self.characters is not None else None
        self.short_states = ShortStates(lexicon)
        self.companies = Companies(lexicon.cues, lexicon.properties.word_boundary)
        self.dates = DateFinder(lexicon)
        self.amounts = AmountFinder(lexicon)
        self.complements = Complements(lexicon)
        self.tails = Tails(lexicon.links, lexicon.properties.word_boundary, lexicon.proclitics)
        self.noun_measures = {w: m.measure for m in reversed(numbers.measures) for w in m.words}
        self.phrases = PhraseMatcher(
            {
                **{f"measure:{i}": m.words for i, m in enumerate(numbers.measures)},
                **{f"format:{name}": words for name, words in lexicon.grammar.formats.items()},
                "up": numbers.change_up,
                "down": numbers.change_down,
                "yoy": numbers.yoy,
                "compared": numbers.compared,
                "avg_annual": numbers.avg_annual,
                "intended": numbers.intended,
                "planned": numbers.planned,
                "requested": numbers.requested,
                "taker": numbers.takers,
                "partitive": numbers.partitives,
                "superlative": numbers.superlatives,
                "occasion": lexicon.grammar.occasions,
                "part": lexicon.grammar.work_parts,
                "route": lexicon.grammar.route_verbs,
                "work": lexicon.grammar.work_signs,
                "host": lexicon.grammar.event_hosts,
                **{f"status:{name}": words for name, words in lexicon.grammar.work_statuses.items()},
            },
            lexicon.properties.word_boundary,
            lexicon.proclitics,
        )

    @cached_property
    def marks(self) -> Marks:
        """What restores the marks of a text without them; built when the first such text is met."""
        return marks_of(self.lexicon)

    def measure_of_noun(self, noun: str) -> str | None:
        """The measure that a counted noun tells: its own, its first word's, or its last part's."""
        own = self.noun_measures.get(noun) or self.noun_measures.get(noun.split(" ", 1)[0])
        if own or not self.lexicon.properties.compounds:
            return own
        found = (self.noun_measures.get(noun[cut:]) for cut in range(2, len(noun) - 4))
        return next((measure for measure in found if measure), None)


@cache
def finders(lang: str) -> Finders:
    """The finders of a language; built once a process."""
    return Finders(load(lang))
