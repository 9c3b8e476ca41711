"""`communique brief`: what the ledger holds between two states."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

import typer

from communique.cli.asking import AskedLedger, AsRead, Since, Until, checked_date, open_for_asking, state_code
from communique.cli.options import Out


def brief_command(
    a: Annotated[str, typer.Argument(metavar="A", help="A state, by code or by name in any language read.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other state.")],
    ledger: AskedLedger = None,
    format_: Annotated[
        Literal["terminal", "markdown"],
        typer.Option("--format", help="For the screen, or as Markdown."),
    ] = "terminal",
    out: Out = None,
    since: Since = None,
    until: Until = None,
    as_read: AsRead = False,
) -> None:
    """Brief on two states: who met whom, what was agreed, pledged and asked, each line with its quotes.

    Example: communique brief Kenya SWE --since 2024 --format markdown -o kenya-sweden.md
    """
    from communique.cli.output import output
    from communique.views.brief import brief

    first, last = checked_date(since, "--since"), checked_date(until, "--until")
    one, other = state_code(a, "A"), state_code(b, "B")
    if one == other:
        raise typer.BadParameter(f"{a!r} and {b!r} are the same state", param_hint="B")
    with open_for_asking(ledger) as opened:
        made = brief(opened, one, other, today=dt.date.today(), since=first, until=last, as_read=as_read)
    if format_ == "markdown":
        from communique.views.markdown import brief_markdown

        rendered = brief_markdown(made).encode("utf-8", "replace")
    else:
        from communique.cli.brief_screen import brief_screen

        rendered = brief_screen(made, to_terminal=out is None)
    with output(out) as stream:
        stream.write(rendered)
