"""The records of a ledger as a table on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from communique.cli.palette import style
from communique.cli.table import console
from communique.ledger.slots import date_text
from communique.ledger.stored import Stored
from communique.views.corrected import corrections_text
from communique.views.describe import snippet, visible
from communique.views.footnotes import speaker
from communique.views.phrases import phrase_with_sides
from communique.views.places import place_of


def rendered(records: Sequence[Stored], terminal: bool) -> bytes:
    """Date (in brackets the document's), kind, words, quote and origin of each record, and their number."""
    out = console(terminal)
    with out.capture() as capture:
        if records:
            out.print(_table(records))
        out.print(Text(f"{len(records)} record{'' if len(records) == 1 else 's'}", style="dim"))
    return capture.get().encode("utf-8", "replace")


def _table(records: Sequence[Stored]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("date", no_wrap=True, min_width=7)
    table.add_column("kind", no_wrap=True)
    table.add_column("what", ratio=5, overflow="fold")
    table.add_column("quote and origin", ratio=6, overflow="fold")
    for item in records:
        table.add_row(*_cells(item))
    return table


def _cells(item: Stored) -> list[Text]:
    record = item.record
    own = date_text(record)
    date = (
        Text(_short(own))
        if own
        else Text(f"({item.document.date})" if item.document.date else "–", style="dim")
    )
    text, tags = phrase_with_sides(record)
    if record.modality != "actual":
        tags = (record.modality, *tags)
    if said_of := corrections_text(item):
        tags = (*tags, said_of)
    document = item.document
    place = place_of(document, record.evidence[0].start)
    origin = (speaker(record.attribution, document.speaks_for), document.publisher, document.id, place)
    said = " · ".join(part for part in origin if part)
    return [
        date,
        Text(record.kind, style=style(record.kind)),
        Text.assemble(visible(text), (f"\n{visible('; '.join(tags))}" if tags else "", "dim")),
        Text.assemble((f"“{snippet(record)}”", "italic"), (f"\n{visible(said)}", "dim")),
    ]


def _short(date: str) -> str:
    """An interval on two lines, so that the column stays narrow."""
    return date.replace("/", "/\n")
