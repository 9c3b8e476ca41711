"""What a cue is about: the actions under it, or the thing it takes a stand on.

Where a cue's complement stands depends on how the language builds its clauses. Verb-first
languages name it behind the cue. Verb-final ones name it behind the comma that opens an infinitive
group or content clause, between a finite verb and the word that closes its bracket, before a verb
that ends its clause, or in front of the verb when the subject follows.
"""

from __future__ import annotations

from communique.base.spans import Span
from communique.mentions.refs import Ref
from communique.reading.about_final import (
    before_verb,
    clause_start,
    final_region,
    front_region,
    noun_region,
    stripped,
)
from communique.reading.about_first import behind_sides, first_region, noun_end, past_governor
from communique.reading.cue_hit import CueHit
from communique.reading.extent import object_end
from communique.reading.sentence import Sentence

_MANNER = 2
"""Items behind a preposition at which a phrase of manner ends (`بأشد العبارات`)."""
_JOINED = 2
"""Items before a word of a stance that is joined to another."""
_ASIDE = 14
"""Items of what commas set off between a verb and its object."""


def actions(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> list[Span]:
    """The actions under a cue, one span each; `taken` are the sides, which are no part of them."""
    if sentence.lexicon.properties.verb_final:
        region = final_region(sentence, hit, taken)
    else:
        region = first_region(sentence, hit, taken)
    if region is None:
        return []
    return sentence.complements.actions(sentence.text, sentence.items, *region)


def issue(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> Span | None:
    """The noun group or clause that a stance is about."""
    if hit.passive or hit.cue.complement == "patient":
        region = before_verb(sentence, hit, taken)
    elif _lacks_object(sentence, hit, taken):
        region = _antecedent_region(sentence, hit)
    elif hit.cue.complement == "inside":
        region = hit.last, hit.tail_first
    elif hit.cue.complement == "self":
        region = _own_noun(sentence, hit, taken)
    elif sentence.lexicon.properties.verb_final:
        region = noun_region(sentence, hit, taken)
    else:
        first = behind_sides(sentence, hit, taken)
        if sentence.lexicon.properties.verb_first:
            first = _past_asides(sentence, hit.kind, first)
        region = _object_before(sentence, hit, taken) or (first, noun_end(sentence, hit, first))
    if region is not None and _cut_off(sentence, region[0]):
        region = None
    if region is None or region[0] >= region[1]:
        region = _antecedent_region(sentence, hit)
    if region is None:
        return None
    return sentence.complements.trimmed(sentence.text, sentence.items, *region)


def _past_asides(sentence: Sentence, kind: str, first: int) -> int:
    """`أدانت مصر، في بيان، بأشد العبارات، الهجوم`: past what commas set off, and how strongly it is said."""
    items, words, at = sentence.items, sentence.words, first
    hits = sentence.cues.get(kind, ())
    manners = {h.first: h.last for h in hits if "generic" in h.cue.set or told_twice(sentence, h)}
    while at + _MANNER < len(items):
        if at in manners:
            at = manners[at]
        elif at + 1 in manners and items[at].text in words.coordinators:
            at += 1
        elif items[at].text in words.prepositions and items[at + _MANNER].text in words.adverbs:
            at += _MANNER + 1
        elif items[at].text in words.adverbs or (items[at].text == "," and at + 1 in manners):
            at += 1
        elif items[at].text != ",":
            break
        elif items[at + 1].text in words.prepositions or items[at + 1].text in words.adverbs:
            reach = range(at + 1, min(len(items), at + _ASIDE))
            closed = next((k for k in reach if items[k].text == ","), len(items))
            if items[at + 1].text in words.adverbs and closed - at > _MANNER + 1:
                at += 1
                continue
            if closed == len(items) and at in manners.values():
                return past_governor(sentence, at + 1)
            at = closed
        else:
            at += 1
    return at if at < len(items) and items[at].text not in words.relatives else first


def told_twice(sentence: Sentence, hit: CueHit) -> bool:
    """`أعربت عن إدانتها واستنكارها للهجوم`: whether a word joins the same stance to the one that tells it."""
    if not sentence.lexicon.properties.verb_first or hit.first < _JOINED:
        return False
    if sentence.items[hit.first - 1].text not in sentence.words.coordinators:
        return False
    stance, ends = hit.cue.set.get("stance"), {hit.first - 1}
    ends |= {r.first for r in sentence.refs if r.last == hit.first - 1 and not r.prep}
    return stance is not None and any(
        h is not hit and max(h.last, h.tail_last) in ends and h.cue.set.get("stance") == stance
        for h in sentence.cues.get(hit.kind, ())
    )


def _cut_off(sentence: Sentence, first: int) -> bool:
    """Whether a comma stands where the noun would, in front of which its phrase stood (`对此坚决反对,已…`)."""
    if not sentence.lexicon.properties.objects_before or first >= len(sentence.items):
        return False
    return sentence.items[first].text == ","


def _object_before(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> tuple[int, int] | None:
    """What stands before a verb whose subject stands right behind it, where cases tell the one from the other."""
    follows = bool(taken) and taken[0].first == hit.last and not taken[0].objective
    if not (follows and hit.form and sentence.lexicon.properties.noun_cases):
        return None
    return stripped(sentence, clause_start(sentence, hit, hit.first), hit.first, [])


def _own_noun(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> tuple[int, int] | None:
    """The cue's own noun with what belongs to it (`bekundete seine Solidarität mit …`)."""
    if not hit.form:
        marked = sentence.items[hit.tail_first - 1].text == sentence.lexicon.properties.infinitive_marker
        return hit.first, hit.tail_first - (1 if marked else 0)
    last = hit.tail_first if hit.closed else object_end(sentence, hit.tail_last)
    return stripped(sentence, hit.last, last, taken)


def _lacks_object(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> bool:
    """`the award, which Beijing rejects`: a relative clause with a subject of its own."""
    clause = sentence.clauses.all[hit.clause]
    if sentence.lexicon.properties.verb_final or clause.kind != "relative" or not taken:
        return False
    opening = [i.text for i in sentence.items[max(0, clause.first - 1) : clause.first + 1]]
    if sentence.lexicon.properties.noun_cases and sentence.words.prepositions.intersection(opening):
        return False
    return clause.first < taken[0].first < hit.first


def _antecedent_region(sentence: Sentence, hit: CueHit) -> tuple[int, int] | None:
    """The noun group before a relative clause, whose verb's object it is."""
    clause = sentence.clauses.all[hit.clause]
    if clause.kind != "relative":
        return None
    items = sentence.items
    last = clause.first
    while last > 0 and items[last - 1].text in (",", "-"):
        last -= 1
    first = last
    while (
        first > 0
        and last - first < 8
        and items[first - 1].text not in (",", "-", '"')
        and items[first - 1].start not in sentence.verb_starts
    ):
        first -= 1
        if (
            items[first].text in sentence.words.determiners
            or items[first].text in sentence.words.oblique_determiners
        ):
            break
    return (first, last) if first < last else None


def front(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> Span | None:
    """What stands in front of a finite verb whose subject follows it: an object or an adverbial."""
    region = front_region(sentence, hit, taken)
    if region is None:
        return None
    return sentence.complements.trimmed(sentence.text, sentence.items, *region)
