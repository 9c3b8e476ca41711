"""The work of one shard, the same on every engine: read its documents, write its part, say that it is done.

A shard that is read again gives the same bytes. What it is done with stands in a marker written last, so
that a shard is done when its marker is there.
"""

from __future__ import annotations

import faulthandler
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import msgspec

from communique.corpus.given import Given
from communique.corpus.parts import TABLES, part_name, written
from communique.corpus.place import Place
from communique.corpus.plan import CorpusSettings, Shard, Source, reader_digest
from communique.corpus.reading import Failure, attempt, failed
from communique.corpus.sources import documents
from communique.errors import CommuniqueError, InputError
from communique.ledger.rows import OWN

DONE = "done"
_KIND = OWN.index("kind")
_DIED = "ended the process that read it, each time it was read alone: killed, out of memory or out of time"


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What a shard came to; `sizes` are the bytes of its files, `failures` their number by sort."""

    number: int
    documents: int
    chars: int
    records: int
    kinds: dict[str, int]
    failures: dict[str, int]
    sizes: dict[str, int]


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What a process is asked to do with the documents `[low, high)` of a shard.

    `read` writes the part without the documents of the numbers in `aside`, `count` only counts, and `probe`
    reads without writing, to see whether the process lives through it.
    """

    kind: Literal["read", "count", "probe"]
    input: Place
    folder: Place
    source: Source
    shard: Shard
    settings: CorpusSettings
    reader_digest: str
    low: int = 0
    high: int | None = None
    aside: frozenset[int] = frozenset()


def run(task: Task) -> Done | int:
    """Do the task: for `read` what the shard came to, else the number of documents gone through."""
    if task.reader_digest != reader_digest():
        raise CommuniqueError("this machine has another version of communique than the one that planned")
    if task.kind == "read":
        return _read(task)
    number = 0
    with _watched(task.settings.timeout) as watch:
        for given in _within(task):
            if task.kind == "probe":
                watch.reset()
                attempt(given, task.source.name, task.settings)
            number += 1
    return number


def _within(task: Task) -> Iterator[Given]:
    """The documents of the task's stretch; where the file is damaged they end."""
    try:
        for given in documents(task.input, task.source, task.shard, task.settings):
            if task.high is not None and given.number >= task.high:
                return
            if given.number >= task.low:
                yield given
    except InputError:
        return


def _read(task: Task) -> Done:
    source, settings, number = task.source, task.settings, task.shard.number
    kinds: Counter[str] = Counter()
    failures: Counter[str] = Counter()
    count = chars = 0
    with written(task.folder, number) as part, _watched(settings.timeout) as watch:

        def fail(failure: Failure) -> None:
            failures[failure.sort] += 1
            part.fail(failure)

        try:
            for given in documents(task.input, source, task.shard, settings):
                watch.reset()
                if given.number in task.aside:
                    fail(failed(given, source.name, "died", _DIED))
                    continue
                rows = attempt(given, source.name, settings)
                if isinstance(rows, Failure):
                    fail(rows)
                    continue
                part.add(rows)
                count, chars = count + 1, chars + len(rows.document["text"])
                kinds.update(row[_KIND] for row in rows.statements)
        except InputError as error:
            place = f"from {task.shard.first}"
            fail(
                Failure(source=source.name, place=place, document=None, sort="damaged", message=error.message)
            )
    done = Done(
        number=number,
        documents=count,
        chars=chars,
        records=sum(kinds.values()),
        kinds=dict(sorted(kinds.items())),
        failures=dict(sorted(failures.items())),
        sizes={table: task.folder.at(table).at(part_name(number)).size() or 0 for table in TABLES},
    )
    task.folder.at(DONE).at(f"{number:07}.json").write(msgspec.json.encode(done))
    return done


class _Watch:
    """Ends the process when one document takes too long, even where Python itself hangs."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._sink = open(os.devnull, "w")  # noqa: SIM115  (closed by `stop`)

    def reset(self) -> None:
        faulthandler.dump_traceback_later(self._seconds, exit=True, file=self._sink)

    def stop(self) -> None:
        faulthandler.cancel_dump_traceback_later()
        self._sink.close()


@contextmanager
def _watched(seconds: float) -> Iterator[_Watch]:
    watch = _Watch(seconds)
    watch.reset()
    try:
        yield watch
    finally:
        watch.stop()
