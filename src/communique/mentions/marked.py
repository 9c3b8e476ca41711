"""The words of a pack that a text without marks may be read by, those first that are rather meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from communique.lexicon.lexicon import Lexicon
from communique.text.marks import Marks

_NAMES = frozenset({"state", "capital", "org", "metonym"})


def marks_of(lexicon: Lexicon) -> Marks:
    """What restores marks in texts of one language; built when the first such text is met."""
    names = {
        literal
        for literal, terms in zip(lexicon.literals, lexicon.terms, strict=True)
        if any(term.type in _NAMES for term in terms)
    }
    return Marks(dict.fromkeys(_listed(lexicon)), frozenset(names))


def _listed(lexicon: Lexicon) -> Iterator[str]:
    words, numbers = lexicon.words, lexicon.numbers
    yield from _strings(lexicon.calendar)
    for closed in (
        words.prepositions,
        lexicon.verb_words,
        words.adverbs,
        words.perfect,
        words.futures,
        words.coordinators,
        words.subordinators,
        words.negation,
        words.honorifics,
        words.determiners,
    ):
        yield from sorted(closed)
    yield from (*numbers.scales, *numbers.cardinals)
    yield from _strings(msgspec.to_builtins(lexicon.grammar))
    yield from _strings(msgspec.to_builtins(numbers))
    yield from _strings(msgspec.to_builtins(lexicon.roles))
    yield from lexicon.sector_words
    yield from lexicon.literals
    for cue in lexicon.cues.values():
        yield from (*cue.beside, *cue.not_beside)


def _strings(value: Any) -> Iterable[str]:
    """All strings in a tree of tables and lists."""
    if isinstance(value, str):
        yield value.lower()
    elif isinstance(value, dict):
        for key, inside in value.items():
            yield str(key).lower()
            yield from _strings(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _strings(inside)
