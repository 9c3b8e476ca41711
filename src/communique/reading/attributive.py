"""Participles that only describe a noun, and tell of nobody's act."""

from __future__ import annotations

from communique.lexicon.verbs import FINITE
from communique.reading.about_final import ends_clause
from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence

_TWOFOLD = frozenset({"past", "past_pl", "part"})
"""Tags of verb forms that a participle's adjective may look like."""


def attributive(sentence: Sentence, hit: CueHit) -> bool:
    """A form inside a subordinate clause that does not end it: a participle before its noun, no verb."""
    clause = sentence.clauses.all[hit.clause]
    if beside_noun(sentence, hit):
        return True
    if clause.kind not in ("sub", "content") or hit.form not in FINITE or hit.tail_first > hit.last:
        return False
    return (
        not ends_clause(sentence, hit.last) and sentence.items[hit.last].text not in sentence.lexicon.finite
    )


def beside_noun(sentence: Sentence, hit: CueHit) -> bool:
    """`die vom Hunger bedrohten Menschen`: a participle's adjective in a clause that has its finite verb before."""
    if hit.form not in _TWOFOLD or not sentence.lexicon.properties.verb_final or hit.tail_first > hit.last:
        return False
    items, of = sentence.items, sentence.clauses.of
    if hit.last >= len(items) or not items[hit.last].capital:
        return False
    text, participles = items[hit.first].text, sentence.lexicon.lemmas["part"]
    endings = sentence.lexicon.properties.adjective_endings
    if not any(end and text.endswith(end) and text.removesuffix(end) in participles for end in endings):
        return False
    for at in range(hit.first - 1, sentence.clauses.all[hit.clause].first - 1, -1):
        item = items[at]
        if item.text in (",", ";", ":") or item.text in sentence.words.coordinators:
            return False
        if of[at] == hit.clause and item.text in sentence.lexicon.finite and not item.capital:
            return item.start in sentence.verb_starts or item.text in sentence.lexicon.leads
    return False
