"""Who acts on whom in a cue's clause, by the places that the cue declares."""

from __future__ import annotations

from communique.kinds.record import Actor
from communique.mentions.refs import Ref
from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence

_REASON_REACH = 14
_LINKED = 2
"""Items of a cue that ends in a word of owning."""
_COMPANY = 4
"""Items from a word of company to whom it governs."""
_OFFERED = 4
"""Items between the preposition of an invitation and what it is to."""
_INVITED = 14
"""Items from an invitation, past whom it goes to, to what it is to."""
_OPEN = frozenset({"inf", "ger", ""})
"""Forms that by themselves do not say that something takes place."""
_SINGULAR = frozenset({"pres", "past", "subj"})


class Sides:
    """The two sides of a cue: references and the codes they stand for."""

    __slots__ = ("by", "plural", "subject", "target", "toward")

    def __init__(
        self, subject: list[Ref], target: list[Ref], by: tuple[str, ...], toward: tuple[str, ...]
    ) -> None:
        self.subject = subject
        self.target = target
        self.by = by
        self.toward = toward
        self.plural = len(by) > 1 or any(r.kind == "group" for r in subject)


def sides(sentence: Sentence, hit: CueHit) -> Sides | None:
    """The cue's sides, or None (with a drop) when nobody acts."""
    subject = _subject(sentence, hit)
    target = _target(sentence, hit, subject)
    by = sentence.states(subject) or _listed(sentence, hit)
    if not by and (owner := _stance_owner(sentence, hit)):
        subject, by = owner, sentence.states(owner)
    if not by and hit.cue.subject != "none" and not any(r.kind == "org" for r in subject):
        by = _fallback(sentence, hit)
    if not by and hit.cue.subject != "none":
        sentence.drop(hit, "nobody acts in this clause")
        return None
    toward = tuple(s for s in sentence.states(target) if s not in by or len(by) > 1)
    if not toward and hit.cue.object not in ("none", "named"):
        toward = sentence.discourse.other(by) if len(by) == 1 else ()
    return Sides(subject, target, by, toward)


def fronted(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """`Cảm ơn X đã …, Y đề nghị …`: who acts behind the comma, where a verb of one form opens the sentence."""
    if not (sentence.lexicon.properties.verbs_unchanging and hit.form):
        return []
    if not all(sentence.lexicon.leads_verb(i.text) for i in sentence.items[: hit.first]):
        return []
    words = sentence.words
    for ref in sentence.refs:
        if ref.first <= hit.last or ref.prep or ref.weak or not (ref.states or ref.person):
            continue
        before = [i.text for i in sentence.items[hit.last : ref.first]]
        if before[-1:] == [","] or (before[-2:-1] == [","] and before[-1] in words.honorifics):
            return [ref]
    return []


def _subject(sentence: Sentence, hit: CueHit) -> list[Ref]:
    where = hit.cue.subject
    if where in ("subject", "group"):
        return (
            reason_subject(sentence, hit)
            or _decided(sentence, hit)
            or _absolute(sentence, hit)
            or _agreeing(sentence, hit, sentence.subject(hit))
        )
    if where == "pair":
        return []
    if where == "holder":
        return _holder(sentence, hit)
    if where == "patient":
        return sentence.patient(hit)
    if where == "possessor":
        return possessor(sentence, hit)
    if where.startswith("after:"):
        found = sentence.objects(hit, [], where)
        return found[:1] if hit.cue.object == "topic" else found
    return []


def _behind_label(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """`林剑：应X邀请,Y将…`: who acts behind a cue that opens what a line's label leads to."""
    if not hit.first or sentence.items[hit.first - 1].text != ":":
        return []
    last = max(hit.last, hit.tail_last)
    free = [r for r in sentence.refs if r.first >= last and not (r.prep or r.weak or r.objective)]
    return [free[0], *sentence.coordinated(free[0])] if free else []


def _listed(sentence: Sentence, hit: CueHit) -> tuple[str, ...]:
    """`Several states condemned it, among them X and Y`: those who act are listed behind."""
    words = sentence.words.listing
    if not words or hit.cue.subject != "subject":
        return ()
    at = next((i for i in range(hit.last, len(sentence.items)) if sentence.items[i].text in words), None)
    if at is None:
        return ()
    named = next((r for r in sentence.refs if 0 <= r.first - at <= 2 and r.states), None)
    return sentence.states([named, *sentence.coordinated(named)]) if named else ()


def _stance_owner(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """`أعربت الوزارة عن إدانة كينيا للهجوم`: the state right behind the noun of a stance that a body tells."""
    if not sentence.lexicon.properties.verb_first or "stance" not in hit.cue.set:
        return []
    if hit.tail_last - hit.first < _LINKED:
        return []
    return [r for r in sentence.refs if r.first == hit.tail_last and not r.prep and r.kind == "state"][:1]


def possessor(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """`Azerbaijan's elimination of …`, `Sarkozys Staatsbesuch`, `the visit of X`: who a noun belongs to."""
    if sentence.lexicon.properties.verb_first and (owner := owner_behind(sentence, hit)):
        return owner
    linked = _linked_owner(sentence, hit)
    if linked:
        return linked
    cased = sentence.lexicon.properties.noun_cases
    if cased and (owned := [r for r in sentence.refs if r.genitive and r.first == hit.last]):
        return owned[:1]
    near = [r for r in sentence.refs if r.last <= hit.first and hit.first - r.last <= 4]
    behind = sentence.lexicon.properties.names_follow
    for ref in reversed(near):
        marked = sentence.items[ref.last - 1].text in sentence.words.possessives
        close = (
            not behind
            and ref.kind in ("person", "role", "state", "pronoun")
            and hit.first - ref.last <= 2
            and not _apart(sentence, ref, hit)
        )
        if ref.weak or marked or close:
            return [ref]
    for ref in sentence.refs:
        if (
            ref.first >= hit.last
            and ref.first - hit.last <= 4
            and not (cased and ref.objective and ref.kind == "state" and not ref.genitive)
            and not (sentence.lexicon.properties.verb_final and _bare(ref))
            and (ref.prep in sentence.words.owners or ref.prep != sentence.items[hit.last - 1].text)
            and (ref.prep is None or ref.prep in sentence.words.agents or ref.prep in sentence.words.owners)
        ):
            return [ref]
    return []


def _apart(sentence: Sentence, ref: Ref, hit: CueHit) -> bool:
    """`X kündigte in Lima einen Besuch an`: whether a place, or a verb that comes second, stands before a noun."""
    if not sentence.lexicon.properties.verb_final:
        return False
    between = sentence.items[ref.last : hit.first]
    placed = ref.prep in sentence.lexicon.sites
    return placed or any(item.start in sentence.verb_starts and not item.capital for item in between)


def _bare(ref: Ref) -> bool:
    """Whether nothing marks a reference as an owner, where a genitive has an ending (`Reise nach X, Y und Z`)."""
    return not (ref.prep or ref.weak or ref.genitive or ref.objective)


def _linked_owner(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """`said the visit of X to Y`: who stands right behind a cue that ends in a word of owning or acting."""
    words, link = sentence.words, sentence.items[hit.last - 1].text.rsplit(" ", 1)[-1]
    if hit.last - hit.first < _LINKED or not (link in words.owners or link in words.agents):
        return []
    return [r for r in sentence.refs if r.prep == link and 0 <= r.first - hit.last <= 1][:1]


def _resumed(sentence: Sentence, hit: CueHit, ref: Ref) -> bool:
    """`الزيارة التي يقوم بها X`: whether a relative clause's pronoun ends the cue, which governs nothing."""
    words = sentence.words
    resumed = hit.last - hit.first > _LINKED and ref.prep == sentence.items[hit.last - 1].text
    return resumed and ref.prep not in words.place_preps | words.meeting_preps | words.owners


def owner_behind(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """Who stands right behind a noun, or behind a word of company there (`the accord between X and Y`)."""
    for ref in sentence.refs:
        if ref.first == hit.last and (not ref.prep or _resumed(sentence, hit, ref)):
            return [ref, *sentence.coordinated(ref)]
        if ref.first == hit.last + 1 and ref.prep in sentence.words.meeting_preps:
            return [ref, *sentence.coordinated(ref)]
    return []


def reason_subject(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """`thanked X for supporting`: the verb's subject is whom the clause is about, not who speaks."""
    if sentence.lexicon.properties.verb_final:
        return _thanked(sentence, hit)
    if hit.form not in ("ger", "inf", "part", "past") or sentence.lexicon.properties.verb_first:
        return []
    at = hit.first - 1
    while at > 0 and (
        sentence.items[at].text in sentence.words.adverbs
        or sentence.lexicon.is_adverb(sentence.items[at].text)
    ):
        at -= 1
    if hit.form != "ger":
        at = _reason_of(sentence, hit, at)
    if at > 0 and sentence.items[at].text in sentence.words.owners:
        # `accused X of supporting`: whom the reproach names right before it.
        accused = [r for r in sentence.refs if r.last == at and r.states and not r.weak]
        return accused if len([r for r in sentence.refs if r.last <= at and r.states]) > 1 else []
    at = _reason_before(sentence, at)
    if at < 0 or sentence.items[at].text not in sentence.words.reasons:
        return []
    before = [
        r for r in sentence.refs if r.last <= at and sentence.ref_clause[id(r)] == hit.clause and r.states
    ]
    return before[-1:] if len(before) > 1 else []


def _decided(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """`condemned X's decision to recognise Y`: the infinitive is of whoever owns the noun that it belongs to."""
    if hit.form != "inf" or sentence.lexicon.properties.verb_first:
        return []
    ahead = [
        o
        for kind in ("position", "act", "courtesy")
        for o in sentence.cues.get(kind, ())
        if o.last < hit.first and o.clause == hit.clause and o.form and "generic" not in o.cue.set
    ]
    if not ahead:
        return []
    first = min(o.last for o in ahead)
    owners = sentence.words.owners
    near = [r for r in sentence.refs if first <= r.first and r.last <= hit.first and r.states]
    owned = [r for r in near if r.weak or r.genitive or r.prep in owners]
    return [owned[0], *sentence.coordinated(owned[0])] if owned and owned[0] is near[0] else []


def _reason_of(sentence: Sentence, hit: CueHit, at: int) -> int:
    """The preposition that makes an infinitive a reason (`por apoyar`, `d'avoir soutenu`), else -1."""
    items, words = sentence.items, sentence.words
    if hit.form != "inf":
        perfect = at > 0 and items[at].text in words.perfect
        return at - 1 if perfect and items[at - 1].text in words.reasons | words.owners else -1
    sole = words.reasons.isdisjoint(words.owners)
    return at if sole and at > 0 and items[at].text in words.reasons else -1


def _reason_before(sentence: Sentence, at: int) -> int:
    """Where the reason begins: `for supporting`, `for its leadership in supporting`, `for helping and supporting`."""
    items, words = sentence.items, sentence.words
    low = max(0, at - _REASON_REACH)
    if at < 0 or items[at].text in words.reasons:
        return at
    text = items[at].text
    joined = text == "," or text in words.coordinators or text in words.reason_links
    for k in range(at - 1, low - 1, -1):
        if items[k].text in words.reasons and k + 1 < at:
            owned = (
                items[k + 1].text in words.possessives or items[k + 1].text in sentence.complements.gerunds
            )
            return k if owned or joined else -1
    return -1


def _thanked(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """`dankte X dafür, dass er …`: the pronoun of the reason's clause is whom the thanks go to."""
    clause = sentence.clauses.all[hit.clause]
    first = clause.first
    if clause.kind != "content" or first < 2 or sentence.items[first - 2].text not in sentence.words.reasons:
        return []
    own = [r for r in sentence.refs if sentence.ref_clause[id(r)] == hit.clause and r.first == first + 1]
    if not own or own[0].kind not in ("pronoun", "group", "own"):
        return []
    before = [r for r in sentence.refs if r.last < first and sentence.ref_clause[id(r)] == clause.parent]
    thanked = [r for r in before if r.states and r is not before[0]][-1:]
    for ref in thanked:
        own[0].person, own[0].states = ref.person, ref.states
    return thanked


def _absolute(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """`with both sides expressing`: a gerund's own subject stands right before it."""
    if hit.form != "ger" or (hit.first and sentence.items[hit.first - 1].text == ","):
        return []
    return [r for r in sentence.refs if 0 <= hit.first - r.last <= 1 and r.prep and r.states and not r.weak][
        -1:
    ]


def _agreeing(sentence: Sentence, hit: CueHit, found: list[Ref]) -> list[Ref]:
    """A pronoun that may be plural, before a verb form that is singular, is the last person spoken of."""
    if (
        len(found) != 1
        or found[0].head not in sentence.words.plural
        or (found[0].kind == "pronoun" and bool(found[0].states))
        or not sentence.lexicon.lemmas.get("past_pl")
    ):
        return found
    if hit.form not in _SINGULAR or sentence.items[hit.first].text in sentence.lexicon.lemmas["past_pl"]:
        return found
    known = sentence.discourse.subject
    return [known] if known is not None else found


def _holder(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """Whose readiness or support a noun tells of: its possessor, or the subject for `its`, `their`."""
    if sentence.lexicon.properties.noun_cases:
        owner = next((r for r in sentence.refs if r.genitive and r.first == hit.last), None)
        if owner is not None:
            hit.tail_last = max(hit.tail_last, owner.last)
            return [owner]
    if owner := _owner_before_action(sentence, hit):
        return [owner]
    near = [
        r
        for r in sentence.refs
        if r.last <= hit.first and hit.first - r.last <= 3 and (r.weak or r.kind == "state")
    ]
    if sentence.lexicon.properties.noun_cases:
        near = [r for r in near if not (r.prep or r.objective)]
    if near and not any(
        i.text in sentence.words.prepositions for i in sentence.items[near[-1].last : hit.first]
    ):
        subject = sentence.subject(hit)
        joint = subject if near[-1] in subject else near[-1:]
        return _thanked_for(sentence, near[-1]) or joint
    for at in range(hit.first - 1, max(-1, hit.first - 4), -1):
        if sentence.items[at].text in sentence.words.possessives:
            before = [
                r
                for r in sentence.refs
                if r.last <= at and r.states and sentence.ref_clause[id(r)] == hit.clause
            ]
            if _gives_reason(sentence, hit, at - 1) and len(before) > 1:
                return before[-1:]
            return sentence.subject(hit)
    behind = [
        r
        for r in sentence.refs
        if r.first >= hit.last and r.prep in sentence.words.agents and r.first - hit.last <= 4
    ]
    if behind:
        return behind[:1]
    return [] if "held" in hit.cue.needs else sentence.subject(hit)


def _gives_reason(sentence: Sentence, hit: CueHit, at: int) -> bool:
    """Whether a preposition gives a reason; one of owning only behind a courtesy (`remercié X de son aide`)."""
    text, words = sentence.items[at].text, sentence.words
    if text not in words.reasons or text not in words.owners:
        return text in words.reasons
    return any(h.last <= at and h.clause == hit.clause for h in sentence.cues.get("courtesy", ()))


def _owner_before_action(sentence: Sentence, hit: CueHit) -> Ref | None:
    """`la décision du Tchad de fermer`: the owner between a noun and the infinitive that goes with it."""
    items, words = sentence.items, sentence.words
    if items[hit.last - 1].text.rsplit(" ", 1)[-1] not in words.owners:
        return None
    ref = next((r for r in sentence.refs if 0 <= r.first - hit.last <= 1), None)
    if ref is None or not ref.states or ref.last + 1 >= len(items):
        return None
    linked = (
        items[ref.last].text in words.owners and items[ref.last + 1].text in sentence.lexicon.lemmas["inf"]
    )
    return ref if linked else None


def _thanked_for(sentence: Sentence, own: Ref) -> list[Ref]:
    """`thanked X for his government's support`: what is his is of whom the thanks go to."""
    first = own.first
    possessed = sentence.items[first].text.split()[0] in sentence.words.possessives
    if not possessed or first < 1 or sentence.items[first - 1].text not in sentence.words.reasons:
        return []
    before = [r for r in sentence.refs if r.last <= first and r.states and r.person]
    return before[-1:] if len(before) > 1 else []


def _fallback(sentence: Sentence, hit: CueHit) -> tuple[str, ...]:
    speaker = sentence.speaker
    if hit.cue.subject == "pair":
        return sentence.discourse.dyad
    if hit.passive and hit.cue.subject != "group":
        return ()
    if hit.cue.subject == "group":
        return (
            sentence.discourse.dyad
            if hit.passive or not hit.form or opening(sentence, hit) is not None
            else ()
        )
    if hit.cue.subject == "speaker":
        if speaker and speaker.country:
            return (speaker.country,)
        return ()
    before = opening(sentence, hit)
    if before is None or _of_antecedent(sentence, hit):
        return ()
    if before in sentence.words.neuter:
        return neuter_states(sentence, hit)
    if speaker and speaker.country and (sentence.reported or sentence.quoted or speaker is not None):
        return (speaker.country,)
    if not before and hit.clause == 0 and sentence.discourse.subject is not None and not _led(sentence, hit):
        return sentence.discourse.subject.states
    return ()


def _of_antecedent(sentence: Sentence, hit: CueHit) -> bool:
    """`a document, which will form`: nobody stands between the relative and its verb, so the noun before acts."""
    clause = sentence.clauses.all[hit.clause]
    return clause.kind == "relative" and clause.opener not in sentence.lexicon.grammar.place_relatives


def _led(sentence: Sentence, hit: CueHit) -> bool:
    """Whether a noun with a determiner leads the sentence, which then acts, where a comma parts clauses."""
    first = sentence.items[0].text
    return sentence.lexicon.properties.comma_clauses and hit.first > 0 and first in sentence.words.determiners


def neuter_states(sentence: Sentence, hit: CueHit) -> tuple[str, ...]:
    """Which state `it` is: the subject of the clause around, else of the sentences before."""
    for number in sentence.clauses.chain(hit.clause)[1:]:
        for ref in sentence.refs:
            free = not (ref.prep or ref.weak or ref.objective)
            if free and ref.kind in ("state", "org") and sentence.ref_clause[id(ref)] == number:
                return ref.states[:1]
    subject = sentence.discourse.subject
    return subject.states[:1] if subject is not None and subject.person is None else ()


def opening(sentence: Sentence, hit: CueHit) -> str | None:
    """The impersonal or neuter pronoun beside the cue; empty when nothing stands before it; else None."""
    words, items = sentence.words, sentence.items
    for at in (hit.last, hit.last + 1):
        if (
            sentence.lexicon.properties.subject_may_follow
            and at < len(items)
            and items[at].text in words.impersonal
        ):
            return items[at].text
    first = sentence.clauses.all[hit.clause].first
    for at in range(hit.first - 1, first - 1, -1):
        text = items[at].text
        if text in sentence.lexicon.nobodies:
            return text
        if text in (",", '"', ":") or (at == first and sentence.clauses.all[hit.clause].opener == text):
            break
        if text in words.coordinators and at == first:
            break
        if text in words.coordinators and not sentence.lexicon.properties.verb_final:
            return items[first].text if items[first].text in sentence.lexicon.nobodies else None
        if not (
            text in words.adverbs
            or sentence.lexicon.is_adverb(sentence.items[at].text)
            or text in words.futures
            or text in words.be
            or text in words.perfect
        ):
            return None
    return ""


def _target(sentence: Sentence, hit: CueHit, subject: list[Ref]) -> list[Ref]:
    where = hit.cue.object
    if where in ("none", "other"):
        return []
    if where == "topic":
        return [r for r in _behind_label(sentence, hit) or sentence.topic() if r not in subject]
    if where == "named":
        behind = [r for r in sentence.refs if r.start >= hit.end and r not in subject]
        return ([r for r in behind if not r.weak] or behind)[:2]
    if hit.passive:
        return sentence.patient(hit)
    if not sentence.lexicon.properties.verb_final and (beside := tied(sentence, hit, subject)):
        return beside
    found = sentence.objects(hit, subject, "object" if where == "object" else where)
    if not found and where.startswith("object|"):
        found = sentence.objects(hit, subject, "after:" + where.removeprefix("object|"))
    return found


def tied(sentence: Sentence, hit: CueHit, taken: list[Ref]) -> list[Ref]:
    """Whom the cue's own last word ties to it (`gratitude to X`)."""
    clitic = sentence.object_finder.clitic(hit) if sentence.words.clitics else []
    if clitic:
        return [r for r in clitic if r not in taken]
    last = hit.tail_last
    if not last or sentence.items[last - 1].text not in hit.cue.object.split("|"):
        return []
    words = sentence.words
    for ref in sentence.refs:
        between = [i.text for i in sentence.items[last : ref.first]]
        loose = all(t in words.determiners or t in words.possessives for t in between)
        if ref.first >= last and ref not in taken and loose:
            return [ref, *sentence.coordinated(ref)]
    return []


def speakers(sentence: Sentence, hit: CueHit, subject: list[Ref]) -> list[Ref]:
    """Who says it: the side that acts, or the clause's subject who tells of another's act."""
    if hit.cue.subject == "holder" or hit.form == "ger":
        return sentence.subject(hit) or subject
    return subject


def actor_or_state(sentence: Sentence, refs: list[Ref], states: tuple[str, ...]) -> Actor | None:
    """The first reference as an actor, else the first state."""
    return sentence.actor(refs) or (Actor(None, states[0]) if states else None)


def unknown_company(sentence: Sentence, sides: list[Ref]) -> bool:
    """`伊朗与各大国谈判`: whether a word of company right behind a side governs nobody who is known."""
    if not sentence.lexicon.properties.objects_before:
        return False
    links = [r.last for r in sentence.refs if r in sides and r.last < len(sentence.items)]
    return any(
        sentence.items[at].text in sentence.words.meeting_preps
        and not any(0 < r.first - at <= _COMPANY for r in sentence.refs)
        for at in links
    )


def asked_to(sentence: Sentence, hit: CueHit) -> bool:
    """`invited X to hold talks`, `lud ihn zu einem Besuch ein`: whether somebody is only invited to what is told."""
    asked = [h for h in sentence.cues.get("invitation", ()) if h.clause == hit.clause]
    if not sentence.lexicon.properties.verb_final:
        near = (h for h in asked if h.last <= hit.first <= h.last + _INVITED)
        return hit.form in _OPEN and any("came" not in h.cue.needs for h in near)
    if hit.form or not asked:
        return False
    targets = sentence.lexicon.numbers.target_prepositions
    for at in range(hit.last - 2, max(-1, hit.last - 2 - _OFFERED), -1):
        item = sentence.items[at]
        if item.text in targets:
            return True
        if item.capital or item.text == ",":
            return False
    return False


def only_describes(sentence: Sentence, hit: CueHit, subject: list[Ref]) -> bool:
    """`谴责对古巴实施的制裁`: whether a verb before the mark of its noun has another verb's subject."""
    if not hit.form or not sentence.lexicon.properties.objects_before or hit.last >= len(sentence.items):
        return False
    if sentence.items[hit.last].text not in sentence.lexicon.grammar.possessive_marks:
        return False
    before = [r for r in subject if r.last <= hit.first]
    if not before:
        return True
    nouns = sentence.lexicon.grammar.verb_nouns
    between = sentence.items[before[-1].last : hit.first]
    return any(i.start in sentence.verb_starts and i.text not in nouns for i in between)
