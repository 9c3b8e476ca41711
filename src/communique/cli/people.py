"""`communique people`: who is who in a ledger, under every spelling, with the offices the reports gave."""

from __future__ import annotations

import csv
import datetime as dt
import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from communique.cli.asking import AskedLedger, held_code, open_for_asking, open_for_changing
from communique.cli.authoring import Author, author_name
from communique.cli.options import Out

if TYPE_CHECKING:
    from communique.resolve.people import Known, Office

Format = Literal["table", "jsonl", "csv"]
COLUMNS = (
    "id",
    "name",
    "country",
    "role",
    "role_text",
    "organization",
    "since",
    "until",
    "spellings",
    "source",
)
REPORTS = "reports"
"""The source of an office that reports gave, in CSV."""


def people_command(
    ledger: AskedLedger = None,
    country: Annotated[
        str | None,
        typer.Option("--country", metavar="C", help="Only persons of this state, by code or name."),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Also say what made two names one person.")] = False,
    format_: Annotated[
        Format, typer.Option("--format", help="How to print them; csv has a row an office.")
    ] = "table",
    out: Out = None,
    take_in: Annotated[
        Path | None,
        typer.Option(
            "--import", metavar="FILE.csv", help="Take in a register: name, country, role, since, until …"
        ),
    ] = None,
    author: Author = None,
) -> None:
    """List the persons of the ledger: one entry each, however languages and scripts spell the name.

    Office and country decide first, spelling second; `--why` shows what spoke for each link. `--import`
    takes in a table with a row an office, in place of what a file of that name said before.

    Example: communique people --country China --why
    """
    from communique.api import people
    from communique.cli.output import output

    if take_in is not None:
        _take_in(take_in, ledger, author_name(author))
        return
    with open_for_asking(ledger) as opened:
        found = people(opened, held_code(country, "--country", opened) if country else None)
    written = {"table": _table, "jsonl": _jsonl, "csv": _csv}[format_]
    with output(out) as stream:
        for chunk in written(found, why and format_ == "table", out is None and sys.stdout.isatty()):
            stream.write(chunk)


def _take_in(path: Path, ledger: AskedLedger, author: str) -> None:
    from communique.resolve.holders_table import read_holders

    rows = read_holders(path)
    with open_for_changing(ledger) as opened:
        done = opened.replace_holders(rows, path.name, author=author, made_at=dt.datetime.now(dt.UTC))
    print(
        f"{path.name}: {done.new} new rows, {done.known} known already, {done.taken_back} taken back",
        file=sys.stderr,
    )


def _jsonl(found: Sequence[Known], _why: bool, _terminal: bool) -> Iterator[bytes]:
    import msgspec

    return (msgspec.json.encode(person) + b"\n" for person in found)


def _csv(found: Sequence[Known], _why: bool, _terminal: bool) -> Iterator[bytes]:
    stream = io.StringIO()
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(COLUMNS)
    for person in found:
        for office in person.offices or (None,):
            held = (
                (office.role, office.role_text, office.organization, office.since, office.until)
                if office
                else ("",) * 5
            )
            spelled = " | ".join(_spellings(person))
            source = (office.source if office else None) or REPORTS
            rows.writerow((person.id, person.name, person.country, *held, spelled, source))
    yield stream.getvalue().encode()


def _table(found: Sequence[Known], why: bool, terminal: bool) -> Iterator[bytes]:
    from rich.table import Table
    from rich.text import Text

    from communique.cli.table import console
    from communique.views.describe import visible

    out = console(terminal)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name, ratio in (("person", 4), ("state", None), ("office", 5), ("also spelled", 5), ("texts", None)):
        table.add_column(name, ratio=ratio)
    for person in found:
        others = ", ".join(name for name in _spellings(person) if name != person.name)
        offices = "\n".join(map(_office, person.offices))
        cells = (person.name, person.country or "", offices, others, str(person.documents))
        table.add_row(*(Text(visible(cell)) for cell in cells))
        if why:
            for link in person.links:
                said = f"{link.names[0]} = {link.names[1]}: {', '.join(link.features)} ({link.score:g})"
                table.add_row("", "", Text(visible(said), style="dim"), "", "")
    with out.capture() as capture:
        out.print(table if found else Text("no person", style="dim"))
    yield capture.get().encode("utf-8", "replace")


def _spellings(person: Known) -> list[str]:
    return list(dict.fromkeys(name for spelled in person.names.values() for name in spelled))


def _office(office: Office) -> str:
    told = office.role_text or (office.role or "").replace("_", " ")
    if office.source:
        return f"{told} ({office.since or '…'} to {office.until or '…'}, {office.source})"
    days = sorted({str(day) for day in (office.since, office.until) if day})
    return f"{told} ({' to '.join(days)})" if days else told
