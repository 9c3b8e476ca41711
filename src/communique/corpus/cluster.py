"""Ray core tasks, one a shard: on this machine or on a cluster, whose nodes see input and archive alike."""

from __future__ import annotations

from typing import Any

from communique.corpus.engine import Died, Outcome
from communique.corpus.shard import Task, run
from communique.errors import CommuniqueError, InputError

_RETRIES = 3
"""How often Ray itself starts a task again whose process or node is gone."""
_AHEAD = 2
"""Tasks given for each processor, so that none waits for the next."""


class RayEngine:
    """The cluster at `address`, or one of `workers` processes made here for the while."""

    def __init__(self, workers: int | None = None, address: str | None = None) -> None:
        try:
            import ray
        except ModuleNotFoundError as error:
            cure = "install it with `pip install 'communique[cluster]'`, or choose --engine local"
            raise InputError(f"this engine needs ray; {cure}") from error
        self._ray = ray
        self._limit = workers if address else None
        quiet: dict[str, Any] = {"logging_level": "error", "log_to_driver": False}
        try:
            if address:
                ray.init(address=address, **quiet)
            else:
                ray.init(num_cpus=workers, include_dashboard=False, **quiet)
        except (ConnectionError, RuntimeError, ValueError, OSError) as error:
            raise InputError(f"no cluster of Ray can be reached: {error}", address) from error
        self._run = ray.remote(num_cpus=1)(run)
        self._given: dict[Any, Task] = {}

    def free(self) -> int:
        """Room for tasks, which grows and shrinks with the cluster."""
        room = self._limit or _AHEAD * max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        return room - len(self._given)

    def submit(self, task: Task) -> None:
        """Give the task to Ray; one that only probes is not started again."""
        retries = _RETRIES if task.kind == "read" else 0
        self._given[self._run.options(max_retries=retries).remote(task)] = task

    def wait(self, seconds: float) -> list[Outcome]:
        """The tasks that ended, and those that Ray gave up."""
        ended, _ = self._ray.wait(list(self._given), num_returns=1, timeout=seconds)
        return [(self._given.pop(reference), self._result(reference)) for reference in ended]

    def close(self) -> None:
        """Leave the cluster, or end the one made here."""
        self._ray.shutdown()

    def _result(self, reference: Any) -> Any:
        errors = self._ray.exceptions
        try:
            return self._ray.get(reference)
        except errors.RayTaskError as error:
            cause = error.cause
            if isinstance(cause, CommuniqueError):
                raise CommuniqueError(cause.message, cause.path, cause.entry) from error
            raise CommuniqueError(f"{type(cause).__name__}: {cause}") from error
        except errors.RayError as error:
            return Died(type(error).__name__)
