"""Kind `courtesy`: thanks, congratulations, condolences, welcome, praise, apology."""

from __future__ import annotations

from communique.base.spans import Span
from communique.kinds.record import Actor, Record
from communique.mentions.refs import Ref
from communique.reading.cue_hit import CueHit
from communique.reading.extent import object_end, scope_end
from communique.reading.frames import fronted, tied
from communique.reading.sentence import Sentence
from communique.reading.targets import targets
from communique.vocab import CourtesyAct


class Courtesy(Record, frozen=True, kw_only=True, tag="courtesy"):
    """Thanks, congratulations, condolences, welcome, praise, apology."""

    KEY = ("by", "to", "act", "reason")

    by: Actor
    to: Actor
    act: CourtesyAct
    reason: str | None = None


_REASON_REACH = 8
_OWNED = 4
"""Items between the noun of a death and who died."""
_PERSONS = frozenset({"person", "role", "pronoun"})
_BARE = frozenset({"inf", "pres"})
_WISHES = frozenset({"condole", "congratulate"})
"""What many states say to one, in lists that name it once."""


def assemble(sentence: Sentence, cues: list[CueHit]) -> None:
    """Emit courtesies: from whom to whom and for what, one for each pair of sides."""
    given: set[str] = set()
    for number, hit in enumerate(cues):
        if "act" not in hit.cue.set:
            continue
        if _told_whole(hit, cues):
            sentence.drop(hit, "told with the telegram before it")
            continue
        final = sentence.lexicon.properties.verb_final
        if not final and hit.form in _BARE and any(s.start <= hit.start < s.end for s in sentence.told):
            sentence.drop(hit, "asked for, not given")
            continue
        hailed = _hailed(sentence, hit)
        givers = [] if hailed else _givers(sentence, hit)
        found = hailed or _bereaved(
            sentence, _all_joined(sentence, _receivers(sentence, hit, givers), givers)
        )
        personal = any(r.kind in _PERSONS for r in found) or _addressed(sentence, hit)
        if "person_object" in hit.cue.needs and not personal:
            sentence.drop(hit, "no person is received")
            continue
        by = _actors(sentence, givers) or _speaking(sentence, hit)
        if hailed and not by:
            by = [Actor(None, state) for state in sentence.discourse.other(hailed[0].states)]
        act = str(hit.cue.set["act"])
        if act in given and act in _WISHES and not found and sentence.lexicon.properties.objects_before:
            sentence.drop(hit, "told to the same before")
            continue
        to = _actors(sentence, found) or _wished(sentence, act, by) or _others(sentence, givers, by)
        if "mutual" in hit.cue.needs:
            by = to = [*by, *(a for a in to if a not in by)]
        if by and to and all(b.country == by[0].country for b in to):
            to = _meant(sentence, hit, found, by[0]) or to
        pairs = [(a, b) for a in by for b in to if a.country != b.country]
        if pairs and found and act in _WISHES:
            sentence.discourse.wished[act] = str(pairs[-1][1].country)
        if not pairs:
            sentence.drop(hit, "the two sides are not both known")
            continue
        if found:
            given.add(act)
        following = [c.first for c in cues[number + 1 : number + 2]]
        following.extend(r.first - 1 for r in givers[:1] if r.first > hit.last)
        reason = _noun_of(sentence, _reason(sentence, hit, found, min(following, default=None)))
        modality = sentence.modality(hit, "actual")
        if modality == "planned" and hit.form == "ger":
            sentence.drop(hit, "looked forward to, not given")
            continue
        if modality == "intended" or (modality == "planned" and givers and givers[0].kind == "speaker"):
            modality = "actual"
        for giver, receiver in pairs:
            sentence.emit(
                hit,
                "courtesy",
                {
                    "by": giver,
                    "to": receiver,
                    "act": act,
                    "reason": sentence.quote(reason) if reason else None,
                },
                modality=modality,
            )


def _told_whole(hit: CueHit, cues: list[CueHit]) -> bool:
    """`致电A,表示慰问`: whether a cue of the same act in two parts has this one inside."""
    act = hit.cue.set["act"]
    return any(
        o is not hit and o.cue.set.get("act") == act and o.first < hit.first and hit.last <= o.tail_last
        for o in cues
    )


def _hailed(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """`Thank you, Kenya!`: whom a word of courtesy without a verb calls by name behind a comma."""
    if hit.form or hit.last >= len(sentence.items) or sentence.items[hit.last].text != ",":
        return []
    return [r for r in sentence.refs if r.first == hit.last + 1 and r.states and not r.prep]


def _givers(sentence: Sentence, hit: CueHit) -> list[Ref]:
    where = hit.cue.subject
    if where.startswith("after:"):
        words = where.removeprefix("after:").split("|")
        return [
            r for r in sentence.refs if r.start >= hit.start and (r.prep in words or r.first <= hit.last + 1)
        ][:1]
    return sentence.subject(hit) or fronted(sentence, hit)


def _receivers(sentence: Sentence, hit: CueHit, givers: list[Ref]) -> list[Ref]:
    if hit.cue.object == "subject" or hit.passive:
        return [r for r in sentence.patient(hit) if r not in givers]
    if sentence.lexicon.properties.verb_final:
        return targets(sentence, hit, givers)
    beside = tied(sentence, hit, givers)
    if beside:
        return beside
    if sentence.lexicon.properties.objects_before:
        before = [r for r in sentence.objects(hit, givers, hit.cue.object) if r.last <= hit.first]
        if before:
            return before
    own = sentence.states(givers)
    end = scope_end(sentence, hit, hit.last)
    pool = [r for r in sentence.refs if hit.last <= r.first < end]
    found = targets(sentence, hit, givers, pool)
    if found and (any(r.person for r in found) or set(sentence.states(found)) - set(own)):
        return found
    if "person_object" in hit.cue.needs and sentence.lexicon.properties.verbs_unchanging:
        return found
    if pool and pool[0].kind in _PERSONS and not (pool[0].states or pool[0].prep):
        return pool[:1]
    places = sentence.words.place_preps
    others = [r for r in pool if r.states and not set(r.states) & set(own)]
    return [r for r in others if r.prep not in places or r.kind in _PERSONS][:1] or found


def _all_joined(sentence: Sentence, found: list[Ref], givers: list[Ref]) -> list[Ref]:
    """The receivers with all who are joined to them, where they stand before the verb (`向A、B致电`)."""
    if len(found) != 1 or not sentence.lexicon.properties.objects_before or found[0].person is None:
        return found
    for ref in sentence.refs:
        row = [ref, *sentence.coordinated(ref)]
        if len(row) > 1 and found[0] in row and not any(r in givers for r in row):
            return row if all(r.person or r.role for r in row) else found
    return found


def _bereaved(sentence: Sentence, found: list[Ref]) -> list[Ref]:
    """Whom condolences go to: nobody whose death they are for, but his state where no other is named."""
    dead = [r for r in found if _dead(sentence, r)]
    if not dead:
        return found
    living = [r for r in found if r not in dead]
    if living:
        return living
    known = {s for r in sentence.refs if r.end <= dead[0].start for s in r.states}
    # The state is named by the dead one alone, so that nothing of it stands between the cue and the reason.
    state = Ref("state", dead[0].start, dead[0].end, 0, 0, states=dead[0].states)
    return [] if known.issuperset(dead[0].states) else [state]


def _dead(sentence: Sentence, ref: Ref) -> bool:
    """`the death of X`, `X's death`: whether a person is named as the one who died."""
    deaths, items = sentence.lexicon.grammar.deaths, sentence.items
    if ref.person is None or not deaths:
        return False
    if ref.weak or ref.genitive:
        return any(i.text in deaths for i in items[ref.last : ref.last + _OWNED])
    if ref.prep not in sentence.words.owners:
        return False
    return any(i.text in deaths for i in items[max(0, ref.first - _OWNED) : ref.first])


def _actors(sentence: Sentence, refs: list[Ref]) -> list[Actor]:
    """Each person once, and each state that a reference stands for and of which no person is named."""
    out: list[Actor] = []
    for ref in refs:
        person = ref.person
        if person and not ref.plural:
            found = [Actor(person.name, person.country or (ref.states[0] if ref.states else None))]
        else:
            found = [Actor(None, state) for state in ref.states]
        for actor in found:
            if not any(_same_side(actor, known) for known in out):
                out.append(actor)
    return out


def _same_side(one: Actor, other: Actor) -> bool:
    """Whether two actors are one state, of which at most one person is named."""
    named = one.name and other.name and one.name != other.name
    return one.country == other.country and not named


def _addressed(sentence: Sentence, hit: CueHit) -> bool:
    """Whether the cue's object is `you`: the other side of the talks, who is spoken to."""
    last = max(hit.last, hit.tail_last)
    clitics = sentence.lexicon.properties.subject_dropped
    first = hit.first - 1 if clitics and hit.first else hit.last - 1
    return any(i.text in sentence.lexicon.grammar.second_person for i in sentence.items[first : last + 1])


def _meant(sentence: Sentence, hit: CueHit, found: list[Ref], giver: Actor) -> list[Actor]:
    """`phoned X to congratulate him`: a pronoun behind the cue is not who acts but the other person named."""
    if not found or sentence.items[found[0].first].text not in sentence.words.objective:
        return []
    before = [r for r in sentence.refs if r.end <= hit.start and r.person]
    others = [r for r in before if giver.country and giver.country not in r.states]
    return _actors(sentence, [r for r in others if r.states][-1:])


def _speaking(sentence: Sentence, hit: CueHit) -> list[Actor]:
    """Who gives the courtesy when the clause names nobody: whoever is being reported, or acted last."""
    speaker = sentence.speaker
    if speaker and speaker.country and (sentence.reported or sentence.quoted):
        return [Actor(speaker.name, speaker.country)]
    last = sentence.discourse.subject
    return _actors(sentence, [last]) if last is not None and hit.clause == 0 and hit.first <= 4 else []


def _wished(sentence: Sentence, act: str, by: list[Actor]) -> list[Actor]:
    """`…, X expressed his condolences too`: to whom others before did so, where no other side is named."""
    state = sentence.discourse.wished.get(act)
    return [Actor(None, state)] if state and all(a.country != state for a in by) else []


def _others(sentence: Sentence, givers: list[Ref], by: list[Actor]) -> list[Actor]:
    """The other side of the talks; nobody where several sides act together."""
    if len({a.country for a in by}) > 1:
        return []
    person = givers[0].person if givers else None
    other = sentence.discourse.other_person(person)
    if other:
        return [Actor(other.name, other.country)]
    states = tuple(a.country for a in by if a.country)
    return [Actor(None, s) for s in sentence.discourse.other(states)] if len(states) == 1 else []


def _past_sides(hit: CueHit, found: list[Ref]) -> int:
    """Past the other side where it stands right behind a verb of one form, what it does or has behind it."""
    at = hit.tail_last
    for ref in sorted(found, key=lambda r: r.first):
        if at <= ref.first <= at + 1:
            at = ref.last
    return at


def _reason_before(sentence: Sentence, hit: CueHit, found: list[Ref]) -> Span | None:
    """A reason in a phrase before its verb: `对X的Y表示感谢`, `就Y向X道歉`."""
    items, words = sentence.items, sentence.words
    first = sentence.clauses.all[hit.clause].first
    verb = max(hit.first, hit.tail_first)
    for at in range(verb - 2, first - 1, -1):
        if items[at].term is None and items[at].text in words.reasons:
            last = next((k for k in range(at + 2, verb) if items[k].text in words.prepositions), verb)
            return sentence.noun(at + 1, last)
    receiver = found[0] if found else None
    if receiver is None or not receiver.prep or receiver.last >= hit.first:
        return None
    at = receiver.first
    while at > first and items[at].text != receiver.prep:
        at -= 1
    last = hit.first
    end = max(r.last for r in found if r.last <= hit.first)
    while last > end and items[last - 1].text in words.adverbs:
        last -= 1
    return sentence.noun(at + 1, last) if end < last else None


def _leading(sentence: Sentence, at: int) -> int:
    """The items of a phrase that opens an occasion (`в связи с`), where it stands at item `at`."""
    if not sentence.lexicon.properties.noun_cases:
        return 0
    openers = [phrase.split() for phrase in sentence.lexicon.grammar.occasions]
    behind = [item.text for item in sentence.items[at : at + max(map(len, openers), default=0)]]
    return max((len(opener) for opener in openers if behind[: len(opener)] == opener), default=0)


def _before_purpose(sentence: Sentence, first: int, last: int) -> int:
    """`congratulated X on his victory and to discuss trade`: before another purpose that is joined on."""
    items, marker = sentence.items, sentence.lexicon.properties.infinitive_marker
    for at in range(first + 1, last - 1):
        if marker and items[at].text in sentence.words.coordinators and items[at + 1].text == marker:
            return at
    return last


def _past_day(sentence: Sentence, at: int) -> int:
    """Past the prepositions before a reason, and the day of the courtesy (`to Japan on Friday over …`)."""
    items, words = sentence.items, sentence.words
    days = {sentence.item_at(d.start): sentence.item_at(d.end - 1) + 1 for d in sentence.dates if d.relative}
    while at < len(items):
        linking = items[at].text in words.prepositions or items[at].text in (",", "'s")
        if at in days and any(i.text in words.prepositions for i in items[days[at] : days[at] + 1]):
            at = days[at]
        elif linking:
            at += 1
        else:
            break
    return at


def _is_place(sentence: Sentence, at: int) -> bool:
    """Whether an item is a state or capital where somebody is received (`welcomed him to Nairobi`)."""
    placed = sentence.items[at - 1].text in sentence.words.place_preps
    return placed and sentence.items[at].is_type("state", "capital")


def _opens(hit: CueHit) -> bool:
    """`Welcoming X, Y spoke of …`: whether a gerund opens the sentence, which goes on behind the comma."""
    return hit.form == "ger" and hit.first == 0


def _closing(sentence: Sentence, at: int) -> bool:
    """Whether a comma at item `at` closes the clause: always, or before a verb that needs no word between."""
    if sentence.lexicon.properties.comma_clauses:
        return True
    behind = sentence.items[at + 1].text if at + 1 < len(sentence.items) else ""
    return sentence.lexicon.properties.verb_first and behind in sentence.lexicon.finite


def _only_mourners(sentence: Sentence, hit: CueHit, at: int) -> bool:
    """`выразил соболезнования X, родным и близким`: whom else sympathy goes to, where no word leads to its reason."""
    properties = sentence.lexicon.properties
    if hit.cue.set.get("act") != "condole" or not (properties.noun_cases or properties.verb_first):
        return False
    return at < len(sentence.items) and sentence.items[at].text not in sentence.words.prepositions


def _reason(sentence: Sentence, hit: CueHit, found: list[Ref], following: int | None) -> Span | None:
    """What the courtesy is for: behind the cue and the other side, else what stands before a final verb."""
    items, words = sentence.items, sentence.words
    final = sentence.lexicon.properties.verb_final
    if sentence.lexicon.properties.objects_before and (phrase := _reason_before(sentence, hit, found)):
        return phrase
    reach = object_end(sentence, hit.tail_last) if final else len(items)
    at = max([hit.tail_last, *(r.last for r in found if hit.last <= r.first < reach and not r.weak)])
    if not final and not words.reasons.isdisjoint(
        i.text for i in items[hit.tail_last - 1 : hit.tail_last + 1]
    ):
        at = hit.tail_last  # `appreciation for the support that Japan gives`: whoever is named is part of it.
    if at < len(items) and items[at].text == "," and (_closing(sentence, at) or _opens(hit)):
        return None
    if sentence.lexicon.properties.syllables_apart:
        at = _past_sides(hit, found)
    elif not final:
        near = range(at, min(scope_end(sentence, hit, at), at + _REASON_REACH))
        if sentence.lexicon.properties.verb_first:
            near = range(at, next((k for k in near if items[k].text == ","), near.stop))
        led = next((k for k in near if items[k].text in words.reasons), None)
        if led is None and _only_mourners(sentence, hit, at):
            return None
        at = at if led is None else led
    if final and at < len(items) and items[at].text in sentence.lexicon.auxiliaries:
        at += 1
    at += _leading(sentence, at)
    at = _past_day(sentence, at)
    last = sentence.complement_end(at) if at < len(items) else at
    if not final and at < len(items) and items[at].text in words.coordinators:
        return None
    if final and at < len(items) and items[at].text in sentence.lexicon.grammar.say_tails:
        at = last
    if at < last:
        end = object_end(sentence, at) if final else max(scope_end(sentence, hit, at), at + 1)
        last = min(last, end)
    if following is not None and at < following < last:
        last = following
    last = _before_purpose(sentence, at, last)
    if at and last == at + 1 and _is_place(sentence, at):
        return None
    span = sentence.noun(at, last) if last > at else None
    if final and not hit.form and hit.last < hit.tail_first and items[hit.last].text in words.prepositions:
        return sentence.noun(hit.last, hit.tail_first)  # `Beileid zum Tod von X übermittelt`
    if span is None and sentence.lexicon.properties.verb_final:
        sides = [*found, *sentence.subject(hit)]
        first = max((r.last for r in sides if r.last <= hit.first), default=hit.first - 8)
        start = max(first, sentence.clauses.all[hit.clause].first)
        while start < hit.first and items[start].text in words.perfect:
            start += 1
        return sentence.noun(start, hit.first) if start < hit.first else None
    return span


def _noun_of(sentence: Sentence, reason: Span | None) -> Span | None:
    """A reason with a noun of its own: not the article of condolences, nor whose they are (`das Beileid Xs`)."""
    if reason is None or not sentence.lexicon.properties.nouns_capitalised:
        return reason
    first, last = sentence.item_at(reason.start), sentence.item_at(reason.end - 1) + 1
    told = sentence.items[max(0, first - 1) : first + 1]
    if any(item.text in sentence.words.content for item in told):
        return reason
    if any(r.weak and r.first <= first and last <= r.last for r in sentence.refs):
        return None
    return reason if any(item.capital for item in sentence.items[first:last]) else None
