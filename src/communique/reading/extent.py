"""How far reaches what a verb governs: up to another verb, a new subject, or a mark that closes it."""

from __future__ import annotations

from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence

_SPOKEN = ("commitment", "courtesy", "invitation", "say")
"""Kinds of cues that never stand in the action of another cue joined to them."""
_STAND = 2
"""Items from a semicolon to the verb of a stance behind it."""
_CUT_OFF = 4
"""Letters of an abbreviation with a full stop, at most."""
_PHRASE = 5


def scope_end(sentence: Sentence, hit: CueHit, first: int) -> int:
    """Past the end of what a verb governs: up to a new subject, another finite verb, or a closing quote."""
    last = sentence.complement_end(first)
    items, clauses = sentence.items, sentence.clauses
    quoted = "quote" in sentence.clauses.kinds(hit.clause)
    relative = clauses.all[hit.clause].kind == "relative" and not sentence.lexicon.properties.verb_final
    for i in range(first, last):
        text = items[i].text
        if (text == '"' and quoted) or (text == "." and _stops(sentence, i)):
            return i
        if relative and i > first and clauses.of[i] == hit.clause and text in sentence.words.futures:
            return i  # `the envoys who asked for it will leave`: the verb of the clause around.
        clause = clauses.all[clauses.of[i]]
        opened = clause.kind == "coord" and clause.first == i and i > hit.first
        if opened and (text != ";" or _takes_stand(sentence, hit, i) or not _lists_on(sentence, i, last)):
            return i
        if (text in sentence.words.coordinators or text in (",", ";")) and _goes_on(
            sentence, i, last, hit.form == "part"
        ):
            return i
    return last


def _stops(sentence: Sentence, at: int) -> bool:
    """Whether a full stop ends a sentence, as one of several in a quotation: no short word is cut off by it."""
    items = sentence.items
    if at + 1 >= len(items) or not items[at + 1].capital:
        return False
    before = items[at - 1]
    return before.text == ")" or (before.term is None and len(before.text) > _CUT_OFF)


def _goes_on(sentence: Sentence, at: int, last: int, part: bool) -> bool:
    """Whether a coordinator or comma joins another finite verb of the same subject.

    `part` tells that a participle may be such a verb (`a condamné … et appelé …`).
    """
    items, words, lemmas = sentence.items, sentence.words, sentence.lexicon.lemmas
    k = at + 1
    while k < last and (
        items[k].text in words.coordinators
        or items[k].text in words.adverbs
        or sentence.lexicon.is_adverb(sentence.items[k].text)
    ):
        k += 1
    properties = sentence.lexicon.properties
    if properties.subject_dropped and not properties.verbs_unchanging:
        k = _past_phrase(sentence, k, last)
        told, nouns = sentence.lexicon.told, sentence.lexicon.verbal_nouns
        verb = k < last and items[k].text in told and items[k].text not in nouns
        if verb and k + 1 < last and items[k].term is None:
            return True
    if k + 1 >= last or items[k].term is not None:
        return False
    if sentence.lexicon.properties.verbs_unchanging:
        done = any(items[j].text in words.perfect for j in range(at + 1, k))
        return done or _acts_anew(sentence, at, k)
    if sentence.lexicon.properties.noun_cases:
        return items[k].text in sentence.lexicon.finite
    text = items[k].text
    if (
        (text in words.futures and text not in lemmas.get("part", ()))
        or text in words.perfect
        or text in words.be
    ):
        return True
    shared = part and items[at].text in words.coordinators and text in lemmas.get("part", ())
    if text not in lemmas.get("past", ()) and text not in lemmas.get("pres", ()) and not shared:
        return False
    if text in sentence.lexicon.verbal_nouns:
        return False
    after = items[k + 1]
    return (
        _leads_on(sentence, at, k)
        or after.text in words.determiners
        or after.text in words.possessives
        or after.text in words.prepositions
        or after.text in words.content
        or after.text in words.plural
        or after.capital
        or after.is_type("group")
        or after.text == '"'
        or after.text == sentence.lexicon.properties.infinitive_marker
    )


def _leads_on(sentence: Sentence, at: int, verb: int) -> bool:
    """`… and expressed hope`: whether a past form behind a coordinator leads a phrase that tells something."""
    items, item = sentence.items, sentence.items[verb]
    if items[at].text not in sentence.words.coordinators or items[at - 1].start in sentence.verb_starts:
        return False
    return any(h.start == item.start and h.end > item.end and h.term.form for h in sentence.draft.cues)


def _lists_on(sentence: Sentence, at: int, last: int) -> bool:
    """Whether a verb right behind a semicolon goes on with a list of actions, where verbs have one form."""
    if not sentence.lexicon.properties.verbs_unchanging:
        return False
    head = sentence.complements.over_adverbs(sentence.items, at + 1, last)
    return head < last and sentence.items[head].text in sentence.complements.infinitives


def _takes_stand(sentence: Sentence, hit: CueHit, at: int) -> bool:
    """`nhất trí …; ủng hộ …`: what both support behind a semicolon is no more of what they agree to do."""
    if hit.cue.set.get("mode") != "agree":
        return False
    return any(0 < h.first - at <= _STAND for h in sentence.cues.get("position", ()))


def _acts_anew(sentence: Sentence, first: int, last: int) -> bool:
    """Whether an act of saying begins behind item `first`, up to item `last`, where verbs have one form."""
    return any(first < h.first <= last for kind in _SPOKEN for h in sentence.cues.get(kind, ()))


def _past_phrase(sentence: Sentence, at: int, last: int) -> int:
    """Past a short phrase between a coordinator and its verb (`y en abril expulsó`); `at` where no verb follows."""
    items = sentence.items
    if at >= last or items[at].text not in sentence.words.prepositions:
        return at
    reach = range(at + 2, min(last, at + _PHRASE))
    return next((k for k in reach if items[k].term is None and items[k].text in sentence.lexicon.told), at)


def object_end(sentence: Sentence, first: int) -> int:
    """Past the end of an object behind its verb: a comma or coordinator that opens a clause ends it."""
    items, words = sentence.items, sentence.words
    last = sentence.complement_end(first)
    finite = sentence.lexicon.finite
    for i in range(first, last):
        text = items[i].text
        if text in words.contrast:
            return i - 1 if i > first and items[i - 1].text == "," else i
        if text not in words.coordinators and text != ",":
            continue
        if (
            text == ","
            and i + 1 < last
            and (items[i + 1].text in words.relatives or items[i + 1].text in words.subordinators)
        ):
            return i
        for k in range(i + 1, min(last, i + 6)):
            if items[k].text == "," or items[k].text in words.coordinators:
                break
            if items[k].term is None and not items[k].capital and items[k].text in finite:
                return i
    return last
