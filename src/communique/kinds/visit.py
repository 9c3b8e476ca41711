"""Kind `visit`: one side travels to the other."""

from __future__ import annotations

from communique.kinds.record import Actor, Place, Record
from communique.mentions.refs import Ref
from communique.reading.acting import told_of_noun
from communique.reading.announced import announced
from communique.reading.cue_hit import CueHit
from communique.reading.frames import asked_to, possessor
from communique.reading.sentence import Sentence
from communique.reading.standing import is_place
from communique.vocab import VisitType

_RETOLD = 2
"""Items before the noun of a visit at which the word is that makes it what is told."""
_TOLD = 4
"""Items from an auxiliary behind a person to the visit it tells of."""
_EVENT = 5
"""Items from a visit to the noun of the gathering it is to, and from there to its place."""
_RECEIVED = 4
"""Items from a verb of receiving to the visit that the guest is on."""
_POSSESSED = 2
"""Items between a possessive and the visit's noun, the possessive included (`su primera visita`)."""
_OWNED = 3
"""Items between a visit's noun and whose visit it is."""
_PRAISED = 6
"""Items between a visit's destination and whose visit it is, where the visit is praised between them."""


class Visit(Record, frozen=True, kw_only=True, tag="visit"):
    """One side travels to the other."""

    KEY = ("visitor", "destination", "date")

    visitor: Actor
    destination: str | None = None
    visit_type: VisitType | None = None
    date: str | None = None


def assemble(sentence: Sentence, cues: list[CueHit]) -> None:
    """Emit visits: who travels where, and of what rank the visit is; one for each traveller."""
    rank = next((h.cue.set["visit_type"] for h in cues if "visit_type" in h.cue.set), None)
    for hit in cues:
        if "generic" in hit.cue.set:
            _agreed_to(sentence, hit)
            continue
        if "echo" in hit.cue.needs:
            _echo(sentence, hit)
            continue
        noun = not sentence.lexicon.properties.objects_before and told_of_noun(sentence, hit)
        if noun or _adjective(sentence, hit):
            sentence.drop(hit, "told of a thing or an invitation, not of a traveller")
            continue
        if _received_on(sentence, hit, cues):
            sentence.drop(hit, "told by who receives the guest")
            continue
        hosted = "hosted" in hit.cue.needs
        ranked = hosted or "ranked" in hit.cue.needs or _for_visit(sentence, hit, cues)
        visitor = _guests(sentence, hit) if hosted else _visitor(sentence, hit)
        if "traveller" in hit.cue.needs and not any(r.person for r in visitor):
            sentence.drop(hit, "no person travels")
            continue
        if not sentence.actor(visitor):
            sentence.drop(hit, "no visitor is known")
            continue
        host = _host(sentence, hit, rank or _on_visit(sentence, hit, cues, visitor)) if hosted else None
        destinations = ([host] if host else []) if hosted else _destinations(sentence, hit, visitor)
        if not destinations:
            sentence.drop(hit, "no destination is known")
        date = sentence.date_near(_itself(sentence, hit, cues) if hosted else hit, trip=True)
        pairs = [(d, who) for d in destinations for who in _travellers(sentence, visitor, d)]
        if not pairs and destinations and _of_somebody(sentence, hit):
            pairs = [(d, who) for d in destinations[:1] for who in _guest_before(sentence, hit, d)]
        for destination, who in pairs:
            sentence.emit(
                hit,
                "visit",
                {
                    "visitor": who,
                    "destination": destination,
                    "visit_type": hit.cue.set.get("visit_type") or (rank if ranked else None),
                    "date": date,
                },
                modality=_modality(sentence, hit, date),
                attribution=sentence.attribution(hit),
            )


def _for_visit(sentence: Sentence, hit: CueHit, cues: list[CueHit]) -> bool:
    """`arrived in Tokyo for a state visit`: a visit of some rank behind the verb, with no destination of its own."""
    if not hit.form or sentence.lexicon.properties.objects_before:
        return False
    ranked = [h for h in cues if "visit_type" in h.cue.set and h.clause == hit.clause and h.first > hit.last]
    behind = [i.text for h in ranked[:1] for i in sentence.items[h.last : h.last + 1]]
    led = any(t in sentence.words.place_preps for t in behind)
    return bool(ranked) and not (led and sentence.place_at(ranked[0].last + 1) is not None)


def _received_on(sentence: Sentence, hit: CueHit, cues: list[CueHit]) -> bool:
    """`recibió en visita oficial a X`: a visit's noun by which a verb of receiving tells of its guest."""
    if hit.form or not hit.first or sentence.items[hit.first - 1].text not in sentence.words.place_preps:
        return False
    return any("hosted" in o.cue.needs and 0 < hit.first - o.last <= _RECEIVED for o in cues)


def _answered(sentence: Sentence, hit: CueHit, date: str | None) -> bool:
    """`accepted the invitation to pay a state visit in May`: whether somebody agreed to come on a day ahead."""
    if not date or date <= (sentence.document.date or date):
        return False
    answers = sentence.cues.get("invitation", ())
    return any(h.cue.set.get("accepted") and h.last <= hit.first and h.clause == hit.clause for h in answers)


def _modality(sentence: Sentence, hit: CueHit, date: str | None) -> str:
    """Whether a visit took place, lies ahead or was called off."""
    if _answered(sentence, hit, date):
        return "planned"
    found = sentence.event_modality(hit, date)
    return "planned" if found == "actual" and announced(sentence, hit) else found


def _itself(sentence: Sentence, hit: CueHit, cues: list[CueHit]) -> CueHit:
    """`welcomed X, who paid a visit from … to …`: the visit that the same sentence tells behind a reception."""
    told = (o for o in cues if o.last > hit.last and not {"hosted", "echo"} & {*o.cue.needs})
    return next((o for o in told if "generic" not in o.cue.set and not _received_on(sentence, o, cues)), hit)


def _agreed_to(sentence: Sentence, hit: CueHit) -> None:
    """`accepted an invitation to visit Nairobi on 3 May`: a visit that has its day lies ahead."""
    answers = sentence.cues.get("invitation", ())
    answer = next((h for h in answers if h.cue.set.get("accepted") and h.clause == hit.clause), None)
    date = sentence.date_near(hit, trip=True)
    if answer is None or date is None or answer.first > hit.first or answer.cue.subject != "subject":
        return
    visitor = sentence.subject(answer)
    for destination in _destinations(sentence, hit, visitor)[:1]:
        for who in _travellers(sentence, visitor, destination):
            slots = {"visitor": who, "destination": destination, "date": date}
            sentence.emit(hit, "visit", slots, modality="planned", attribution=sentence.attribution(hit))


def _adjective(sentence: Sentence, hit: CueHit) -> bool:
    """Whether the verb only describes (`a visiting delegation`) or tells what an invitation is to."""
    words = sentence.words
    properties = sentence.lexicon.properties
    if properties.verb_final and asked_to(sentence, hit):
        return True
    bare = hit.form == "inf" or (bool(hit.form) and properties.verbs_unchanging)
    if bare and not properties.verb_final:
        asked = sentence.cues.get("invitation", ())
        return any(
            h.clause == hit.clause and h.last <= hit.first and "came" not in h.cue.needs for h in asked
        )
    return hit.form == "ger" and hit.first > 0 and sentence.items[hit.first - 1].text in words.determiners


def _guests(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """The persons that somebody receives, but ambassadors, who live there."""
    subject = sentence.subject(hit)
    found = sentence.patient(hit) if hit.passive else sentence.objects(hit, subject, "object")
    return [r for r in found if r.person and r not in subject and r.role != "ambassador"]


def _on_visit(sentence: Sentence, hit: CueHit, cues: list[CueHit], guests: list[Ref]) -> bool:
    """`welcomed X on his first visit to the country`: a visit's noun behind the guests, with no state of its own."""
    behind = (h for h in cues if not h.form and h.clause == hit.clause and h.first > hit.last)
    visit = next((h for h in behind if not {"hosted", "echo"} & {*h.cue.needs}), None)
    return visit is not None and not _destinations(sentence, visit, guests)


def _host(sentence: Sentence, hit: CueHit, ranked: str | bool | None) -> str | None:
    """The host's state, where the guests are received in it or on a visit."""
    states = sentence.states(sentence.subject(hit)[:1])
    place = sentence.place_in_sentence()
    if not states or (place is not None and place.country != states[0]):
        return None
    return states[0] if place is not None or ranked else None


def _echo(sentence: Sentence, hit: CueHit) -> None:
    """`this visit`: by the one of the pair in talks who is not at home where the talks were held."""
    place, pair = sentence.discourse.venue, sentence.discourse.pair
    guests = [p for p in pair if p.country != place]
    if place is None or len(pair) != 2 or len(guests) != 1:
        sentence.drop(hit, "no visit is known")
        return
    sentence.emit(
        hit,
        "visit",
        {"visitor": Actor(guests[0].name, guests[0].country), "destination": place},
        attribution={},
    )


def _travellers(sentence: Sentence, visitor: list[Ref], destination: str) -> list[Actor]:
    """Those of the visitors who are not at home there; a state only where it names no person."""
    named = [r for r in visitor if r.person] or visitor[:1]
    found = [who for ref in named for who in _each(sentence, ref) if who.country]
    return [who for who in dict.fromkeys(found) if who.country != destination]


def _each(sentence: Sentence, ref: Ref) -> list[Actor]:
    """One traveller, or each state of whom a plural title names (`the foreign ministers of Peru and Chile`)."""
    if ref.person is None and ref.plural and len(ref.states) > 1:
        return [Actor(None, state) for state in ref.states]
    who = sentence.actor([ref])
    return [who] if who else []


def _of_somebody(sentence: Sentence, hit: CueHit) -> bool:
    """Whether a possessive tells whose visit it is (`au terme de sa visite en France`)."""
    words = [i.text for i in sentence.items[max(0, hit.first - _POSSESSED) : hit.last]]
    return not hit.form and not sentence.words.possessives.isdisjoint(words)


def _guest_before(sentence: Sentence, hit: CueHit, destination: str) -> list[Actor]:
    """The nearest person before a visit who is not at home there (`La reine a salué X au terme de sa visite`)."""
    near = [r for r in sentence.refs if r.last <= hit.first and (r.person or r.role)]
    return next((found for r in reversed(near) if (found := _travellers(sentence, [r], destination))), [])


def _visitor(sentence: Sentence, hit: CueHit) -> list[Ref]:
    found = _traveller(sentence, hit)
    return [] if found and _only_tells(sentence, hit, found[0]) else found


def _traveller(sentence: Sentence, hit: CueHit) -> list[Ref]:
    if hit.cue.subject == "patient":
        return sentence.patient(hit)
    if hit.cue.subject != "possessor":
        beside = _beside(sentence, hit)
        going = "traveller" in hit.cue.needs and sentence.lexicon.properties.verbs_unchanging
        return beside or ([] if going else sentence.subject(hit))
    owner = possessor(sentence, hit)
    if sentence.lexicon.properties.names_follow and owner and not (owner[0].prep or owner[0].person):
        owner = _owner_past(sentence, owner[0])
    owner = owner or _beside(sentence, hit) or _retold(sentence, hit)
    if sentence.actor(owner):
        return owner
    return sentence.subject(hit) or _acting_behind(sentence, hit)


def _only_tells(sentence: Sentence, hit: CueHit, ref: Ref) -> bool:
    """`о предстоящем визите сообщил X`: whether X only says so, behind a verb of saying that governs the noun."""
    if hit.form or not hit.first or not sentence.lexicon.properties.noun_cases:
        return False
    words = sentence.words
    lead = [i.text for i in sentence.items[max(0, hit.first - _RETOLD) : hit.first]]
    before = next((t for t in reversed(lead) if t in words.prepositions), "")
    about = before in sentence.lexicon.grammar.name_links
    if not about or before in words.place_preps or before in words.meeting_preps:
        return False
    says = sentence.cues.get("say", ())
    return any(hit.last <= h.first < ref.first and h.clause == hit.clause for h in says)


def _acting_behind(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """`Trong chuyến thăm Y, X …`: the person that nothing governs behind a visit that opens the sentence."""
    if not sentence.lexicon.properties.names_follow:
        return []
    return [r for r in sentence.refs if r.first >= hit.last and r.person and not (r.prep or r.weak)][:1]


def _owner_past(sentence: Sentence, destination: Ref) -> list[Ref]:
    """`chuyến thăm Y của X`: who the noun belongs to, behind the state that stands right behind the noun."""
    behind = [r for r in sentence.refs if 0 < r.first - destination.last <= _PRAISED]
    for ref in behind[:1]:
        between = sentence.items[destination.last : ref.first]
        plain = not any(i.text == "," or i.start in sentence.verb_starts for i in between)
        if ref.prep in sentence.words.owners and (plain or len(between) <= _OWNED):
            return [ref]
    return []


def _beside(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """`đón X sang thăm Y`: who stands right before a verb that has one form, whatever else is said of him."""
    if not sentence.lexicon.properties.verbs_unchanging or hit.passive:
        return []
    near = [r for r in sentence.refs if r.last <= hit.first and (r.states or r.person)]
    if not near or near[-1].prep in sentence.words.place_preps:
        return []
    between = [item.text for item in sentence.items[near[-1].last : hit.first]]
    after = between[1:] if between[:1] == [","] else between
    auxiliaries = sentence.words.perfect | sentence.words.futures
    while after and after[0] in sentence.words.adverbs and after[0] not in auxiliaries:
        after = after[1:]
    # `X, đang ở thăm Y`, `X cũng sẽ có chuyến thăm Y`: an auxiliary right behind a person tells of him.
    told = near[-1].person and after and after[0] in auxiliaries and len(after) <= _TOLD
    if not told and not (hit.form and all(map(sentence.lexicon.leads_verb, between))):
        return []
    leads = [r for r in near[:-1] if r.person and near[-1] in sentence.coordinated(r)]
    return [*leads, near[-1]]


def _retold(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """`Dies geschah im Rahmen seines Besuchs`: where the clause has no person, whom the text was about last."""
    figure = sentence.discourse.figure
    words = [i.text for i in sentence.items[max(0, hit.first - 2) : hit.first]]
    own = any(
        r.prep is None and not r.weak and sentence.ref_clause[id(r)] == hit.clause for r in sentence.refs
    )
    if figure is None or own or not any(w in sentence.words.possessives for w in words):
        return []
    return [figure]


def _destinations(sentence: Sentence, hit: CueHit, visitor: list[Ref]) -> list[str]:
    """The states behind the cue: objects, or what a preposition of place governs, or a city."""
    taken = {id(r) for r in visitor}
    home = {s for r in visitor for s in r.states}
    if hit.passive:
        visited = [s for s in sentence.states(sentence.patient(hit)) if s not in home]
        if visited:
            return visited[:1]
    base = _past_visitor(sentence, hit, visitor)
    led = _led_to(sentence, hit)
    if led is not None:
        return [s for s in sentence.states(led) if s not in home]
    way = hit.tail_last
    final = bool(hit.form) and sentence.lexicon.properties.verb_final
    for ref in sentence.refs:
        end = _joined_end(sentence, ref) if final and ref.last < hit.first else ref.last
        near = 0 <= ref.first - base <= 4 or 0 <= ref.first - hit.last <= 4 or 0 <= hit.first - end <= 1
        near = near or (way > hit.last and 0 <= ref.first - way <= 2)
        if ref.weak and ref.genitive and hit.form:
            continue
        if ref.prep in sentence.lexicon.numbers.origin_prepositions and hit.form:
            continue
        if near and id(ref) not in taken and ref.states and ref.states[0] not in home and not ref.person:
            return [s for s in sentence.states([ref, *sentence.coordinated(ref)]) if s not in home]
    if final and hit.last == hit.tail_last and (bare := _visited(sentence, hit, visitor)):
        return [s for s in bare if s not in home]
    if "paid" in hit.cue.needs:
        paid = sentence.states(sentence.objects(hit, visitor))
        return [s for s in paid if s not in home]
    if "traveller" in hit.cue.needs:
        here = [r for r in sentence.refs if sentence.ref_clause[id(r)] == hit.clause]
        return list(sentence.states(r for r in here if is_place(r, sentence.lexicon)))[:1]
    named = any(r.person and r.first <= hit.last < r.last for r in sentence.refs)
    direct = sentence.place_at(hit.last) if hit.form and not named else None
    place = (
        direct
        or _before_owner(sentence, hit, visitor)
        or (sentence.place_after(way - 1) if way > hit.last else None)
        or sentence.place_after(base)
        or sentence.place_after(hit.last)
        or _at_event(sentence, base)
        or _before(sentence, hit)
        or _behind(sentence, hit, visitor)
    )
    if place and place.country:
        return [place.country]
    return _ahead(sentence, hit, home) or _venue(sentence, hit, home)


def _venue(sentence: Sentence, hit: CueHit, home: set[str]) -> list[str]:
    """`X's state visit will help`: where no place is told, the guest is where the talks were held."""
    venue, pair = sentence.discourse.venue, sentence.discourse.dyad
    ranked = not hit.form and "visit_type" in hit.cue.set
    return [venue] if ranked and venue in pair and venue not in home and home & {*pair} else []


def _ahead(sentence: Sentence, hit: CueHit, home: set[str]) -> list[str]:
    """`в Чили с визитом прибыл X`: where a verb before its subject goes, named first, where nouns have cases."""
    if not (hit.form and sentence.lexicon.properties.noun_cases):
        return []
    here = [r for r in sentence.refs if r.last <= hit.first and sentence.ref_clause[id(r)] == hit.clause]
    ways = sentence.words.place_preps.difference(sentence.lexicon.numbers.origin_prepositions)
    aims = [r for r in here if r.prep in ways and is_place(r, sentence.lexicon)]
    aims = aims or [
        r for r in here if r.kind == "state" and r.objective and not (r.prep or r.head or r.genitive)
    ]
    return [s for r in aims[:1] for s in r.states if s not in home]


def _visited(sentence: Sentence, hit: CueHit, visitor: list[Ref]) -> tuple[str, ...]:
    """`wird Peru am Montag besuchen`: the states that are the bare object of a verb that comes last."""
    found = sentence.objects(hit, visitor)
    bare = all(r.kind == "state" and not (r.prep or r.head or r.person) for r in found)
    return tuple(sentence.states(found)) if bare and all(r.last <= hit.first for r in found) else ()


def _joined_end(sentence: Sentence, ref: Ref) -> int:
    """Past the last of the references that are joined to one (`hat Nepal und Bhutan besucht`)."""
    joined = sentence.coordinated(ref)
    return joined[-1].last if joined else ref.last


def _at_event(sentence: Sentence, base: int) -> Place | None:
    """`a visit to the Eastern Economic Forum in X`: where the gathering is that a visit is to."""
    if not sentence.lexicon.properties.word_boundary or sentence.lexicon.properties.verb_final:
        return None
    near = [h for h in sentence.cues.get("gathering", ()) if base <= h.first <= base + _EVENT]
    return sentence.place_after(near[0].last, _EVENT, sited=True) if near else None


def _led_to(sentence: Sentence, hit: CueHit) -> list[Ref] | None:
    """`对X和Y进行的访问`: whom the cue's own preposition governs before it; None where it stands there not.

    Nobody, where it governs what is no state (`对海湾国家访问`).
    """
    if not sentence.lexicon.properties.objects_before or hit.form:
        return None
    preps, at = hit.cue.object.split("|"), hit.first
    if sentence.items[at].text not in preps:
        at -= 1
        while at >= 0 and sentence.items[at].text not in preps and sentence.items[at].text != ",":
            at -= 1
    if at < 0 or sentence.items[at].text == ",":
        return None
    governed = next((r for r in sentence.refs if r.first > at and r.prep == sentence.items[at].text), None)
    if governed is None or governed.first > at + _OWNED or governed.last > max(hit.first, hit.last):
        return []
    return [governed, *sentence.coordinated(governed)]


def _past_visitor(sentence: Sentence, hit: CueHit, visitor: list[Ref]) -> int:
    """Past the visit's noun, and past whose visit it is where that stands right behind it (`the visit of X to Y`)."""
    for ref in visitor:
        between = sentence.items[hit.last : ref.first]
        if (
            not hit.form
            and ref.first >= hit.last
            and len(between) <= _OWNED
            and all(i.text != "," for i in between)
        ):
            return ref.last
    return hit.last


def _before_owner(sentence: Sentence, hit: CueHit, visitor: list[Ref]) -> Place | None:
    """`the visit to X of Y`: the place between a visit's noun and whose visit it is."""
    first = next((r.first for r in visitor if not hit.form and r.first >= hit.last), hit.last)
    return sentence.place_at(hit.last) if hit.last < first <= hit.last + _OWNED else None


def _behind(sentence: Sentence, hit: CueHit, visitor: list[Ref]) -> Place | None:
    """Where the subject follows its verb, the place behind it: `besuchte der Präsident Paul Kagame Nairobi`."""
    if not sentence.lexicon.properties.verb_final or not hit.form:
        return None
    last = sentence.clauses.all[hit.clause].last
    first = max([hit.last, *(r.last for r in visitor if r.first >= hit.last)])
    governed = sentence.place_after(first, last - first)
    if governed or first == hit.last:
        return governed
    return sentence.place_at(first)


def _before(sentence: Sentence, hit: CueHit) -> Place | None:
    """Where verbs come last, the place that a preposition of direction governs before the verb."""
    if not sentence.lexicon.properties.verb_final or not hit.form:
        return None
    for word in sentence.lexicon.numbers.target_prepositions:
        for at in range(sentence.clauses.all[hit.clause].first, hit.first):
            if sentence.items[at].text == word and sentence.clauses.of[at] == hit.clause:
                place = sentence.place_at(at + 1)
                if place:
                    return place
    return None
