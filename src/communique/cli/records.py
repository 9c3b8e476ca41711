"""`communique records`: the records of a ledger, filtered, in the format asked for."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from communique.cli.asking import (
    AskedLedger,
    AsRead,
    OfKind,
    OfPair,
    OfState,
    Since,
    Until,
    checked_date,
    checked_kind,
    held_code,
    held_pair,
    open_for_asking,
)
from communique.cli.options import Out

Format = Literal["table", "jsonl", "csv", "parquet", "md"]


def records_command(
    ledger: AskedLedger = None,
    kind: OfKind = None,
    country: OfState = None,
    pair: OfPair = None,
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

    checked_kind(kind)
    if format_ == "parquet" and out is None:
        raise typer.BadParameter("parquet needs a file; give one with -o", param_hint="--format")
    first, last = checked_date(since, "--since"), checked_date(until, "--until")
    with open_for_asking(ledger) as opened:
        sides = held_pair(pair, opened)
        code = held_code(country, "--country", opened) if country else None
        found = opened.records(
            kind=kind, country=code, pair=sides, person=person, since=first, until=last, as_read=as_read
        )
    with output(out) as stream:
        for chunk in written(found, format_, to_terminal=out is None):
            stream.write(chunk)
