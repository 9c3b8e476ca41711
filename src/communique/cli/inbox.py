"""`communique inbox`: a folder watched for arriving files."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.asking import ledger_place
from communique.cli.counted import counted
from communique.cli.options import Date, Lang, LedgerPlace, MetaTable, Publisher, Publishers

if TYPE_CHECKING:
    from communique.cli.stopping import Stop
    from communique.fetch.limits import Timer
    from communique.watch.inbox import Handled, Inbox


def inbox_command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that files arrive in.")],
    ledger: LedgerPlace = None,
    once: Annotated[bool, typer.Option("--once", help="Read what is there now and stop, for cron.")] = False,
    every: Annotated[
        float, typer.Option("--every", min=0.1, metavar="SECONDS", help="How often to look for new files.")
    ] = 2.0,
    lang: Lang = None,
    date: Date = None,
    publisher: Publisher = None,
    meta: MetaTable = None,
    publishers: Publishers = None,
) -> None:
    """Read the files that arrive in a folder into the ledger, and move them to DIR/done or DIR/failed.

    A file is read when it has not changed between two looks, so that one still being written is left
    alone. Beside each file in DIR/failed a .reason.txt says why; put the file back into DIR to try it
    again. Ctrl-C ends after the present file. The exit code of --once is 1 when a file failed.

    Example: communique inbox arriving/ --ledger press.duckdb --once
    """
    from communique.cli.batch import settings_of
    from communique.cli.stopping import stoppable
    from communique.fetch.limits import Timer
    from communique.text.meta import load_meta
    from communique.watch.desk import Desk
    from communique.watch.gatherer import Gatherer
    from communique.watch.inbox import Inbox

    settings = settings_of(lang, date, publisher, publishers=publishers)
    timer = Timer()
    gatherer = Gatherer(Desk(ledger_place(ledger), timer), timer, lambda: dt.datetime.now(dt.UTC))
    box = Inbox(folder, gatherer, settings, load_meta(meta) if meta else {})
    with stoppable() as stop:
        _watching(box, timer, stop, once, every)
    if stop.asked:
        raise KeyboardInterrupt
    raise typer.Exit(1 if box.handled.failed else 0)


def _watching(box: Inbox, timer: Timer, stop: Stop, once: bool, every: float) -> None:
    from communique.cli.progress import progress
    from communique.watch.inbox import Handled

    box.look()
    while not stop.asked:
        timer.sleep(every)
        files = box.look()
        box.handled = Handled() if not once else box.handled
        if files:
            with progress("reading", len(files)) as step:
                box.take(files, lambda: stop.asked, lambda done, total: step(1))
            _say(box.handled)
        if once:
            return


def _say(handled: Handled) -> None:
    texts, files = handled.read, len(handled.done) + len(handled.failed)
    print(f"{counted(texts, 'text')} read from {counted(files, 'file')}", file=sys.stderr)
    for path, failures in handled.failed.items():
        more = f" and {len(failures) - 1} more" if len(failures) > 1 else ""
        print(f"  failed: {path}: {failures[0]}{more}", file=sys.stderr)
