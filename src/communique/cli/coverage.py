"""How much of a text its records cover: a table of the sentences without a record, or one JSON object."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec

from communique.views.coverage import MEANINGS, Coverage, coverage
from communique.views.describe import visible

if TYPE_CHECKING:
    from rich.table import Table

    from communique.reading.results import Reading

_SHOWN = 160


def print_coverage(reading: Reading, *, as_json: bool) -> None:
    """Print the coverage of a reading to standard output."""
    found = coverage(reading)
    if as_json:
        print(msgspec.json.encode(found).decode())
        return
    from communique.cli.table import console

    out = console(sys.stdout.isatty())
    out.print(_missing(found))
    out.print()
    out.print(_totals(found))
    out.print(f"{found.covered} of {found.counted} sentences carry a record ({found.share:.0%})")


def _table(*names: str) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in names:
        table.add_column(name)
    return table


def _missing(found: Coverage) -> Table:
    from rich.text import Text

    table = _table("no record", "why", "text")
    for sentence in found.sentences:
        if sentence.reason == "record":
            continue
        text = sentence.text if len(sentence.text) <= _SHOWN else sentence.text[: _SHOWN - 1] + "…"
        cells = (sentence.reason.replace("_", " "), "; ".join(sentence.details), visible(text))
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _totals(found: Coverage) -> Table:
    table = _table("segments", "of this sort", "meaning")
    for reason, meaning in MEANINGS.items():
        if reason in found.totals:
            table.add_row(str(found.totals[reason]), reason.replace("_", " "), meaning)
    return table
