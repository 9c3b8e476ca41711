"""`communique export`: facts of the ledger in the formats of others, with a report of what these cannot hold."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
)

if TYPE_CHECKING:
    from communique.export.exporter import Exporter, Files
    from communique.export.facts import Selection
    from communique.export.losses import Report
    from communique.ledger import Ledger


def _list(wanted: bool) -> None:
    if wanted:
        from communique.export.registry import EXPORTERS

        width = max(len(exporter.name) for exporter in EXPORTERS)
        for exporter in EXPORTERS:
            several = " (a folder)" if exporter.folder else ""
            print(f"{exporter.name:{width}}  {exporter.title}{several}: {exporter.holds}")
        raise typer.Exit


def export_command(
    format_: Annotated[
        str,
        typer.Argument(metavar="FORMAT", help="The format, such as plover; --list tells which there are."),
    ],
    out: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="PATH", help="File to write; a folder for several files."),
    ],
    ledger: AskedLedger = None,
    kind: OfKind = None,
    country: OfState = None,
    pair: OfPair = None,
    since: Since = None,
    until: Until = None,
    tellings: Annotated[
        bool,
        typer.Option("--tellings", help="A row for each telling, instead of one for each event."),
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="FILE", help="Also write what the format cannot hold, as JSON."),
    ] = None,
    list_: Annotated[
        bool,
        typer.Option("--list", callback=_list, is_eager=True, help="List the formats and stop."),
    ] = False,
) -> None:
    """Write the facts of the ledger in a format of event data, linked data, maps, graphs or calendars.

    Each event is one row however many texts tell it, where the format is of events. What the format has no
    place for is counted on standard error: kinds left out, fields lost, values told roughly.

    Example: communique export plover -o events.jsonl --pair Kenya Sweden --report lost.json
    """
    from communique.export.facts import Selection

    exporter = _exporter(format_)
    checked_kind(kind)
    first, last = checked_date(since, "--since"), checked_date(until, "--until")
    with open_for_asking(ledger) as opened:
        sides = held_pair(pair, opened)
        code = held_code(country, "--country", opened) if country else None
        wanted = Selection(kind=kind, country=code, pair=sides, since=first, until=last, tellings=tellings)
        told = _written(opened, exporter, wanted, out)
    print("\n".join(told.lines()), file=sys.stderr)
    if report is not None:
        _write_report(told, report)


def _written(ledger: Ledger, exporter: Exporter, wanted: Selection, out: Path) -> Report:
    """Export into a file or folder that appears whole or not at all."""
    from communique.cli.output import output, output_folder
    from communique.export.exporter import export

    if not exporter.folder:
        with output(out, partial=False) as stream:
            made = export(ledger, exporter, wanted)
            stream.write(made.files[""])
            return made.report
    with output_folder(out) as folder:
        made = export(ledger, exporter, wanted)
        _fill(folder, made.files)
        return made.report


def _fill(folder: Path, files: Files) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(content)


def _write_report(told: Report, path: Path) -> None:
    import msgspec

    from communique.cli.output import output

    with output(path) as stream:
        stream.write(msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n")


def _exporter(name: str) -> Exporter:
    from communique.export.registry import BY_NAME

    if name not in BY_NAME:
        raise typer.BadParameter(
            f"{name!r} is no format; there are {', '.join(BY_NAME)}", param_hint="FORMAT"
        )
    return BY_NAME[name]
