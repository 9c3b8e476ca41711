"""From a plan to a whole archive: shards are given out, tried again, and narrowed down to what kills them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

import msgspec

from communique.corpus.engine import Died, Engine
from communique.corpus.place import Place
from communique.corpus.plan import Plan
from communique.corpus.shard import Done, Task

_TRIES = 2
"""A shard whose process died so often is narrowed down."""
_STRIKES = 3
"""A document is set aside when the process that read it alone died so often."""
_ROUNDS = 4
"""A shard that dies although each of its documents alone does not is given up after so many rounds."""

Told = Callable[[Done], None]


class _Case:
    """A shard on its way: how often it died, the stretches still to probe, the documents set aside."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.died = self.rounds = 0
        self.probing = 0
        self.strikes: dict[int, int] = {}
        self.aside: set[int] = set()

    def reading(self) -> Task:
        return msgspec.structs.replace(self.task, aside=frozenset(self.aside))

    def counting(self) -> Task:
        return msgspec.structs.replace(self.task, kind="count")

    def probe(self, low: int, high: int) -> Task:
        self.probing += 1
        return msgspec.structs.replace(self.task, kind="probe", low=low, high=high)

    def next(self, task: Task, outcome: Done | int | Died) -> list[Task] | None:
        """The tasks that follow from an outcome that is no finished reading; None when it is given up."""
        if task.kind == "read":
            self.died += 1
            if self.died < _TRIES:
                return [self.reading()]
            self.rounds += 1
            return [self.counting()] if self.rounds <= _ROUNDS else None
        if task.kind == "count":
            if isinstance(outcome, Died):
                self.rounds += 1
                return [self.counting()] if self.rounds <= _ROUNDS else None
            assert isinstance(outcome, int)
            return [self.probe(0, outcome)] if outcome else [self.reading()]
        self.probing -= 1
        found = self._narrowed(task) if isinstance(outcome, Died) else []
        if not found and not self.probing:
            self.died = 0
            return [self.reading()]
        return found

    def _narrowed(self, task: Task) -> list[Task]:
        low, high = task.low, task.high
        assert high is not None
        if high - low > 1:
            middle = (low + high) // 2
            return [self.probe(low, middle), self.probe(middle, high)]
        self.strikes[low] = self.strikes.get(low, 0) + 1
        if self.strikes[low] < _STRIKES:
            return [self.probe(low, high)]
        self.aside.add(low)
        return []


def tasks(plan: Plan, inputs: dict[str, Place], folder: Place, numbers: Iterable[int]) -> list[Task]:
    """The reading of these shards."""
    return [
        Task(
            kind="read",
            input=inputs[plan.sources[shard.source].name],
            folder=folder,
            source=plan.sources[shard.source],
            shard=shard,
            settings=plan.settings,
            reader_digest=plan.reader_digest,
        )
        for shard in map(plan.shards.__getitem__, numbers)
    ]


def drive(given: list[Task], engine: Engine, told: Told, stopped: Callable[[], bool]) -> list[int]:
    """Have the shards read; the numbers of those that were given up. `told` is told of each that is done.

    When `stopped` says so no more are given out, and those being read are waited for.
    """
    cases = {task.shard.number: _Case(task) for task in given}
    queue = deque(given)
    running, lost = 0, []
    while running or (queue and not stopped()):
        while queue and engine.free() > 0 and not stopped():
            engine.submit(queue.popleft())
            running += 1
        for task, outcome in engine.wait(0.5):
            running -= 1
            if isinstance(outcome, Done):
                told(outcome)
                continue
            following = cases[task.shard.number].next(task, outcome)
            if following is None:
                lost.append(task.shard.number)
            else:
                queue.extendleft(reversed(following))
    return sorted(lost)
