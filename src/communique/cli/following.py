"""What the commands that follow something through time share: their options, their scene, their formats."""

from __future__ import annotations

import csv
import datetime as dt
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from communique.cli.asking import checked_date, held_code, open_for_asking, scene_for

if TYPE_CHECKING:
    from communique.views.scene import Scene

Format = Literal["table", "jsonl", "csv"]
States = Annotated[
    list[str] | None,
    typer.Argument(metavar="[STATE]…", help="States that must all take part, by code or name; none for all."),
]
Shown = Annotated[Format, typer.Option("--format", help="How to print it.")]


def scene_of(
    ledger: str | None, states: Sequence[str] | None, *, together: bool = True
) -> tuple[Scene, tuple[str, ...]]:
    """The scene in which what the ledger tells of the states named is seen, and their codes; see `scene_for`."""
    with open_for_asking(ledger) as opened:
        codes = tuple(held_code(name, "STATE", opened) for name in states or ())
        return scene_for(opened, codes, together=together), codes


def day_of(text: str | None) -> dt.date:
    """The last day of the date that an option gives, else today."""
    from communique.base.edtf import bounds

    checked = checked_date(text, "--today")
    return bounds(checked)[1] if checked else dt.date.today()


def show(
    rows: Sequence[Any],
    cells: Callable[[Any], Sequence[str]],
    columns: Sequence[tuple[str, int | None]],
    format_: Format,
    out: Path | None,
    noun: str,
) -> None:
    """Write rows as a table of `cells` under `columns`, as JSON lines, or as CSV of their own fields.

    `columns` gives each column's title and its share of the width, None for as much as it needs.
    """
    from communique.cli.output import output

    with output(out) as stream:
        if format_ == "table":
            terminal = out is None and sys.stdout.isatty()
            stream.write(_table([cells(row) for row in rows], columns, terminal, f"{len(rows)} {noun}"))
        else:
            stream.writelines(_jsonl(rows) if format_ == "jsonl" else _csv(rows))


def _jsonl(rows: Iterable[Any]) -> Iterator[bytes]:
    import msgspec

    return (msgspec.json.encode(row) + b"\n" for row in rows)


def _csv(rows: Sequence[Any]) -> Iterator[bytes]:
    """The rows' own fields; lists of plain values apart by ` | `, what is nested as JSON."""
    import msgspec

    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    if rows:
        writer.writerow(rows[0].__struct_fields__)
    for row in rows:
        writer.writerow(_flat(value) for value in msgspec.to_builtins(row).values())
    yield buffer.getvalue().encode()


def _flat(value: Any) -> Any:
    import msgspec

    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return " | ".join(value)
    return msgspec.json.encode(value).decode() if isinstance(value, list | tuple | dict) else value


def _table(
    rows: Sequence[Sequence[str]], columns: Sequence[tuple[str, int | None]], terminal: bool, count: str
) -> bytes:
    from rich.table import Table
    from rich.text import Text

    from communique.cli.table import console
    from communique.views.describe import visible

    out = console(terminal)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name, ratio in columns:
        table.add_column(name, ratio=ratio, overflow="fold")
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    with out.capture() as capture:
        if rows:
            out.print(table)
        out.print(Text(count, style="dim"))
    return capture.get().encode("utf-8", "replace")
