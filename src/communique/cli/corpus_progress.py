"""How far the reading of an archive is, with its rate and the time left, and what it came to."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from communique.cli.counted import counted
from communique.corpus.archive import Standing
from communique.corpus.shard import Done

_EVERY = 10.0
"""Seconds between two lines where standard error is no terminal."""


@contextmanager
def shards_progress(before: Standing) -> Iterator[Callable[[Done], None]]:
    """A bar on a terminal, else a line now and then; call what it gives with every shard done."""
    rate = _Rate(before)
    if not sys.stderr.isatty():
        yield lambda done: print(line, file=sys.stderr) if (line := rate.line(done)) else None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=before.shards, completed=before.done)

        def told(done: Done) -> None:
            rate.count(done)
            bar.update(task, advance=1, description=f"{rate.documents / rate.seconds():,.0f} documents/s")

        yield told


class _Rate:
    def __init__(self, before: Standing) -> None:
        self._left = before.shards - before.done
        self._total = before.shards
        self._began = self._told = time.monotonic()
        self._shards = 0
        self.documents = 0

    def seconds(self) -> float:
        return max(1e-6, time.monotonic() - self._began)

    def count(self, done: Done) -> None:
        self._shards += 1
        self._left -= 1
        self.documents += done.documents

    def line(self, done: Done) -> str | None:
        self.count(done)
        if time.monotonic() - self._told < _EVERY:
            return None
        self._told = time.monotonic()
        rest = int(self._left * self.seconds() / self._shards)
        left = f"{rest // 3600}:{rest // 60 % 60:02}:{rest % 60:02} left"
        shards = f"{self._total - self._left} of {self._total} shards"
        return f"{shards}, {self.documents / self.seconds():,.0f} documents/s, {left}"


def summary(standing: Standing) -> str:
    """What an archive holds, in lines."""
    kinds = ", ".join(f"{kind} {count}" for kind, count in standing.kinds.items())
    lines = [
        f"{standing.folder}: {standing.done} of {counted(standing.shards, 'shard')} done,"
        f" from {counted(standing.sources, 'file')}",
        f"{counted(standing.documents, 'document')} read, {counted(standing.records, 'record')}"
        f"{': ' + kinds if kinds else ''}",
        f"{standing.input_bytes:,} bytes in, {standing.output_bytes:,} bytes out",
    ]
    if standing.failures:
        sorts = ", ".join(f"{count} {sort}" for sort, count in standing.failures.items())
        lines.append(f"not read: {sorts}; `communique corpus status {standing.folder}` lists them")
    return "\n".join(lines)
