"""`communique check`: are the quotes of any tool's records really in their texts?"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from communique.errors import InputError, RecordError

if TYPE_CHECKING:
    from communique.views.check import Finding


def check_command(
    records: Annotated[
        Path, typer.Argument(metavar="RECORDS.jsonl", help="Records as JSON lines, of any tool.")
    ],
    texts: Annotated[
        Path, typer.Option("--texts", metavar="DIR", help="Folder of the texts, named by document id.")
    ],
    format_: Annotated[
        Literal["table", "jsonl"],
        typer.Option("--format", help="What to print: a table, or findings as JSON lines."),
    ] = "table",
) -> None:
    """Check that each quote really stands in its text: exact, moved, normalised or missing.

    The table lists what is not exact; the exit code is 5 when there is any.

    Example: communique check records.jsonl --texts texts/
    """
    from communique.cli.jsonl import read_objects
    from communique.views.check import check

    findings = list(check(read_objects(records), Texts(texts)))
    bad = [finding for finding in findings if finding.status != "exact"]
    if format_ == "jsonl":
        import msgspec

        print("".join(msgspec.json.encode(finding).decode() + "\n" for finding in findings), end="")
    else:
        _print(findings, bad)
    if bad:
        raise typer.Exit(RecordError.exit_code)


class Texts:
    """The texts of a folder by document id, read when they are first asked for."""

    def __init__(self, folder: Path) -> None:
        from communique.cli.inputs import expand
        from communique.intake.documents import stem

        if not folder.is_dir():
            raise InputError("no such folder of texts; check --texts", folder)
        files = [file for file in expand([folder]).files if isinstance(file, Path)]
        self._paths = {stem(file.name): file for file in reversed(files)}
        self._last: tuple[str, str | None] = ("", None)

    def __call__(self, doc: str) -> str | None:
        """The text of `doc`, or None when the folder has none."""
        if doc not in self._paths:
            return None
        if self._last[0] != doc:
            from communique.intake.documents import text_of

            self._last = (doc, text_of(self._paths[doc]))
        return self._last[1]


def _print(findings: list[Finding], bad: list[Finding]) -> None:
    import sys

    from rich.table import Table
    from rich.text import Text

    from communique.cli.table import console
    from communique.views.describe import visible

    out = console(sys.stdout.isatty())
    if bad:
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
        for name in ("line", "document", "kind", "status", "claimed", "note", "quote"):
            table.add_column(name)
        for finding in bad:
            claimed = "" if finding.start is None else f"{finding.start}..{finding.end}"
            quote = visible(" ".join((finding.quote or "").split())[:80])
            cells = (
                finding.doc or "",
                finding.kind or "",
                finding.status,
                claimed,
                finding.note or "",
                quote,
            )
            table.add_row(str(finding.line), *(Text(cell) for cell in cells))
        out.print(table)
    counts = Counter(finding.status for finding in findings)
    out.print(
        f"{len(findings)} quotes: " + ", ".join(f"{count} {status}" for status, count in counts.most_common())
    )
