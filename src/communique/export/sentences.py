"""Where in its text a record stands: in which sentence, and whether that is in the opening paragraph."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from communique.export.facts import Facts
from communique.ledger.stored import Stored
from communique.lexicon import languages, load
from communique.text.segmenter import segment
from communique.text.segments import Segment


class InText(NamedTuple):
    """`number` counts sentences from 1, headlines and captions not among them; 0 for what stands in none."""

    number: int
    opening: bool
    length: int


def place_in_text(telling: Stored, facts: Facts) -> InText:
    """Where the first quote of a record stands; `length` is that of the text in code points."""
    text = facts.text(telling)
    start = telling.record.evidence[0].start
    opening: int | None = None
    number = 0
    for piece in _pieces(text, telling.document.lang):
        if piece.kind != "sentence":
            continue
        opening = piece.paragraph if opening is None else opening
        number += 1
        if piece.start <= start < piece.end:
            return InText(number, piece.paragraph == opening, len(text))
    return InText(0, False, len(text))


@lru_cache(maxsize=64)
def _pieces(text: str, lang: str) -> list[Segment]:
    if lang not in languages():
        return []
    lexicon = load(lang)
    return segment(text, lexicon.properties, lexicon.grammar)
