"""Who does what a passive or a noun tells: the agent, the owner, or who was told of before."""

from __future__ import annotations

from communique.mentions.refs import Ref
from communique.reading.cue_hit import CueHit
from communique.reading.discourse import Told
from communique.reading.frames import neuter_states, opening, owner_behind, reason_subject
from communique.reading.sentence import Sentence
from communique.reading.targets import governed_targets, targets

_OWNER_REACH = 6
_OBJECT_REACH = 2
"""Items between a verb and the object right behind it."""


def own_object(sentence: Sentence, hit: CueHit, by: tuple[str, ...]) -> bool:
    """`Norway reported balloons violating Norwegian airspace`: no state acts on what it names as its own."""
    behind = (r for r in sentence.refs if 0 <= r.first - hit.last <= _OBJECT_REACH)
    ref = next(behind, None)
    return ref is not None and bool(ref.states) and not ref.prep and set(ref.states) <= set(by)


def crowd_acting(sentence: Sentence, hit: CueHit) -> tuple[str, ...]:
    """The state of a crowd: where it gathers, as the sentence's place tells, else the one of who is named."""
    if hit.cue.subject != "place":
        return ()
    place = sentence.place_in_sentence()
    if place and place.country:
        return (place.country,)
    against = sentence.states(targets(sentence, hit, []))
    return sentence.discourse.other(against[:1]) if len(against) == 1 else ()


def agent_of(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """Who does what a cue in the active voice tells: the subject, or whom its noun belongs to."""
    where = hit.cue.subject
    if where in ("possessor", "owner"):
        return _owner(sentence, hit)
    if where == "place":
        place = sentence.place_in_sentence()
        found = [
            r
            for r in sentence.refs
            if place and place.country in r.states and r.prep in sentence.words.place_preps
        ]
        return found[-1:]
    if where.startswith("after:"):
        return governed_targets(sentence, hit, where.removeprefix("after:").split("|"), [])
    if where == "speaker":
        return []
    if where == "agent":
        return _noun_agent(sentence, hit)
    if where == "patient":
        return sentence.patient(hit)
    if where == "thanked":
        return _thanked(sentence, hit)
    if (
        hit.form == "inf"
        and sentence.lexicon.properties.verb_first
        and (owner := owner_behind(sentence, hit))
    ):
        return owner
    return reason_subject(sentence, hit) or sentence.subject(hit)


def _noun_agent(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """Who does what a noun tells: the agent right behind it (`высылка Кенией`), else the subject of its clause."""
    by = [r for r in sentence.refs if r.prep in sentence.words.agents and r.first == hit.last and r.states]
    subject = by or sentence.subject(hit)
    return [r for r in subject if by or (r.last <= hit.first and not (r.prep or r.weak or r.genitive))]


def _thanked(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """Whom the clause thanks or praises, before the noun of what was done (`dankte X für den Erlass`)."""
    subject = sentence.subject(hit)
    for ref in sentence.refs:
        beside = ref.last <= hit.first and sentence.ref_clause[id(ref)] == hit.clause
        if beside and ref.states and ref not in subject and not (ref.prep or ref.weak or ref.genitive):
            return [ref]
    return []


def _owner(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """Whom a noun belongs to: the possessor before it, the agent behind it, or a genitive behind it."""
    before = [r for r in sentence.refs if r.last <= hit.first and hit.first - r.last <= 3 and r.states]
    owners = [r for r in before if r.weak or hit.first - r.last <= 1]
    if owners and not sentence.items[hit.first].text.endswith("*"):
        return owners[-1:]
    reach = sentence.complement_end(hit.tail_last)
    behind = [r for r in sentence.refs if hit.last <= r.first < reach and r.states]
    by = [r for r in behind if r.prep in sentence.words.agents]
    if by:
        return [by[0], *sentence.coordinated(by[0])]
    genitive = [
        r
        for r in behind
        if not r.prep
        and r.first - hit.last <= _OWNER_REACH
        and (r.objective or (r.weak and r.first == hit.last))
    ]
    return [genitive[0], *sentence.coordinated(genitive[0])] if genitive else []


def joined_to(sentence: Sentence, hit: CueHit) -> Told | None:
    """The act of the same sentence that a coordinator right before the verb joins it to: they have one subject."""
    told = sentence.discourse.acts[-1] if sentence.discourse.acts else None
    if told is None or told.sentence != sentence.index or hit.cue.subject != "subject" or not hit.form:
        return None
    joined = hit.first > 0 and sentence.items[hit.first - 1].text in sentence.words.coordinators
    return told if joined and told.actors else None


def unnamed_agent(sentence: Sentence, hit: CueHit) -> tuple[str, ...]:
    """Who acts when the clause names nobody.

    Whoever is acted on right behind the verb is not understood to act: then it is the other side.
    """
    by = _understood_agent(sentence, hit)
    if by and "acted_on" in hit.cue.needs and own_object(sentence, hit, by):
        return sentence.discourse.other(by) if len(by) == 1 else ()
    return by


def _understood_agent(sentence: Sentence, hit: CueHit) -> tuple[str, ...]:
    """Who acts when the clause names nobody: the speaker reported, or who acted last."""
    speaker = sentence.speaker
    where = hit.cue.subject
    if where in ("possessor", "place") or where.startswith("after:"):
        return ()
    if (
        speaker
        and speaker.country
        and (
            sentence.reported
            or sentence.quoted
            or where in ("speaker", "owner", "agent")
            or (where == "subject" and _own_body(sentence, hit))
        )
    ):
        return (speaker.country,)
    if where != "subject" or _bare_subject(sentence, hit):
        return ()
    if opening(sentence, hit) in sentence.words.neuter:
        return neuter_states(sentence, hit)
    if hit.clause == 0 and sentence.discourse.subject is not None and hit.first <= 4:
        return sentence.discourse.subject.states
    return ()


def _own_body(sentence: Sentence, hit: CueHit) -> bool:
    """`the ministry said the army had sent units`: a body named bare right before the verb is the speaker's."""
    items, words = sentence.items, sentence.words
    at = hit.first - 1
    while at > 0 and (items[at].text in words.perfect or items[at].text in words.adverbs):
        at -= 1
    return at > 0 and items[at].is_type("side") and items[at - 1].text in words.determiners


def _bare_subject(sentence: Sentence, hit: CueHit) -> bool:
    """Whether the clause's subject is a noun that stands for no known actor (`Tausende demonstrierten`)."""
    if not sentence.lexicon.properties.verb_final:
        return False
    items, of = sentence.items, sentence.clauses.of
    inside = [i for k, i in enumerate(items) if of[k] == hit.clause]
    if any(r.kind == "org" and not r.states for r in sentence.refs):
        return True
    told_of = sentence.lexicon.told_of
    return not any(i.is_type("side") or i.text in told_of for i in inside)
