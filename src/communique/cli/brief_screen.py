"""A brief on the terminal: a heading, sections of dated lines, two columns of positions, footnotes."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from communique.views.brief_shape import Brief, Facing, Line, Section
from communique.views.describe import visible
from communique.views.footnotes import Footnote
from communique.views.names import country_name

FILE_WIDTH = 100
_DATE_WIDTH = 12


def brief_screen(brief: Brief, *, to_terminal: bool, width: int | None = None) -> bytes:
    """The brief as it is shown; without a terminal in plain text of a fixed width."""
    if to_terminal and sys.stdout.isatty():
        console = Console(highlight=False, width=width)
    else:
        console = Console(highlight=False, width=width or FILE_WIDTH, color_system=None, force_terminal=False)
    with console.capture() as capture:
        for part in _parts(brief):
            console.print(part)
    lines = capture.get().split("\n")
    return "\n".join(line.rstrip() for line in lines).encode("utf-8", "replace")


def _parts(brief: Brief) -> Iterator[RenderableType]:
    yield _heading(brief)
    if not brief.sections:
        yield Text("The ledger holds nothing on this.", style="dim")
    if brief.short:
        yield Text()
        yield _lines(Section(key="short", title="In short", groups=brief.short))
    for section in brief.sections:
        yield Text()
        yield Rule(Text(visible(section.title), style="bold"), align="left", style="dim")
        yield _positions(section, brief) if section.facing else _lines(section)
    if brief.footnotes:
        yield Text()
        yield Rule(Text("Quotes", style="bold"), align="left", style="dim")
        yield _footnotes(brief)


def _heading(brief: Brief) -> Panel:
    title = Text(visible(brief.title), style="bold")
    return Panel(
        Text.assemble(title, "\n", (f"{brief.scope}; dates in brackets are those of the reports", "dim"))
    )


def _lines(section: Section) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=_DATE_WIDTH)
    grid.add_column(ratio=1, overflow="fold")
    for group in section.groups:
        if group.label:
            grid.add_row("", Text(visible(group.label), style="underline"))
        for line in group.lines:
            grid.add_row(_date(line), _text(line))
    return grid


def _date(line: Line) -> Text:
    if line.when:
        return Text(line.when.replace("/", "/\n"), style="cyan")
    return Text(f"({line.reported})" if line.reported else "", style="dim")


def _text(line: Line) -> Text:
    text = Text(visible(line.text))
    if line.tags:
        text.append(f" ({visible(' · '.join(line.tags))})", style="dim")
    if line.notes:
        text.append(f" [{', '.join(map(str, line.notes))}]", style="green")
    return text


def _positions(section: Section, brief: Brief) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for _ in (brief.a, brief.b):
        grid.add_column(ratio=1, overflow="fold")
    grid.add_row(*(Text(visible(country_name(code)), style="underline") for code in (brief.a, brief.b)))
    for row in section.facing:
        grid.add_row(*_side_by_side(row))
    return grid


def _side_by_side(row: Facing) -> list[Text]:
    return [_text(line) if line else Text("–", style="dim") for line in (row.a, row.b)]


def _footnotes(brief: Brief) -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(justify="right", style="green")
    grid.add_column(ratio=1, overflow="fold")
    for note in brief.footnotes:
        grid.add_row(str(note.number), _note(note))
    return grid


def _note(note: Footnote) -> Text:
    quote = " ".join(note.quote.split())
    origin = [
        note.said,
        note.publisher,
        note.date,
        f"{note.document} {note.start}–{note.end}",
        note.place,
        note.corrected,
    ]
    return Text.assemble(
        (f"“{visible(quote)}”", "italic"),
        (f"\n{visible(' · '.join(part for part in origin if part))}", "dim"),
    )
