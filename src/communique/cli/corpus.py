"""`communique corpus`: archives of any size into Parquet, how far they are, and asking them where they lie."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from communique.cli.asking import AsRead, OfKind, OfPair, OfState, Since, Until
from communique.cli.options import Date, Lang, Out, Publisher
from communique.cli.records import Format, records_command

if TYPE_CHECKING:
    from communique.corpus.archive import Standing
    from communique.corpus.engine import Engine
    from communique.corpus.plan import CorpusSettings

corpus_app = typer.Typer(
    no_args_is_help=True, help="Read archives of any size into Parquet, and ask them where they lie."
)
Dir = Annotated[
    str, typer.Argument(metavar="DIR", help="The archive's folder, or an address such as s3://bucket/folder.")
]


@corpus_app.command("read")
def read_archives_command(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Parquet, JSON lines (also .gz, .zst), WARC; folders of them."),
    ],
    out: Annotated[str, typer.Option("-o", "--output", metavar="DIR", help="The folder of the archive.")],
    workers: Annotated[
        int | None,
        typer.Option("--workers", metavar="N", min=1, help="Processes; by default all processors."),
    ] = None,
    engine: Annotated[
        Literal["local", "ray"], typer.Option("--engine", help="Processes of this machine, or Ray.")
    ] = "local",
    address: Annotated[
        str | None,
        typer.Option("--address", metavar="ADDRESS", help="Ray's cluster, such as auto; else one made here."),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option("--columns", metavar="FIELD=NAME,…", help="Columns of other names: text=body,date=day."),
    ] = None,
    lang: Lang = None,
    date: Date = None,
    publisher: Publisher = None,
    shard_mb: Annotated[
        float, typer.Option("--shard-mb", metavar="MB", min=0.01, help="Megabytes of input a shard.")
    ] = 2.0,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", min=1, help="At most so long for one document.")
    ] = 300.0,
) -> None:
    """Read archives in shards into Parquet: documents, records with their quotes, and what failed.

    The same command goes on after an interruption; shards that are done stay. The bytes are the same for
    any number of processes and either engine. Exit code 1 when something was not read.

    Example: communique corpus read crawl/*.parquet -o read/ --columns text=body,date=published
    """
    import datetime as dt

    from communique.cli.corpus_progress import shards_progress
    from communique.cli.stopping import stoppable
    from communique.corpus import archive, sources
    from communique.corpus.place import Place

    if address and engine != "ray":
        raise typer.BadParameter("is for --engine ray", param_hint="--address")
    settings = _settings(lang, date, publisher, columns, shard_mb, timeout)
    found = sources.expand(map(Place.of, inputs))
    plan = sources.plan_of(found, settings, dt.datetime.now(dt.UTC).replace(microsecond=0))
    folder = Place.of(out)
    plan, done = archive.begin(plan, folder)
    before = archive.standing(plan, done, folder)
    with stoppable("the shards being read") as stop, shards_progress(before) as told:
        standing, lost = archive.read(
            plan, found, folder, lambda: _engine(engine, workers, address), told, lambda: stop.asked
        )
    _say(standing, sys.stderr)
    for source in lost:
        print(f"given up: {source.name}: a process died again and again; see its memory", file=sys.stderr)
    if stop.asked and not standing.whole:
        print("run the same command again to go on", file=sys.stderr)
        raise KeyboardInterrupt
    raise typer.Exit(1 if standing.failures or not standing.whole else 0)


@corpus_app.command("status")
def status_command(
    folder: Dir,
    failures: Annotated[
        int, typer.Option("--failures", metavar="N", min=0, help="List at most so many that failed.")
    ] = 20,
    format_: Annotated[
        Literal["table", "jsonl"], typer.Option("--format", help="What to print: lines, or JSON lines.")
    ] = "table",
) -> None:
    """Say how far an archive is, what it holds, and what was not read and why.

    Example: communique corpus status read/ --failures 100
    """
    import msgspec

    from communique.corpus import archive
    from communique.corpus.place import Place
    from communique.corpus.plan import wanted

    place = Place.of(folder)
    plan = wanted(place)
    done = archive.finished(plan, place)
    standing = archive.standing(plan, done, place)
    listed = archive.failures(plan, done, place, failures)
    if format_ == "jsonl":
        for item in (standing, *listed):
            print(msgspec.json.encode(item).decode())
        return
    from communique.views.describe import visible

    _say(standing, sys.stdout)
    for failure in listed:
        where = " ".join(part for part in (failure.source, failure.place, failure.document) if part)
        print(visible(f"  {failure.sort}: {where}: {failure.message}"))


@corpus_app.command("ask")
def ask_command(
    folder: Dir,
    kind: OfKind = None,
    country: OfState = None,
    pair: OfPair = None,
    since: Since = None,
    until: Until = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="NAME", help="Only records that name this person.")
    ] = None,
    as_read: AsRead = False,
    format_: Annotated[
        Format, typer.Option("--format", help="How to print them; jsonl is the record format itself.")
    ] = "table",
    out: Out = None,
) -> None:
    """List records of an archive, straight from its Parquet files.

    Other commands take an archive too, as --ledger DIR.

    Example: communique corpus ask read/ --pair China Vietnam --kind agreement
    """
    records_command(folder, kind, country, pair, since, until, person, as_read, format_, out)


def _settings(
    lang: str | None,
    date: str | None,
    publisher: str | None,
    columns: str | None,
    shard_mb: float,
    timeout: float,
) -> CorpusSettings:
    from communique.cli.batch import settings_of
    from communique.corpus.given import FIELDS
    from communique.corpus.plan import CorpusSettings

    checked = settings_of(lang, date, publisher)
    named: dict[str, str] = {}
    for part in columns.split(",") if columns else ():
        field, _, name = part.partition("=")
        if field not in FIELDS or not name:
            known = ", ".join(FIELDS)
            raise typer.BadParameter(
                f"{part!r} is not FIELD=NAME with a field of {known}", param_hint="--columns"
            )
        named[field] = name
    return CorpusSettings(
        lang=checked.lang,
        date=checked.date,
        publisher=checked.publisher,
        columns=named,
        shard_bytes=max(1, int(shard_mb * 1e6)),
        timeout=timeout,
    )


def _engine(name: str, workers: int | None, address: str | None) -> Engine:
    if name == "ray":
        from communique.corpus.cluster import RayEngine

        return RayEngine(workers, address)
    from communique.corpus.local import LocalEngine

    return LocalEngine(workers)


def _say(standing: Standing, stream: object) -> None:
    from communique.cli.corpus_progress import summary

    print(summary(standing), file=stream)  # type: ignore[call-overload]
