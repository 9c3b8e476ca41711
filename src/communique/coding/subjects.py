"""Finds who acts: the subject of a verb, across sources, relative clauses and clauses without one."""

from __future__ import annotations

from communique.coding.groups import Group
from communique.coding.layout import BREAKS, Layout
from communique.coding.matching import Match
from communique.coding.words import Classes
from communique.lexicon.events import Events

_ANTECEDENT = 4
"""So many words may stand between a group and the relative clause that belongs to it."""


class Subjects:
    """Finds subjects in one language."""

    def __init__(self, events: Events, classes: Classes) -> None:
        self.classes = classes
        self.say = events.say

    def subject(self, layout: Layout, verb: int) -> list[Group]:
        """The groups joined by `and` that are the subject of the verb at `verb`; empty: there is none."""
        start = verb
        for at in range(verb - 1, -1, -1):
            if layout.words[at].text in self.classes.relatives:
                return self._antecedent(layout, at) or self.main(layout, at)
            if self._opens(layout, at, verb):
                break
            start = at
        found = self.free(layout, start, verb)
        if found or (start and self._stranger(layout, start, verb)):
            return found
        return self.main(layout, start) if start else self._held(layout, start, verb)

    def _stranger(self, layout: Layout, start: int, verb: int) -> bool:
        """The clause has a subject of its own that stands for no actor (`after the quake hit …`)."""
        words = layout.words[start:verb]
        own = bool(words) and words[0].text in self.classes.determiners
        return own and not any(word.text in self.classes.pronouns for word in words)

    def main(self, layout: Layout, stop: int) -> list[Group]:
        """The main clause's subject before `stop`."""
        start = min(self.first_news(layout), stop)
        return self.free(layout, start, stop) or self._held(layout, start, stop)

    def free(self, layout: Layout, start: int, stop: int) -> list[Group]:
        """The first group that no preposition governs."""
        for group in layout.groups:
            if group.first >= start and group.last <= stop and group.preposition is None:
                return chain_of(layout, group)
        return []

    def agent(self, layout: Layout, match: Match) -> list[Group]:
        """Who stands behind `by`."""
        for group in layout.groups:
            if group.first >= match.last and self._led_by(layout, group):
                return chain_of(layout, group)
        return []

    def is_place(self, layout: Layout, group: Group) -> bool:
        """Whether a group only says where."""
        at = group.preposition
        return group.place and at is not None and layout.words[at].text in self.classes.places

    @staticmethod
    def first_news(layout: Layout) -> int:
        """The first word that is no background."""
        return next((i for i, behind in enumerate(layout.background) if not behind), 0)

    def _opens(self, layout: Layout, at: int, verb: int) -> bool:
        """Whether the clause of `verb` begins behind `at`."""
        text = layout.words[at].text
        if text in BREAKS or text in self.classes.content:
            return True
        if text in self.classes.coordinators and self._new_subject(layout, at, verb):
            return True
        if text in self.say and at + 1 < verb:
            return self._has_subject(layout, at + 1, verb)
        return layout.background[at] and (not layout.background[verb] or text in self.classes.background)

    @staticmethod
    def _new_subject(layout: Layout, at: int, verb: int) -> bool:
        """`…, and Sweden expelled …`: a group behind `and` that is joined to none before it."""
        before = {group.chain for group in layout.groups if group.last <= at}
        return any(
            at < g.first <= at + _ANTECEDENT
            and g.last <= verb
            and g.preposition is None
            and g.chain not in before
            for g in layout.groups
        )

    def _has_subject(self, layout: Layout, start: int, stop: int) -> bool:
        return bool(self.free(layout, start, stop)) or any(
            word.text in self.classes.pronouns for word in layout.words[start:stop]
        )

    def _held(self, layout: Layout, start: int, stop: int) -> list[Group]:
        """A group behind a preposition (`workers at a plant of X`), but no mere place."""
        for group in layout.groups:
            if group.first >= start and group.last <= stop and not self.is_place(layout, group):
                return chain_of(layout, group)
        return []

    def _led_by(self, layout: Layout, group: Group) -> bool:
        at = group.preposition
        return at is not None and layout.words[at].text in self.classes.agents

    def _antecedent(self, layout: Layout, at: int) -> list[Group]:
        for group in reversed(layout.groups):
            if group.last <= at:
                return chain_of(layout, group) if at - group.last <= _ANTECEDENT else []
        return []


def chain_of(layout: Layout, group: Group) -> list[Group]:
    """The group with those that `and` joins to it."""
    return [g for g in layout.groups if g.chain == group.chain]


def codes_of(groups: list[Group]) -> list[str]:
    """The codes of some groups, without sectors."""
    return [code for group in groups for code in group.codes]
