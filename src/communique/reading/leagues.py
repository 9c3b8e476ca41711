"""Which organisation a person heads or is of, where the title alone does not say."""

from __future__ import annotations

from functools import cached_property

from communique.lexicon.lexicon import Lexicon
from communique.mentions.person import Person
from communique.reading.draft import Draft
from communique.reading.offices import offices_told
from communique.text.fold import fold
from communique.world.organisations import ORGANISATIONS

_REACH = 6
"""Sentences back to the organisation that somebody heads."""


class Leagues:
    """Finds the organisations of one document's persons."""

    def __init__(self, drafts: list[Draft], at: dict[int, int], lexicon: Lexicon) -> None:
        self.drafts = drafts
        self.at = at
        self.lexicon = lexicon

    def headed(self, person: Person) -> str | None:
        """The organisation that a secretary general without one is of.

        That is the only one named shortly before, else the one that the title tells, else the one named last.
        """
        index, start, _ = person.where[0]
        last = self.at[index]
        named: dict[str, None] = {}
        for number in range(last, max(-1, last - _REACH), -1):
            if self.drafts[number].segment.article != self.drafts[last].segment.article:
                break
            for other in reversed(self.drafts[number].refs):
                if other.kind == "org" and other.states and (number < last or other.start < start):
                    named.setdefault(other.states[0])
        return next(iter(named if len(named) == 1 else [*self._told(person), *named]), None)

    def served(self, person: Person) -> str | None:
        """The organisation of the text that a title is known of (`Commissioner X`, where the EU is named)."""
        told = (code for code in self._told(person) if code in ORGANISATIONS)
        return next((code for code in told if code in self._named), None)

    def _told(self, person: Person) -> list[str]:
        return offices_told(fold(person.role_text or ""), self.lexicon)

    @cached_property
    def _named(self) -> frozenset[str]:
        """The organisations that the text names."""
        refs = (ref for draft in self.drafts for ref in draft.refs if ref.kind == "org" or ref.organization)
        named = (code for ref in refs for code in (*ref.states, ref.organization) if code)
        weak = (s for draft in self.drafts for r in draft.refs if r.kind == "weak" for s in r.states)
        return frozenset((*named, *weak))
