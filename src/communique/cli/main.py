"""The command line's entry: the commands, and one place where errors become exit codes."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from communique.cli.brief import brief_command
from communique.cli.check import check_command
from communique.cli.code import code_command
from communique.cli.correct import correct_command, corrections_command
from communique.cli.diff import diff_command
from communique.cli.events import events_command
from communique.cli.explain import explain_command
from communique.cli.export import export_command
from communique.cli.follow import (
    commitments_command,
    figures_command,
    instruments_command,
    invitations_command,
    mechanisms_command,
    positions_command,
    tiers_command,
)
from communique.cli.judge import judge_command, judgements_command
from communique.cli.ledger import ledger_app
from communique.cli.overview import (
    calendar_command,
    map_command,
    network_command,
    timeline_command,
    wording_command,
)
from communique.cli.people import people_command
from communique.cli.read import read_command
from communique.cli.records import records_command
from communique.cli.review import review_command
from communique.cli.score import score_command
from communique.cli.who import who_command
from communique.errors import CommuniqueError
from communique.version import __version__

app = typer.Typer(
    name="communique",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"communique {__version__}")
        raise typer.Exit


@app.callback()
def communique(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Read reports of what states do with each other into a ledger in which every fact carries its quote.

    Exit codes: 0 done · 1 something was not read · 2 wrong use or input · 3 a faulty language pack ·
    4 the ledger · 5 a quote that is not in its text.
    """


app.command("read")(read_command)
app.command("explain")(explain_command)
app.command("records")(records_command)
app.command("brief")(brief_command)
app.command("events")(events_command)
app.command("judge")(judge_command)
app.command("judgements")(judgements_command)
app.command("diff")(diff_command)
app.command("tiers")(tiers_command)
app.command("instruments")(instruments_command)
app.command("invitations")(invitations_command)
app.command("commitments")(commitments_command)
app.command("positions")(positions_command)
app.command("mechanisms")(mechanisms_command)
app.command("figures")(figures_command)
app.command("timeline")(timeline_command)
app.command("calendar")(calendar_command)
app.command("wording")(wording_command)
app.command("network")(network_command)
app.command("map")(map_command)
app.command("people")(people_command)
app.command("export")(export_command)
app.command("who")(who_command)
app.command("correct")(correct_command)
app.command("corrections")(corrections_command)
app.command("review")(review_command)
app.command("check")(check_command)
app.command("code")(code_command)
app.command("score")(score_command)
app.add_typer(ledger_app, name="ledger")


def main() -> None:
    """Run the command line; an error the user can act on is one line on standard error."""
    try:
        app()
    except CommuniqueError as error:
        _end(f"communique: {error}", error.exit_code)
    except BrokenPipeError:
        _end(None, 1)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _end(f"communique: {where}{error.strerror or error}", 1)


def _end(message: str | None, code: int) -> None:
    """Say `message`, and leave without a second complaint when standard output cannot be flushed."""
    if message:
        print(message, file=sys.stderr)
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
