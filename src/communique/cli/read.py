"""`communique read`: texts into records, and into the ledger."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, Literal

import typer

from communique.cli.asking import DEFAULT_LEDGER
from communique.cli.counted import counted
from communique.cli.options import (
    AllowPrivate,
    Columns,
    Date,
    Lang,
    LedgerPlace,
    MetaTable,
    Out,
    Publisher,
    Publishers,
)

if TYPE_CHECKING:
    from communique.cli.batch import Tally
    from communique.cli.inputs import Input, Inputs
    from communique.cli.keeping import Keeper
    from communique.reading.results import Reading


def read_command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Files, folders, web addresses, or - for standard input."),
    ] = None,
    lang: Lang = None,
    date: Date = None,
    publisher: Publisher = None,
    meta: MetaTable = None,
    columns: Columns = None,
    publishers: Publishers = None,
    list_: Annotated[
        Path | None,
        typer.Option(
            "--list", metavar="FILE", help="Read what FILE names too, one a line; - for standard input."
        ),
    ] = None,
    allow_private: AllowPrivate = None,
    ledger: LedgerPlace = None,
    format_: Annotated[
        Literal["table", "jsonl"],
        typer.Option("--format", help="What to print: a table, or records as JSON lines."),
    ] = "table",
    out: Out = None,
) -> None:
    """Read texts into records, each with its exact quote, and keep them in the ledger.

    Read are plain texts, pages (HTML), PDF, Word (DOCX), mail (EML), feeds, tables (CSV, JSON, JSON lines,
    Parquet), web archives (WARC), and these packed (gz, bz2, xz, zst, zip). Of a folder, tables are read
    only when --columns is given.

    The table goes with a ledger: --ledger PLACE, else the one that COMMUNIQUE_LEDGER names, else
    communique.duckdb here. JSON lines go without one unless --ledger is given. A text that cannot be
    read is listed at the end and the rest is still read; the exit code is then 1.

    Example: communique read texts/ --meta texts/meta.jsonl --ledger press.duckdb

    Example: communique read news.jsonl.gz --columns text=body,date=published

    Example: communique read https://mfa.example/talks.html --ledger press.duckdb
    """
    from communique.cli.batch import Tally, read_all, settings_of
    from communique.cli.inputs import expand, listed
    from communique.cli.keeping import keeper
    from communique.cli.output import output
    from communique.cli.stopping import stoppable
    from communique.text.meta import load_meta

    if not paths and list_ is None:
        raise typer.BadParameter("Missing argument 'PATH': name what to read, or a list of it with --list")
    settings = settings_of(lang, date, publisher, columns, publishers, frozenset(allow_private or ()))
    table = load_meta(meta) if meta else {}
    given = [*(paths or ()), *(listed(list_) if list_ else ())]
    inputs = expand(given, tables=columns is not None, beside=meta)
    tally = Tally(failures=inputs.failures)
    with ExitStack() as stack:
        kept = stack.enter_context(keeper(_ledger_place(ledger, format_)))
        stack.callback(_summary, inputs, tally, kept)
        stop = stack.enter_context(stoppable())
        stream = stack.enter_context(output(out))
        step = stack.enter_context(_progress(len(inputs.files)))
        show = _printer(format_, stream, out is None)

        def readings() -> Iterator[Reading]:
            for reading in read_all(step(inputs.files), settings, table, tally.failures):
                show(reading)
                tally.add(reading)
                yield reading
                if stop.asked:
                    return

        kept.keep(readings(), tally.failures)
        if stop.asked:
            raise KeyboardInterrupt
    raise typer.Exit(1 if tally.failures else 0)


def _ledger_place(given: str | None, format_: str) -> str | None:
    if given is None and format_ == "table":
        given = os.environ.get("COMMUNIQUE_LEDGER") or DEFAULT_LEDGER
    return None if given == "none" else given


def _printer(format_: str, stream: BinaryIO, standard: bool) -> Callable[[Reading], None]:
    if format_ == "jsonl":
        from communique.kinds.registry import encode

        return lambda reading: stream.writelines(encode(record) + b"\n" for record in reading.records)
    from communique.cli.table import console, rendered

    out = console(standard and sys.stdout.isatty())
    return lambda reading: stream.writelines([rendered(out, reading)])


@contextmanager
def _progress(total: int) -> Iterator[Callable[[Iterable[Input]], Iterable[Input]]]:
    """Wraps the files to read in a progress bar where standard error is a terminal and there are several."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda files: files
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        yield lambda files: bar.track(files, total=total, description="reading")


def _summary(inputs: Inputs, tally: Tally, kept: Keeper) -> None:
    kinds = ", ".join(f"{kind} {count}" for kind, count in tally.kinds.most_common())
    total = sum(tally.kinds.values())
    print(
        f"{counted(tally.documents, 'document')} read, {counted(total, 'record')}{': ' + kinds if kinds else ''}",
        file=sys.stderr,
    )
    if kept.report():
        print(kept.report(), file=sys.stderr)
    skipped = ", ".join(f"{count} {what}" for what, count in sorted(inputs.skipped.items()) if count)
    if skipped:
        print(f"passed over in folders: {skipped}", file=sys.stderr)
    if tally.failures:
        print(f"{len(tally.failures)} failed:", file=sys.stderr)
        for failure in tally.failures:
            print(f"  {failure}", file=sys.stderr)
