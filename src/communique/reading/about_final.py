"""What a cue is about where verbs close their clause: in the field of the verb, behind it, or in front."""

from __future__ import annotations

from collections.abc import Iterable

from communique.lexicon.lexicon import Words
from communique.lexicon.verbs import FINITE
from communique.mentions.refs import Ref
from communique.reading.cue_hit import CueHit
from communique.reading.extent import object_end
from communique.reading.sentence import Sentence

_GROUP_REACH = 28
_PARTICLES = 3
"""Items between a verb and the comma that opens the clause a word before it stands for."""


def final_region(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> tuple[int, int] | None:
    """The items of an action under a cue: a modal's, an infinitive group's, else the noun in the verb's bracket."""
    if "infinitive" in hit.cue.needs:
        return _modal_region(sentence, hit, taken)
    if "modal" in hit.cue.needs:
        return _modal_region(sentence, hit, taken) or noun_region(sentence, hit, taken)
    group = _group_region(sentence, hit)
    if group is not None:
        return group
    return noun_region(sentence, hit, taken)


def _modal_region(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> tuple[int, int] | None:
    """A modal's infinitives: behind it, or before it at the end of a subordinate clause."""
    items, complements = sentence.items, sentence.complements
    if hit.first > 0 and complements.infinitive(items, hit.first - 1) and ends_clause(sentence, hit.last):
        first = _field_start(sentence, hit)
        return stripped(sentence, first, hit.first, taken)
    last = _main_end(sentence, hit.last)
    region = stripped(sentence, hit.last, last, taken)
    if region is None:
        return None
    bare = any(
        complements.infinitive(items, i) and not complements.marked_infinitive(items, i)
        for i in range(*region)
    )
    return region if bare else None


def _group_region(sentence: Sentence, hit: CueHit) -> tuple[int, int] | None:
    """The infinitive group or content clause behind the cue's comma."""
    items, words, complements = sentence.items, sentence.words, sentence.complements
    first = hit.tail_last
    last = sentence.complement_end(first)
    for i in range(first, min(last, first + _GROUP_REACH)):
        if items[i].text != ",":
            if items[i].text in words.coordinators and not any(
                r.first <= i < r.last or r.last == i for r in sentence.refs
            ):
                break
            continue
        if i + 1 >= last:
            return None
        if items[i + 1].text in words.content:
            return i + 1, _main_end(sentence, i + 1)
        if _only_relative(words, items[i + 1].text):
            return None
        end = _main_end(sentence, i + 1)
        if any(complements.marked_infinitive(items, k) for k in range(i + 1, end)):
            return i + 1, end
        return None
    return None


def _only_relative(words: Words, text: str) -> bool:
    """A relative pronoun that is no article as well (`welcher`, not `den`)."""
    return text in words.relatives and text not in words.determiners and text not in words.oblique_determiners


def _main_end(sentence: Sentence, first: int) -> int:
    """Past the end of a list of infinitive groups: where a main clause or a comment begins."""
    items, words = sentence.items, sentence.words
    last = sentence.complement_end(first)
    for i in range(first, last):
        if items[i].text in words.contrast and i > first:
            return i - 1 if items[i - 1].text == "," else i
        if items[i].text == '"' and i > first + 1 and not _opens_quote(sentence, i):
            return i
        if items[i].text == "," and i + 1 < last and _opens_main(sentence, i + 1, last):
            return i
    return last


def _opens_quote(sentence: Sentence, at: int) -> bool:
    return sum(i.text == '"' for i in sentence.items[:at]) % 2 == 0


def _opens_main(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a finite verb stands among the first words behind a comma, as in a main clause."""
    items, words = sentence.items, sentence.words
    if _only_relative(words, items[first].text):
        return False
    if items[first].text in words.content or items[first].text in words.subordinators:
        return items[first].text not in words.content
    finite = sentence.lexicon.finite
    for k in range(first, min(last, first + 4)):
        if items[k].text == ",":
            return False
        if (
            items[k].term is None
            and not items[k].capital
            and items[k].text in finite
            and not sentence.complements.infinitive(items, k)
        ):
            return True
    return False


def noun_region(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> tuple[int, int] | None:
    """The object in the verb's bracket, before a verb that ends its clause, or in front of it."""
    if hit.form in ("part", "inf") or (
        hit.form in FINITE and hit.tail_first == hit.last and ends_clause(sentence, hit.last)
    ):
        region = stripped(sentence, _field_start(sentence, hit), hit.first, taken)
        if region:
            return region
    if hit.closed:
        region = stripped(sentence, hit.open_last, hit.tail_first, taken)
    else:
        region = stripped(sentence, hit.tail_last, object_end(sentence, hit.tail_last), taken)
    told = _foretold(sentence, hit, region)
    return (
        told or _object_in_front(sentence, hit, region, taken) or region or front_region(sentence, hit, taken)
    )


def _object_in_front(
    sentence: Sentence, hit: CueHit, region: tuple[int, int] | None, taken: list[Ref]
) -> tuple[int, int] | None:
    """`Den Angriff verurteilte X auf das Schärfste`: the noun before a verb that has only a phrase behind it."""
    words, items = sentence.words, sentence.items
    if region is None or items[region[0]].text not in words.prepositions:
        return None
    front = front_region(sentence, hit, taken)
    if front is None:
        return None
    opening = items[front[0]].text
    return front if opening in words.determiners or opening in words.oblique_determiners else None


def _foretold(sentence: Sentence, hit: CueHit, region: tuple[int, int] | None) -> tuple[int, int] | None:
    """`darin, dass …`, `dafür aus, … zu …`: the clause behind the comma, where a plain word stands for it."""
    items = sentence.items
    first = hit.tail_last if region is None else region[1]
    if region is not None and (region[1] - region[0] > 1 or items[region[0]].capital):
        return None
    while first < len(items) and first - hit.tail_last < _PARTICLES and not items[first].capital:
        if items[first].text == ",":
            stand_ins = sentence.lexicon.grammar.stand_ins
            if all(i.text not in stand_ins for i in items[hit.last : first]):
                return None
            last = sentence.complement_end(first + 1)
            return (first + 1, last) if first + 1 < last else None
        first += 1
    return None


def before_verb(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> tuple[int, int] | None:
    """The patient of a passive: what stands in the clause before the verb's auxiliary."""
    clause = sentence.clauses.all[hit.clause]
    first = clause.first + (1 if clause.opener else 0)
    last = hit.first
    words = sentence.words
    while last > first and (
        sentence.items[last - 1].text in words.passive
        or sentence.items[last - 1].text in words.perfect
        or sentence.items[last - 1].text in words.adverbs
        or sentence.lexicon.is_adverb(sentence.items[last - 1].text)
        or sentence.items[last - 1].text in words.conditionals
        or sentence.items[last - 1].text in words.futures
    ):
        last -= 1
    return stripped(sentence, first, last, [])


def front_region(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> tuple[int, int] | None:
    """What stands in front of a finite verb whose subject follows it, where it is no side."""
    if hit.form not in FINITE or not sentence.lexicon.properties.subject_may_follow:
        return None
    clause = sentence.clauses.all[hit.clause]
    if clause.kind in ("relative", "sub", "content") or any(r.first < hit.first for r in taken):
        return None
    last = _before_insertion(sentence, hit)
    region = stripped(sentence, clause_start(sentence, hit, last), last, taken)
    if region is None or _frames(sentence, region[0]):
        return None
    return region


def _frames(sentence: Sentence, first: int) -> bool:
    """Whether a phrase only tells where, with whom or by what something is done (`Mit der Reise`, `Im Namen von`)."""
    text = sentence.items[first].text
    return text in sentence.lexicon.sites or text in sentence.words.meeting_preps


def _before_insertion(sentence: Sentence, hit: CueHit) -> int:
    """`Den Angriff, bei dem … starben, verurteilte Y`: past the noun whose relative clause ends before its verb."""
    at = hit.first - 2
    if at < 1 or sentence.items[hit.first - 1].text != ",":
        return hit.first
    inner = sentence.clauses.all[sentence.clauses.of[at]]
    return inner.first - 1 if inner.kind == "relative" and inner.parent == hit.clause else hit.first


def clause_start(sentence: Sentence, hit: CueHit, last: int) -> int:
    """The first item of the verb's own clause, behind its opener or the last comma before item `last`."""
    clause = sentence.clauses.all[hit.clause]
    first = clause.first
    for i in range(last - 1, first - 1, -1):
        if sentence.items[i].text in (",", ";", ":") and sentence.clauses.of[i] == hit.clause:
            return i + 1
    return first + (1 if clause.opener and sentence.items[first].text == clause.opener else 0)


def _field_start(sentence: Sentence, hit: CueHit) -> int:
    """Where the object of a clause-final verb may begin: behind the finite verb or the opener."""
    clause = sentence.clauses.all[hit.clause]
    finite = sentence.lexicon.finite
    start = clause.first + (1 if clause.opener and sentence.items[clause.first].text == clause.opener else 0)
    for i in range(hit.first - 1, start - 1, -1):
        item = sentence.items[i]
        if (
            item.term is None
            and not item.capital
            and sentence.clauses.of[i] == hit.clause
            and item.text in finite
        ) and (_of_perfect(sentence, i) or not sentence.complements.infinitive(sentence.items, i)):
            return i + 1
    return start


def _of_perfect(sentence: Sentence, at: int) -> bool:
    """`haben … vereinbart`: a finite form before its participle, which looks like an infinitive."""
    marked = at > 0 and sentence.items[at - 1].text == sentence.lexicon.properties.infinitive_marker
    return sentence.items[at].text in sentence.words.perfect and not marked


def ends_clause(sentence: Sentence, at: int) -> bool:
    """Whether item `at` is past the last word of a clause."""
    items = sentence.items
    return (
        at >= len(items)
        or items[at].text in (",", ".", ";", ":", '"', "!", "?", ")")
        or items[at].text in sentence.words.coordinators
    )


def stripped(sentence: Sentence, first: int, last: int, taken: Iterable[Ref]) -> tuple[int, int] | None:
    """The range without the sides, adverbs and dates at its edges; None when nothing is left."""
    items, words = sentence.items, sentence.words
    held = {i for r in taken for i in range(r.first, r.last)}
    loose = sentence.lexicon.loose
    moved = True
    while first < last and moved:
        moved = False
        if (
            first in held
            or items[first].text in words.adverbs
            or items[first].text in words.coordinators
            or items[first].text == ","
        ):
            first += 1
            moved = True
            continue
        for reach in (1, 2, 3):
            if (
                first + reach < last
                and first + reach in held
                and all(items[k].text in loose for k in range(first, first + reach))
            ):
                first += reach
                moved = True
                break
    while last > first and (
        last - 1 in held
        or items[last - 1].text in words.adverbs
        or (last - 1 > first and items[last - 1].text in words.negation)
        or items[last - 1].text == ","
    ):
        last -= 1
    if all(items[i].text in loose for i in range(first, last)):
        return None
    return first, last
