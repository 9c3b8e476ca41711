"""What runs tasks: processes of this machine or of a cluster; either gives the same results."""

from __future__ import annotations

from typing import Protocol

import msgspec

from communique.corpus.shard import Done, Task


class Died(msgspec.Struct, frozen=True):
    """The process that had a task came to an end before it was done; `how` is what is known of it."""

    how: str


Outcome = tuple[Task, Done | int | Died]


class Engine(Protocol):
    """Tasks go in, outcomes come out in any order; a process that dies takes only its own task with it."""

    def free(self) -> int:
        """How many more tasks may be given now."""

    def submit(self, task: Task) -> None:
        """Give a task; only when one is free."""

    def wait(self, seconds: float) -> list[Outcome]:
        """The tasks that ended, at the latest after so many seconds. Raises what a task raised."""

    def close(self) -> None:
        """End all processes at once, whatever they do."""
