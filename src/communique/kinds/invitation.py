"""Kind `invitation`: one side invites the other."""

from __future__ import annotations

from communique.base.spans import Span
from communique.kinds.record import Actor, Record
from communique.mentions.refs import Ref
from communique.reading.cue_hit import CueHit
from communique.reading.frames import Sides, actor_or_state, sides
from communique.reading.sentence import Sentence


class Invitation(Record, frozen=True, kw_only=True, tag="invitation"):
    """One side invites the other."""

    KEY = ("inviter", "invitee", "to")

    inviter: Actor
    invitee: Actor
    to: str | None = None
    destination: str | None = None
    accepted: bool | None = None


_AIM = 3
"""Items from the noun of a visit to where it goes."""
_OWNER_REACH = 4


def assemble(sentence: Sentence, cues: list[CueHit]) -> None:
    """Emit invitations, and the answers to them."""
    for hit in cues:
        if "generic" in hit.cue.set:
            continue
        if "accepted" in hit.cue.set and hit.cue.subject == "none":
            _answer(sentence, hit, Actor())
            continue
        if hit.cue.subject == "owner":
            _owned(sentence, hit)
            continue
        found = sides(sentence, hit)
        if found is None:
            continue
        if "accepted" in hit.cue.set:
            _answer(sentence, hit, actor_or_state(sentence, found.subject, found.by))
            continue
        inviter = actor_or_state(sentence, found.subject, found.by)
        invitees = _invitees(sentence, found)
        if inviter is None or not invitees:
            sentence.drop(hit, "the two sides are not both known")
            continue
        for who in (inviter, *_with_others(sentence, found, inviter)):
            for invitee in invitees:
                if who.country != invitee.country:
                    _emit(sentence, hit, found, who, invitee)


def _with_others(sentence: Sentence, found: Sides, first: Actor) -> list[Actor]:
    """`at the invitation of X, Y and Z`: those of other states who invite too, named before the guest."""
    if not found.subject or not found.target or found.subject[0].last > found.target[0].first:
        return []
    out: list[Actor] = []
    for ref in sentence.coordinated(found.subject[0]):
        who = sentence.actor([ref]) if ref.role or ref.person else None
        if ref in found.target or ref.first >= found.target[0].first:
            break
        if who is not None and who.country and all(who.country != a.country for a in (first, *out)):
            out.append(who)
    return out


def _invitees(sentence: Sentence, found: Sides) -> list[Actor]:
    """Whom the clause names, both of a pair, else the other of the talks; nobody of the inviter's own side."""
    group = found.target[0] if found.target and found.target[0].kind == "group" else None
    pair = [Actor(p.name, p.country) for p in sentence.discourse.pair if p.country in found.toward]
    named = [who for ref in found.target for who in _members(sentence, ref)]
    if group is not None and len(pair) > 1:
        named = pair
    elif not named:
        subject = found.subject[0].person if found.subject else None
        other = sentence.discourse.other_person(subject)
        named = [Actor(other.name, other.country)] if other else [Actor(None, s) for s in found.toward[:1]]
    return [who for who in dict.fromkeys(named) if who.country and who.country not in found.by]


def _members(sentence: Sentence, ref: Ref) -> list[Actor]:
    """Whom a reference stands for: one actor, or each state of several (`the leaders of X and Y`)."""
    if ref.person is None and ref.kind != "group" and len(ref.states) > 1:
        return [Actor(None, state) for state in ref.states]
    who = sentence.actor([ref])
    return [who] if who else []


def _emit(sentence: Sentence, hit: CueHit, found: Sides, inviter: Actor, invitee: Actor) -> None:
    came = "came" in hit.cue.needs
    at = max([hit.last, *(r.last for r in found.target if r.first >= hit.last)])
    end = hit.tail_first if hit.tail_first > at else None
    came = came and (bool(found.target) or sentence.lexicon.properties.word_boundary)
    guests = max((r.last for r in found.target), default=at)
    final = sentence.lexicon.properties.verb_final
    if final and not came and found.target and guests < hit.first and _closes(sentence, hit.last):
        at, end = guests, hit.first
    if not came:
        parted = range(at, len(sentence.items) if end is None else end)
        end = next((i for i in parted if sentence.items[i].text == ";"), end)
    if came:
        before = sentence.lexicon.properties.verb_first and guests < hit.first
        span = _visit_told(sentence, hit) or sentence.noun(guests, hit.first if before else None)
    else:
        span = sentence.noun(at, end)
    inside = [r for r in sentence.refs if span and span.start <= r.start and r.end <= span.end]
    places = [r for r in inside if r not in found.target and r.kind != "org"]
    ways = sentence.lexicon.numbers.target_prepositions if final else ()
    places = [r for r in places if r.prep in ways and not (r.person or r.role)] or places
    states = [s for s in sentence.states(places) if s != invitee.country]
    destination = states[0] if states and not came else inviter.country
    _record(sentence, hit, inviter, invitee, span, destination, True if came else None)


def _visit_told(sentence: Sentence, hit: CueHit) -> Span | None:
    """`بدعوة من X، يبدأ Y زيارة إلى تونس`: the noun of the visit that somebody came for, with where it goes."""
    if not sentence.lexicon.properties.verb_first:
        return None
    told = [h for h in sentence.cues.get("visit", ()) if not h.form and "generic" not in h.cue.set]
    if not told:
        return None
    items, first = sentence.items, told[0].first
    last = max(h.last for h in told if h.first <= told[0].last)
    first += int(items[first].text in sentence.words.prepositions)
    aims = (r for r in sentence.refs if r.first >= last and r.prep in sentence.words.place_preps)
    aim = next(aims, None)
    if aim is not None and aim.first - last <= _AIM and not first < hit.first < aim.first:
        last = aim.last
    return sentence.noun(first, last)


def _closes(sentence: Sentence, at: int) -> bool:
    """Whether nothing of the clause stands behind a verb that comes last."""
    return at >= len(sentence.items) or not sentence.items[at].text[0].isalnum()


def _record(
    sentence: Sentence,
    hit: CueHit,
    inviter: Actor,
    invitee: Actor,
    span: Span | None,
    destination: str | None,
    accepted: bool | None = None,
) -> None:
    sentence.emit(
        hit,
        "invitation",
        {
            "inviter": inviter,
            "invitee": invitee,
            "to": sentence.quote(span) if span else None,
            "destination": destination,
            "accepted": accepted,
        },
        modality="actual" if accepted is not None else sentence.modality(hit, "actual"),
    )


def _owner(sentence: Sentence, hit: CueHit) -> list[Ref]:
    """Whose invitation it is: `einer Einladung des Königs`, `auf Einladung von X`, `X's invitation`."""
    agents = sentence.words.agents
    return [
        r
        for r in sentence.refs
        if hit.first < r.first <= hit.tail_last + _OWNER_REACH
        and (r.genitive or r.weak or r.prep in agents or r.prep in sentence.lexicon.grammar.side_links)
    ][:1]


def _owned(sentence: Sentence, hit: CueHit) -> None:
    """An invitation that is told as a noun of who sent it, toward whoever acts upon it or receives it."""
    owner = _owner(sentence, hit)
    inviter = sentence.actor(owner)
    given = sentence.objects(hit, owner, hit.cue.object) if hit.cue.object != "none" else []
    invitee = sentence.actor(given or [r for r in sentence.subject(hit) if r not in owner])
    if inviter is None or invitee is None or inviter.country == invitee.country:
        sentence.drop(hit, "the two sides are not both known")
        return
    span = sentence.noun(owner[0].last) if owner[0].last < len(sentence.items) else None
    accepted = hit.cue.set.get("accepted")
    _record(sentence, hit, inviter, invitee, span, inviter.country, accepted)


def _answer(sentence: Sentence, hit: CueHit, invitee: Actor | None) -> None:
    """An answer is a candidate without inviter, unless it names one; settling joins it to what it answers.

    Where nothing was told before, the state that the invitation leads to is the one that invites.
    """
    if not invitee:
        return
    accepted = bool(hit.cue.set["accepted"]) and sentence.modality(hit, "actual") != "negated"
    owner = _owner(sentence, hit)
    if "returned" in hit.cue.needs:
        _returned(sentence, hit, invitee, accepted)
        return
    inviter = sentence.actor(owner) or _teller(sentence, hit)
    if inviter is not None and inviter.country and inviter.country != invitee.country:
        span = _place_span(sentence, hit, owner[0]) if owner else sentence.noun(max(hit.tail_last, hit.last))
        _record(sentence, hit, inviter, invitee, span, inviter.country, accepted)
        return
    span = sentence.noun(max(hit.tail_last, hit.last))
    inside = [r for r in sentence.refs if span and span.start <= r.start and r.end <= span.end]
    named = [s for s in sentence.states(r for r in inside if r.kind != "org") if s != invitee.country]
    slots: dict[str, object] = {"inviter": None, "invitee": invitee, "accepted": accepted}
    if named and span and accepted:
        slots |= {"to": sentence.quote(span), "destination": named[0]}
    sentence.emit(hit, "invitation", slots, modality="actual", attribution={})


def _returned(sentence: Sentence, hit: CueHit, invitee: Actor, accepted: bool) -> None:
    """An invitation in return: it comes from the other of the pair in talks."""
    discourse = sentence.discourse
    states = discourse.other((invitee.country,)) if invitee.country else ()
    if len(states) != 1:
        sentence.drop(hit, "the two sides are not both known")
        return
    role = next((p.role for p in discourse.recent if p.name == invitee.name), None)
    peers = (p.name for p in reversed(discourse.recent) if p.country == states[0] and p.role == role)
    inviter = Actor(next(peers, None), states[0])
    span = sentence.noun(hit.tail_first)
    _record(sentence, hit, inviter, invitee, span, inviter.country, accepted)


def _teller(sentence: Sentence, hit: CueHit) -> Actor | None:
    """`said that X had accepted her invitation`: an invitation that is owned is of who tells of it."""
    last = max(hit.tail_last, hit.last)
    owned = any(i.text in sentence.words.possessives for i in sentence.items[hit.first : last])
    who = sentence.speaker
    if not owned or who is None or sentence.clauses.all[hit.clause].kind == "main":
        return None
    return Actor(who.name, who.country)


def _place_span(sentence: Sentence, hit: CueHit, owner: Ref) -> Span | None:
    """What stands behind whose invitation it is, or before (`lời mời thăm X của Y`): where it leads to."""
    if sentence.lexicon.properties.names_follow and owner.first - hit.last > 1:
        return sentence.span(hit.last, owner.first - 1)
    marker = sentence.lexicon.properties.infinitive_marker
    if marker and sentence.items[min(owner.last, len(sentence.items) - 1)].text == marker:
        return sentence.noun(owner.last)
    last = min(owner.last + 2, len(sentence.items))
    return sentence.span(owner.last, last) if owner.last < last else None
