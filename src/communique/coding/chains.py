"""How groups hang together: the preposition that governs one, and `A, B and C` as one side."""

from __future__ import annotations

from communique.coding.groups import Group
from communique.coding.words import Classes, Word
from communique.lexicon.events import Events

_REACH = 6
"""So many words may stand between a preposition and the group it governs."""
_LISTED = 4
"""So many groups are looked at for the `and` that ends a list."""


class Chains:
    """Links the groups of one language's sentences."""

    def __init__(self, events: Events, classes: Classes) -> None:
        self.classes = classes
        self.verbs = events.verbs

    def link(self, words: list[Word], groups: list[Group]) -> None:
        """Set preposition and chain of each group; sectors pass back to adjectives (`A and B troops`)."""
        for group in groups:
            group.preposition = self._governor(words, group.first)
        number = 0
        for i, group in enumerate(groups):
            joined = i > 0 and self._joins(words, groups, i)
            number += not joined
            group.chain = number
            if joined:
                group.preposition = groups[i - 1].preposition
        for here, after in zip(reversed(groups[:-1]), reversed(groups[1:]), strict=True):
            if here.chain == after.chain and not here.place:
                here.sector = here.sector or after.sector

    def _governor(self, words: list[Word], first: int) -> int | None:
        """The preposition before a group, past determiners and adjectives; None: there is none."""
        classes = self.classes
        for at in range(first - 1, max(first - 1 - _REACH, -1), -1):
            text = words[at].text
            if text in classes.prepositions:
                return at
            if text in classes.determiners or text in classes.genitives:
                continue
            if classes.halts(words[at]) or (text in self.verbs and not self._adjectival(words, at)):
                return None
        return None

    def _adjectival(self, words: list[Word], at: int) -> bool:
        before = words[at - 1].text if at else ""
        return before in self.classes.determiners or before in self.classes.nouns_after

    def _joins(self, words: list[Word], groups: list[Group], i: int) -> bool:
        between = [word.text for word in words[groups[i - 1].last : groups[i].first]]
        while between and (between[-1] in self.classes.determiners or between[-1] in self.classes.modifiers):
            if between[0] == "," and len(between) == 2:
                return False  # `Ghana, a neighbour`: an apposition
            between.pop()
        if between and between[-1] in self.classes.joining:
            return between[:-1] in ([], [","])
        return between == [","] and self._listed(words, groups, i)

    def _listed(self, words: list[Word], groups: list[Group], i: int) -> bool:
        """A comma joins when the list ends in `and`."""
        for k in range(i + 1, min(i + 1 + _LISTED, len(groups))):
            between = [word.text for word in words[groups[k - 1].last : groups[k].first]]
            if between and between[0] in self.classes.coordinators:
                return len(between) <= 2
            if between != [","]:
                return False
        return False
