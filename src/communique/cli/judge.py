"""`communique judge` and `communique judgements`: what people say of links, and how it is taken back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from communique.cli.asking import AskedLedger, open_for_asking, open_for_changing
from communique.cli.authoring import Author, author_name

if TYPE_CHECKING:
    from communique.ledger import Ledger
    from communique.ledger.judgements import Judgement

Said = Literal["same", "not-same", "unsure"]
About = Literal["event", "person"]


def judge_command(
    one: Annotated[
        str,
        typer.Argument(metavar="ONE", help="An event (its id or a record's), or a person: FRA:Jean Dupont."),
    ],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another of the same sort.")],
    verdict: Annotated[Said, typer.Argument(help="What you say of the two.")],
    about: Annotated[About, typer.Option("--about", help="What the two are.")] = "event",
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why you say so.")] = None,
    author: Author = None,
    ledger: AskedLedger = None,
) -> None:
    """Say that two events, or two names, are the same, are not, or that it is unsure.

    What you say wins over the scores, is kept with your name and the time, and can be taken back with
    `communique judgements --retract ID`. No record changes.

    Example: communique judge 3fa9c1d2 81be07aa not-same --reason "one week apart"
    """
    from communique.views.judged import keys

    with open_for_changing(ledger) as opened:
        left, right = keys(opened, about, (one, other))
        made = opened.judge(
            about,
            left,
            right,
            "not_same" if verdict == "not-same" else verdict,
            author=author_name(author),
            made_at=dt.datetime.now(dt.UTC),
            reason=reason,
        )
    typer.echo(_line(made))


def judgements_command(
    retract: Annotated[
        str | None, typer.Option("--retract", metavar="ID", help="Take this judgement back.")
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Also those that were taken back.")] = False,
    author: Author = None,
    ledger: AskedLedger = None,
) -> None:
    """List what people have said of events and persons, oldest first, or take one judgement back.

    Example: communique judgements --retract j-1b7c0e2f5a9d4c3b8e60
    """
    if retract:
        with open_for_changing(ledger) as opened:
            now = dt.datetime.now(dt.UTC)
            made = opened.retract_judgement(retract, author=author_name(author), at=now)
        typer.echo(_line(made))
        return
    with open_for_asking(ledger) as opened:
        _list(opened, all_)


def _list(ledger: Ledger, taken_back: bool) -> None:
    found = ledger.judgements(retracted=taken_back)
    for judgement in found:
        typer.echo(_line(judgement))
    if not found:
        typer.echo("no judgement")


def _line(made: Judgement) -> str:
    reason = f": {made.reason}" if made.reason else ""
    back = f" (taken back by {made.retracted_by}, {made.retracted_at:%Y-%m-%d})" if made.retracted_at else ""
    verdict = made.verdict.replace("_", " ")
    said = f"{made.about} {made.one} / {made.other}: {verdict}, {made.author}, {made.made_at:%Y-%m-%d}"
    return f"{made.id}  {said}{reason}{back}"
