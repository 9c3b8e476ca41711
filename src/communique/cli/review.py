"""`communique review`: step through the least certain records and links, and say what is right."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from communique.cli.asking import AskedLedger, open_for_asking, open_for_changing
from communique.cli.authoring import Author, author_name


def review_command(
    ledger: AskedLedger = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="Only records of this kind, such as meeting.")
    ] = None,
    links: Annotated[
        bool, typer.Option("--links", help="Also ask whether events and persons were rightly joined.")
    ] = False,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="At most so many.")] = 50,
    author: Author = None,
    format_: Annotated[
        Literal["terminal", "jsonl"],
        typer.Option("--format", help="Ask one by one, or list the queue as JSON lines."),
    ] = "terminal",
) -> None:
    """Step through the least certain records: the quote in its context, the fields, and a key to answer with.

    What you say is kept at once, with your name and the time, and can be taken back with
    `communique correct --undo` and `communique judgements --retract`. What somebody spoke of is not asked again.

    Example: communique review --kind agreement --limit 20
    """
    from communique.views.review import questions

    if format_ == "jsonl":
        import msgspec

        with open_for_asking(ledger) as opened:
            for question in questions(opened, limit, kind=kind, links=links):
                print(msgspec.json.encode(question).decode())
        return
    from communique.cli.review_steps import Steps

    who = author_name(author)
    with open_for_changing(ledger) as opened:
        steps = Steps(opened, who, sys.stdin, sys.stdout)
        steps.take(questions(opened, limit, kind=kind, links=links))
    print(steps.summary(), file=sys.stderr)
