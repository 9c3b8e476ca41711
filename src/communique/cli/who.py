"""`communique who`: the name of an office's holder on a day, with the reports that say so."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from communique.cli.asking import AskedLedger, checked_date, open_for_asking

if TYPE_CHECKING:
    from communique.resolve.register import Answer

_SHOWN = 3
"""Reports shown for each answer; JSON has all."""


def who_command(
    title: Annotated[
        str, typer.Argument(metavar="OFFICE", help="An office or title, such as 'foreign minister'.")
    ],
    country: Annotated[str, typer.Argument(metavar="STATE", help="The state, by code or by name.")],
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="On this day, in this month or year; else today."),
    ] = None,
    ledger: AskedLedger = None,
    format_: Annotated[
        Literal["table", "jsonl"], typer.Option("--format", help="Lines to read, or JSON lines.")
    ] = "table",
) -> None:
    """Say who held an office on a day, the likeliest first: by the register, else by the nearest reports.

    Example: communique who "foreign minister" Vietnam --on 2025-11-02
    """
    from communique.api import who

    day = checked_date(on, "--on") or dt.date.today().isoformat()
    with open_for_asking(ledger) as opened:
        answers = who(opened, title, country, day)
    if format_ == "jsonl":
        import msgspec

        for answer in answers:
            print(msgspec.json.encode(answer).decode())
        return
    for answer in answers:
        print("\n".join(_lines(answer)))
    if not answers:
        print("neither a report near that day nor the register tells", file=sys.stderr)


def _lines(answer: Answer) -> Iterator[str]:
    from communique.views.describe import visible

    office = answer.office
    told = office.role_text or (office.role or "").replace("_", " ")
    if answer.register:
        when = f"{office.since or '…'} to {office.until or '…'} by {answer.register}"
    else:
        reported = " to ".join(sorted({str(day) for day in (office.since, office.until)}))
        away = f", the nearest {answer.days} days away" if answer.days else ""
        when = f"reported {reported}{away}"
    yield visible(f"{answer.name} ({answer.country}), {told}: {when}")
    for source in answer.sources[:_SHOWN]:
        origin = ", ".join(part for part in (source.document, source.publisher, source.date) if part)
        yield visible(f"  “{' '.join(source.quote.split())}” ({origin})")
    if len(answer.sources) > _SHOWN:
        yield f"  and {len(answer.sources) - _SHOWN} more"
