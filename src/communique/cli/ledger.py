"""`communique ledger`: look after a ledger: what it holds, whether it is sound, carrying it elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from communique.cli.asking import AskedLedger, is_archive, ledger_place, open_for_asking
from communique.cli.options import Out

if TYPE_CHECKING:
    from communique.ledger.verifying import Fault

ledger_app = typer.Typer(
    no_args_is_help=True,
    help="Look after a ledger: what it holds, whether it is sound, carrying it elsewhere.",
)

Format = Annotated[
    Literal["table", "jsonl"], typer.Option("--format", help="What to print: a table, or JSON lines.")
]


@ledger_app.command("info")
def info_command(ledger: AskedLedger = None, format_: Format = "table") -> None:
    """Say what a ledger holds: size, schema, rows by table, kinds, and the readers that filled it.

    Example: communique ledger info --ledger press.duckdb
    """
    import msgspec

    with open_for_asking(ledger) as opened:
        info = opened.info()
    if format_ == "jsonl":
        print(msgspec.json.encode(info).decode())
        return
    from communique.cli.ledger_table import info_lines

    print("\n".join(info_lines(info)))


@ledger_app.command("verify")
def verify_command(ledger: AskedLedger = None, format_: Format = "table") -> None:
    """Make every text's hash, quote, record id and lookup row again and compare; list what differs.

    The exit code is 5 when anything does.

    Example: communique ledger verify --ledger press.duckdb
    """
    from communique.cli.progress import progress
    from communique.errors import RecordError

    faults = 0
    with open_for_asking(ledger) as opened:
        held = opened.info()
        with progress("verifying", held.versions) as done:
            for fault in opened.verify(done):
                faults += 1
                print(_line(fault, format_))
    sums = f"{held.versions} texts, {held.rows['statements']} statements, {held.rows['evidence']} quotes"
    found = f"{faults} fault{'' if faults == 1 else 's'}" if faults else "all sound"
    print(f"{held.path}: {sums}: {found}", file=sys.stderr if format_ == "jsonl" else sys.stdout)
    if faults:
        raise typer.Exit(RecordError.exit_code)


@ledger_app.command("export")
def export_command(ledger: AskedLedger = None, out: Out = None) -> None:
    """Write everything a ledger holds as JSON lines, which `import` reads; compressed for a name in .gz.

    Example: communique ledger export --ledger press.duckdb -o press.jsonl.gz
    """
    from communique.cli.lines_files import packed
    from communique.cli.output import output
    from communique.cli.progress import progress

    with open_for_asking(ledger) as opened:
        total = sum(opened.info().rows.values())
        with progress("exporting", total) as done, output(out) as stream, packed(stream, out) as lines:
            for line in opened.export_lines():
                lines.write(line)
                done(1)


@ledger_app.command("import")
def import_command(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="What `export` wrote, compressed or not, or an archive's folder; - for standard input.",
        ),
    ],
    ledger: AskedLedger = None,
) -> None:
    """Take an export, or an archive, into a ledger, made when it is missing; nothing is taken in twice.

    Example: communique ledger import press.jsonl.gz --ledger shared.duckdb
    """
    from communique.cli.lines_files import unpacked
    from communique.cli.progress import progress
    from communique.ledger import Ledger
    from communique.ledger.engines import shown

    path = ledger_place(ledger)
    if is_archive(file):
        _import_archive(file, path)
        return
    with unpacked(Path(file)) as lines, Ledger.open(path) as opened, progress("importing") as done:
        new = opened.import_lines(lines, file, done)
    said = ", ".join(f"{count} {table.replace('_', ' ')}" for table, count in new.items())
    print(f"{shown(path)}: {'new: ' + said if said else 'nothing new'}", file=sys.stderr)


def _import_archive(folder: str, path: str) -> None:
    from communique.cli.progress import progress
    from communique.corpus.importing import take_in
    from communique.corpus.place import Place
    from communique.ledger import Added, Ledger
    from communique.ledger.engines import shown

    with Ledger.open(path) as opened, progress("importing") as done:
        before = 0

        def told(added: Added) -> None:
            nonlocal before
            done(added.documents - before)
            before = added.documents

        added, left = take_in(Place.of(folder), opened, told)
    new = f"{added.new_statements} new statements, {added.known_statements} known already"
    print(f"{shown(path)}: {new}; {added.new_documents} new documents", file=sys.stderr)
    if left:
        print(f"{folder}: {left} shards are still to be read; import again then", file=sys.stderr)


@ledger_app.command("compact")
def compact_command(ledger: AskedLedger = None) -> None:
    """Write the ledger's file anew without unused room; nothing that was said is dropped.

    Example: communique ledger compact --ledger press.duckdb
    """
    from communique.ledger import Ledger
    from communique.ledger.engines import shown

    path = ledger_place(ledger, existing=True)
    before, after = Ledger.compact(path)
    print(f"{shown(path)}: {before or 0:,} bytes before, {after or 0:,} after")


def _line(fault: Fault, format_: str) -> str:
    import msgspec

    from communique.views.describe import visible

    if format_ == "jsonl":
        return msgspec.json.encode(fault).decode()
    where = " · ".join(part for part in (fault.document, fault.statement) if part)
    return visible(f"{fault.sort}: {where}: {fault.says}")
