"""What a cue is about: the actions under it, or the thing it takes a stand on.

Where a cue's complement stands depends on how the language builds its clauses. Verb-first
languages name it behind the cue. Verb-final ones name it behind the comma that opens an infinitive
group or content clause, between a finite verb and the word that closes its bracket, before a verb
that ends its clause, or in front of the verb when the subject follows.
"""

from __future__ import annotations

from collections.abc import Iterable

from communique.base.spans import Span
from communique.lexicon.lexicon import Words
from communique.lexicon.verbs import FINITE
from communique.mentions.refs import Ref
from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence
from communique.syntax.complement import UNBROKEN, region_end

_REACH = 90
_ADDRESSEE_REACH = 14
_SPOKEN = ("commitment", "courtesy", "invitation", "say")
"""Kinds of cues that never stand in the action of another cue joined to them."""
_GIVING = frozenset({"pledge", "offer"})
"""Modes of commitments whose verbs may have whom it is promised to before what is promised."""
_STAND = 2
"""Items from a semicolon to the verb of a stance behind it."""
_TWOFOLD = frozenset({"past", "past_pl", "part"})
"""Tags of verb forms that a participle's adjective may look like."""
_CUT_OFF = 4
"""Letters of an abbreviation with a full stop, at most."""
_PHRASE = 5
_PARTICLES = 3
"""Items between a verb and the comma that opens the clause a word before it stands for."""
_MANNER = 2
"""Items behind a preposition at which a phrase of manner ends (`بأشد العبارات`)."""
_JOINED = 2
"""Items before a word of a stance that is joined to another."""
_ASIDE = 14
"""Items of what commas set off between a verb and its object."""


def actions(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> list[Span]:
    """The actions under a cue, one span each; `taken` are the sides, which are no part of them."""
    if sentence.lexicon.properties.verb_final:
        region = _final_region(sentence, hit, taken)
    else:
        region = _first_region(sentence, hit, taken)
    if region is None:
        return []
    return sentence.complements.actions(sentence.text, sentence.items, *region)


def issue(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> Span | None:
    """The noun group or clause that a stance is about."""
    if hit.passive or hit.cue.complement == "patient":
        region = _before_verb(sentence, hit, taken)
    elif _lacks_object(sentence, hit, taken):
        region = _antecedent_region(sentence, hit)
    elif hit.cue.complement == "inside":
        region = hit.last, hit.tail_first
    elif hit.cue.complement == "self":
        region = _own_noun(sentence, hit, taken)
    elif sentence.lexicon.properties.verb_final:
        region = _noun_region(sentence, hit, taken)
    else:
        first = behind_sides(sentence, hit, taken)
        if sentence.lexicon.properties.verb_first:
            first = _past_asides(sentence, hit.kind, first)
        region = _object_before(sentence, hit, taken) or (first, _noun_end(sentence, hit, first))
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
                return _past_governor(sentence, at + 1)
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
    return _stripped(sentence, _clause_start(sentence, hit, hit.first), hit.first, [])


def _own_noun(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> tuple[int, int] | None:
    """The cue's own noun with what belongs to it (`bekundete seine Solidarität mit …`)."""
    if not hit.form:
        marked = sentence.items[hit.tail_first - 1].text == sentence.lexicon.properties.infinitive_marker
        return hit.first, hit.tail_first - (1 if marked else 0)
    last = hit.tail_first if hit.closed else object_end(sentence, hit.tail_last)
    return _stripped(sentence, hit.last, last, taken)


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
    region = _front_region(sentence, hit, taken)
    if region is None:
        return None
    return sentence.complements.trimmed(sentence.text, sentence.items, *region)


# --- verb first --------------------------------------------------------------------------------


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
    return _past_governor(sentence, first)


def _past_governor(sentence: Sentence, first: int) -> int:
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


def _first_region(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> tuple[int, int] | None:
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


def _stance(sentence: Sentence, at: int) -> bool:
    """Whether the noun group at item `at` tells another stance (`and its firm opposition to`)."""
    return any(at < h.first <= at + 2 and not h.form for h in sentence.cues.get("position", ()))


def _noun_end(sentence: Sentence, hit: CueHit, first: int) -> int:
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


# --- verb final --------------------------------------------------------------------------------


def _final_region(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> tuple[int, int] | None:
    if "infinitive" in hit.cue.needs:
        return _modal_region(sentence, hit, taken)
    if "modal" in hit.cue.needs:
        return _modal_region(sentence, hit, taken) or _noun_region(sentence, hit, taken)
    group = _group_region(sentence, hit)
    if group is not None:
        return group
    return _noun_region(sentence, hit, taken)


def _modal_region(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> tuple[int, int] | None:
    """A modal's infinitives: behind it, or before it at the end of a subordinate clause."""
    items, complements = sentence.items, sentence.complements
    if hit.first > 0 and complements.infinitive(items, hit.first - 1) and _ends_clause(sentence, hit.last):
        first = _field_start(sentence, hit)
        return _stripped(sentence, first, hit.first, taken)
    last = _main_end(sentence, hit.last)
    region = _stripped(sentence, hit.last, last, taken)
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
    for i in range(first, min(last, first + _ADDRESSEE_REACH * 2)):
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


def attributive(sentence: Sentence, hit: CueHit) -> bool:
    """A form inside a subordinate clause that does not end it: a participle before its noun, no verb."""
    clause = sentence.clauses.all[hit.clause]
    if beside_noun(sentence, hit):
        return True
    if clause.kind not in ("sub", "content") or hit.form not in FINITE or hit.tail_first > hit.last:
        return False
    return (
        not _ends_clause(sentence, hit.last) and sentence.items[hit.last].text not in sentence.lexicon.finite
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


def _noun_region(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> tuple[int, int] | None:
    """The object in the verb's bracket, before a verb that ends its clause, or in front of it."""
    if hit.form in ("part", "inf") or (
        hit.form in FINITE and hit.tail_first == hit.last and _ends_clause(sentence, hit.last)
    ):
        region = _stripped(sentence, _field_start(sentence, hit), hit.first, taken)
        if region:
            return region
    if hit.closed:
        region = _stripped(sentence, hit.open_last, hit.tail_first, taken)
    else:
        region = _stripped(sentence, hit.tail_last, object_end(sentence, hit.tail_last), taken)
    told = _foretold(sentence, hit, region)
    return (
        told
        or _object_in_front(sentence, hit, region, taken)
        or region
        or _front_region(sentence, hit, taken)
    )


def _object_in_front(
    sentence: Sentence, hit: CueHit, region: tuple[int, int] | None, taken: list[Ref]
) -> tuple[int, int] | None:
    """`Den Angriff verurteilte X auf das Schärfste`: the noun before a verb that has only a phrase behind it."""
    words, items = sentence.words, sentence.items
    if region is None or items[region[0]].text not in words.prepositions:
        return None
    front = _front_region(sentence, hit, taken)
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


def _before_verb(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> tuple[int, int] | None:
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
    return _stripped(sentence, first, last, [])


def _front_region(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> tuple[int, int] | None:
    if hit.form not in FINITE or not sentence.lexicon.properties.subject_may_follow:
        return None
    clause = sentence.clauses.all[hit.clause]
    if clause.kind in ("relative", "sub", "content") or any(r.first < hit.first for r in taken):
        return None
    last = _before_insertion(sentence, hit)
    region = _stripped(sentence, _clause_start(sentence, hit, last), last, taken)
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


def _clause_start(sentence: Sentence, hit: CueHit, last: int) -> int:
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


def _ends_clause(sentence: Sentence, at: int) -> bool:
    items = sentence.items
    return (
        at >= len(items)
        or items[at].text in (",", ".", ";", ":", '"', "!", "?", ")")
        or items[at].text in sentence.words.coordinators
    )


def _stripped(sentence: Sentence, first: int, last: int, taken: Iterable[Ref]) -> tuple[int, int] | None:
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
