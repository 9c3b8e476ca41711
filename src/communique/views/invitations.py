"""Invitations: to what, how they were answered, and which visit fulfilled them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from communique.kinds.invitation import Invitation
from communique.kinds.visit import Visit
from communique.resolve.events import Event
from communique.views.phrases import actor
from communique.views.scene import Scene, documents, quote

WITHIN = dt.timedelta(days=1100)
"""How long after an invitation a visit may still answer it."""
BESIDE = dt.timedelta(days=10)
"""How far from the invitation a visit may lie that the same text tells (`on a visit at the invitation of`)."""
_ANSWERS = {True: "accepted", False: "declined", None: "open"}


class Invited(msgspec.Struct, frozen=True, kw_only=True):
    """An invitation; `fulfilled` is the event of the visit that answers it, `visited` its day."""

    event: str
    day: str | None
    inviter: str
    invitee: str
    to: str | None
    answer: str
    fulfilled: str | None
    visited: str | None
    quote: str
    documents: tuple[str, ...]


def invitations(scene: Scene, states: Iterable[str] = ()) -> list[Invited]:
    """The invitations between these states, by the day they were first told."""
    visits = scene.events("visit")
    return [_invited(scene, event, visits) for event in scene.events("invitation", states)]


def _invited(scene: Scene, event: Event, visits: list[Event]) -> Invited:
    told = scene.tellings(event)
    record = scene.fullest(event).record
    assert isinstance(record, Invitation)
    answers = [a for s in told if (a := getattr(s.record, "accepted", None)) is not None]
    visit = next((v for v in visits if _answers(scene, event, record, v)), None)
    return Invited(
        event=event.id,
        day=told[0].document.date,
        inviter=actor(record.inviter),
        invitee=actor(record.invitee),
        to=record.to or record.destination,
        answer=_ANSWERS[answers[-1] if answers else None],
        fulfilled=visit.id if visit else None,
        visited=str(visit.first) if visit else None,
        quote=quote(told[0]),
        documents=documents(told),
    )


def _answers(scene: Scene, event: Event, invitation: Invitation, visit: Event) -> bool:
    """Whether a visit that took place is of the invited side to the inviter, in time."""
    done = [s.record for s in scene.tellings(visit) if s.record.modality == "actual"]
    if not done or event.first is None or visit.first is None:
        return False
    record = done[0]
    goal = invitation.destination or invitation.inviter.country
    if not isinstance(record, Visit) or record.destination != goal or not _same_guest(invitation, record):
        return False
    if set(visit.documents) & set(event.documents):
        return visit.dated and abs(visit.first - event.first) <= BESIDE
    return event.first < visit.first <= event.first + WITHIN


def _same_guest(invitation: Invitation, visit: Visit) -> bool:
    guest, visitor = invitation.invitee, visit.visitor
    if guest.country != visitor.country:
        return False
    return not guest.name or not visitor.name or guest.name.split()[-1] == visitor.name.split()[-1]
