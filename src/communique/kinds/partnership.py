"""Kind `partnership`: the named tier of a relation, and what is done to it."""

from __future__ import annotations

from communique.kinds.record import Record
from communique.mentions.refs import Ref
from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence
from communique.vocab import Change, Tier

_REACH = 160
"""Characters between a tier and what is done to it, at most."""
_NOUN_REACH = 6
"""Items from a noun of change to its tier."""


class Partnership(Record, frozen=True, kw_only=True, tag="partnership"):
    """The named tier of a relation, and what is done to it."""

    KEY = ("tier", "parties", "change")

    parties: tuple[str, ...]
    tier: Tier | None = None
    tier_text: str | None = None
    change: Change = "in_place"


def assemble(sentence: Sentence, cues: list[CueHit]) -> None:
    """Emit tiers: a named tier, the states it joins, and what is done to it in this sentence."""
    changes = [h for h in cues if "change" in h.cue.set and "tier" not in h.cue.set]
    for hit in cues:
        if "tier" not in hit.cue.set:
            continue
        if sentence.negated(hit):
            sentence.drop(hit, "said not to be one")
            continue
        parties = _parties(sentence, hit)
        if len(parties) < 2:
            sentence.drop(hit, "fewer than two parties are known")
            continue
        near = sorted(
            (c for c in changes if _near(sentence, hit, c) and not _goes_on(sentence, hit, c)),
            key=_rank,
        )
        change = near[0] if near else None
        modality = "actual"
        if change is not None:
            modality = _modality(sentence, change)
        elif sentence.force.denied_near(hit.first):
            modality = "negated"
        value = change.cue.set["change"] if change else "in_place"
        if "change" in hit.cue.set:
            value, modality = hit.cue.set["change"], sentence.modality(hit, "actual")
            if hit.form == "inf" and modality != "planned":
                sentence.drop(hit, "an infinitive that another verb governs")
                continue
        span = sentence.span(hit.first, hit.last)
        sentence.emit(
            hit,
            "partnership",
            {
                "parties": parties,
                "tier": hit.cue.set["tier"],
                "tier_text": sentence.quote(span),
                "change": value,
            },
            modality=modality,
        )


def _near(sentence: Sentence, hit: CueHit, change: CueHit) -> bool:
    """Whether a change may be the tier's: a verb anywhere near, a noun right before (`the establishment of a …`)."""
    if abs(change.start - hit.start) >= _REACH:
        return False
    if change.form or change.first >= hit.first or not sentence.lexicon.properties.word_boundary:
        return True
    words, between = sentence.words, sentence.items[change.last : hit.first]
    joined = any(i.text in words.coordinators or i.start in sentence.verb_starts for i in between)
    return len(between) <= _NOUN_REACH and not joined


def _around(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """Sides that stand in the clause as objects, inside the cue, or before its relative clause."""
    clause = sentence.clauses.all[hit.clause]
    member = hit.cue.object == "member"
    inside = [r for r in sentence.refs if member and hit.start <= r.start < hit.end and not r.weak]
    objects = [
        r
        for r in sentence.refs
        if sentence.ref_clause[id(r)] == hit.clause and r.last <= hit.first and not r.prep and not r.weak
    ]
    head = sentence.antecedent(clause.first) if clause.kind == "relative" else []
    return [*head, *objects, *inside]


def _goes_on(sentence: Sentence, hit: CueHit, change: CueHit) -> bool:
    """`deepen their partnership and signed a pact`: a verb that a coordinator joins has an object of its own."""
    if sentence.lexicon.properties.verb_final or not change.form or change.passive:
        return False
    between = sentence.items[hit.last : change.first]
    return any(item.text in sentence.words.coordinators for item in between)


def _rank(change: CueHit) -> int:
    """A rise or fall tells more than the verb of agreeing or signing beside it."""
    return 0 if change.cue.set["change"] in ("upgraded", "downgraded") else 1


def _aimed(sentence: Sentence, change: CueHit) -> bool:
    """`nhằm sớm nâng cấp quan hệ lên …`: a word of aim before a verb of one form and its adverbs."""
    at = change.first - 1
    while at > 0 and sentence.items[at].text in sentence.words.adverbs:
        at -= 1
    return at >= 0 and sentence.items[at].text in sentence.words.prospects


def _modality(sentence: Sentence, change: CueHit) -> str:
    """Modality of a change; under a verb of settling it is agreed (`agreed to elevate`)."""
    modality = sentence.modality(change, change.cue.modality or "actual")
    if modality == "actual" and sentence.lexicon.properties.verbs_unchanging and _aimed(sentence, change):
        return "intended"
    if modality not in ("actual", "planned") or change.form != "inf":
        return modality
    before = {i.text for i in sentence.items[max(0, change.first - 3) : change.first]}
    return "agreed" if before & set(sentence.lexicon.grammar.settling) else modality


def _parties(sentence: Sentence, hit: CueHit) -> tuple[str, ...]:
    """`X-Y partnership`, `partnership between X and Y`, `with Y`: else the pair in talks."""
    before = [r for r in sentence.refs if 0 <= hit.first - r.last <= 2 and len(r.states) == 2]
    if before:
        return before[-1].states
    behind = [
        r
        for r in sentence.refs
        if r.first >= hit.last and r.prep in sentence.words.meeting_preps and r.first - hit.last <= 6
    ]
    if behind:
        named = sentence.states([behind[0], *sentence.coordinated(behind[0])])
        if len(named) == 2:
            return named
    subject = sentence.subject(hit)
    here = [r for r in sentence.refs if not hit.start <= r.start < hit.end]
    tied = [r for r in here if r.prep in sentence.words.meeting_preps and not r.person]
    named = sentence.states([*subject, *tied])
    if len(named) == 2:
        return named
    if len(named) == 1 and hit.cue.object == "member":
        named = sentence.states([*subject, *_around(sentence, hit)])
        return named if len(named) == 2 else ()
    if len(named) == 1:
        around = sentence.states([*subject, *tied, *_around(sentence, hit)])
        if len(around) == 2:
            return around
    if (
        sentence.speaker
        and sentence.speaker.country
        and len(named) == 1
        and named[0] != sentence.speaker.country
    ):
        return (sentence.speaker.country, named[0])
    if "told" in hit.cue.needs:
        return ()
    dyad = sentence.discourse.dyad
    if len(named) == 1 and named[0] not in dyad:
        return ()
    return dyad if len(dyad) == 2 else ()
