"""Writing a chart that a command was asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

Chart = Annotated[
    Path | None,
    typer.Option("--chart", metavar="FILE", help="Also draw it, as .png or .svg (needs the extra `report`)."),
]


def picture(path: Path | None, make: Callable[[], Any]) -> None:
    """Draw what `make` returns into `path`, when a path is given; nothing half-written is left."""
    if path is None:
        return
    from communique.charts.drawing import altair, drawn, suffix_of
    from communique.cli.output import output

    suffix = suffix_of(path)
    altair()
    with output(path, partial=False) as stream:
        stream.write(drawn(make(), suffix))
