"""Persons whose state a list of who took part tells: `X, Minister of Trade, represented Togo`, `X, Premier, Togo;`."""

from __future__ import annotations

from itertools import pairwise

from communique.lexicon.lexicon import Lexicon
from communique.mentions.refs import Ref
from communique.reading.draft import Draft
from communique.world.states import STATES

_REACH = 3
"""Items between a word for representing and the state."""
_TITLE = 24
"""Items of a name and its titles before that word."""
_LISTED = 2
"""Semicolons of a list that parts those who took part, at least."""


def place_delegates(drafts: list[Draft], lexicon: Lexicon) -> None:
    """Give those who represent a state, or stand in a list with one, that state."""
    standing = frozenset(lexicon.grammar.representing)
    if not standing:
        return
    for draft in drafts:
        open_persons = [r for r in draft.refs if _open(r)]
        if not open_persons:
            continue
        if not standing.isdisjoint(draft.texts):
            _represent(draft, open_persons, standing, lexicon)
        if sum(item.text == ";" for item in draft.items) >= _LISTED:
            _listed(draft, open_persons)


def _represent(draft: Draft, persons: list[Ref], standing: frozenset[str], lexicon: Lexicon) -> None:
    """`X, Minister of Trade, represented Togo`; `Togo was represented by X`."""
    items, words = draft.items, lexicon.words
    for at, item in enumerate(items):
        if item.text not in standing:
            continue
        passive = at > 0 and items[at - 1].text in words.passive
        states = [r for r in draft.refs if _state(r) is not None]
        if passive:
            owner = next((r for r in reversed(states) if 0 < at - r.last < _REACH), None)
            person = next((r for r in persons if r.first - at > 0 and r.prep in words.agents), None)
        else:
            owner = next((r for r in states if 0 < r.first - at <= _REACH), None)
            person = next((r for r in reversed(persons) if 0 <= at - r.last < _TITLE), None)
            if person is not None and any(i.text in (";", ".") for i in items[person.last : at]):
                person = None
        _give(person, owner)


def _listed(draft: Draft, persons: list[Ref]) -> None:
    """`X, Prime Minister, Togo; Y, …`: the one state between two semicolons is that of the one person there."""
    stops = [-1, *(n for n, item in enumerate(draft.items) if item.text == ";"), len(draft.items)]
    for first, last in pairwise(stops):
        inside = [r for r in draft.refs if first < r.first < last]
        named = [r for r in inside if r.name]
        states = [r for r in inside if not r.name and r.states and r.states[0] in STATES]
        if len(named) == 1 and named[0] in persons and len({r.states for r in states}) == 1:
            _give(named[0], states[0])


def _open(ref: Ref) -> bool:
    return ref.person is not None and ref.name is not None and not ref.states and ref.person.country is None


def _state(ref: Ref) -> str | None:
    """The state that a reference names by itself."""
    return ref.states[0] if not ref.name and len(ref.states) == 1 and ref.states[0] in STATES else None


def _give(person: Ref | None, owner: Ref | None) -> None:
    if person is not None and owner is not None and person.person is not None:
        person.person.country = owner.states[0]
