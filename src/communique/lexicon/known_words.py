"""The words of a pack that a text without spaces is cut into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from communique.lexicon.lexicon import Term
from communique.lexicon.shape import Cue, Grammar, Numbers, Roles

_NAMES = frozenset(
    {
        "surnames",
        "name_letters",
        "given_names",
        "side_marks",
        "short_state_leads",
        "loose_short_states",
        "not_names",
    }
)
"""Lists of the grammar that tell names, not words."""


def known_words(
    grammar: Grammar,
    roles: Roles,
    numbers: Numbers,
    sectors: dict[str, list[str]],
    calendar: dict[str, Any],
    verbs: dict[str, list[str]],
    cues: Mapping[str, Cue],
    terms: Mapping[str, tuple[Term, ...]],
) -> list[str]:
    """Every word and phrase that the pack's files hold, but names of states, persons and titles."""
    closed = {key: value for key, value in msgspec.structs.asdict(grammar).items() if key not in _NAMES}
    words = set(_strings([closed, sectors, calendar, verbs, msgspec.to_builtins(numbers)]))
    words.update((*roles.of, *roles.modifiers, *roles.portfolios))
    for cue in cues.values():
        words.update((*cue.beside, *cue.not_beside))
    for literal, rows in terms.items():
        for row in rows:
            if row.type == "cue":
                words.add(literal)
                words.update(word for tail in row.tails for word in tail)
    bare = {word.strip("*$").lower() for word in words if " " not in word}
    return sorted(bare - {""})


def _strings(value: object) -> Iterator[str]:
    """All strings of nested tables and lists; those of a table's keys that are words too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from (_strings(part) if not isinstance(part, int | float) else (key,))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)
