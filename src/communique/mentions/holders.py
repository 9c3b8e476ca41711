"""People whose office the sentence tells behind their bare name: in a relative clause, by a counterpart."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.names import NameReader
from communique.mentions.refs import Ref
from communique.mentions.titles import STATE_TYPES, TitleReader, code_of

_NAME_WORDS = 2


class HolderFinder:
    """Finds untitled holders of offices in one language; stateless between sentences."""

    def __init__(self, lexicon: Lexicon, names: NameReader, titles: TitleReader) -> None:
        self.words = lexicon.words
        self.names = names
        self.articles = titles.articles
        self.verbs = frozenset(lexicon.grammar.heading_verbs)

    def heading(self, text: str, items: list[Item], refs: list[Ref], strict: bool) -> Ref | None:
        """`X, who heads the Kenyan Roads Commission,`: a person whom a relative clause gives a body."""
        words = self.words
        if not self.verbs or self.verbs.isdisjoint([item.text for item in items]):
            return None
        for at in range(2, len(items) - 3):
            if items[at].text not in words.relatives or items[at + 1].text not in self.verbs:
                continue
            if items[at - 1].text != "," or any(r.last > at - 2 and r.first < at for r in refs):
                continue
            run = self.names.backward(items, at - 1, strict)
            if run is None or run[1] - run[0] < _NAME_WORDS:
                return None
            ref = Ref.over("person", items, run[0], run[1])
            self.names.give(text, ref, items, run)
            end, states = self._headed_body(items, at + 2)
            if end is None:
                return None
            ref.role, ref.role_text = "agency_head", text[items[at + 1].start : items[end - 1].end]
            ref.states = states
            return ref
        return None

    def _headed_body(self, items: list[Item], at: int) -> tuple[int | None, tuple[str, ...]]:
        """Where the name of a body ends that begins at `at`, behind articles, and the state in it."""
        while at < len(items) and items[at].text in self.articles:
            at += 1
        end = at
        states: tuple[str, ...] = ()
        while end < len(items) and items[end].capital:
            if items[end].is_type(*STATE_TYPES) and not states:
                states = (code_of(items[end]),)
            end += 1
        return (end if end > at else None), states

    def facing(self, text: str, items: list[Item], refs: list[Ref], strict: bool) -> Ref | None:
        """`X met his Chilean counterpart`: the bare name that opens a sentence and has a counterpart in it."""
        other = next((r for r in refs if r.counterpart), None)
        if other is None or not other.first or items[other.first - 1].text not in self.words.possessives:
            return None
        run = self.names.forward(items, 0, strict)
        if run is None or run[1] - run[0] < _NAME_WORDS or refs[0].first < run[1]:
            return None
        if any(r.name or r.role or r.kind == "pronoun" for r in refs if r.first < other.first):
            return None
        ref = Ref.over("person", items, run[0], run[1])
        self.names.give(text, ref, items, run)
        return ref
