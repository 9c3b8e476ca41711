"""Visits and talks told by a noun that lie ahead, where verbs come last: `wird zu einer Reise aufbrechen`."""

from __future__ import annotations

from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence


def announced(sentence: Sentence, hit: CueHit) -> bool:
    """Whether the noun is the object of what is announced, or stands under an infinitive of the future."""
    if hit.form or not sentence.lexicon.properties.verb_final:
        return False
    pledges = (h for h in sentence.cues.get("commitment", ()) if h.cue.set.get("mode") == "pledge" and h.form)
    if any(h.clause == hit.clause for h in pledges) and _is_object(sentence, hit):
        return True
    return _under_future(sentence, hit)


def _is_object(sentence: Sentence, hit: CueHit) -> bool:
    """Whether no preposition governs a noun."""
    items, words = sentence.items, sentence.words
    if items[hit.first].text in words.prepositions:
        return False
    at = hit.first - 1
    while at >= 0 and items[at].text[0].isalpha():
        if items[at].text in words.prepositions:
            return False
        if items[at].capital:
            return True
        if items[at].text in words.determiners or items[at].text in words.oblique_determiners:
            return at == 0 or items[at - 1].text not in words.prepositions
        at -= 1
    return True


def _under_future(sentence: Sentence, hit: CueHit) -> bool:
    """Whether an auxiliary of the future stands before a noun, and the infinitive that it governs behind it."""
    items, of = sentence.items, sentence.clauses.of
    first, last = sentence.clauses.all[hit.clause].first, sentence.clauses.all[hit.clause].last
    before = (items[k].text for k in range(first, hit.first) if of[k] == hit.clause)
    if sentence.words.futures.isdisjoint(before):
        return False
    verbs = [
        k for k in range(hit.last, last) if of[k] == hit.clause and items[k].start in sentence.verb_starts
    ]
    return bool(verbs) and items[verbs[0]].text in sentence.lexicon.lemmas["inf"]
