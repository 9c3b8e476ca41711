"""Records as a table on the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from communique.cli.palette import style
from communique.kinds.record import Record
from communique.reading.results import Reading
from communique.views.describe import snippet, visible, what, who

PLAIN_WIDTH = 140


def console(terminal: bool) -> Console:
    """A console for standard output; without a terminal it has a fixed width and no colours."""
    if terminal:
        return Console(highlight=False)
    return Console(width=PLAIN_WIDTH, color_system=None, force_terminal=False, highlight=False)


def rendered(out: Console, reading: Reading) -> bytes:
    """One document's records under its title, as bytes to write."""
    document = reading.document
    parts = [document.title or document.id, document.lang, document.date, document.publisher]
    with out.capture() as capture:
        out.print(Text(visible(" · ".join(part for part in parts if part)), style="bold"))
        out.print(records_table(reading.records) if reading.records else Text("  no records", style="dim"))
        out.print()
    text = capture.get()
    if not out.is_terminal:
        text = "".join(line.rstrip() + "\n" for line in text.splitlines())
    return text.encode("utf-8", "replace")


def records_table(records: Iterable[Record], numbered: bool = False) -> Table:
    """Kind, who, what, modality and quote of each record, one row each."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    if numbered:
        table.add_column("", justify="right", style="dim")
    table.add_column("kind", no_wrap=True)
    table.add_column("who", ratio=4)
    table.add_column("what", ratio=6)
    table.add_column("modality", no_wrap=True)
    table.add_column("quote", ratio=7)
    for number, record in enumerate(records, start=1):
        cells = [
            Text(record.kind, style=style(record.kind)),
            Text(who(record)),
            Text(what(record)),
            Text(record.modality),
            Text(f"“{snippet(record)}”", style="italic"),
        ]
        table.add_row(*([Text(str(number))] if numbered else []), *cells)
    return table
