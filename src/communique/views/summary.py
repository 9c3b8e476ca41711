"""What a pair of states comes to in numbers: records and events by kind, the tier, what is open and ahead."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import msgspec

from communique.views.ahead import appointments
from communique.views.names import country_name
from communique.views.promises import promises
from communique.views.scene import Scene
from communique.views.tiers import tiers


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """Two states at a glance; `first` and `last` are the days of the earliest and the latest event.

    `tier` is the one that the latest step named. `open` are promises that no later report settles, `overdue` those
    of them past their deadline on the day asked, `ahead` what is announced from that day on.
    """

    a: str
    b: str
    a_name: str
    b_name: str
    documents: int
    records: int
    kinds: dict[str, int]
    events: dict[str, int]
    first: dt.date | None
    last: dt.date | None
    tier: str | None
    open: int
    overdue: int
    ahead: int


def summary(scene: Scene, a: str, b: str, today: dt.date) -> Summary:
    """The summary of a pair, from the scene of what is between the two."""
    events = [event for event in scene.resolution.events if {a, b} <= set(event.states)]
    dated = [event for event in events if event.dated and event.first and event.last]
    states = Counter(promise.state for promise in promises(scene, (a, b), today))
    return Summary(
        a=a,
        b=b,
        a_name=country_name(a),
        b_name=country_name(b),
        documents=len({item.document.id for item in scene.told}),
        records=len(scene.told),
        kinds=_most_first(Counter(item.record.kind for item in scene.told)),
        events=_most_first(Counter(event.kind for event in events)),
        first=min((event.first for event in dated if event.first), default=None),
        last=max((event.last for event in dated if event.last), default=None),
        tier=next((step.tier for step in reversed(tiers(scene, (a, b))) if step.tier), None),
        open=sum(states[name] for name in ("open", "begun", "silent", "overdue")),
        overdue=states["overdue"],
        ahead=len(appointments(scene, (a, b), today)),
    )


def _most_first(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
