"""The tables that the page of a state, or of two, has; their addresses, navigation and downloads follow this list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple

from communique.views.scene import Scene
from communique.web.listings import followed, happening, promised, sources
from communique.web.tables import Table


class Tab(NamedTuple):
    """A table under its key in addresses: its title, and what makes it."""

    key: str
    title: str
    make: Callable[[Scene, Sequence[str], dt.date], Table]


TABS: tuple[Tab, ...] = (
    Tab("timeline", "Timeline", happening.timeline),
    Tab("commitments", "Commitments", promised.commitments),
    Tab("positions", "Positions", promised.positions),
    Tab("instruments", "Instruments", followed.instrument_lives),
    Tab("tiers", "Partnership", followed.tier_steps),
    Tab("invitations", "Invitations", promised.invited),
    Tab("mechanisms", "Mechanisms", followed.meeting_again),
    Tab("figures", "Figures", followed.claimed),
    Tab("ahead", "Ahead", happening.calendar),
    Tab("people", "People", sources.scene_people),
    Tab("records", "Records", sources.all_records),
    Tab("sources", "Sources", sources.scene_documents),
)
BY_KEY = {tab.key: tab for tab in TABS}
