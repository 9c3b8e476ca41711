"""`communique correct` and `communique corrections`: what people say of single fields of a record."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from communique.cli.asking import AskedLedger, open_for_asking, open_for_changing
from communique.cli.authoring import Author, author_name

if TYPE_CHECKING:
    from communique.ledger.corrections import Correction


def correct_command(
    record: Annotated[str | None, typer.Argument(metavar="ID", help="The record's id.")] = None,
    items: Annotated[
        list[str] | None,
        typer.Argument(metavar="FIELD=VALUE", help="A field, such as place.country, and what it should be."),
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="URL|TEXT", help="What shows the right value.")
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why it is wrong.")] = None,
    author: Author = None,
    not_verifiable: Annotated[
        bool,
        typer.Option("--not-verifiable", help="Say that the fields (none: the record) cannot be verified."),
    ] = False,
    undo: Annotated[
        str | None, typer.Option("--undo", metavar="CORRECTION", help="Take a correction back, by its id.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check and show it, and keep nothing.")] = False,
    ledger: AskedLedger = None,
) -> None:
    """Correct fields of a record: one field an item, with source and reason; the reading is kept.

    Lists are written with commas, structures as JSON; nothing behind the sign empties a field. Ids are
    in `communique records --format csv`.

    Example: communique correct r-0158561aadc8ac7f0851 date=2024-07-02 --source https://mfa.example/1
    --reason "signed a day later"
    """
    who = author_name(author)
    if undo:
        _undo(undo, who, dry_run, ledger)
        return
    if record is None or not reason:
        raise typer.BadParameter("name a record and give a --reason, or take one back with --undo")
    from communique.ledger.corrections import Saying

    saying = Saying(author=who, reason=reason, made_at=dt.datetime.now(dt.UTC), source=source)
    with open_for_asking(ledger) if dry_run else open_for_changing(ledger) as opened:
        if not_verifiable:
            if valued := [item for item in items or () if "=" in item]:
                raise typer.BadParameter(f"{valued[0]!r}: leave out the value with --not-verifiable")
            made = opened.remark(record, "not_verifiable", saying, items or (), dry_run=dry_run)
        else:
            made = opened.correct(record, _fields(items or []), saying, dry_run=dry_run)
    for correction in made:
        print(_line(correction))
    print("nothing was kept (dry run)" if dry_run else f"{len(made)} kept", file=sys.stderr)


def corrections_command(
    record: Annotated[str | None, typer.Argument(metavar="ID", help="Only those of this record.")] = None,
    ledger: AskedLedger = None,
    all_: Annotated[bool, typer.Option("--all", help="Also those that were taken back.")] = False,
    format_: Annotated[
        Literal["table", "jsonl"],
        typer.Option("--format", help="What to print: lines to read, or JSON lines."),
    ] = "table",
) -> None:
    """List the corrections in the ledger, oldest first, each with the id by which it is taken back.

    Example: communique corrections --all --format jsonl
    """
    import msgspec

    with open_for_asking(ledger) as opened:
        made = opened.corrections(record, retracted=all_)
    for correction in made:
        print(msgspec.json.encode(correction).decode() if format_ == "jsonl" else _line(correction))
    if format_ == "table" and not made:
        print("no corrections", file=sys.stderr)


def _fields(items: list[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for item in items:
        name, sign, value = item.partition("=")
        if not sign or not name:
            raise typer.BadParameter(f"{item!r} is not FIELD=VALUE", param_hint="FIELD=VALUE")
        if name in fields:
            raise typer.BadParameter(f"{name!r} is given twice", param_hint="FIELD=VALUE")
        fields[name] = value
    if not fields:
        raise typer.BadParameter("nothing to correct; give FIELD=VALUE", param_hint="FIELD=VALUE")
    return fields


def _undo(id: str, author: str, dry_run: bool, ledger: AskedLedger) -> None:
    if dry_run:
        raise typer.BadParameter("there is no dry run of --undo; see `communique corrections`")
    with open_for_changing(ledger) as opened:
        print(_line(opened.retract_correction(id, author=author, at=dt.datetime.now(dt.UTC))))


def _line(made: Correction) -> str:
    from communique.ledger.corrections import WHOLE
    from communique.views.corrected import shown
    from communique.views.describe import visible

    what = f"{made.statement} {'' if made.field == WHOLE else made.field + ' '}"
    said = made.outcome.replace("_", " ")
    if made.outcome == "corrected":
        said = f"{shown(made.read)} -> {shown(made.value)}"
    origin = f"{made.author}, {made.made_at:%Y-%m-%d %H:%M}: {made.reason}"
    source = f" ({made.source})" if made.source else ""
    back = f" [taken back by {made.retracted_by}]" if made.retracted_at else ""
    return visible(f"{made.id}  {what}{said} · {origin}{source}{back}")
