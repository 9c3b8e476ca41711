"""Acts that no side did: what a storm or a crash does, and participles that only tell a circumstance."""

from __future__ import annotations

from communique.reading.acting import Acting
from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence

_NOUN = 2
"""Items from a relative back to what stands before its noun."""


def struck_by_thing(sentence: Sentence, hit: CueHit, found: Acting) -> str | None:
    """`the floods in Togo, which killed ten`, `a storm that hit Togo`: what is told of strikes, not a side."""
    if hit.cue.set["plover"] != "ASSAULT" or hit.passive or not hit.form:
        return None
    clause = sentence.clauses.all[hit.clause]
    places = sentence.words.place_preps
    if clause.kind == "relative" and found.subject and all(r.prep in places for r in found.subject):
        return "where it happened does not act"
    return "what is told of strikes, not a side" if _behind_noun(sentence, hit) else None


def _behind_noun(sentence: Sentence, hit: CueHit) -> bool:
    """Whether a relative stands right before the verb, and before it a plain noun."""
    items, words, lexicon = sentence.items, sentence.words, sentence.lexicon
    at = hit.first - 1
    while at > 0 and items[at].text in lexicon.before_verbs:
        at -= 1
    if at < 1 or not (items[at].text in words.content or items[at].text in words.relatives):
        return False
    noun = items[at - 1]
    if noun.term is not None or noun.capital or not noun.text.isalpha():
        return False
    if noun.start in sentence.verb_starts and (at < _NOUN or items[at - _NOUN].text not in lexicon.articles):
        return False
    return not any(r.first <= at - 1 < r.last for r in sentence.refs)


def circumstance(sentence: Sentence, hit: CueHit) -> str | None:
    """`…, given the closeness of the two`: a participle behind a comma that has an object and no subject."""
    items = sentence.items
    if hit.form != "part" or hit.passive or hit.last >= len(items):
        return None
    opens = hit.first == 0 or items[hit.first - 1].text == ","
    return (
        "a circumstance, not an act" if opens and items[hit.last].text in sentence.words.determiners else None
    )
