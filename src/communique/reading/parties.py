"""What references stand for: states, subdivisions, one actor."""

from __future__ import annotations

from collections.abc import Iterable

from communique.kinds.record import Actor
from communique.mentions.refs import Ref


def states_of(refs: Iterable[Ref]) -> tuple[str, ...]:
    """The states and organisations of references, in order, once each."""
    out: dict[str, None] = {}
    for ref in refs:
        for state in ref.states:
            out[state] = None
    return tuple(out)


def units_of(refs: Iterable[Ref]) -> tuple[str, ...]:
    """The subdivisions of references."""
    return tuple(dict.fromkeys(u for r in refs for u in r.units))


def actor_of(refs: list[Ref]) -> Actor | None:
    """The first reference as an actor."""
    for ref in refs:
        name = ref.person.name if ref.person else None
        country = (ref.person.country if ref.person else None) or (ref.states[0] if ref.states else None)
        if name or country:
            return Actor(name, country)
    return None
