"""Verbs whose prefix stands apart: `traf in Lima ein` tells of an arrival, and nobody was met."""

from __future__ import annotations

from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence

_CLOSING = frozenset({",", ".", ";", ":", "!", "?", ")", '"'})


def lacks_prefix(sentence: Sentence, ready: CueHit) -> bool:
    """Whether a finite verb is only the first part of another one, whose prefix closes its clause."""
    items, of = sentence.items, sentence.clauses.of
    particles = sentence.lexicon.particles.get(items[ready.first].text)
    if particles is None or sentence.texts.isdisjoint(particles):
        return False
    joins = sentence.words.coordinators
    for at in range(ready.last, sentence.clauses.all[ready.clause].last):
        item = items[at]
        if of[at] != ready.clause:
            continue
        if item.text in joins and at + 1 < len(items) and items[at + 1].text in sentence.lexicon.finite:
            return False  # another verb's clause goes on
        if item.text in particles and not item.capital and _closes(sentence, at):
            return not ready.tail_first <= at < ready.tail_last
    return False


def _closes(sentence: Sentence, at: int) -> bool:
    """Whether a mark or a coordinator stands behind an item, or nothing."""
    if at + 1 >= len(sentence.items):
        return True
    behind = sentence.items[at + 1].text
    return behind in _CLOSING or behind in sentence.words.coordinators
