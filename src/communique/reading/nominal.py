"""Verb forms that tell of a noun or are one: compounds, reduced relatives, nouns spelled as verbs."""

from __future__ import annotations

from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence

_AGENT = 2
_FUNDED = 8
"""Items between a sum and the infinitive that it is for."""


def nominal(sentence: Sentence, hit: CueHit) -> str | None:
    """Why a cue's verb form is no act of a side: it describes a noun, is one, or tells what a sum is for."""
    properties = sentence.lexicon.properties
    if not hit.form or properties.verbs_unchanging or not properties.word_boundary:
        return None
    if _compound(sentence, hit):
        return "a participle written to the word before it"
    if _by_others(sentence, hit):
        return "a participle with an agent of its own"
    if _noun(sentence, hit):
        return "a noun, not a verb"
    if _titling(sentence, hit):
        return "only what an instrument is about"
    return "only what a sum is for" if _funded(sentence, hit) else None


def _compound(sentence: Sentence, hit: CueHit) -> bool:
    """`the French-backed rebels`: a form that a hyphen joins to the word before it."""
    items, at = sentence.items, hit.first - 1
    return at > 0 and items[at].text == "-" and items[at - 1].end == items[at].start


def _by_others(sentence: Sentence, hit: CueHit) -> bool:
    """`the rebels supported by France`: a participle without an auxiliary, and its agent right behind it."""
    items, words = sentence.items, sentence.words
    if hit.passive or items[hit.first].text not in sentence.lexicon.lemmas["part"] or hit.first < 1:
        return False
    if hit.last >= len(items) or items[hit.last].text not in words.agents:
        return False
    return any(0 < r.first - hit.last <= _AGENT and r.states for r in sentence.refs)


def _noun(sentence: Sentence, hit: CueHit) -> bool:
    """`project support`: a word spelled as the plain form, right behind a noun and with a single side before it."""
    lexicon, words, at = sentence.lexicon, sentence.words, hit.first - 1
    marked = lexicon.properties.infinitive_marker
    if not marked or at < 1 or sentence.items[hit.first].text not in lexicon.lemmas["inf"]:
        return False
    before = sentence.items[at]
    plain = before.term is None and before.text.isalpha() and not before.capital
    acting = before.start in sentence.verb_starts and before.text not in lexicon.lemmas["inf"]
    if not plain or before.text == marked or acting:
        return False
    if before.text in lexicon.closed or before.text in lexicon.leads or before.text in lexicon.auxiliaries:
        return False
    if before.text in words.negation or before.text in words.adverbs or lexicon.is_adverb(before.text):
        return False
    subject = sentence.subject(hit)
    several = any(r.kind == "group" or r.plural for r in subject) or len(sentence.states(subject)) > 1
    return not several and not any(r.first <= at < r.last for r in sentence.refs)


def _titling(sentence: Sentence, hit: CueHit) -> bool:
    """`an agreement to support the port`: the infinitive of a stance right behind an instrument's noun."""
    at = hit.first - 1
    if hit.form != "inf" or "stance" not in hit.cue.set or at < 1:
        return False
    marked = sentence.items[at].text == sentence.lexicon.properties.infinitive_marker
    return marked and any(
        h.last == at and "instrument" in h.cue.set for h in sentence.cues.get("agreement", ())
    )


def _funded(sentence: Sentence, hit: CueHit) -> bool:
    """`announced 3 million euros to support farmers`: the infinitive of what a sum is spent on."""
    marker = sentence.lexicon.properties.infinitive_marker
    if hit.form != "inf" or not marker or hit.first < 1 or sentence.items[hit.first - 1].text != marker:
        return False
    money = sentence.finders.amounts.money
    sums = [sentence.item_at(a.start) for a in sentence.amounts() if a.unit in money and a.end <= hit.start]
    if not sums or hit.first - sums[-1] > _FUNDED:
        return False
    between = sentence.items[sums[-1] : hit.first]
    return not any(i.start in sentence.verb_starts or i.text == "," for i in between)
