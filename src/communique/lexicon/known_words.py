"""The words of a pack that a text without spaces is cut into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
    """Every word that the pack's files hold, but names of states, persons and titles.

    Of the phrases of cues and sectors those are left out that fall apart into other words.
    """
    closed = {key: value for key, value in msgspec.structs.asdict(grammar).items() if key not in _NAMES}
    listed = [closed, calendar, verbs, msgspec.to_builtins(numbers)]
    words = _bare([*_strings(listed), *roles.of, *roles.modifiers, *roles.portfolios])
    phrases = set(_strings(sectors))
    for cue in cues.values():
        phrases.update((*cue.beside, *cue.not_beside))
    for literal, rows in terms.items():
        for row in rows:
            if row.type == "cue":
                phrases.add(literal)
                phrases.update(word for tail in row.tails for word in tail)
    marks = frozenset(
        (*grammar.possessive_marks, *grammar.futures, *grammar.perfect_auxiliaries, *grammar.negation)
    )
    for phrase in sorted(_bare(phrases), key=lambda word: (len(word), word)):
        if not _falls_apart(phrase, words, marks):
            words.add(phrase)
    return sorted(words)


def _bare(words: Iterable[str]) -> set[str]:
    return {word.strip("*$").lower() for word in words if " " not in word} - {""}


def _falls_apart(phrase: str, words: set[str], marks: frozenset[str]) -> bool:
    """Whether a phrase is a row of known words of two characters and more, and of the words in `marks`."""
    ends = [0]
    for end in range(1, len(phrase) + 1):
        pieces = (phrase[start:end] for start in ends if (start, end) != (0, len(phrase)))
        if any((len(piece) > 1 and piece in words) or piece in marks for piece in pieces):
            ends.append(end)
    return ends[-1] == len(phrase)


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
