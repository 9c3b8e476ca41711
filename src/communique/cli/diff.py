"""`communique diff`: the readouts of two sides of one event, set against each other."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from communique.cli.asking import AskedLedger, open_for_asking, scene_for
from communique.cli.options import Out

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from communique.views.readouts import Both, Comparison, Said


def diff_command(
    event: Annotated[
        str, typer.Argument(metavar="EVENT", help="An event's id or a record's, or its first letters.")
    ],
    between: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--between", metavar="A B", help="Which sides: a state's code, a publisher or a document each."
        ),
    ] = None,
    ledger: AskedLedger = None,
    format_: Annotated[
        Literal["terminal", "json"], typer.Option("--format", help="How to print it.")
    ] = "terminal",
    out: Out = None,
) -> None:
    """Compare the readouts of one event: what both sides report, what only one does, and what differs.

    A side is a state whose bodies or outlets published texts of the event, or another publisher. Without
    --between the first two are compared, those that take part before others.

    Example: communique diff 3fa9c1d2 --between CHN NGA
    """
    import msgspec

    from communique.cli.output import output
    from communique.views.happened import named
    from communique.views.readouts import chosen, compare_readouts, sides_of

    with open_for_asking(ledger) as opened:
        scene = scene_for(opened, ())
    found = named(scene.resolution.events, event)
    made = compare_readouts(scene, found, *chosen(sides_of(scene, found), between))
    with output(out) as stream:
        if format_ == "json":
            stream.write(msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n")
        else:
            stream.write(_screen(made, out is None and sys.stdout.isatty()))


def _screen(made: Comparison, terminal: bool) -> bytes:
    from rich.rule import Rule
    from rich.text import Text

    from communique.cli.table import console
    from communique.views.names import country_name

    out = console(terminal)
    a, b = country_name(made.a.name), country_name(made.b.name)
    agreed = [pair for pair in made.both if not pair.differs]
    otherwise = [pair for pair in made.both if pair.differs]
    parts = [
        ("Both report", _pairs(agreed, a, b)),
        ("Told otherwise", _pairs(otherwise, a, b)),
        (f"Only {a}", _singles(made.only_a)),
        (f"Only {b}", _singles(made.only_b)),
        (f"What {a} says that {b} said", _singles(made.a_on_b)),
        (f"What {b} says that {a} said", _singles(made.b_on_a)),
    ]
    with out.capture() as capture:
        out.print(
            Text(f"{a} ({', '.join(made.a.documents)})  –  {b} ({', '.join(made.b.documents)})", style="bold")
        )
        for title, table in parts:
            if table.row_count:
                out.print()
                out.print(Rule(title, align="left", style="dim"))
                out.print(table)
    return capture.get().encode("utf-8", "replace")


def _pairs(pairs: Sequence[Both], a: str, b: str) -> Table:
    from rich.text import Text

    from communique.views.describe import visible

    table = _grid(("kind", None), (a, 1), (b, 1))
    for pair in pairs:
        table.add_row(Text(pair.a.kind), _cell(pair.a), _cell(pair.b))
        for name, (one, other) in pair.differs.items():
            label = Text(name.replace("_", " "), style="yellow")
            table.add_row(label, *(Text(visible(value), style="yellow") for value in (one, other)))
    return table


def _singles(said: Sequence[Said]) -> Table:
    from rich.text import Text

    table = _grid(("kind", None), ("what", 1))
    for one in said:
        table.add_row(Text(one.kind), _cell(one))
    return table


def _cell(said: Said) -> Text:
    from rich.text import Text

    from communique.views.describe import visible

    force = "" if said.modality == "actual" else f"; {said.modality}"
    quote = " ".join(said.quote.split())
    return Text.assemble(visible(said.text + force), (f"\n“{visible(quote)}”", "dim"))


def _grid(*columns: tuple[str, int | None]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name, ratio in columns:
        table.add_column(name, ratio=ratio, overflow="fold")
    return table
