"""The command line's entry: the commands, and one place where errors become exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from copy import copy
from typing import Annotated

import typer

from communique.cli.accounts import accounts_app
from communique.cli.brief import brief_command
from communique.cli.check import check_command
from communique.cli.code import code_command
from communique.cli.corpus import corpus_app
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
from communique.cli.inbox import inbox_command
from communique.cli.judge import judge_command, judgements_command
from communique.cli.ledger import ledger_app
from communique.cli.mcp import mcp_command
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
from communique.cli.revisions import revisions_command
from communique.cli.score import score_command
from communique.cli.serve import serve_command
from communique.cli.watch import watch_command
from communique.cli.who import who_command
from communique.errors import CommuniqueError
from communique.version import __version__

_READING = "Reading"
_ASKING = "Asking what happened"
_FOLLOWING = "Following through time"
_WHO = "Who and with whom"
_SAYING = "Saying what is so"
_KEEPING = "Keeping and carrying"
"""The headings under which the commands stand in the help."""

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


app.command("read", rich_help_panel=_READING)(read_command)
app.command("explain", rich_help_panel=_READING)(explain_command)
app.command("watch", rich_help_panel=_READING)(watch_command)
app.command("inbox", rich_help_panel=_READING)(inbox_command)
app.command("code", rich_help_panel=_READING)(code_command)
app.add_typer(corpus_app, name="corpus", rich_help_panel=_READING)
app.command("mcp", rich_help_panel=_ASKING)(mcp_command)
app.command("serve", rich_help_panel=_ASKING)(serve_command)
app.command("brief", rich_help_panel=_ASKING)(brief_command)
app.command("events", rich_help_panel=_ASKING)(events_command)
app.command("records", rich_help_panel=_ASKING)(records_command)
app.command("diff", rich_help_panel=_ASKING)(diff_command)
app.command("revisions", rich_help_panel=_ASKING)(revisions_command)
app.command("timeline", rich_help_panel=_ASKING)(timeline_command)
app.command("calendar", rich_help_panel=_ASKING)(calendar_command)
app.command("tiers", rich_help_panel=_FOLLOWING)(tiers_command)
app.command("instruments", rich_help_panel=_FOLLOWING)(instruments_command)
app.command("invitations", rich_help_panel=_FOLLOWING)(invitations_command)
app.command("commitments", rich_help_panel=_FOLLOWING)(commitments_command)
app.command("positions", rich_help_panel=_FOLLOWING)(positions_command)
app.command("mechanisms", rich_help_panel=_FOLLOWING)(mechanisms_command)
app.command("figures", rich_help_panel=_FOLLOWING)(figures_command)
app.command("wording", rich_help_panel=_FOLLOWING)(wording_command)
app.command("people", rich_help_panel=_WHO)(people_command)
app.command("who", rich_help_panel=_WHO)(who_command)
app.command("network", rich_help_panel=_WHO)(network_command)
app.command("map", rich_help_panel=_WHO)(map_command)
app.command("judge", rich_help_panel=_SAYING)(judge_command)
app.command("judgements", rich_help_panel=_SAYING)(judgements_command)
app.command("correct", rich_help_panel=_SAYING)(correct_command)
app.command("corrections", rich_help_panel=_SAYING)(corrections_command)
app.command("review", rich_help_panel=_SAYING)(review_command)
app.command("export", rich_help_panel=_KEEPING)(export_command)
app.command("check", rich_help_panel=_KEEPING)(check_command)
app.command("score", rich_help_panel=_KEEPING)(score_command)
app.add_typer(accounts_app, name="accounts", rich_help_panel=_KEEPING)
app.add_typer(ledger_app, name="ledger", rich_help_panel=_KEEPING)


def asked_alone(whole: typer.Typer, arguments: Sequence[str]) -> typer.Typer:
    """The command line with no command but the one that the arguments begin with, whole where they begin with none.

    Typer makes all of its commands before it runs one; those not asked for cost half as much as reading a dispatch.
    """
    name = arguments[0] if arguments else None
    commands = [command for command in whole.registered_commands if command.name == name]
    groups = [group for group in whole.registered_groups if group.name == name]
    if not commands and not groups:
        return whole
    alone = copy(whole)
    alone.registered_commands, alone.registered_groups = commands, groups
    return alone


def main() -> None:
    """Run the command line; an error the user can act on is one line on standard error."""
    try:
        asked_alone(app, sys.argv[1:])()
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
