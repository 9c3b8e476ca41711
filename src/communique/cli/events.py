"""`communique events`: what many reports tell as one fact, where they differ, and what made each link."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from communique.cli.asking import (
    AskedLedger,
    OfKind,
    OfPair,
    OfState,
    Since,
    Until,
    checked_date,
    checked_kind,
    held_code,
    held_pair,
    open_for_asking,
    scene_for,
)
from communique.cli.options import Out

if TYPE_CHECKING:
    from communique.ledger.stored import Stored
    from communique.resolve.events import Event

Format = Literal["table", "jsonl"]


def events_command(
    ledger: AskedLedger = None,
    kind: OfKind = None,
    country: OfState = None,
    pair: OfPair = None,
    since: Since = None,
    until: Until = None,
    texts: Annotated[
        int,
        typer.Option(
            "--texts", metavar="N", min=1, help="Only events that this many texts tell, copies too."
        ),
    ] = 1,
    why: Annotated[bool, typer.Option("--why", help="Also say what made the records one event.")] = False,
    format_: Annotated[Format, typer.Option("--format", help="How to print them.")] = "table",
    out: Out = None,
) -> None:
    """List what happened, each event once, however many texts tell it and in whatever language.

    Every telling stays: where texts differ, each value is shown with the texts that give it. Copies of
    another text are counted apart from tellings of their own. Days in brackets are those of the reports.

    Example: communique events --pair Kenya Sweden --texts 2 --why
    """
    from communique.cli.output import output
    from communique.views.happened import Wanted, happened

    checked_kind(kind)
    first, last = checked_date(since, "--since"), checked_date(until, "--until")
    with open_for_asking(ledger) as opened:
        codes = {
            *(held_pair(pair, opened) or ()),
            *([held_code(country, "--country", opened)] if country else []),
        }
        scene = scene_for(opened, sorted(codes))
    wanted = Wanted(kind=kind, states=frozenset(codes), since=first, until=last, texts=texts)
    found = happened(scene.resolution.events, wanted)
    with output(out) as stream:
        if format_ == "jsonl":
            stream.writelines(_jsonl(found))
        else:
            stream.write(_table(found, scene.records, why, out is None and sys.stdout.isatty()))


def _jsonl(found: Sequence[Event]) -> Iterator[bytes]:
    import msgspec

    return (msgspec.json.encode(event) + b"\n" for event in found)


def _table(found: Sequence[Event], told: Mapping[str, Stored], why: bool, terminal: bool) -> bytes:
    from rich.table import Table
    from rich.text import Text

    from communique.cli.palette import style
    from communique.cli.table import console
    from communique.views.describe import visible
    from communique.views.happened import days, differences, headline, short_id, tellings

    out = console(terminal)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name, ratio in (("when", None), ("kind", None), ("what", 6), ("told by", 4)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for event in found:
        what = Text(visible(headline(event, told)))
        for line in differences(event, told):
            what.append(f"\n{visible(line)}", "yellow")
        for tie in event.ties if why else ():
            what.append(f"\n{', '.join(tie.features)} ({tie.score:g})", "dim")
        table.add_row(
            Text(days(event), no_wrap=True),
            Text.assemble((event.kind, style(event.kind)), (f"\n{short_id(event)}", "dim")),
            what,
            Text(visible("\n".join(tellings(event, told)))),
        )
    with out.capture() as capture:
        if found:
            out.print(table)
        out.print(Text(f"{len(found)} event{'' if len(found) == 1 else 's'}", style="dim"))
    return capture.get().encode("utf-8", "replace")
