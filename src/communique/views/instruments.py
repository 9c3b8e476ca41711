"""Instruments through their lives: to be signed, signed, ratified, in force, each step with who tells it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

import msgspec

from communique.kinds.agreement import Agreement
from communique.ledger.stored import Stored
from communique.resolve.events import Event
from communique.views.scene import Scene, documents, quote
from communique.vocab import InstrumentStatus

STAGES: tuple[str, ...] = get_args(InstrumentStatus)
"""The stages of an instrument in their order."""


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """A stage that was told; `day` is the instrument's own where a text gives it, else the report's."""

    status: str
    modality: str
    day: str | None
    quote: str
    documents: tuple[str, ...]


class Instrument(msgspec.Struct, frozen=True, kw_only=True):
    """One instrument; `status` is the furthest stage that is told as reached, else the one ahead."""

    event: str
    title: str
    instrument: str
    parties: tuple[str, ...]
    status: str | None
    stages: tuple[Stage, ...]
    titles: tuple[str, ...]


def instruments(scene: Scene, states: Iterable[str] = ()) -> list[Instrument]:
    """The instruments of these parties, by the day of their first stage and title."""
    found = [_instrument(scene, event) for event in scene.events("agreement", states)]
    return sorted(found, key=lambda i: (i.stages[0].day or "9999" if i.stages else "9999", i.title, i.event))


def _instrument(scene: Scene, event: Event) -> Instrument:
    told = scene.tellings(event)
    fullest = scene.fullest(event).record
    assert isinstance(fullest, Agreement)
    stages = _stages(told)
    reached = [s.status for s in stages if s.modality == "actual"] or [s.status for s in stages]
    titles = tuple(dict.fromkeys(t for s in told if (t := getattr(s.record, "title", None))))
    return Instrument(
        event=event.id,
        title=fullest.title or (titles[0] if titles else fullest.instrument.replace("_", " ")),
        instrument=fullest.instrument,
        parties=event.states,
        status=max(reached, key=STAGES.index) if reached else None,
        stages=stages,
        titles=titles,
    )


def _stages(told: list[Stored]) -> tuple[Stage, ...]:
    """The stages that some record tells, in the order of an instrument's life."""
    by_status: dict[tuple[str, bool], list[Stored]] = {}
    for stored in told:
        status = getattr(stored.record, "status", None)
        if status:
            by_status.setdefault((status, stored.record.modality == "actual"), []).append(stored)
    return tuple(
        Stage(
            status=status,
            modality=group[0].record.modality,
            day=next((d for s in group if (d := getattr(s.record, "date", None))), group[0].document.date),
            quote=quote(group[0]),
            documents=documents(group),
        )
        for (status, _), group in sorted(
            by_status.items(), key=lambda g: (STAGES.index(g[0][0]), not g[0][1])
        )
    )
