"""The commands that look at a whole ledger: timeline, calendar, wording, network and map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.asking import (
    AskedLedger,
    Since,
    Until,
    checked_date,
    held_code,
    open_for_asking,
    scene_for,
)
from communique.cli.following import Shown, States, day_of, scene_of, show
from communique.cli.options import Out
from communique.cli.pictures import Chart, picture

if TYPE_CHECKING:
    from communique.resolve.events import Event
    from communique.views.ahead import Appointment
    from communique.views.network import Tie
    from communique.views.wording import Phrase


def timeline_command(
    states: States = None,
    since: Since = None,
    until: Until = None,
    ledger: AskedLedger = None,
    format_: Shown = "table",
    chart: Chart = None,
    out: Out = None,
) -> None:
    """Events day by day, each once however many texts tell it; days in brackets are those of the reports.

    Example: communique timeline Kenya --since 2024 --chart kenya.svg
    """
    from communique.charts.days import timeline
    from communique.views.happened import Wanted, days, happened, headline

    first, last = checked_date(since, "--since"), checked_date(until, "--until")
    scene, codes = scene_of(ledger, states)
    wanted = Wanted(states=frozenset(codes), since=first, until=last)
    found = happened(scene.resolution.events, wanted)

    def cells(event: Event) -> tuple[str, ...]:
        return days(event), event.kind, headline(event, scene.records), ", ".join(event.documents)

    columns = (("when", None), ("kind", None), ("what", 5), ("told by", 3))
    show(found, cells, columns, format_, out, "events")
    picture(chart, lambda: timeline(found, scene.records))


def calendar_command(
    states: States = None,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DATE", help="Only what is to come from this day on; else today."),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="All that was ever announced.")] = False,
    ledger: AskedLedger = None,
    format_: Shown = "table",
    out: Out = None,
) -> None:
    """What is announced: visits, meetings, gatherings, signings and deadlines ahead.

    As iCalendar: `communique export ics`.

    Example: communique calendar Vietnam --today 2026-01-01
    """
    from communique.views.ahead import appointments

    scene, codes = scene_of(ledger, states)

    def cells(found: Appointment) -> tuple[str, ...]:
        return (
            found.when.replace("/", " –\n"),
            found.kind,
            found.what,
            ", ".join(found.states),
            f"“{found.quote}”",
        )

    columns = (("when", None), ("kind", None), ("what", 4), ("states", 1), ("quote", 4))
    coming = appointments(scene, codes, None if all_ else day_of(today))
    show(coming, cells, columns, format_, out, "appointments")


def wording_command(
    phrase: Annotated[str, typer.Argument(metavar="PHRASE", help="Words, whatever their case and accents.")],
    states: States = None,
    ledger: AskedLedger = None,
    format_: Shown = "table",
    out: Out = None,
) -> None:
    """Where a phrase appears in or vanishes from what is published of some states, language by language.

    Example: communique wording "strategic partnership" China Nigeria
    """
    from communique.views.wording import wording

    with open_for_asking(ledger) as opened:
        codes = tuple(held_code(name, "STATE", opened) for name in states or ())
        scene, texts = scene_for(opened, ()), opened.texts()

    def cells(found: Phrase) -> tuple[str, ...]:
        uses = "\n".join(f"{u.day or '–'} {u.document}: “{u.quote}”" for u in found.uses if u.held)
        gone = f"{found.since} texts since without it" if found.since else "in the latest text"
        return found.lang, f"{found.held} of {found.texts}", found.first or "–", found.last or "–", gone, uses

    columns = (("lang", None), ("texts", None), ("first", None), ("last", None), ("now", 1), ("where", 5))
    show(wording(scene, texts, phrase, codes), cells, columns, format_, out, "languages that hold it")


def network_command(
    states: States = None,
    ledger: AskedLedger = None,
    format_: Shown = "table",
    chart: Chart = None,
    out: Out = None,
) -> None:
    """Who deals with whom: events and acts between each pair of states, the strongest ties first.

    Example: communique network --chart network.png
    """
    from communique.charts.ties import circle
    from communique.views.network import network

    scene, codes = scene_of(ledger, states, together=False)
    found = network(scene, codes)
    show(found, _tie, _TIES, format_, out, "pairs")
    picture(chart, lambda: circle(found))


def map_command(
    states: States = None,
    ledger: AskedLedger = None,
    format_: Shown = "table",
    chart: Chart = None,
    out: Out = None,
) -> None:
    """The same ties on a map, as lines between capitals; as GeoJSON: `communique export geojson`.

    Example: communique map China --chart china.svg
    """
    from communique.charts.plane import plane
    from communique.views.network import network

    scene, codes = scene_of(ledger, states, together=False)
    found = network(scene, codes)
    show(found, _tie, _TIES, format_, out, "pairs")
    picture(chart, lambda: plane(found))


_TIES = (
    ("pair", 2),
    ("events", None),
    ("cooperation", None),
    ("conflict", None),
    ("of which", 3),
    ("time", None),
)


def _tie(tie: Tie) -> tuple[str, ...]:
    from communique.views.names import country_name

    kinds = ", ".join(f"{kind} {count}" for kind, count in tie.kinds.items())
    span = " –\n".join(dict.fromkeys(day for day in (tie.first, tie.last) if day))
    pair = f"{country_name(tie.a)} – {country_name(tie.b)}"
    return pair, str(tie.events), str(tie.cooperation), str(tie.conflict), kinds, span
