"""What a cue is about in languages whose verbs stand before what they govern."""

from __future__ import annotations

from communique.mentions.refs import Ref
from communique.reading.cue_hit import CueHit
from communique.reading.extent import scope_end
from communique.reading.sentence import Sentence
from communique.syntax.complement import UNBROKEN, region_end

_ADDRESSEE_REACH = 14
_GIVING = frozenset({"pledge", "offer"})
"""Modes of commitments whose verbs may have whom it is promised to before what is promised."""


def behind_sides(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> int:
    """Where the complement begins: behind the cue, and behind its sides where the verb stands before them."""
    first = hit.tail_last
    properties = sentence.lexicon.properties
    if not (properties.verb_first or (properties.noun_cases and hit.kind == "commitment")):
        return sentence.complements.past_aside(sentence.items, first, len(sentence.items))
    items, loose = sentence.items, sentence.lexicon.before_sides
    own = {state for r in taken for state in r.states} if properties.verb_first else set[str]()
    everyone = "obligation" in hit.cue.needs and properties.verb_first
    for ref in sentence.refs:
        if not (everyone or ref in taken or (ref.states and own.issuperset(ref.states))):
            continue
        if ref.first >= first and all(i.text in loose for i in items[first : ref.first]):
            first = ref.last
    return past_governor(sentence, first)


def past_governor(sentence: Sentence, first: int) -> int:
    """Past the preposition that what a cue is about begins with, and adjectives that only strengthen the cue."""
    items, words, properties = sentence.items, sentence.words, sentence.lexicon.properties
    governed = False
    while first < len(items) - 1:
        text, behind = items[first].text, items[first + 1]
        if not properties.verb_first and len(text) > 1:
            break
        if text in words.prepositions and not (governed and properties.verb_first):
            if properties.verb_first and not sentence.folded.startswith(behind.text, behind.start):
                break
            governed = True
        elif not (text in words.adverbs and properties.article and text.startswith(properties.article)):
            break
        first += 1
    return first


def first_region(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> tuple[int, int] | None:
    """The items of an action behind a cue, past whom it is asked of or promised to."""
    if hit.cue.complement == "whole":
        return hit.first, scope_end(sentence, hit, hit.last)
    first = behind_sides(sentence, hit, taken)
    last = scope_end(sentence, hit, first)
    if sentence.lexicon.properties.verbs_unchanging:
        first, last = _past_colon(sentence, first, last)
    start = _past_addressee(sentence, hit, first, last)
    if start == first and hit.cue.set.get("mode") in _GIVING:
        start = _past_receiver(sentence, first, last, taken)
    return (start, last) if start < last else None


def _past_receiver(sentence: Sentence, first: int, last: int, taken: list[Ref]) -> int:
    """`promised Kenya more help`: past the side that stands without a preposition between a verb and its object."""
    if not sentence.lexicon.properties.infinitive_marker:
        return first
    items, words = sentence.items, sentence.words
    for ref in taken:
        articled = ref.first == first + 1 and items[first].text in words.determiners
        if (ref.first == first or articled) and not (ref.weak or ref.prep) and ref.last < last:
            behind = items[ref.last]
            object_ = (
                behind.term is None and behind.text[0].isalnum() and behind.text not in words.coordinators
            )
            return ref.last if object_ and behind.text not in words.prepositions else first
    return first


def _past_colon(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """`thống nhất phương hướng sau: tăng cường …; đẩy mạnh …`: the list of actions behind a colon."""
    items = sentence.items
    if last + 1 >= len(items) or items[last].text != ":":
        return first, last
    head = sentence.complements.over_adverbs(items, last + 1, len(items))
    if head >= len(items) or items[head].text not in sentence.complements.infinitives:
        return first, last
    return last + 1, region_end(items, last + 1, len(items), UNBROKEN)


def _told_to(sentence: Sentence, hit: CueHit, at: int) -> bool:
    """Whether `que` at `at` opens what somebody before it is asked or told, not a relative clause."""
    before = sentence.items[at - 1].text
    if before in sentence.words.determiners:
        return False
    return hit.cue.set.get("mode") == "request" or any(r.first < at <= r.last for r in sentence.refs)


def _past_addressee(sentence: Sentence, hit: CueHit, first: int, last: int) -> int:
    """Past whom a request is put to, or a date: `on Friday to …`, `all parties to …`."""
    marker = sentence.lexicon.properties.infinitive_marker
    items = sentence.items
    complements = sentence.complements
    head = complements.over_adverbs(items, first, last)
    if head >= last or items[head].text in complements.infinitives or items[head].text in complements.gerunds:
        return first
    if sentence.lexicon.properties.objects_before:
        asked = next((r for r in sentence.refs if r.first == head), None)
        verb = complements.over_adverbs(items, asked.last, last) if asked else last
        if asked and verb < last and items[verb].term is None and items[verb].text in complements.infinitives:
            return asked.last
    called = _vocative(sentence, head)
    properties = sentence.lexicon.properties
    governed = properties.governed_infinitives or properties.verbs_unchanging
    # `kêu gọi X kiềm chế`: a verb that ends the sentence stands right behind who is asked.
    bare = properties.syllables_apart and items[last - 2].term is not None
    for i in range(head, min(last if bare else last - 1, head + _ADDRESSEE_REACH)):
        if items[i].text in (",", '"') and i not in called:
            break
        if marker and items[i].text in sentence.words.futures:
            return first  # `agreed that X would help to …`: X does it, and is not asked to.
        if governed and items[i].term is None and items[i].text in complements.infinitives:
            if properties.verb_first and _noun_before(sentence, head, i):
                return first
            back = properties.verbs_unchanging or properties.objects_before
            verb = i
            while back and verb > head and items[verb - 1].text in sentence.words.adverbs:
                verb -= 1
            return verb
        if governed and i > head and items[i].text in sentence.words.content and _told_to(sentence, hit, i):
            return i + 1
        if items[i].text == marker:
            verb = complements.over_adverbs(items, i + 1, last)
            if verb < last and items[verb].term is None and items[verb].text in complements.infinitives:
                return i
    return first


def _noun_before(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a plain noun stands in `items[first:last]`, which then is the action, not whom it is asked of."""
    held = {i for r in sentence.refs for i in range(r.first, r.last)}
    return any(
        i not in held and sentence.items[i].text not in sentence.lexicon.loose for i in range(first, last)
    )


def _vocative(sentence: Sentence, head: int) -> tuple[int, ...]:
    """`I ask you, Lula, to …`: the two commas around whom the speaker calls by name."""
    items = sentence.items
    for ref in sentence.refs:
        if ref.first > head and items[ref.first - 1].text == "," and ref.first - 1 <= head + 2:
            closed = ref.last < len(items) and items[ref.last].text == ","
            return (ref.first - 1, ref.last) if closed else ()
    return ()


def _stance(sentence: Sentence, at: int) -> bool:
    """Whether the noun group at item `at` tells another stance (`and its firm opposition to`)."""
    return any(at < h.first <= at + 2 and not h.form for h in sentence.cues.get("position", ()))


def noun_end(sentence: Sentence, hit: CueHit, first: int) -> int:
    """Past the end of a noun group or content clause: up to a comma that opens something else."""
    last = scope_end(sentence, hit, first)
    items, words = sentence.items, sentence.words
    unchanging = sentence.lexicon.properties.verbs_unchanging
    for i in range(first + 1, last - 1):
        after = items[i + 1]
        if unchanging and items[i].text in words.be:
            return i
        if (
            items[i].text in words.coordinators
            and after.text in words.possessives
            and _stance(sentence, i + 1)
        ):
            return i
        if items[i].text != ",":
            continue
        if (
            after.text in words.relatives
            or after.text in words.subordinators
            or after.text in sentence.complements.gerunds
            or after.text in words.masculine
            or after.text in words.feminine
            or after.text in words.plural
            or (after.text in words.prepositions and i + 2 < last and items[i + 2].text in words.relatives)
            or after.text in sentence.lexicon.lemmas.get("past", ())
        ):
            return i
    return last
