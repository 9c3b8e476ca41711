"""Who does what to whom in an act: its agent, its target, and what earlier acts leave understood."""

from __future__ import annotations

from communique.mentions.refs import Ref
from communique.reading.agents import agent_of, crowd_acting, joined_to, own_object, unnamed_agent
from communique.reading.attributive import beside_noun
from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence
from communique.reading.targets import (
    governed_targets,
    named_targets,
    refs_of_clause,
    targets,
    understood_target,
    without,
)

_RELATIVE, _RELATIVE_REACH = 3, 16
"""Items before a verb that is joined to a relative's, at least, and at which the relative is looked for."""
_PARTICIPLES = frozenset({"part", "past", "past_pl"})
_AGENT_REACH = 4
"""Items behind `by` among which a side that acts begins."""
_OBJECT_REACH = 2
"""Items between a verb and the object right behind it."""
_RECENT = 6


class Acting:
    """The sides of one act: references that act, codes of who acts and of whom it is done to."""

    __slots__ = ("by", "subject", "toward")

    def __init__(self, by: tuple[str, ...], toward: tuple[str, ...], subject: list[Ref]) -> None:
        self.by = by
        self.toward = toward
        self.subject = subject


def acting(sentence: Sentence, hit: CueHit) -> Acting:
    """The sides of the act that a cue tells; a side that cannot be told is empty."""
    if not hit.passive and hit.cue.subject == "subject" and _reduced(sentence, hit):
        hit.passive = True
    if not hit.passive and "acted_on" in hit.cue.needs and (found := _turned(sentence, hit)):
        return found
    if hit.passive:
        return _passive(sentence, hit)
    if hit.form in _PARTICIPLES and (doer := _beside_noun(sentence, hit)):
        return _attributive(sentence, hit, doer)
    if beside_noun(sentence, hit) or _of_antecedent(sentence, hit):
        return Acting((), (), [])
    needs = hit.cue.needs
    if told_of_noun(sentence, hit):
        return _given(sentence, hit)
    subject = agent_of(sentence, hit)
    if subject and _foreign(sentence, hit, subject):
        return Acting((), (), [])
    joined = joined_to(sentence, hit)
    if joined is not None and set(sentence.states(subject)) <= set(joined.targets):
        subject = []
    by = sentence.states(subject) or (joined.actors if joined is not None else ())
    by = by or unnamed_agent(sentence, hit) or crowd_acting(sentence, hit)
    if hit.cue.object == "subject":
        return Acting(by, without(sentence.states(sentence.subject(hit)), by), [])
    if hit.cue.set["plover"] == "ACCUSE" and _at_home(sentence, hit, subject, by):
        return Acting((), (), [])
    if hit.form == "ger" and own_object(sentence, hit, by):
        return Acting((), (), [])
    named = named_targets(sentence, hit, subject, by)
    if "inverse" in needs:
        if not named and "understood" in needs:
            named = understood_target(sentence, hit, by, reverse=True)
        named = named or next((without(r.post, by) for r in subject if r.post), ())
        return Acting(named, by, subject)
    noun = hit.form == "inf" and sentence.lexicon.properties.verb_first
    toward = named or (() if "named" in needs or noun else understood_target(sentence, hit, by))
    return Acting(by, toward, subject)


def _of_antecedent(sentence: Sentence, hit: CueHit) -> bool:
    """`الأعمال التي تستهدف X وتهدد Y`: a verb joined to a relative's, which goes on telling of the noun before."""
    items, words = sentence.items, sentence.words
    if not sentence.lexicon.properties.verb_first or not hit.form or hit.first < _RELATIVE:
        return False
    if items[hit.first - 1].text not in words.coordinators:
        return False
    if any(r.first == hit.last and not (r.prep or r.weak) for r in sentence.refs):
        return False
    for at in range(hit.first - 2, max(-1, hit.first - _RELATIVE_REACH), -1):
        if not items[at].text[0].isalnum():
            return False
        if items[at].text in words.relatives:
            return True
    return False


def told_of_noun(sentence: Sentence, hit: CueHit) -> bool:
    """`the ambulances handed over in March`: a participle right behind a noun, after the verb of its clause."""
    if sentence.lexicon.properties.verb_final or hit.form not in _PARTICIPLES or hit.first < 2:
        return False
    if sentence.items[hit.first].text not in sentence.lexicon.lemmas["part"]:
        return False
    words, before = sentence.words, sentence.items[hit.first - 1]
    if (
        before.term is not None
        or before.capital
        or not before.text.isalpha()
        or before.start in sentence.verb_starts
    ):
        return False
    loose = (words.determiners, words.prepositions, words.possessives, words.adverbs, words.perfect, words.be)
    closed = (*loose, words.coordinators, words.relatives, words.content, words.negation, words.futures)
    if any(before.text in group for group in closed) or sentence.lexicon.is_adverb(before.text):
        return False
    helping = sentence.items[hit.first - 2].text
    if helping in words.perfect or helping in words.be or helping in words.futures:
        return False
    first = sentence.clauses.all[hit.clause].first
    thanks = sentence.cues.get("courtesy", ())
    if any(c.clause == hit.clause and c.last < hit.first for c in thanks):
        return True
    if sentence.lexicon.properties.objects_before:
        return False
    return any(
        sentence.items[i].start in sentence.verb_starts and sentence.clauses.of[i] == hit.clause
        for i in range(first, hit.first - 1)
    )


def _given(sentence: Sentence, hit: CueHit) -> Acting:
    """Whoever is thanked or praised for a thing is who gave it; else nobody is told to have."""
    for cue in reversed(sentence.cues.get("courtesy", ())):
        if "act" not in cue.cue.set or cue.start > hit.start:
            continue
        thanking = sentence.states(sentence.subject(cue))
        between = [r for r in sentence.refs if cue.last <= r.first < hit.first and r.states]
        by = next((r.states for r in between if not set(r.states) & set(thanking)), ())
        named = sentence.states(targets(sentence, hit, []))
        return Acting(by, without(named, by) or thanking, [])
    return Acting((), (), [])


def _beside_noun(sentence: Sentence, hit: CueHit) -> Ref | None:
    """`die von X verhängte Blockade`: the agent between an article and a participle before its noun."""
    words = sentence.words
    for ref in sentence.refs:
        if ref.prep in words.agents and ref.states and 0 <= hit.first - ref.last <= 2:
            at = ref.first - 1
            while at > 0 and sentence.items[at].text not in words.agents:
                at -= 1
            return ref if at > 0 and sentence.items[at - 1].text in sentence.lexicon.articles else None
    return None


def _attributive(sentence: Sentence, hit: CueHit, doer: Ref) -> Acting:
    """The sides of a participle before its noun: its own agent, and who is named inside the group or in talks."""
    by = doer.states[:1]
    places = hit.cue.object.split("|")
    group = [
        r for r in sentence.refs if doer.last <= r.first < hit.last + 6 and r.prep in places and r is not doer
    ]
    toward = without(sentence.states(group[:1]), by)
    if not toward and not set(by) & set(sentence.discourse.dyad):
        toward = sentence.discourse.dyad if "all" in hit.cue.needs else ()
    return Acting(by, toward, [doer])


def _foreign(sentence: Sentence, hit: CueHit, subject: list[Ref]) -> bool:
    """Whether a dependent clause has a subject of its own that is no known actor."""
    clause = sentence.clauses.all[hit.clause]
    if (
        clause.kind not in ("sub", "content", "relative")
        or subject[0].first >= clause.first
        or hit.cue.subject != "subject"
    ):
        return False
    words, items = sentence.words, sentence.items
    if clause.kind == "relative" and sentence.lexicon.properties.verb_first:
        return any(item.text != "," for item in items[subject[0].last : clause.first])
    quiet = (
        words.determiners
        | words.perfect
        | words.passive
        | words.futures
        | words.adverbs
        | words.negation
        | words.conditionals
    )
    at = clause.first + 1
    while at < hit.first and (items[at].text in quiet or items[at].text in words.possessives):
        at += 1
    if (
        at >= hit.first
        or (clause.kind == "relative" and items[at].start in sentence.verb_starts)
        or (clause.kind == "relative" and sentence.lexicon.properties.verb_final)
    ):
        return False
    item = items[at]
    if sentence.lexicon.properties.nouns_capitalised:
        nominative = items[at - 1].text in words.determiners or at == clause.first + 1
        return item.capital and item.term is None and nominative
    return (
        item.text not in words.prepositions
        and not sentence.lexicon.is_adverb(item.text)
        and item.text.isalpha()
    )


def _reduced(sentence: Sentence, hit: CueHit) -> bool:
    """A participle with its agent directly behind it (`tariffs imposed by X`)."""
    if hit.form not in _PARTICIPLES or hit.last >= len(sentence.items):
        return False
    if sentence.items[hit.first].text not in sentence.lexicon.lemmas["part"]:
        return False
    return any(r.prep in sentence.words.agents and 0 < r.first - hit.last <= 3 for r in sentence.refs)


def _turned(sentence: Sentence, hit: CueHit) -> Acting | None:
    """The sides where whom the act is done to stands as if it acted (`X's envoy summoned over a raid`).

    The nouns beside such a cue are never who acts. None where the clause has an object, or another subject.
    """
    subject = sentence.subject(hit)
    if not hit.form or not subject or subject[0].kind not in ("role", "group", "person", "state"):
        return None
    company = sentence.finders.companies[hit.cue.id]
    items, head = sentence.items, subject[0]
    words = {item.text for item in items[head.first : min(head.last + 1, hit.first)]}
    if company is None or company.wanted is None or not company.wanted.among(words):
        return None
    inside = [r for r in refs_of_clause(sentence, hit, before=False) if r.states and r not in subject]
    free = [r for r in inside if not (r.prep or r.weak or r.genitive or r.objective)]
    if any(0 <= r.first - hit.last <= _OBJECT_REACH for r in free) and not _inverted(sentence):
        return None
    if free:
        by = sentence.states([free[0], *sentence.coordinated(free[0])])
        return Acting(by, without(sentence.states(subject), by), free[:1])
    if hit.form in _PARTICIPLES:
        hit.passive = True
        return _passive(sentence, hit)
    return Acting((), sentence.states(subject), [])


def _at_home(sentence: Sentence, hit: CueHit, subject: list[Ref], by: tuple[str, ...]) -> bool:
    """`warf dem Präsidenten vor, sich X zu beugen`: a reproach to an office or person of one's own state."""
    final = sentence.lexicon.properties.verb_final
    for ref in sentence.refs:
        if ref in subject or ref.kind not in ("role", "person") or ref.prep or ref.weak or not ref.states:
            continue
        if sentence.ref_clause[id(ref)] != hit.clause or not set(ref.states) <= set(by):
            continue
        near = ref.objective if final else 0 <= ref.first - hit.last <= _OBJECT_REACH
        if near:
            return True
    return False


def _inverted(sentence: Sentence) -> bool:
    """Whether what is right behind a verb may be its subject."""
    properties = sentence.lexicon.properties
    return properties.verb_final or properties.subject_may_follow


def _passive(sentence: Sentence, hit: CueHit) -> Acting:
    """`X was expelled by Y`, `sanctions were imposed on X`, `X wird vorgeworfen`."""
    agent = sentence.subject(hit)
    agent = [r for r in agent if r.states]
    if not agent and _done_by_others(sentence, hit):
        return Acting((), (), [])
    spoken = _those_before(sentence, hit) if not agent else None
    if spoken is not None:
        return spoken
    patient = sentence.patient(hit) or refs_of_clause(sentence, hit, before=True)[:1]
    patient = [r for r in patient if r not in agent and r.prep not in sentence.words.agents]
    places = hit.cue.object.split("|")
    governed = governed_targets(sentence, hit, [p for p in places if p != "object"], agent)
    first, second = (patient, governed) if places[0] == "object" else (governed, patient)
    target = first or second
    toward = without(sentence.states(target), sentence.states(agent))
    by = sentence.states(agent)
    agentless = not {"agentless", "agent"}.isdisjoint(hit.cue.needs)
    if not by and first and second and not agentless and without(sentence.states(second), toward):
        by = without(sentence.states(second), toward)
    if not by and not agentless:
        by = understood_target(sentence, hit, toward, reverse=True)
    if not by and "agentless" in hit.cue.needs and patient and not _is_side(sentence, patient[0]):
        return Acting((), (), [])
    if not by and not toward and "continued" in hit.cue.needs:
        return _continued(sentence, hit)
    return Acting(by, toward, agent)


def _is_side(sentence: Sentence, ref: Ref) -> bool:
    """Whether a reference is a state or a body of one, no person and no adjective of some other noun."""
    described = all(i.is_type("adj") for i in sentence.items[ref.first : ref.last])
    return ref.kind not in ("role", "person") and not described


def _done_by_others(sentence: Sentence, hit: CueHit) -> bool:
    """`captured by rebels in his country`: an agent right behind the participle that is no known side."""
    items, words = sentence.items, sentence.words
    if sentence.lexicon.properties.verb_final or hit.last + 1 >= len(items):
        return False
    if items[hit.last].text not in words.agents:
        return False
    low, high = hit.last, min(len(items), hit.last + _AGENT_REACH)
    near = [r for r in sentence.refs if low < r.first <= high and r.prep in words.agents]
    return not near and items[hit.last + 1].start not in sentence.verb_starts


def _continued(sentence: Sentence, hit: CueHit) -> Acting:
    """`Their accounts are frozen`: a measure that names no side goes on with the act told just before."""
    told = sentence.discourse.acts[-1] if sentence.discourse.acts else None
    if told is None or told.what != hit.cue.set["plover"] or sentence.index - told.sentence > 1:
        return Acting((), (), [])
    return Acting(told.actors, told.targets, [])


def _those_before(sentence: Sentence, hit: CueHit) -> Acting | None:
    """`Ihnen werde vorgeworfen`: plural persons without a name are whom the last act was done to."""
    if "agentless" not in hit.cue.needs or not sentence.discourse.acts:
        return None
    first = next((r for r in sentence.refs if sentence.ref_clause[id(r)] == hit.clause), None)
    if first is None or first.kind != "group" or first.head not in sentence.words.objective:
        return None
    told = sentence.discourse.acts[-1]
    if sentence.index - told.sentence > _RECENT or not told.targets:
        return None
    return Acting(told.actors, told.targets, [])
