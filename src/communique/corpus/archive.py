"""An archive as it stands: begun or gone on with, what is done, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import msgspec

from communique.corpus import driving
from communique.corpus.engine import Engine
from communique.corpus.parts import TABLES, part_name
from communique.corpus.place import Place
from communique.corpus.plan import Plan, Source, load, same, save
from communique.corpus.reading import Failure
from communique.corpus.shard import DONE, Done
from communique.corpus.sources import Input
from communique.errors import CommuniqueError

_AT_ONCE = 16
"""Markers fetched at a time: a store answers each only after a while."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How far an archive is: shards in all and done, and the sums over those that are done."""

    folder: str
    reader_version: str
    sources: int
    input_bytes: int
    shards: int
    done: int
    documents: int
    chars: int
    records: int
    kinds: dict[str, int]
    failures: dict[str, int]
    output_bytes: int

    @property
    def whole(self) -> bool:
        """Whether every shard is done."""
        return self.done == self.shards


def begin(made: Plan, folder: Place) -> tuple[Plan, dict[int, Done]]:
    """The plan of the archive in `folder` and its finished shards; a new one when there is none yet.

    `CommuniqueError` when the archive there was begun under another plan, or the folder holds other files.
    """
    held = load(folder)
    if held is not None:
        same(held, made, folder)
        return held, finished(held, folder)
    if any(not name.startswith(".") for name in folder.files()):
        raise CommuniqueError("this folder holds other files; name a new one with -o", folder.shown)
    save(made, folder)
    return made, {}


def finished(plan: Plan, folder: Place) -> dict[int, Done]:
    """The shards that are done, and whose files are there in the size that they were written in."""
    sizes = {table: folder.at(table).files() for table in TABLES}
    markers = folder.at(DONE)
    found: dict[int, Done] = {}
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for done in pool.map(_marked, map(markers.at, markers.files())):
            if done is None:
                continue
            part = part_name(done.number)
            if all(sizes[table].get(part) == done.sizes[table] for table in TABLES):
                found[done.number] = done
    return {number: found[number] for number in sorted(found) if number < len(plan.shards)}


def _marked(marker: Place) -> Done | None:
    """What a marker says; None for one that was not written whole."""
    try:
        return msgspec.json.decode(marker.read(), type=Done)
    except msgspec.MsgspecError:
        return None


def standing(plan: Plan, done: dict[int, Done], folder: Place) -> Standing:
    """The sums over the finished shards."""
    kinds: Counter[str] = Counter()
    failures: Counter[str] = Counter()
    for shard in done.values():
        kinds.update(shard.kinds)
        failures.update(shard.failures)
    return Standing(
        folder=folder.shown,
        reader_version=plan.reader_version,
        sources=len(plan.sources),
        input_bytes=sum(source.size for source in plan.sources),
        shards=len(plan.shards),
        done=len(done),
        documents=sum(shard.documents for shard in done.values()),
        chars=sum(shard.chars for shard in done.values()),
        records=sum(shard.records for shard in done.values()),
        kinds=dict(kinds.most_common()),
        failures=dict(sorted(failures.items())),
        output_bytes=sum(sum(shard.sizes.values()) for shard in done.values()),
    )


def read(
    made: Plan,
    inputs: list[Input],
    folder: Place,
    engine: Callable[[], Engine],
    told: driving.Told = lambda done: None,
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[Standing, list[Source]]:
    """Read what is not read yet. How the archive stands then, and the sources with a shard given up.

    `engine` is only made when there is something to do; its processes end with this call.
    """
    plan, done = begin(made, folder)
    left = [shard.number for shard in plan.shards if shard.number not in done]
    lost: list[int] = []
    if left:
        running = engine()
        try:
            lost = driving.drive(driving.tasks(plan, dict(inputs), folder, left), running, told, stopped)
        finally:
            running.close()
    done = finished(plan, folder)
    if len(done) == len(plan.shards):
        for name in (*TABLES, DONE):
            folder.at(name).sweep()
    sources = [plan.sources[number] for number in sorted({plan.shards[shard].source for shard in lost})]
    return standing(plan, done, folder), sources


def failures(plan: Plan, done: dict[int, Done], folder: Place, limit: int) -> list[Failure]:
    """What was not read, in the order of the input, at most `limit`."""
    from pyarrow import parquet  # type: ignore[import-untyped]

    found: list[Failure] = []
    for number, shard in done.items():
        if shard.failures and len(found) < limit:
            with folder.at("failures").at(part_name(number)).opened() as stream:
                rows = parquet.read_table(stream, use_threads=False).to_pylist()
            found.extend(Failure(**row) for row in rows[: limit - len(found)])
    return found
