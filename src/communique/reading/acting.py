"""Who does what to whom in an act: its agent, its target, and what earlier acts leave understood."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice, takewhile

from communique.mentions.refs import Ref
from communique.reading.attributive import beside_noun
from communique.reading.cue_hit import CueHit
from communique.reading.discourse import Told
from communique.reading.frames import neuter_states, opening, owner_behind, reason_subject
from communique.reading.sentence import Sentence

_RELATIVE, _RELATIVE_REACH = 3, 16
"""Items before a verb that is joined to a relative's, at least, and at which the relative is looked for."""
_PARTICIPLES = frozenset({"part", "past", "past_pl"})
_OWNER_REACH = 6
_AGENT_REACH = 4
"""Items behind `by` among which a side that acts begins."""
_OBJECT_REACH = 2
"""Items between a verb and the object right behind it."""
_ASKED = frozenset({"request", "propose", "offer"})
_ANSWERS = frozenset({"REJECT", "CONCEDE", "RETREAT", "AGREE", "COOPERATE", "AID"})
"""Acts that may answer what was asked."""
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
    subject = _agent(sentence, hit)
    if subject and _foreign(sentence, hit, subject):
        return Acting((), (), [])
    joined = _joined_to(sentence, hit)
    if joined is not None and set(sentence.states(subject)) <= set(joined.targets):
        subject = []
    by = sentence.states(subject) or (joined.actors if joined is not None else ())
    by = by or _unnamed_agent(sentence, hit) or _crowd(sentence, hit)
    if hit.cue.object == "subject":
        return Acting(by, _minus(sentence.states(sentence.subject(hit)), by), [])
    if hit.cue.set["plover"] == "ACCUSE" and _at_home(sentence, hit, subject, by):
        return Acting((), (), [])
    if hit.form == "ger" and _own_object(sentence, hit, by):
        return Acting((), (), [])
    named = _named(sentence, hit, subject, by)
    if "inverse" in needs:
        if not named and "understood" in needs:
            named = _understood_target(sentence, hit, by, reverse=True)
        named = named or next((_minus(r.post, by) for r in subject if r.post), ())
        return Acting(named, by, subject)
    noun = hit.form == "inf" and sentence.lexicon.properties.verb_first
    toward = named or (() if "named" in needs or noun else _understood_target(sentence, hit, by))
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
        return Acting(by, _minus(named, by) or thanking, [])
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
    toward = _minus(sentence.states(group[:1]), by)
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
    inside = [r for r in _clause_refs(sentence, hit, before=False) if r.states and r not in subject]
    free = [r for r in inside if not (r.prep or r.weak or r.genitive or r.objective)]
    if any(0 <= r.first - hit.last <= _OBJECT_REACH for r in free) and not _inverted(sentence):
        return None
    if free:
        by = sentence.states([free[0], *sentence.coordinated(free[0])])
        return Acting(by, _minus(sentence.states(subject), by), free[:1])
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


def _own_object(sentence: Sentence, hit: CueHit, by: tuple[str, ...]) -> bool:
    """`Norway reported balloons violating Norwegian airspace`: no state acts on what it names as its own."""
    behind = (r for r in sentence.refs if 0 <= r.first - hit.last <= _OBJECT_REACH)
    ref = next(behind, None)
    return ref is not None and bool(ref.states) and not ref.prep and set(ref.states) <= set(by)


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
    patient = sentence.patient(hit) or _clause_refs(sentence, hit, before=True)[:1]
    patient = [r for r in patient if r not in agent and r.prep not in sentence.words.agents]
    places = hit.cue.object.split("|")
    governed = _governed(sentence, hit, [p for p in places if p != "object"], agent)
    first, second = (patient, governed) if places[0] == "object" else (governed, patient)
    target = first or second
    toward = _minus(sentence.states(target), sentence.states(agent))
    by = sentence.states(agent)
    agentless = not {"agentless", "agent"}.isdisjoint(hit.cue.needs)
    if not by and first and second and not agentless and _minus(sentence.states(second), toward):
        by = _minus(sentence.states(second), toward)
    if not by and not agentless:
        by = _understood_target(sentence, hit, toward, reverse=True)
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


def _crowd(sentence: Sentence, hit: CueHit) -> tuple[str, ...]:
    """The state of a crowd: where it gathers, as the sentence's place tells, else the one of who is named."""
    if hit.cue.subject != "place":
        return ()
    place = sentence.place_in_sentence()
    if place and place.country:
        return (place.country,)
    against = sentence.states(targets(sentence, hit, []))
    return sentence.discourse.other(against[:1]) if len(against) == 1 else ()


def _agent(sentence: Sentence, hit: CueHit) -> list[Ref]:
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
        return _governed(sentence, hit, where.removeprefix("after:").split("|"), [])
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


def _joined_to(sentence: Sentence, hit: CueHit) -> Told | None:
    """The act of the same sentence that a coordinator right before the verb joins it to: they have one subject."""
    told = sentence.discourse.acts[-1] if sentence.discourse.acts else None
    if told is None or told.sentence != sentence.index or hit.cue.subject != "subject" or not hit.form:
        return None
    joined = hit.first > 0 and sentence.items[hit.first - 1].text in sentence.words.coordinators
    return told if joined and told.actors else None


def _unnamed_agent(sentence: Sentence, hit: CueHit) -> tuple[str, ...]:
    """Who acts when the clause names nobody.

    Whoever is acted on right behind the verb is not understood to act: then it is the other side.
    """
    by = _understood_agent(sentence, hit)
    if by and "acted_on" in hit.cue.needs and _own_object(sentence, hit, by):
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


def _named(sentence: Sentence, hit: CueHit, subject: list[Ref], by: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the act is done to as the clause names it."""
    if hit.cue.object == "none":
        return ()
    pool = [r for r in _clause_refs(sentence, hit) if set(r.states) - set(by)]
    if hit.cue.subject == "agent":
        pool = _first_behind(sentence, hit, subject)
    if "organisation" in hit.cue.needs:
        pool = [r for r in pool if r.kind == "org"]
    found = targets(sentence, hit, subject, pool)
    if not found and (post := _post(sentence, hit, by)):
        return post
    if not found and "site" in hit.cue.object.split("|"):
        place = sentence.place_in_sentence()
        return _minus((place.country,), by) if place and place.country else ()
    if not found and not pool and "place" in hit.cue.object.split("|"):
        return _minus(_placed(sentence, hit), by)
    return _minus(sentence.states(found), by) or _region(sentence, hit)


def _post(sentence: Sentence, hit: CueHit, by: tuple[str, ...]) -> tuple[str, ...]:
    """Where the actor's own envoy behind the act is posted (`rappelle son ambassadeur à Quito, X`)."""
    own = (r for r in _clause_refs(sentence, hit) if r.post and r.first >= hit.first)
    return next((_minus(r.post, by) for r in own if set(r.states) <= set(by)), ())


def _first_behind(sentence: Sentence, hit: CueHit, subject: list[Ref]) -> list[Ref]:
    """The first side behind a noun of what is done, but its agent: whoever else is named is of something else."""
    behind = (r for r in sentence.refs if r.first >= hit.last and r.states and r not in subject)
    return list(islice(behind, 1))


def targets(sentence: Sentence, hit: CueHit, subject: list[Ref], pool: list[Ref] | None = None) -> list[Ref]:
    """The references in the first filled place of the cue's `object`: words that govern, or `object`."""
    places = hit.cue.object.split("|")
    agents = sentence.words.agents.difference(places)
    listed = _clause_refs(sentence, hit) if pool is None else pool
    pool = [r for r in listed if r not in subject and (r.states or r.person) and r.prep not in agents]
    pool = [r for r in pool if not _companion(sentence, r)]
    pool.sort(key=lambda r: r.genitive)
    direct = [r for r in pool if not (r.prep or _deep(sentence, hit, r) or _parted(sentence, hit, r))]
    first = hit.last if sentence.lexicon.properties.objects_before else 0
    if (near := _right_behind(sentence, hit, pool)) is not None:
        return [near, *sentence.coordinated(near)]
    for place in places:
        for ref in pool:
            if place == "object" and ref.first < first:
                continue
            if ref in direct if place == "object" else ref.prep == place:
                lead = next((r for r in pool if r.first < ref.first and ref in sentence.coordinated(r)), ref)
                group = [lead, *sentence.coordinated(lead)]
                return (
                    [r for r in pool if r.prep == ref.prep or r in group] if "all" in hit.cue.needs else group
                )
    return []


def _right_behind(sentence: Sentence, hit: CueHit, pool: list[Ref]) -> Ref | None:
    """The reference right behind a cue that ends in a preposition (`acusó a Perú de armar a Chile`)."""
    if hit.last - hit.first < _OBJECT_REACH or "all" in hit.cue.needs:
        return None
    if sentence.items[hit.last - 1].text not in sentence.words.prepositions:
        return None
    return next((r for r in pool if 0 <= r.first - hit.last < _OBJECT_REACH), None)


def _companion(sentence: Sentence, ref: Ref) -> bool:
    """Whether one only acts in company with a side (`aus Solidarität mit X`)."""
    items, words = sentence.items, sentence.words
    return any(
        items[i].text in words.meeting_preps and i > 0 and items[i - 1].text in words.companions
        for i in range(max(0, ref.first - 2), ref.first)
    )


def _deep(sentence: Sentence, hit: CueHit, ref: Ref) -> bool:
    """Whether a possessor behind the verb belongs to a noun that a preposition governs (`bei der Abwehr Xs`)."""
    if not ref.weak or ref.first < hit.last or not sentence.lexicon.properties.verb_final:
        return False
    return any(i.text in sentence.words.prepositions for i in sentence.items[hit.last : ref.first])


def _parted(sentence: Sentence, hit: CueHit, ref: Ref) -> bool:
    """Whether a comma parts a reference from a verb of one form, so that it is not what the verb acts on."""
    if not sentence.lexicon.properties.verbs_unchanging or ref.first < hit.last:
        return False
    return any(i.text == "," for i in sentence.items[hit.last : ref.first])


def _placed(sentence: Sentence, hit: CueHit) -> tuple[str, ...]:
    """The state of the first place named in the clause as something done to (`took Goma`)."""
    clause = sentence.clauses.all[hit.clause]
    first = clause.first if sentence.lexicon.properties.verb_final else hit.last
    for i in range(first, min(clause.last, len(sentence.items))):
        item = sentence.items[i]
        if (
            item.capital
            and item.term is None
            and sentence.items[i - 1].text not in sentence.words.place_preps
        ):
            place = sentence.place_at(i)
            if place and place.country:
                return (place.country,)
    return ()


def _region(sentence: Sentence, hit: CueHit) -> tuple[str, ...]:
    """A region behind the cue that stands for its states (`the West`)."""
    last = sentence.clauses.all[hit.clause].last
    first = hit.last if not sentence.lexicon.properties.verb_final else sentence.clauses.all[hit.clause].first
    unchanging = sentence.lexicon.properties.verbs_unchanging
    for i in range(first, min(last, len(sentence.items))):
        item = sentence.items[i]
        if unchanging and item.text == ",":
            break
        if item.term is not None and item.is_type("region") and "named" not in hit.cue.needs:
            return (item.term.value,)
    return ()


def _clause_refs(sentence: Sentence, hit: CueHit, *, before: bool = False) -> list[Ref]:
    """References of the cue's clause that may be its object, in order."""
    properties = sentence.lexicon.properties
    free = properties.verb_final or properties.subject_may_follow or properties.objects_before
    out = []
    for ref in sentence.refs:
        if before and ref.end > hit.start:
            break
        if not before and not free and ref.end <= hit.start:
            continue
        if _within(sentence, sentence.ref_clause[id(ref)], hit.clause):
            out.append(ref)
    return out


def _within(sentence: Sentence, clause: int, outer: int) -> bool:
    """Whether a clause is the outer one or a quotation or list item directly inside it."""
    if clause == outer:
        return True
    inner = sentence.clauses.all[clause]
    return inner.parent == outer and inner.kind in ("quote", "content")


def _governed(sentence: Sentence, hit: CueHit, words: list[str], taken: list[Ref]) -> list[Ref]:
    refs = sentence.refs
    if not sentence.lexicon.properties.verb_final:
        refs = sorted(refs, key=lambda r: r.start < hit.start)
    for word in words:
        for ref in refs:
            if (
                ref.prep == word
                and ref not in taken
                and ref.states
                and _within(sentence, sentence.ref_clause[id(ref)], hit.clause)
            ):
                return [ref, *sentence.coordinated(ref)]
    return []


def _understood_target(
    sentence: Sentence, hit: CueHit, by: tuple[str, ...], *, reverse: bool = False
) -> tuple[str, ...]:
    """The other side of the latest act that one of `by` had a part in, else of the pair in talks.

    Where neither tells, whom the last act of the same sort was toward: others help the same state.
    """
    if not by:
        return ()
    answers = hit.cue.set["plover"] in _ANSWERS
    near = takewhile(lambda t: sentence.index - t.sentence <= _RECENT, reversed(sentence.discourse.acts))
    recent = [t for t in near if answers or t.what not in _ASKED]
    for told in recent:
        if not reverse and set(by) <= set(told.targets) and not set(by) & set(told.actors):
            return told.actors
        if told.targets and set(by) & set(told.actors) and not reverse and not set(by) & set(told.targets):
            return told.targets
        if reverse and set(by) & set(told.targets):
            return told.actors
    unsaid = reverse and hit.cue.set["plover"] == "ASSAULT"
    other = sentence.discourse.other(by) if len(by) == 1 and not unsaid else ()
    if other or reverse:
        return other
    alike = (t.targets for t in recent if t.what == hit.cue.set["plover"] and not set(by) & set(t.targets))
    return next((targets for targets in alike if targets), ())


def _minus(states: Iterable[str], taken: Iterable[str]) -> tuple[str, ...]:
    gone = set(taken)
    return tuple(s for s in states if s not in gone)
