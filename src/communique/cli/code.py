"""`communique code`: news sentences into PLOVER and CAMEO events."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO, Literal

import typer

from communique.cli.options import Out
from communique.errors import InputError

if TYPE_CHECKING:
    from communique.coding import Coder, Event
    from communique.errors import CommuniqueError


def code_command(
    sentence: Annotated[
        str | None, typer.Argument(metavar="[SENTENCE]", help="A sentence, or a text of several.")
    ] = None,
    jsonl: Annotated[
        Path | None,
        typer.Option("--jsonl", metavar="IN", help="Code each row's text instead; - is standard input."),
    ] = None,
    lang: Annotated[
        str, typer.Option("--lang", metavar="CODE", help="Language of the sentences, such as en.")
    ] = "en",
    format_: Annotated[
        Literal["table", "json"],
        typer.Option("--format", help="How to print a SENTENCE's events: a table, or one JSON array."),
    ] = "table",
    out: Out = None,
) -> None:
    """Code news sentences into PLOVER and CAMEO events: who does what to whom, the main event first.

    With --jsonl, IN has an `id` and a `text` a row, and each row gives a row with its `id` and `events`,
    in the same order. A row that cannot be read is listed at the end and the rest is still coded; the
    exit code is then 1.

    Example: communique code "Norway urged Sweden to reopen the border."
    """
    if (sentence is None) == (jsonl is None):
        raise typer.BadParameter("give either a SENTENCE or --jsonl IN", param_hint="SENTENCE")
    if jsonl is not None:
        _code_rows(jsonl, lang, out)
    elif sentence is not None:
        _code_sentence(sentence, lang, format_, out)


def _code_sentence(sentence: str, lang: str, format_: str, out: Path | None) -> None:
    from communique.api import code
    from communique.cli.output import output

    events = code(sentence, lang)
    with output(out) as stream:
        if format_ == "json":
            import json

            rows = [{**_row(event), "score": event.score, "quote": event.quote} for event in events]
            stream.write(json.dumps(rows, ensure_ascii=False, indent=2).encode() + b"\n")
        else:
            from communique.cli.code_table import rendered

            stream.write(rendered(events, terminal=out is None and sys.stdout.isatty()))


def _code_rows(path: Path, lang: str, out: Path | None) -> None:
    import msgspec

    from communique.cli.output import output
    from communique.cli.stopping import stoppable
    from communique.coding import coder
    from communique.lexicon import languages
    from communique.text.language import chosen

    tool = coder(chosen(lang, languages()))
    encoder = msgspec.json.Encoder()
    failures: list[CommuniqueError] = []
    coded = events = 0
    with ExitStack() as stack:
        source, size = stack.enter_context(_source(path))
        stop = stack.enter_context(stoppable())
        stream = stack.enter_context(output(out))
        step = stack.enter_context(_progress(size))
        where: str | Path = "standard input" if str(path) == "-" else path
        for name, text in _rows(step(source), where, failures):
            found = _coded(tool, name, text, where, failures)
            if found is None:
                continue
            stream.write(encoder.encode({"id": name, "events": [_row(event) for event in found]}) + b"\n")
            coded, events = coded + 1, events + len(found)
            if stop.asked:
                raise KeyboardInterrupt
    print(f"{coded} rows coded, {events} events", file=sys.stderr)
    if failures:
        print(f"{len(failures)} failed:", file=sys.stderr)
        for failure in failures:
            print(f"  {failure}", file=sys.stderr)
    raise typer.Exit(1 if failures else 0)


def _coded(
    tool: Coder, name: str | int, text: str, where: str | Path, failures: list[CommuniqueError]
) -> tuple[Event, ...] | None:
    """The row's events; None when coding it went wrong, which then stands in `failures`."""
    from communique.errors import CommuniqueError

    try:
        return tool.code(text)
    except Exception as error:
        message = f"the coder failed, which is a fault of communique: {type(error).__name__}: {error}"
        failures.append(CommuniqueError(f"{message}; please report it with this text", where, f"row {name}"))
        return None


def _rows(
    source: Iterable[bytes], path: str | Path, failures: list[CommuniqueError]
) -> Iterator[tuple[str | int, str]]:
    from communique.cli.jsonl import good_objects

    for line, row in good_objects(source, path, failures):
        name, text = row.get("id"), row.get("text")
        if isinstance(name, str | int) and not isinstance(name, bool) and isinstance(text, str):
            yield name, text
        else:
            failures.append(InputError("a row needs an `id` and a `text`", path, f"line {line}"))


def _row(event: Event) -> dict[str, Any]:
    return {
        "plover": event.plover,
        "mode": event.mode,
        "cameo": event.cameo,
        "actors": list(event.actors),
        "recipients": list(event.recipients),
    }


@contextmanager
def _source(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """The bytes to read, and how many there are; 0 when that is not known."""
    if str(path) == "-":
        yield sys.stdin.buffer, 0
        return
    try:
        stream = path.open("rb")
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}; check the path", path) from error
    with stream:
        yield stream, path.stat().st_size


@contextmanager
def _progress(size: int) -> Iterator[Callable[[Iterable[bytes]], Iterable[bytes]]]:
    """Wraps the lines in a progress bar by bytes where standard error is a terminal and the input is long."""
    if size < 200_000 or not sys.stderr.isatty():
        yield lambda lines: lines
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("coding", total=size)

        def step(lines: Iterable[bytes]) -> Iterator[bytes]:
            for line in lines:
                yield line
                bar.advance(task, len(line))

        yield step
