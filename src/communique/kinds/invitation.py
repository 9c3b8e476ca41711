"""Kind `invitation`: one side invites the other."""

from __future__ import annotations

from communique.kinds.record import Actor, Record
from communique.reading.context import CueHit
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


def assemble(sentence: Sentence, cues: list[CueHit]) -> None:
    """Emit invitations, and the answers to them."""
    for hit in cues:
        if "accepted" in hit.cue.set and hit.cue.subject == "none":
            _answer(sentence, hit, Actor())
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
        for invitee in invitees:
            _emit(sentence, hit, found, inviter, invitee)


def _invitees(sentence: Sentence, found: Sides) -> list[Actor]:
    """Whom the clause names, else the other person or side of the talks; nobody of the inviter's own side."""
    named = [who for ref in found.target if (who := sentence.actor([ref]))]
    if not named:
        subject = found.subject[0].person if found.subject else None
        other = sentence.discourse.other_person(subject)
        named = [Actor(other.name, other.country)] if other else [Actor(None, s) for s in found.toward[:1]]
    return [who for who in dict.fromkeys(named) if who.country and who.country not in found.by]


def _emit(sentence: Sentence, hit: CueHit, found: Sides, inviter: Actor, invitee: Actor) -> None:
    came = "came" in hit.cue.needs
    at = max([hit.last, *(r.last for r in found.target if r.first >= hit.last)])
    end = hit.tail_first if hit.tail_first > at else None
    span = sentence.noun(max(r.last for r in found.target)) if came else sentence.noun(at, end)
    inside = [
        r
        for r in sentence.refs
        if span and r.start >= span.start and r.end <= span.end and r not in found.target
    ]
    states = [s for s in sentence.states(inside) if s != invitee.country]
    sentence.emit(
        hit,
        "invitation",
        {
            "inviter": inviter,
            "invitee": invitee,
            "to": sentence.quote(span) if span else None,
            "destination": states[0] if states and not came else inviter.country,
            "accepted": True if came else None,
        },
        modality=sentence.modality(hit, "actual"),
        attribution={},
        spans=sentence.evidence(hit),
    )


def _answer(sentence: Sentence, hit: CueHit, invitee: Actor | None) -> None:
    """An answer is a candidate without inviter; settling joins it to the invitation it answers."""
    if invitee:
        accepted = bool(hit.cue.set["accepted"]) and sentence.modality(hit, "actual") != "negated"
        sentence.emit(
            hit,
            "invitation",
            {"inviter": None, "invitee": invitee, "accepted": accepted},
            modality="actual",
            attribution={},
            spans=sentence.evidence(hit),
        )
