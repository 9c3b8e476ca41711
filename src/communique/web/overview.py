"""What the overview of one state or two shows: the newest of each table, sides facing each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from communique.views.scene import Scene
from communique.views.tiers import tiers
from communique.web.drawing import ladder, spread
from communique.web.listings import followed, happening, promised, sources
from communique.web.tables import Row, Table, chosen

MOST = 8
"""Rows of each table that an overview has."""
_OPEN = ("overdue", "open", "begun", "silent", "contradicted", "done")


def overview(scene: Scene, codes: Sequence[str], today: dt.date) -> dict[str, Any]:
    """The parts of an overview by name."""
    owed = promised.commitments(scene, codes, today)
    held = promised.positions(scene, codes, today)
    events = happening.timeline(scene, codes, today)
    days = [one.document.date for one in scene.told if one.document.date]
    return {
        "documents": len({one.document.id for one in scene.told}),
        "publishers": len({one.document.publisher for one in scene.told if one.document.publisher}),
        "first": min(days, default=None),
        "last": max(days, default=None),
        "ladder": ladder(tiers(scene, codes)) if len(codes) == 2 else None,
        "spread": spread([row.raw for row in events.rows]),
        "steps": newest(followed.tier_steps(scene, codes, today), "-reported"),
        "events": newest(events),
        "commitments": facing(owed, codes),
        "commitments_all": len(owed.rows),
        "positions": facing(held, codes),
        "positions_all": len(held.rows),
        "instruments": newest(followed.instrument_lives(scene, codes, today), "-stages"),
        "figures": newest(followed.claimed(scene, codes, today), "-reported"),
        "ahead": newest(happening.calendar(scene, codes, today), "when"),
        "people": newest(sources.scene_people(scene, codes, today), "-texts"),
        "sources": newest(sources.scene_documents(scene, codes, today)),
    }


def newest(table: Table, sort: str = "") -> dict[str, Any]:
    """The first rows of a table in an order, and how many there are."""
    rows, _ = chosen(table, {"sort": sort or table.sort})
    return {"columns": table.columns, "rows": rows[:MOST], "all": len(rows)}


def facing(table: Table, codes: Sequence[str]) -> dict[str, list[Row]]:
    """The newest rows of each side on its own, and of both together under `both`; what is open first."""
    rows, _ = chosen(table, {"sort": table.sort})
    rows = sorted(rows, key=lambda row: _rank(row))
    if len(codes) < 2:
        return {codes[0]: [row for row in rows if codes[0] in row.raw.by][:MOST]}
    a, b = codes
    return {
        a: [row for row in rows if a in row.raw.by and b not in row.raw.by][:MOST],
        b: [row for row in rows if b in row.raw.by and a not in row.raw.by][:MOST],
        "both": [row for row in rows if {a, b} <= set(row.raw.by)][:MOST],
    }


def _rank(row: Row) -> int:
    state = getattr(row.raw, "state", "")
    return _OPEN.index(state) if state in _OPEN else 0
