"""Coded events as a table on the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from communique.cli.table import console
from communique.coding import Event
from communique.coding.tables import cameo_codes


def rendered(events: Iterable[Event], terminal: bool) -> bytes:
    """The events, one row each, as bytes to write."""
    out = console(terminal)
    rows = list(events)
    with out.capture() as capture:
        out.print(_table(rows) if rows else Text("no event", style="dim"))
    text = capture.get()
    if not terminal:
        text = "".join(line.rstrip() + "\n" for line in text.splitlines())
    return text.encode("utf-8", "replace")


def _table(events: list[Event]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for column in ("event", "mode", "actors", "recipients", "score", "CAMEO"):
        table.add_column(column, justify="right" if column == "score" else "left")
    for event in events:
        table.add_row(
            event.plover,
            event.mode or "",
            ", ".join(event.actors),
            ", ".join(event.recipients),
            f"{event.score:g}",
            f"{event.cameo} {cameo_codes()[event.cameo].label}",
        )
    return table
