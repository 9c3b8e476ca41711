"""How a reference stands in its sentence before anybody is placed: its states, subject or place."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.mentions.refs import Ref
from communique.world.states import STATES

_LINE_MARKS = frozenset(":-")


def known_states(ref: Ref) -> tuple[str, ...]:
    """The states a reference has by itself, organisations aside."""
    if ref.kind == "org":
        return ()
    if ref.person is not None and ref.person.country:
        return (ref.person.country,) if ref.person.country in STATES else ()
    states = ref.states
    if len(states) == 1:
        return states if states[0] in STATES else ()
    return tuple([s for s in states if s in STATES]) if states else ()


def may_act(ref: Ref) -> bool:
    """Whether a reference may be its clause's subject."""
    return (
        not ref.prep
        and not ref.objective
        and not ref.weak
        and (bool(known_states(ref)) or ref.kind == "pronoun")
    )


def is_place(ref: Ref, lexicon: Lexicon) -> bool:
    """Whether a reference only says where something is."""
    return not ref.role and not ref.name and not ref.weak and ref.prep in lexicon.words.place_preps


def heads_line(items: list[Item], ref: Ref) -> bool:
    """`JAKARTA: …`, `NAIROBI- …`: whether a place or a name only opens a line."""
    return ref.first == 0 and ref.last < len(items) and items[ref.last].text in _LINE_MARKS
