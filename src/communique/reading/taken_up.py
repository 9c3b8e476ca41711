"""Verbs of which something told before is the object: `Das kündigte X an`, `Ein weiteres ist für Mai geplant`."""

from __future__ import annotations

from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence


def takes_up(sentence: Sentence, hit: CueHit) -> bool:
    """Whether a pronoun in front of a verb, or the subject of a passive, is all that the verb tells of."""
    clause = sentence.clauses.all[hit.clause]
    first = clause.first + int(bool(clause.opener) and sentence.items[clause.first].text == clause.opener)
    if (
        hit.form
        and 0 < hit.first - first <= 1
        and sentence.items[first].text in sentence.lexicon.grammar.taken_up
    ):
        return True
    behind = sentence.items[hit.last].text if hit.last < len(sentence.items) else "."
    return hit.passive and behind != "," and _framed(sentence, hit, first)


def _framed(sentence: Sentence, hit: CueHit, first: int) -> bool:
    """Whether nothing but a phrase stands between the auxiliary of a passive and its participle."""
    items, words = sentence.items, sentence.words
    for at in range(hit.first - 1, first, -1):
        if items[at - 1].text in words.passive and sentence.clauses.of[at] == hit.clause:
            return items[at].text in words.prepositions
    return False
