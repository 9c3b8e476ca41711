"""Kind `visit`: one side travels to the other."""

from __future__ import annotations

from communique.kinds.record import Actor, Record
from communique.mentions.refs import Ref
from communique.reading.context import CueHit
from communique.reading.frames import possessor
from communique.reading.sentence import Sentence
from communique.vocab import VisitType


class Visit(Record, frozen=True, kw_only=True, tag="visit"):
    """One side travels to the other."""

    KEY = ("visitor", "destination", "date")

    visitor: Actor
    destination: str | None = None
    visit_type: VisitType | None = None
    date: str | None = None


def assemble(sentence: Sentence, cues: list[CueHit]) -> None:
    """Emit visits: who travels where, and of what rank the visit is."""
    for hit in cues:
        visitor = _visitor(sentence, hit)
        who = sentence.actor(visitor)
        destination = _destination(sentence, hit, visitor)
        if who is None or who.country is None:
            sentence.drop(hit, "no visitor is known")
            continue
        if destination is None or destination == who.country:
            sentence.drop(hit, "no destination is known")
            continue
        modality = hit.cue.modality or sentence.modality(hit, "actual")
        sentence.emit(
            hit,
            "visit",
            {
                "visitor": who,
                "destination": destination,
                "visit_type": hit.cue.set.get("visit_type"),
                "date": sentence.date_near(hit),
            },
            modality=modality,
            attribution=sentence.attribution(hit),
            spans=sentence.evidence(hit),
        )


def _visitor(sentence: Sentence, hit: CueHit) -> list[Ref]:
    if hit.cue.subject == "possessor":
        return possessor(sentence, hit) or sentence.subject(hit)
    return sentence.subject(hit)


def _destination(sentence: Sentence, hit: CueHit, visitor: list[Ref]) -> str | None:
    """The state behind the cue: an object, or what a preposition of place governs, or a city."""
    taken = {id(r) for r in visitor}
    home = {s for r in visitor for s in r.states}
    for ref in sentence.refs:
        near = 0 <= ref.first - hit.last <= 4 or 0 <= hit.first - ref.last <= 1
        if near and id(ref) not in taken and ref.states and ref.states[0] not in home and not ref.person:
            return ref.states[0]
    place = sentence.place_after(hit.last)
    return place.country if place else None
