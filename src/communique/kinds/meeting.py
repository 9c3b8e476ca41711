"""Kind `meeting`: two or more sides met, talked or telephoned."""

from __future__ import annotations

from communique.kinds.gathering import named as gathering_named
from communique.kinds.record import Actor, Place, Record
from communique.mentions.refs import Ref
from communique.reading.announced import announced
from communique.reading.cue_hit import CueHit
from communique.reading.frames import asked_to, tied, unknown_company
from communique.reading.sentence import Sentence
from communique.reading.sought import sought
from communique.vocab import MeetingFormat


class Meeting(Record, frozen=True, kw_only=True, tag="meeting"):
    """Two or more sides met, talked or telephoned."""

    KEY = ("countries", "participants", "date")

    participants: tuple[Actor, ...] = ()
    countries: tuple[str, ...] = ()
    format: MeetingFormat | None = None
    occasion: str | None = None
    place: Place | None = None
    date: str | None = None
    units: tuple[str, ...] = ()


_NEAR = 8
"""Words that may stand between a noun of meeting, or whom it is of, and whom it is with."""
_PHRASE = 2
"""Words of a noun group, and those that may stand between it and its verb."""
_OWNED = 4
"""Items between a word of owning and the noun of a meeting."""
_PERSONAL = frozenset({"person", "role", "pronoun", "group"})
_SITE = 7
"""Items from a word of place, over the state and its town, to the verb of holding."""
_AGREED = 3
"""Items between an agreement and the infinitive of what is agreed."""
_PLACE = 4
"""Items from a word of place to the word of company behind it."""


def assemble(sentence: Sentence, cues: list[CueHit]) -> None:
    """Emit meetings: who met whom; a mention that names nobody stands for the pair in talks."""
    days: dict[frozenset[str], str | None] = {}
    for hit in cues:
        if "generic" in hit.cue.set:
            continue
        if _holds(sentence, hit):
            sentence.drop(hit, "told of a gathering")
            continue
        if _noun(sentence, hit):
            sentence.drop(hit, "a gathering's noun, not a verb")
            continue
        if _object_of(hit, cues) and not _between_others(sentence, hit):
            sentence.drop(hit, "told by the verb before it")
            continue
        if _verb_of(sentence, hit, cues):
            sentence.drop(hit, "told by its noun, which names who met")
            continue
        if asked_to(sentence, hit):
            sentence.drop(hit, "what an invitation is to")
            continue
        if _whose(sentence, hit):
            sentence.drop(hit, "told by whose meeting it is")
            continue
        if sentence.segment.kind == "headline" and "format" in hit.cue.set:
            sentence.discourse.format = str(hit.cue.set["format"])
        echo = "echo" in hit.cue.needs and not _faced(sentence, hit)
        sides = [] if echo else _sides(sentence, hit)
        if hit.passive and "two_actors" in hit.cue.needs and not sides:
            sentence.drop(hit, "nobody is told to have met")
            continue
        if "persons" in hit.cue.needs and not _together(sentence, hit):
            sentence.drop(hit, "not two persons of two sides together")
            continue
        if "group_subject" in hit.cue.needs and not _several(sentence, sentence.subject(hit)):
            sentence.drop(hit, "only one side is the subject")
            continue
        if "person" in hit.cue.needs and not _received(sentence, hit):
            sentence.drop(hit, "no side is received")
            continue
        if "free" in hit.cue.needs and _promised(sentence, hit):
            sentence.drop(hit, "only agreed or asked for")
            continue
        for people, countries in _one_by_one(sentence, hit, sides):
            _tell(sentence, hit, sides, people, countries, days)


def _faced(sentence: Sentence, hit: CueHit) -> bool:
    """`同X会谈后`: whether a mention of talks has a word of company with another side right before it."""
    if not sentence.lexicon.properties.objects_before:
        return False
    near = [
        r
        for r in sentence.refs
        if r.prep in sentence.words.meeting_preps and r.states and r.last == hit.first
    ]
    return any(sentence.ref_clause[id(r)] == hit.clause for r in near)


def _holds(sentence: Sentence, hit: CueHit) -> bool:
    """`在伦敦举行的峰会`: a verb of holding between a place and the gathering behind it."""
    items, marks = sentence.items, sentence.lexicon.grammar.possessive_marks
    if hit.first < _PHRASE or hit.last >= len(items) or items[hit.last].text not in marks:
        return False
    for at in range(hit.first - _PHRASE, max(-1, hit.first - _SITE), -1):
        if items[at].text in sentence.words.place_preps:
            return True
        if items[at].text == "," or items[at].start in sentence.verb_starts:
            return False
    return False


def _whose(sentence: Sentence, hit: CueHit) -> bool:
    """`nach einem Treffen der Minister von X`: a noun with those who met in the genitive right behind it."""
    properties = sentence.lexicon.properties
    if hit.form or properties.noun_cases or not hit.cue.object.startswith("object|"):
        return False
    if properties.verbs_unchanging and hit.last - hit.first > 1:  # `có cuộc gặp X`: a verb with its noun
        return False
    return any(r.genitive and 0 <= r.first - hit.last <= 1 for r in sentence.refs)


def _noun(sentence: Sentence, hit: CueHit) -> bool:
    """`the ministers' meeting in Oslo`: a gerund that is a gathering's noun, where no verb or mark leads to it.

    Two sides who do something together on the sidelines of one, or at a meeting of theirs, have met.
    """
    if hit.form != "ger" or not hit.first:
        return False
    owned = any(
        i.text in sentence.words.possessives for i in sentence.items[max(0, hit.first - _OWNED) : hit.first]
    )
    if (owned or sentence.occasion_span is not None) and _several(sentence, sentence.subject(hit)):
        return False
    words, before = sentence.words, sentence.items[hit.first - 1]
    leading = before.text in words.be or before.text in words.subordinators or before.text in words.adverbs
    if leading or before.start in sentence.verb_starts or before.text in (",", ";", '"'):
        return False
    nouns = sentence.cues.get("gathering", ())
    return before.text not in sentence.lexicon.closed and any(h.first <= hit.first < h.last for h in nouns)


def _object_of(hit: CueHit, cues: list[CueHit]) -> bool:
    """`hold a bilateral meeting`: a noun that is the object of another cue's verb, without a side of its own."""
    if hit.form or hit.last - hit.first < _PHRASE or hit.cue.object != "between":
        return False
    return any(o.form and o.clause == hit.clause and 0 <= hit.first - o.last <= _PHRASE for o in cues)


def _between_others(sentence: Sentence, hit: CueHit) -> bool:
    """`hosted talks between A and B`: whether two states are named behind a noun that takes them."""
    openers = sentence.lexicon.grammar.route_openers
    if sentence.items[hit.last - 1].text not in openers:
        return False
    first = next((r for r in sentence.refs if hit.last <= r.first <= hit.last + _PHRASE), None)
    row = [first, *sentence.coordinated(first)] if first is not None else []
    return len(sentence.states(row)) > 1


def _verb_of(sentence: Sentence, hit: CueHit, cues: list[CueHit]) -> bool:
    """`Talks between A and B were held by C`: the passive verb of a noun that says who met."""
    if not hit.passive or sentence.lexicon.properties.verb_final:
        return False
    return any(o.last <= hit.first and o.clause == hit.clause and _between_others(sentence, o) for o in cues)


def _promised(sentence: Sentence, hit: CueHit) -> bool:
    """Whether a commitment stands before the cue in its clause, so that nobody has met yet."""
    return any(h.last <= hit.first and h.clause == hit.clause for h in sentence.cues.get("commitment", ()))


def _only_agreed(sentence: Sentence, hit: CueHit) -> bool:
    """`agreed to meet on Monday`: whether an agreement to do so governs the infinitive."""
    return any(
        h.cue.set.get("mode") == "agree" and h.clause == hit.clause and 0 <= hit.first - h.last <= _AGREED
        for h in sentence.cues.get("commitment", ())
    )


def _tell(
    sentence: Sentence,
    hit: CueHit,
    sides: list[Ref],
    people: list[Actor],
    countries: tuple[str, ...],
    days: dict[frozenset[str], str | None],
) -> None:
    """Emit one meeting, or drop it with its reason.

    `days` are those of the meetings that the sentence told before: `spoke today with X to discuss the
    attack of 4 May` is one meeting, of today.
    """
    if "named_person" in hit.cue.needs and len({a.country for a in people}) < 2:
        sentence.drop(hit, "no two persons of different sides")
        return
    echo = len(countries) < 2
    lone = bool(sides) and (sides[0].person is not None or sides[0].role is not None)
    if echo and lone and "two_actors" in hit.cue.needs and hit.cue.subject == "group":
        sentence.drop(hit, "only one side is told of")
        return
    if echo and sentence.lexicon.properties.verbs_unchanging and _one_side(sides):
        sentence.drop(hit, "all of one side")
        return
    if echo and unknown_company(sentence, sides):
        sentence.drop(hit, "the other side is not known")
        return
    if echo:
        countries = sentence.discourse.dyad
        if len(countries) < 2 or (sides and not set(sentence.states(sides)) & set(countries)):
            sentence.drop(hit, "only one side is known")
            return
    told = not ("echo" in hit.cue.needs and sentence.lexicon.properties.verbs_unchanging)
    day = sentence.date_near(hit, trip=True) if told else None
    modality = sentence.event_modality(hit, day)
    if modality == "actual" and announced(sentence, hit):
        modality = "planned"
    if modality == "actual" and sought(sentence, hit):
        sentence.drop(hit, "only asked for or refused")
        return
    if not people and (echo or (sides and sides[0].kind == "group")):
        people = _pair(sentence, countries)
    if modality in ("negated", "conditional") and echo:
        sentence.drop(hit, "said not to take place")
        return
    if modality == "actual" and "echo" in hit.cue.needs and sentence.force.foretells(hit):
        modality = "planned"
    if modality == "actual" and hit.form == "inf" and _only_agreed(sentence, hit):
        modality = "agreed"
    if "weak" in hit.cue.needs and echo:
        sentence.drop(hit, "a mention that adds nothing")
        return
    shape = hit.cue.set.get("format") or sentence.meeting_format(hit)
    place = sentence.place_in_sentence() if shape == "in_person" else None
    if shape == "in_person" and hit.first and place is None:
        shape = sentence.discourse.format or shape
    if place is not None:
        sentence.discourse.venue = place.country
    date = days.setdefault(frozenset(countries), day)
    sentence.dated(date, modality)
    sentence.emit(
        hit,
        "meeting",
        {
            "participants": tuple(people),
            "countries": tuple(countries[:6]),
            "format": shape,
            "occasion": sentence.occasion() or _gathering(sentence),
            "place": place,
            "date": date,
            "units": sentence.units(sides),
        },
        modality=modality,
        attribution=sentence.attribution(hit) if hit.cue.modality else {},
    )


def _one_side(sides: list[Ref]) -> bool:
    """Whether several are told to have met who are all of one state (`gặp cộng đồng người Kenya`)."""
    return len(sides) > 1 and all(r.states == sides[0].states and r.kind != "group" for r in sides)


def _one_by_one(
    sentence: Sentence, hit: CueHit, sides: list[Ref]
) -> list[tuple[list[Actor], tuple[str, ...]]]:
    """Who met: all together, or one side with each of a group (`telefonierte mit beiden Ministern`)."""
    group = next((r for r in sides if r.kind == "group"), None)
    own, guests = sentence.states(sides[:1]), sentence.states(sides[1:])
    if "apart" in hit.cue.needs and len(own) == 1 and len(guests) > 1:
        met = [
            (state, [r for r in sides[1:] if r.states == (state,)]) for state in guests if state not in own
        ]
        return [(_people([sides[0], *refs]), (own[0], state)) for state, refs in met]
    pairs = _pairs(sentence, hit, sides)
    if pairs:
        return [(_people([host, guest]), sentence.states([host, guest])) for host, guest in pairs]
    counts = sentence.lexicon.grammar.group_words
    several = any(counts.get(i.text, 1) != 1 for i in sentence.items[hit.first : hit.last])
    if group is None and several and len(sides) > 2 and all(r.person for r in sides):
        # `có các cuộc gặp với X, Y và Z`: as many meetings as there are guests.
        return [
            (_people([sides[0], guest]), sentence.states([sides[0], guest]))
            for guest in sides[1:]
            if len(sentence.states([sides[0], guest])) > 1
        ]
    rest = [r for r in sides if r is not group]
    people, own = _people(rest), sentence.states(rest)
    if group is None or len(own) != 1 or len(group.states) < 2 or set(own) & set(group.states):
        people = _people(sides)
        named = dict.fromkeys([*(a.country for a in people if a.country), *sentence.states(sides)])
        return [(people, tuple(named))]
    return [([*people, *_holder(sentence, group, state)], (own[0], state)) for state in group.states]


def _pairs(sentence: Sentence, hit: CueHit, sides: list[Ref]) -> list[tuple[Ref, Ref]]:
    """`A、B分别会见C和D`: each of the first's side with each of the others', where they met one by one."""
    own = sides[0].states if sides else ()
    words = sentence.lexicon.grammar.severally
    if len(own) != 1 or not words or not all(r.person for r in sides):
        return []
    hosts = [r for r in sides if r.states == own and r.end <= hit.start]
    guests = [r for r in sides if r.states and r.states != own]
    if not hosts or not guests or len(hosts) + len(guests) < len(sides) or len(sides) <= _PHRASE:
        return []
    told = sentence.folded[hosts[-1].end : hit.end]
    return [(h, g) for h in hosts for g in guests] if any(w in told for w in words) else []


def _holder(sentence: Sentence, group: Ref, state: str) -> list[Actor]:
    """The person of a state that a group of office-holders means."""
    last = next(
        (
            p
            for p in reversed(sentence.discourse.recent)
            if p.country == state and (not group.office or (p.role or "").endswith(group.office))
        ),
        None,
    )
    return [Actor(last.name, state)] if last else []


def _gathering(sentence: Sentence) -> str | None:
    """The gathering that the sentence names as where the sides met."""
    return gathering_named(
        sentence, [h for h in sentence.cues.get("gathering", ()) if "named" in h.cue.needs]
    )


def _received(sentence: Sentence, hit: CueHit) -> bool:
    """Whether somebody stands as the object of a verb that takes things too (`host`, `receive`, `call on`)."""
    if hit.passive:
        found = sentence.patient(hit)
    else:
        where = hit.cue.object
        found = sentence.objects(
            hit, sentence.subject(hit), where if where.startswith("after:") else "object"
        )
        if where.startswith("object|"):
            found = found or sentence.objects(hit, found, "after:" + where.removeprefix("object|"))
    return any(r.person or r.kind in _PERSONAL or (r.states and r.head) for r in found)


def _together(sentence: Sentence, hit: CueHit) -> bool:
    """Whether named persons of two sides do something that takes both in one place."""
    if hit.passive or sentence.modality(hit, "actual") != "actual":
        return False
    named = [r for r in sentence.subject(hit) if r.person and r.person.country]
    return len({r.person.country for r in named if r.person}) > 1


def _several(sentence: Sentence, subject: list[Ref]) -> bool:
    """Whether a subject is more than one side."""
    return len(sentence.states(subject)) > 1 or any(r.kind == "group" for r in subject)


def _sides(sentence: Sentence, hit: CueHit) -> list[Ref]:
    subject = sentence.subject(hit) or _fronted(sentence, hit)
    where = hit.cue.object
    told = not hit.form or sentence.lexicon.properties.objects_before
    if where != "between" and told and len(sentence.states(subject)) > 1:
        return subject
    if hit.passive:
        target = sentence.patient(hit)
        if hit.cue.subject == "group":  # `the matter of Kenya was discussed`
            target = [r for r in target if r.person or r.role]
    elif where == "between":
        owned = "owned" in hit.cue.needs
        near = [r for r in sentence.refs if r.start >= hit.end and r.first - hit.last <= _NEAR]
        cased = owned or bool(sentence.lexicon.properties.noun_cases)
        end = max(hit.last, hit.tail_last)
        behind = next((r for r in near if r.genitive and r.first - end <= 1), None) if cased else None
        company = _met_elsewhere(sentence, hit, near) if owned and behind is None else None
        if company is not None:
            near = [company]
        elif owned:
            if behind is None:
                return []
            near = [r for r in sentence.refs if r is not behind and 0 <= r.first - behind.last <= _NEAR]
        links = sentence.words.meeting_preps
        linked = next((r for r in near if (r.prep in links if cased else r.prep)), None)
        target = [linked, *sentence.coordinated(linked)] if linked else []
        several = len(sentence.states(target)) >= 2 and (behind is None or behind is linked)
        if several and not _facing(sentence, hit, subject, target):
            return target
        if behind is not None:
            target = [behind, *sentence.coordinated(behind), *target]
            if len(sentence.states(target)) >= 2 or (owned and not sentence.lexicon.properties.noun_cases):
                return target
        owner = [
            r
            for r in sentence.refs
            if r.last <= hit.first and hit.first - r.last <= 2 and (r.weak or r.person)
        ]
        named = [r for r in sentence.refs if r.person and r.genitive and r.last <= hit.first]
        subject = owner[-1:] or subject or named[-1:]
    else:
        properties = sentence.lexicon.properties
        beside = (
            tied(sentence, hit, subject) if properties.verbs_unchanging and properties.word_boundary else []
        )
        first = where if properties.objects_before else "object"
        target = beside or sentence.objects(hit, subject, first)
        if not target and where.startswith("object|"):
            target = sentence.objects(hit, subject, "after:" + where.removeprefix("object|"))
        elif where.startswith("after:"):
            target = [r for r in sentence.objects(hit, subject, where) if not _past_object(sentence, hit, r)]
        if properties.verb_first and (pair := _between(sentence, hit)):
            return pair
    if hit.form and len(sentence.states(subject)) > 1 and _apart(sentence, target):
        target = []
    target = [r for r in target if not _of_occasion(sentence, r)]
    if len(sentence.states(subject)) > 1:
        target = [r for r in target if not _told_later(sentence, hit, r)]
    both = [*subject, *target]
    if len(sentence.states(both)) < 2 and not (subject and subject[0].kind == "group"):
        both.extend([r for r in _company(sentence, hit) if r not in both])
    return both


def _company(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """Persons behind a word of company, or behind one that the cue itself has for them (`a call from X`)."""
    links = sentence.words.meeting_preps
    own = frozenset(hit.cue.object.split("|"))
    people = [r for r in sentence.refs if r.person]
    return [r for r in people if r.prep in links or (r.prep in own and r.first >= hit.last)]


def _between(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """`عقد مباحثات بين X وY`: two sides that a word for between names, whoever is the clause's subject."""
    between = sentence.words.meeting_preps.intersection(sentence.lexicon.grammar.route_openers)
    for ref in sentence.refs:
        if ref.first >= hit.last and ref.prep in between and (ref.person or ref.role):
            both = [ref, *sentence.coordinated(ref)]
            return both if len(sentence.states(both)) == 2 else []
    return []


def _facing(sentence: Sentence, hit: CueHit, subject: list[Ref], target: list[Ref]) -> bool:
    """`X spoke of talks with Y and Z`: whether whom a noun names are met by the subject before it."""
    if "faced" not in hit.cue.needs or not subject or subject[0].first > hit.first:
        return False
    own = sentence.states(subject)
    return bool(own) and not set(own) & set(sentence.states(target))


def _apart(sentence: Sentence, target: list[Ref]) -> bool:
    """`A and B talked about a truce between C and D`: whether two others stand behind a word for between."""
    openers = sentence.words.meeting_preps.intersection(sentence.lexicon.grammar.route_openers)
    return bool(target) and target[0].prep in openers


def _told_later(sentence: Sentence, hit: CueHit, ref: Ref) -> bool:
    """`X and Y spoke by phone, in which Y told of talks with Z`: whether somebody stands in a relative behind."""
    clause = sentence.clauses.all[sentence.ref_clause[id(ref)]]
    return clause.kind == "relative" and clause.first > hit.last


def _of_occasion(sentence: Sentence, ref: Ref) -> bool:
    """Whether a body is named only in the occasion (`met on the sidelines of the UN General Assembly`)."""
    span = sentence.occasion_span
    return span is not None and ref.person is None and span.start <= ref.start < span.end


def _met_elsewhere(sentence: Sentence, hit: CueHit, near: list[Ref]) -> Ref | None:
    """`встречи в Каире с X`: who stands behind a word of company right behind the place, where nouns have cases."""
    words, at = sentence.words, hit.last
    if not sentence.lexicon.properties.noun_cases or at >= len(sentence.items):
        return None
    if sentence.items[at].text not in words.place_preps:
        return None
    company = next((r for r in near if r.prep in words.meeting_preps), None)
    if company is None or not 1 < company.first - 1 - at <= _PLACE:
        return None
    between = sentence.items[at + 1 : company.first]
    plain = all(i.capital or i.is_type("capital", "state", "land") for i in between[:-1])
    return company if plain and between[-1].text in words.meeting_preps else None


def _fronted(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """`Gặp X, Y nói …`: who acts behind the comma, where a verb of one form opens the sentence."""
    if not sentence.lexicon.properties.verbs_unchanging or hit.first or not hit.form:
        return []
    acting = [r for r in sentence.refs if r.first > hit.last and r.states and not (r.prep or r.weak)]
    for ref in acting[:1]:
        before = [i.text for i in sentence.items[hit.last : ref.first]]
        if before[-1:] == [","] or (before[-2:-1] == [","] and before[-1] in sentence.words.honorifics):
            return [ref]
    return []


def _past_object(sentence: Sentence, hit: CueHit, ref: Ref) -> bool:
    """Whether the verb's own object stands between a verb of one form and a reference (`gặp X … với Y`)."""
    if not sentence.lexicon.properties.verbs_unchanging:
        return False
    return any(hit.last <= r.first < ref.first and not r.prep and r.states for r in sentence.refs)


def _pair(sentence: Sentence, countries: tuple[str, ...]) -> list[Actor]:
    """The two persons in talks, where they are of these states: named here, else before.

    Who tells of it is none of them where others of both sides are named.
    """
    owners = sentence.words.owners if sentence.lexicon.properties.names_follow else frozenset()
    near = [r for r in sentence.refs if r.person and not r.weak and r.prep not in owners]
    here = _people([r for r in near if r.person and r.person.country in countries])
    teller = sentence.speaker.name if sentence.speaker else None
    others = [a for a in here if a.name != teller]
    if {a.country for a in others} == set(countries):
        return others
    if {a.country for a in here} == set(countries):
        return here
    pair = [Actor(p.name, p.country) for p in sentence.discourse.pair]
    return pair if len(pair) == 2 and {p.country for p in pair} == set(countries) else []


def _people(refs: list[Ref]) -> list[Actor]:
    out: list[Actor] = []
    for ref in refs:
        if ref.person and ref.kind != "group":
            actor = Actor(ref.person.name, ref.person.country)
            if actor not in out:
                out.append(actor)
    return out
