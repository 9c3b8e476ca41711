"""What is announced: visits, meetings, gatherings, signings and deadlines that lie ahead of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from communique.base.edtf import bounds
from communique.ledger.slots import date_text
from communique.views.happened import headline
from communique.views.promises import promises
from communique.views.scene import Scene, documents, quote

_KINDS = ("meeting", "visit", "gathering", "agreement")


class Appointment(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is to come; `when` is an EDTF date, `first` and `last` its bounds."""

    when: str
    first: dt.date
    last: dt.date
    kind: str
    what: str
    states: tuple[str, ...]
    modality: str
    quote: str
    documents: tuple[str, ...]


def appointments(scene: Scene, states: Iterable[str] = (), today: dt.date | None = None) -> list[Appointment]:
    """What ends on `today` or later, of these states, by day; without `today` all that was ever announced."""
    wanted = tuple(states)
    found = [one for kind in _KINDS for one in _announced(scene, kind, wanted)]
    found += [
        _made(p.due, "commitment", p.action, (*p.by, *p.toward), p.mode, p.quote, p.documents)
        for p in promises(scene, wanted, today)
        if p.due and p.state in ("open", "begun", "silent")
    ]
    coming = [a for a in found if today is None or a.last >= today]
    return sorted(coming, key=lambda a: (a.first, a.last, a.kind, a.what))


def _announced(scene: Scene, kind: str, states: tuple[str, ...]) -> list[Appointment]:
    found = []
    for event in scene.events(kind, states):
        told = scene.tellings(event)
        when = next((d for s in told if s.record.modality != "actual" and (d := date_text(s.record))), None)
        if when is None or any(s.record.modality == "actual" for s in told):
            continue
        what, force = headline(event, scene.records), told[0].record.modality
        if force != "negated":
            found.append(_made(when, kind, what, event.states, force, quote(told[0]), documents(told)))
    return found


def _made(
    when: str,
    kind: str,
    what: str,
    states: tuple[str, ...],
    modality: str,
    said: str,
    told_by: tuple[str, ...],
) -> Appointment:
    first, last = bounds(when)
    return Appointment(
        when=when,
        first=first,
        last=last,
        kind=kind,
        what=what,
        states=tuple(dict.fromkeys(states)),
        modality=modality,
        quote=said,
        documents=told_by,
    )
