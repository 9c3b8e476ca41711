"""Partnership steps, instruments, mechanisms and figures as tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from communique.resolve.events import Event
from communique.views.figures import Claim, Series, figures
from communique.views.instruments import Instrument, instruments
from communique.views.mechanisms import Mechanism, mechanisms
from communique.views.names import listed
from communique.views.numerals import amount
from communique.views.scene import Scene
from communique.views.tiers import RUNGS, Step, tiers
from communique.web.listings.cells import cited, day, own_words, plain, states, told
from communique.web.tables import Cell, Column, Line, Row, Table
from communique.web.wording import event_href, words


def tier_steps(scene: Scene, codes: Sequence[str], today: dt.date) -> Table:
    """Which tier was named when, in whose words, and what changed it."""
    columns = (
        Column("reported", "Reported"),
        Column("parties", "Parties"),
        Column("change", "Change", choice=True),
        Column("rung", "Rung", shape="number"),
        Column("tier", "Tier", choice=True),
        Column("words", "In words", shape="wide"),
    )
    rows = tuple(Row(_step(scene, one), one) for one in tiers(scene, codes))
    return Table("steps", columns, rows, "reported")


def _step(scene: Scene, one: Step) -> tuple[Cell, ...]:
    force = () if one.modality == "actual" else (Line(one.modality, style="soft"),)
    label = (
        (own_words(scene, "partnership", one.documents, one.quote, f"“{one.label}”"),) if one.label else ()
    )
    return (
        day(one.day),
        states(one.parties),
        Cell((Line(words(one.change)), *force)),
        plain(f"{one.rung} of {len(RUNGS)}" if one.rung else "", one.rung),
        told(one.tier),
        Cell((*label, cited(scene, "partnership", one.documents, one.quote))),
    )


def instrument_lives(scene: Scene, codes: Sequence[str], today: dt.date) -> Table:
    """Treaties, agreements and memoranda, each stage with its day and who tells it."""
    columns = (
        Column("title", "Title", shape="wide"),
        Column("type", "Sort", choice=True),
        Column("parties", "Parties", choice=True),
        Column("status", "Status", choice=True),
        Column("stages", "Stages", shape="wide"),
    )
    events = {event.id: event for event in scene.resolution.events}
    rows = tuple(Row(_instrument(scene, one, events[one.event]), one) for one in instruments(scene, codes))
    return Table("instruments", columns, rows, "")


def _instrument(scene: Scene, one: Instrument, event: Event) -> tuple[Cell, ...]:
    stages: list[Line] = []
    for stage in one.stages:
        force = "" if stage.modality == "actual" else f" ({stage.modality})"
        stages.append(Line(f"{stage.day or '–'} {words(stage.status)}{force}"))
        stages.append(cited(scene, "agreement", stage.documents, stage.quote))
    lang = scene.fullest(event).record.lang
    title = Line(one.title, event_href("agreement", event.records[0]), lang, "main")
    return (
        Cell((title,)),
        told(one.instrument),
        states(one.parties),
        told(one.status),
        Cell(tuple(stages), one.stages[0].day if one.stages else ""),
    )


def meeting_again(scene: Scene, codes: Sequence[str], today: dt.date) -> Table:
    """Dialogues, commissions and summits that meet again, round by round."""
    columns = (
        Column("name", "Mechanism", shape="wide"),
        Column("type", "Sort", choice=True),
        Column("rounds", "Rounds", shape="wide"),
        Column("last", "Last"),
        Column("next", "Next"),
    )
    rows = tuple(Row(_mechanism(scene, one), one) for one in mechanisms(scene, codes, today))
    return Table("mechanisms", columns, rows, "name")


def _mechanism(scene: Scene, one: Mechanism) -> tuple[Cell, ...]:
    rounds: list[Line] = []
    for held in one.rounds:
        place = f", {held.place}" if held.place else ""
        rounds.append(
            Line(f"{held.number or '–'}: {held.day or '–'}{place}{' (ahead)' if held.ahead else ''}")
        )
        rounds.append(cited(scene, "gathering", held.documents, held.quote))
    overdue = (Line("overdue", style="late"),) if one.overdue else ()
    return (
        plain(one.name, style="main"),
        told(one.type),
        Cell(tuple(rounds), len(one.rounds)),
        day(one.last),
        Cell((*day(one.next).lines, *overdue), one.next or ""),
    )


def claimed(scene: Scene, codes: Sequence[str], today: dt.date) -> Table:
    """Figures, a row each claim with its period and who says so."""
    columns = (
        Column("measure", "Measure", choice=True),
        Column("scope", "Of"),
        Column("period", "Period", choice=True),
        Column("value", "Value", shape="number"),
        Column("change", "Change", shape="number"),
        Column("said", "Who says so"),
        Column("reported", "Reported"),
        Column("quote", "In words", shape="wide"),
    )
    rows = [Row(_claim(scene, series, one), (series.measure, series.scope, series.unit, one))
            for series in figures(scene, codes) for one in series.claims]  # fmt: skip
    return Table("figures", columns, tuple(rows), "measure")


def _claim(scene: Scene, series: Series, one: Claim) -> tuple[Cell, ...]:
    bound = "" if one.bound == "exact" else f"{words(one.bound)} "
    value = "" if one.value is None else f"{bound}{amount(one.value, series.unit)}"
    change = "" if one.change is None else f"{one.change:+g} %"
    return (
        told(series.measure),
        plain(listed(series.scope)),
        day(one.period),
        plain(value, one.value if one.value is not None else ""),
        plain(change, one.change if one.change is not None else ""),
        Cell((Line(one.said), *((Line(one.publisher, style="soft"),) if one.publisher else ()))),
        day(one.day),
        Cell((cited(scene, "indicator", (one.document,), one.quote),)),
    )
