"""The partnership ladder through time: which tier two sides named, when, and what changed it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

import msgspec

from communique.kinds.partnership import Partnership
from communique.views.scene import Scene, documents, quote
from communique.vocab import Tier

RUNGS: tuple[str, ...] = get_args(Tier)
"""The tiers from weak to strong."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A tier as it was told: `rung` counts from 1, `label` is verbatim, `day` is the day of the first report."""

    parties: tuple[str, ...]
    day: str | None
    change: str
    tier: str | None
    rung: int | None
    label: str | None
    modality: str
    quote: str
    documents: tuple[str, ...]


def tiers(scene: Scene, states: Iterable[str] = ()) -> list[Step]:
    """The steps of each pair's ladder, by pair and day; `states` must all be parties."""
    steps = [_step(scene, event.records) for event in scene.events("partnership", states)]
    return sorted(steps, key=lambda s: (s.parties, s.day or "9999", s.rung or 0))


def _step(scene: Scene, records: Iterable[str]) -> Step:
    told = sorted((scene.records[key] for key in records), key=lambda s: s.document.date or "9999")
    first = next((s for s in told if getattr(s.record, "tier_text", None)), told[0])
    record = first.record
    assert isinstance(record, Partnership)
    return Step(
        parties=tuple(sorted(record.parties)),
        day=told[0].document.date,
        change=record.change,
        tier=record.tier,
        rung=RUNGS.index(record.tier) + 1 if record.tier else None,
        label=record.tier_text,
        modality=record.modality,
        quote=quote(first),
        documents=documents(told),
    )
