"""`communique explain`: one text with its records marked in place, and what was dropped and why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from communique.cli.options import Date, Lang, Publisher, Publishers

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from communique.reading.results import Reading


CoverageFormat = Literal["table", "json"]


def explain_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The text to read, or - for standard input.")],
    lang: Lang = None,
    date: Date = None,
    publisher: Publisher = None,
    publishers: Publishers = None,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="OUT", help="Write one self-contained page instead of printing."),
    ] = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Show which sentences carry no record, and why.")
    ] = False,
    format_: Annotated[
        CoverageFormat, typer.Option("--format", help="With --coverage: a table, or one JSON object.")
    ] = "table",
) -> None:
    """Show why each record exists: the text with its records marked, and what was dropped and why.

    Example: communique explain texts/meeting.txt --date 2024-07-03 --html meeting.html
    """
    if format_ != "table" and not coverage:
        raise typer.BadParameter("only goes with --coverage", param_hint="--format")
    if coverage and html is not None:
        raise typer.BadParameter("the page shows the coverage by itself; leave --coverage out")
    from communique.cli.batch import only_document, settings_of
    from communique.pipeline import read_document

    document = only_document(file, settings_of(lang, date, publisher, publishers=publishers))
    reading = read_document(document)
    if coverage:
        from communique.cli.coverage import print_coverage

        print_coverage(reading, as_json=format_ == "json")
        return
    if html is None:
        _print(reading)
        return
    from communique.cli.output import output
    from communique.views.explain import page

    with output(html) as stream:
        stream.write(page(reading).encode("utf-8", "replace"))
    print(f"{len(reading.records)} records of {document.id} shown in {html}", file=sys.stderr)


def _print(reading: Reading) -> None:
    from rich.text import Text

    from communique.cli.palette import mark
    from communique.cli.table import console, records_table

    out = console(sys.stdout.isatty())
    out.print(_marked(reading), soft_wrap=True)
    out.print()
    kinds = list(dict.fromkeys(record.kind for record in reading.records))
    if kinds:
        out.print(Text("  ").join(Text(f" {kind} ", style=mark(kind)) for kind in kinds))
        out.print()
        out.print(records_table(reading.records, numbered=True))
    else:
        out.print("no records")
    if reading.drops:
        out.print()
        out.print(_drops(reading))


def _marked(reading: Reading) -> Text:
    from rich.text import Text

    from communique.cli.palette import mark
    from communique.views.describe import visible
    from communique.views.marked import pieces

    text, out = visible(reading.document.text), Text()
    for piece in pieces(len(text), reading.records):
        style = mark(reading.records[piece.records[0]].kind) if piece.records else ""
        out.append(text[piece.start : piece.end].replace("\u240d", ""), style=style)
        for index in piece.ends:
            out.append(f"[{index + 1}]", style="dim")
    return out


def _drops(reading: Reading) -> Table:
    from rich.table import Table
    from rich.text import Text

    from communique.views.describe import visible

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", title_justify="left")
    for name in ("seen, not kept", "reason", "rule", "text"):
        table.add_column(name)
    for drop in reading.drops:
        quote = " ".join(reading.document.text[drop.start : drop.end].split())
        cells = (drop.kind, drop.reason, drop.rule, visible(quote[:100]))
        table.add_row(*(Text(cell) for cell in cells))
    return table
