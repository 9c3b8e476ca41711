"""`communique records`: the records of a ledger, filtered, in the format asked for."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from communique.cli.asking import AskedLedger, AsRead, Since, Until, checked_date, held_code, open_for_asking
from communique.cli.options import Out

Format = Literal["table", "jsonl", "csv", "parquet", "md"]


def records_command(
    ledger: AskedLedger = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="Only this kind, such as meeting.")
    ] = None,
    country: Annotated[
        str | None,
        typer.Option("--country", metavar="C", help="Only records with this state, by code or name."),
    ] = None,
    pair: Annotated[
        tuple[str, str] | None,
        typer.Option("--pair", metavar="A B", help="Only records between these two states."),
    ] = None,
    since: Since = None,
    until: Until = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="NAME", help="Only records that name this person.")
    ] = None,
    as_read: AsRead = False,
    format_: Annotated[
        Format, typer.Option("--format", help="How to print them; jsonl is the record format itself.")
    ] = "table",
    out: Out = None,
) -> None:
    """List the records of the ledger, each with its quote, who says it and who published it.

    Example: communique records --pair Kenya Sweden --kind commitment --since 2024 --format csv -o out.csv
    """
    from communique.cli.output import output
    from communique.cli.records_formats import written

    if kind is not None:
        _check_kind(kind)
    if format_ == "parquet" and out is None:
        raise typer.BadParameter("parquet needs a file; give one with -o", param_hint="--format")
    first, last = checked_date(since, "--since"), checked_date(until, "--until")
    with open_for_asking(ledger) as opened:
        sides = (held_code(pair[0], "--pair", opened), held_code(pair[1], "--pair", opened)) if pair else None
        code = held_code(country, "--country", opened) if country else None
        found = opened.records(
            kind=kind, country=code, pair=sides, person=person, since=first, until=last, as_read=as_read
        )
    with output(out) as stream:
        for chunk in written(found, format_, to_terminal=out is None):
            stream.write(chunk)


def _check_kind(kind: str) -> None:
    from communique.kinds.registry import BY_NAME

    if kind not in BY_NAME:
        kinds = ", ".join(BY_NAME)
        raise typer.BadParameter(f"{kind!r} is no kind of record; there are {kinds}", param_hint="--kind")
