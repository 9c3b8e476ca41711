"""What happened and what is to come as tables: the timeline and the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from communique.resolve.events import Event
from communique.views.ahead import Appointment, appointments
from communique.views.happened import Wanted, happened, headline
from communique.views.scene import Scene
from communique.web.listings.cells import cite, cited, day, states, told
from communique.web.tables import Cell, Column, Line, Row, Table
from communique.web.wording import diff_href, document_href, event_href


def timeline(scene: Scene, codes: Sequence[str], today: dt.date) -> Table:
    """Events by day, each once however many texts tell it."""
    columns = (
        Column("when", "When"),
        Column("kind", "Kind", choice=True),
        Column("what", "What", shape="wide"),
        Column("states", "States", choice=True),
        Column("texts", "Told by", shape="number"),
    )
    found = happened(scene.resolution.events, Wanted(states=frozenset(codes)))
    return Table("events", columns, tuple(Row(_event(scene, one), one) for one in found), "-when")


def _event(scene: Scene, one: Event) -> tuple[Cell, ...]:
    what = Line(headline(one, scene.records), event_href(one.kind, one.records[0]), style="main")
    texts = len(one.documents)
    told_by = Line(f"{texts} text{'s' if texts > 1 else ''}", event_href(one.kind, one.records[0]))
    if len(one.publishers) > 1:
        told_by = Line(f"{texts} texts, compare", diff_href(one.records[0]))
    return (
        when(one),
        told(one.kind, one.kind),
        Cell((what, cite(scene.records[one.records[0]]))),
        states(one.states),
        Cell((told_by,), texts),
    )


def when(one: Event) -> Cell:
    """The days of an event; in brackets those of the reports."""
    if one.first is None or one.last is None:
        return Cell()
    parts = [str(one.first)] if one.first == one.last else [f"{one.first}", f"– {one.last}"]
    if not one.dated:
        parts = [f"({part})" for part in parts]
    return Cell(tuple(Line(part, style="day") for part in parts), str(one.first))


def calendar(scene: Scene, codes: Sequence[str], today: dt.date | None) -> Table:
    """What is announced, from a day on; without one all that ever was."""
    columns = (
        Column("when", "When"),
        Column("kind", "Kind", choice=True),
        Column("what", "What", shape="wide"),
        Column("states", "States", choice=True),
        Column("force", "Force", choice=True),
        Column("quote", "In words", shape="wide"),
    )
    found = appointments(scene, codes, today)
    return Table("appointments", columns, tuple(Row(_ahead(scene, one), one) for one in found), "when")


def _ahead(scene: Scene, one: Appointment) -> tuple[Cell, ...]:
    stored = scene.told_by(one.kind, one.documents, one.quote)
    href = event_href(one.kind, stored.record.id) if stored and one.kind != "commitment" else None
    href = href or (document_href(one.documents[0], stored.record.id) if stored else None)
    return (
        day(one.when),
        told(one.kind, one.kind),
        Cell((Line(one.what, href, style="main"),)),
        states(one.states),
        told(one.modality),
        Cell((cited(scene, one.kind, one.documents, one.quote),)),
    )
