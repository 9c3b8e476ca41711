"""What persons say of states in their own turns: who speaks mostly tells what his own state does."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from communique.mentions.person import Person
from communique.reading.draft import Draft
from communique.reading.labels import label_of

_NAMED, _AGAIN = 6.0, 2.0
_MOST = 3


class OwnWords:
    """Reasons for a person's state, from the turns that a transcript gives the person."""

    def __init__(self, drafts: list[Draft]) -> None:
        self.drafts = drafts

    def reasons(self, person: Person) -> list[tuple[str, float]]:
        """The states that are subjects of the person's sentences, the more the oftener."""
        told = self._told.get(person, Counter())
        return [(state, _NAMED + _AGAIN * min(number - 1, _MOST)) for state, number in told.items()]

    @cached_property
    def _told(self) -> dict[Person, Counter[str]]:
        """By person, how many sentences of the person's turns begin with each state."""
        found: dict[Person, Counter[str]] = {}
        floor: Person | None = None
        for draft in self.drafts:
            label = label_of(draft)
            if label is not None:
                floor = label.person
            elif draft.segment.kind != "sentence":
                floor = None
            first = next((r for r in draft.refs if r is not label), None)
            if floor is None or first is None or first.kind != "state" or first.prep or first.weak:
                continue
            if len(first.states) == 1 and draft.items[first.first].is_type("state"):
                found.setdefault(floor, Counter())[first.states[0]] += 1
        return found
