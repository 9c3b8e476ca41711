"""`communique watch`: feeds and pages polled into the ledger, now and again or once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.asking import ledger_place
from communique.cli.counted import counted
from communique.cli.options import AllowPrivate, LedgerPlace

if TYPE_CHECKING:
    import datetime as dt

    from communique.cli.stopping import Stop
    from communique.fetch.limits import Timer
    from communique.ledger.watched import Watched
    from communique.views.digest import Digest
    from communique.watch.desk import Desk
    from communique.watch.sources import Sources
    from communique.watch.tools import Outcome

_SHOWN = 5
_NAP = 1.0


def watch_command(
    path: Annotated[Path, typer.Argument(metavar="SOURCES.toml", help="The sources to watch.")],
    ledger: LedgerPlace = None,
    once: Annotated[bool, typer.Option("--once", help="Read what is due now and stop, for cron.")] = False,
    failed: Annotated[
        bool,
        typer.Option("--failed", help="Only list what could not be read, why, and when it is tried next."),
    ] = False,
    digest: Annotated[
        Path | None,
        typer.Option("--digest", metavar="FILE.md", help="Also write what is new after each round here."),
    ] = None,
    allow_private: AllowPrivate = None,
) -> None:
    """Watch feeds and pages: read what is new into the ledger, each text once, and say what is new.

    Sites are asked only for what has changed, as often as SOURCES.toml says, and as robots.txt and
    Retry-After allow. What could not be read is listed with its reason and tried again, later each time.
    Ctrl-C ends after the present text; a later run goes on where this one stopped. The exit code of
    --once is 1 when something could not be read.

    Example: communique watch sources.toml --ledger press.duckdb --once
    """
    from communique.cli.stopping import stoppable
    from communique.fetch.limits import Timer
    from communique.watch.desk import Desk
    from communique.watch.sources import load_sources

    sources = load_sources(path)
    timer = Timer()
    desk = Desk(ledger_place(ledger), timer)
    if failed:
        _list_failed(desk, sources)
        return
    with stoppable() as stop:
        bad = _watching(sources, desk, timer, stop, once, digest, frozenset(allow_private or ()))
    if stop.asked:
        raise KeyboardInterrupt
    raise typer.Exit(1 if bad else 0)


def _watching(
    sources: Sources,
    desk: Desk,
    timer: Timer,
    stop: Stop,
    once: bool,
    page: Path | None,
    allow_private: frozenset[str],
) -> bool:
    """Round after round, or one; whether the last one had failures."""
    from communique.fetch.client import Fetcher
    from communique.watch.digesting import new_since_last
    from communique.watch.rounds import Round
    from communique.watch.settings import limits_of
    from communique.watch.tools import Tools

    names = [source.name for source in sources.source]
    with Fetcher(limits_of(sources, allow_private), timer) as fetcher:
        while True:
            with _Telling() as told:
                tools = Tools(fetcher, desk, timer, _now, lambda: stop.asked, told)
                outcome = Round(sources, tools).run()
            if once or outcome.found or outcome.read or outcome.failures:
                _say(outcome)
            if outcome.read:
                _show(new_since_last(desk, names, _now()), page)
            if once or stop.asked:
                return bool(outcome.failures)
            _sleep_until_due(desk, names, timer, stop)


def _sleep_until_due(desk: Desk, names: list[str], timer: Timer, stop: Stop) -> None:
    with desk.ledger() as ledger:
        due = ledger.next_due(names)
    while not stop.asked and due is not None and _now() < due:
        timer.sleep(min(_NAP, max(0.0, (due - _now()).total_seconds())))


class _Telling:
    """How far a round is, on standard error where that is a terminal."""

    def __enter__(self) -> Callable[[str, int, int], None]:
        if not sys.stderr.isatty():
            return lambda what, done, total: None
        from rich.console import Console
        from rich.progress import Progress

        self._bar = Progress(console=Console(stderr=True), transient=True)
        self._bar.start()
        task = self._bar.add_task("watching", total=None)
        return lambda what, done, total: self._bar.update(task, description=what, completed=done, total=total)

    def __exit__(self, *error: object) -> None:
        if bar := getattr(self, "_bar", None):
            bar.stop()


def _say(outcome: Outcome) -> None:
    parts = [
        f"{counted(outcome.polled, 'source')} polled",
        counted(outcome.found, "new address", "new addresses"),
        f"{counted(outcome.read, 'text')} read",
        f"{outcome.elsewhere} of them known from another address" if outcome.elsewhere else "",
        f"{outcome.unchanged} unchanged" if outcome.unchanged else "",
        counted(outcome.statements, "new statement"),
    ]
    print("; ".join(part for part in parts if part), file=sys.stderr)
    if outcome.failures:
        print(f"{len(outcome.failures)} not read:", file=sys.stderr)
        for state in outcome.failures:
            print(f"  {_failure(state)}", file=sys.stderr)


def _show(digest: Digest, page: Path | None) -> None:
    from communique.cli.output import output
    from communique.views.describe import visible
    from communique.views.digest import digest_lines, digest_markdown

    for line in digest_lines(digest, _SHOWN):
        print(visible(line))
    sys.stdout.flush()
    if page is not None:
        title = f"New by {_now():%Y-%m-%d %H:%M} UTC"
        with output(page) as stream:
            stream.write(digest_markdown(digest, title).encode("utf-8", "replace"))


def _list_failed(desk: Desk, sources: Sources) -> None:
    from communique.cli.asking import open_for_asking
    from communique.views.describe import visible

    with open_for_asking(desk.place) as ledger:
        found = ledger.watched([source.name for source in sources.source], status="failed")
    for state in found:
        print(visible(_failure(state)))
    print(f"{len(found)} could not be read", file=sys.stderr)


def _failure(state: Watched) -> str:
    times = "once" if state.attempts == 1 else f"{state.attempts} times"
    again = f"next try {state.due:%Y-%m-%d %H:%M} UTC" if state.due else "given up"
    reason = state.reason or ""
    where = "" if state.url in reason else f"{state.url}: "
    return f"{state.source}: {state.cause}: {where}{reason} (failed {times}, {again})"


def _now() -> dt.datetime:
    import datetime as dt

    return dt.datetime.now(dt.UTC)
