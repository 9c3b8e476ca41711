"""Kind `position`: a side supports, opposes, condemns or recognises something."""

from __future__ import annotations

from itertools import takewhile

from communique.base.spans import Span
from communique.kinds.record import Record
from communique.mentions.refs import Ref
from communique.reading.about import issue, told_twice
from communique.reading.attributive import attributive
from communique.reading.cue_hit import CueHit
from communique.reading.frames import Sides, only_describes, sides, speakers
from communique.reading.nominal import nominal
from communique.reading.sentence import Sentence
from communique.vocab import Stance


class Position(Record, frozen=True, kw_only=True, tag="position"):
    """A side supports, opposes, condemns or recognises something."""

    KEY = ("by", "stance", "issue")

    by: tuple[str, ...]
    stance: Stance
    issue: str | None = None
    toward: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


_ACCUSED = 8
"""Items from an accusation, past whom it is against, to what it is of."""
_RECENT = 2
_MARKS = frozenset({";", ":", '"', "."})
_LEAST = 3
"""Items of what a stance is on, where it is told before."""
_PARTICIPLES = frozenset({"past", "part"})
_SIDES = frozenset({"state", "org", "weak"})
_PERSONAL = frozenset({"person", "role", "pronoun", "speaker"})


def assemble(sentence: Sentence, cues: list[CueHit]) -> None:
    """Emit positions: who supports, opposes, condemns or recognises what."""
    for hit in cues:
        if "generic" in hit.cue.set:
            continue
        if sentence.clauses.all[hit.clause].opener in sentence.words.conditionals:
            sentence.drop(hit, "a condition, not a position")
            continue
        if _inverted(sentence, hit):
            sentence.drop(hit, "a condition, told by its word order")
            continue
        if sentence.inside_action(hit) or _governed(sentence, hit):
            sentence.drop(hit, "inside the action of a commitment")
            continue
        if sentence.lexicon.properties.verb_final and attributive(sentence, hit):
            sentence.drop(hit, "a participle beside its noun")
            continue
        if _alleged(sentence, hit):
            sentence.drop(hit, "what somebody is accused of")
            continue
        if _led_otherwise(hit, cues):
            sentence.drop(hit, "the preposition of another stance stands first")
            continue
        if told_twice(sentence, hit):
            sentence.drop(hit, "told by the word before it too")
            continue
        if _kept_from(sentence, hit):
            sentence.drop(hit, "what somebody is kept from")
            continue
        nominal_use = nominal(sentence, hit)
        if nominal_use:
            sentence.drop(hit, nominal_use)
            continue
        found = sides(sentence, hit)
        if found is None:
            continue
        if only_describes(sentence, hit, found.subject):
            sentence.drop(hit, "only describes the noun behind it")
            continue
        span = _taken_up(sentence, hit) or issue(sentence, hit, found.subject) or _judged(sentence, hit)
        if span is None and hit.cue.complement != "none":
            sentence.drop(hit, "no issue is named")
            continue
        reason = _unfit(sentence, hit, span) if span is not None else None
        if reason:
            sentence.drop(hit, reason)
            continue
        _emit(sentence, hit, span, found)


def _taken_up(sentence: Sentence, hit: CueHit) -> Span | None:
    """`lo respalda`: the pronoun right before the verb, which takes up what was told of."""
    clitics = sentence.words.clitics
    if not clitics or not hit.first or sentence.items[hit.first - 1].text not in clitics:
        return None
    before = sentence.items[hit.first - 2] if hit.first > 1 else None
    if before is not None and (
        before.text in sentence.words.prepositions or before.start in sentence.verb_starts
    ):
        return None
    return sentence.span(hit.first - 1, hit.first)


def _judged(sentence: Sentence, hit: CueHit) -> Span | None:
    """`X的做法违反国际法,Y坚决反对`: what is told before the clause of a verb that closes it without an object."""
    items = sentence.items
    closed = hit.last >= len(items) or not items[hit.last].text[0].isalnum()
    if not (sentence.lexicon.properties.verbs_unchanging and closed and hit.cue.set["stance"] == "oppose"):
        return None
    comma = next((at for at in range(hit.first - 1, 0, -1) if items[at].text == ","), 0)
    if comma and items[comma - 1].text in sentence.words.tellers:
        return None
    if not any(comma < r.first and r.last <= hit.first for r in sentence.refs):
        return None
    words, first = sentence.words, 0
    for at in range(comma - 1, 0, -1):
        told = items[at].text == "," and items[at - 1].text in words.tellers
        if told or items[at].text in _MARKS:
            first = at + 1
            break
    first += int(items[first].text in words.prepositions)
    return sentence.span(first, comma) if comma - first >= _LEAST else None


def _inverted(sentence: Sentence, hit: CueHit) -> bool:
    """`Sollte X nicht zustimmen, …`: a modal opens the sentence, and a comma ends the condition."""
    words, first = sentence.words, sentence.items[0].text
    if not sentence.lexicon.properties.verb_final or hit.first == 0:
        return False
    modal = first in words.obligations or first in words.conditionals
    comma = next((i for i, item in enumerate(sentence.items) if item.text == ","), 0)
    return modal and hit.first < comma


def _alleged(sentence: Sentence, hit: CueHit) -> bool:
    """`was accused of supporting`, `accusé de soutenir`: what an accusation right before it leads to."""
    items, words, at = sentence.items, sentence.words, hit.first - 1
    if hit.form in _PARTICIPLES and at > 0 and items[at].text in words.perfect:
        at -= 1
    elif hit.form not in ("ger", "inf"):
        return False
    if at < 0 or items[at].text not in words.owners:
        return False
    return any(
        h.cue.set.get("plover") == "ACCUSE" and 0 < hit.first - h.last <= _ACCUSED
        for h in sentence.cues.get("act", ())
    )


def _led_otherwise(hit: CueHit, cues: list[CueHit]) -> bool:
    """`sprach sich für Sanktionen gegen X aus`: whether the words of another stance lead in to what the verb is on."""
    return any(
        o.first == hit.first
        and o.cue.set.get("stance") != hit.cue.set["stance"]
        and hit.last < _led_to(o) < _led_to(hit)
        for o in cues
    )


def _led_to(hit: CueHit) -> int:
    """Past the word of a cue that leads in to what the stance is on."""
    return hit.open_last if hit.closed else hit.tail_last


def _kept_from(sentence: Sentence, hit: CueHit) -> bool:
    """`blocked X from supporting`, `refrained from condemning`: what is not done."""
    links = sentence.lexicon.grammar.side_links
    led = sentence.items[hit.first - 1].text if hit.first else ""
    return hit.form == "ger" and led in links and led not in sentence.words.owners


def _governed(sentence: Sentence, hit: CueHit) -> bool:
    """Whether support is only announced: an infinitive under a modal, which is a commitment if anything."""
    if hit.form != "inf" or hit.cue.set["stance"] != "support" or sentence.negated(hit):
        return False
    marker = sentence.lexicon.properties.infinitive_marker
    if sentence.lexicon.properties.verb_final and sentence.items[hit.first - 1].text == marker:
        return True
    return sentence.around(
        hit, sentence.words.futures, 12 if sentence.lexicon.properties.verb_final else 3, 2
    )


def _unfit(sentence: Sentence, hit: CueHit, span: Span) -> str | None:
    """Why the issue is none for this cue: a greeting, or a clause where a noun group is wanted."""
    first = sentence.item_at(span.start)
    if "substance" in hit.cue.needs:
        head = sentence.complements.over_adverbs(sentence.items, first, len(sentence.items))
        text = sentence.items[head].text if head < len(sentence.items) else ""
        if text in sentence.complements.infinitives or text in sentence.complements.gerunds:
            return "an action, not a position"
        last = sentence.item_at(span.end - 1)
        if sentence.lexicon.properties.verb_final and sentence.complements.marked_infinitive(
            sentence.items, last
        ):
            return "an action, not a position"
    if "thing" in hit.cue.needs:
        words = sentence.words
        head = first
        while head + 1 < len(sentence.items) and (
            sentence.items[head].text in words.determiners
            or sentence.items[head].text in words.oblique_determiners
            or sentence.items[head].text in words.honorifics
        ):
            head += 1
        received = hit.form in _PARTICIPLES and hit.first > 0 and sentence.items[hit.first - 1].text == ","
        if received and sentence.items[first].text in words.meeting_preps:
            return "how somebody is welcomed, not what"
        if sentence.items[first].text in words.place_preps and _greeted(sentence, span):
            return "a person is welcomed or praised"
        if sentence.items[first].text in sentence.lexicon.grammar.second_person:
            return "a person is welcomed or praised"
        if sentence.items[first].text in sentence.words.content or sentence.items[first].text == '"':
            return "what is said, not a position"
        if sentence.items[head].is_type("role", "counterpart") or any(
            r.start <= sentence.items[head].start < r.end and r.kind in _PERSONAL and not r.weak
            for r in sentence.refs
        ):
            return "a person is welcomed or praised"
        if any(
            r.first <= first < r.last
            and not r.weak
            and r.states
            and r.last < len(sentence.items)
            and sentence.items[r.last].text in sentence.words.reasons
            for r in sentence.refs
        ):
            return "a side is praised for what it does"
    return None


def _greeted(sentence: Sentence, span: Span) -> bool:
    """`приветствовал в аэропорту президента X`: whether a person is the object behind where he is welcomed."""
    inside = [r for r in sentence.refs if r.start >= span.start and r.end <= span.end]
    return any(r.objective and not (r.prep or r.weak) and r.kind in _PERSONAL for r in inside[:1])


def _toward(sentence: Sentence, stance: str, span: Span | None, found: Sides) -> tuple[str, ...]:
    """Whom a stance is directed at: named as its target, in its issue, or by the act told just before."""
    if span is None:
        return ()
    whole = next((r for r in sentence.refs if r.start <= span.start and r.end == span.end), None)
    if whole is not None and whole.kind in _SIDES and not set(whole.states) & set(found.by):
        return whole.states
    if stance == "oppose" and not found.target:
        return ()
    inside = [r for r in sentence.refs if r.start >= span.start and r.end <= span.end]
    if stance == "condemn":
        doers = [r for r in inside if r.weak or r.genitive or r.prep in sentence.words.agents]
        first = sentence.item_at(span.start)
        inside = doers[:1] or [r for r in inside if not r.prep and not _suffers(sentence, first, r)]
    joint = len(found.by) > 1 and stance != "condemn"
    named = tuple(s for s in sentence.states([*found.target, *inside]) if s not in found.by or joint)
    if named or stance != "condemn":
        return named
    near = takewhile(lambda t: sentence.index - t.sentence <= _RECENT, reversed(sentence.discourse.acts))
    return next((t.actors for t in near if not set(t.actors) & set(found.by)), ())


def _due(sentence: Sentence, by: tuple[str, ...]) -> bool:
    """Whether what a side must support is not its own word: nobody's, or somebody else's."""
    speaker = sentence.speaker
    return speaker is None or (speaker.country is not None and speaker.country not in by)


def _suffers(sentence: Sentence, first: int, ref: Ref) -> bool:
    """`the attack that hit Kenya`: whether a relative's verb behind item `first` has a side as its object."""
    items, relatives, properties = sentence.items, sentence.words.relatives, sentence.lexicon.properties
    at = next((k for k in range(ref.first - 2, first, -1) if items[k].text in relatives), -1)
    if at < 0 or properties.verb_final or properties.noun_cases:
        return False
    if properties.verb_first:
        return ref.first == at + 2 and sentence.subjects.disagrees(ref, at + 1)
    articles = sentence.words.determiners
    return any(items[k].text not in articles for k in range(at + 1, ref.first))


def _emit(sentence: Sentence, hit: CueHit, span: Span | None, found: Sides) -> None:
    stance = str(hit.cue.set["stance"])
    modality = hit.cue.modality or sentence.modality(hit, "actual")
    if modality == "proposed" and stance == "support" and hit.form == "inf" and _due(sentence, found.by):
        sentence.drop(hit, "only due, not a position")
        return
    if modality == "negated" and stance == "support" and not sentence.force.denied(hit):
        stance, modality = "oppose", "actual"
    toward = _toward(sentence, stance, span, found)
    sentence.emit(
        hit,
        "position",
        {
            "by": found.by,
            "stance": stance,
            "issue": sentence.quote(span) if span is not None else None,
            "units": sentence.units(found.subject),
            "toward": toward,
        },
        modality=modality,
        attribution=sentence.attribution(hit, speakers(sentence, hit, found.subject)),
    )
