"""Who deals with whom: how many events and acts tie each pair of states, and of what temper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

import msgspec

from communique.kinds.act import Act
from communique.resolve.comparing import COMPARED
from communique.views.brief_order import CONFLICT
from communique.views.scene import Scene

_MOST = 6


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """What ties two states: events told (each once), acts of cooperation and of conflict between them."""

    a: str
    b: str
    events: int
    cooperation: int
    conflict: int
    kinds: dict[str, int]
    first: str | None
    last: str | None

    @property
    def weight(self) -> int:
        """All that ties the two."""
        return self.events + self.cooperation + self.conflict


def network(scene: Scene, states: Iterable[str] = ()) -> list[Tie]:
    """The ties of all pairs, or of those in which one of these states is, the strongest first."""
    wanted = set(states)
    kinds: dict[tuple[str, str], Counter[str]] = {}
    tempers: dict[tuple[str, str], Counter[bool]] = {}
    days: dict[tuple[str, str], list[str]] = {}
    for event in scene.resolution.events:
        if event.kind in COMPARED:
            for pair in combinations(event.states[:_MOST], 2):
                kinds.setdefault(pair, Counter())[event.kind] += 1
                days.setdefault(pair, []).extend(str(day) for day in (event.first, event.last) if day)
    for stored in scene.told:
        record = stored.record
        if isinstance(record, Act) and record.modality == "actual":
            for pair in {(min(x, y), max(x, y)) for x in record.by for y in record.toward if x != y}:
                tempers.setdefault(pair, Counter())[record.plover in CONFLICT] += 1
                days.setdefault(pair, []).extend([stored.document.date] if stored.document.date else [])
    ties = [
        Tie(
            a=a,
            b=b,
            events=kinds.get((a, b), Counter()).total(),
            cooperation=tempers.get((a, b), Counter())[False],
            conflict=tempers.get((a, b), Counter())[True],
            kinds=dict(sorted(kinds.get((a, b), Counter()).items())),
            first=min(days.get((a, b), []), default=None),
            last=max(days.get((a, b), []), default=None),
        )
        for a, b in kinds.keys() | tempers.keys()
        if not wanted or wanted & {a, b}
    ]
    return sorted(ties, key=lambda tie: (-tie.weight, tie.a, tie.b))
