"""Processes of this machine, each with a pipe of its own, so that one that dies is known with its task."""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from communique.corpus.engine import Died, Outcome
from communique.corpus.shard import Task, run
from communique.errors import CommuniqueError

_spawn = multiprocessing.get_context("spawn")


class _Worker:
    """A process and the task that it has; it loads the language packs once, when they are first needed."""

    def __init__(self) -> None:
        self.pipe, theirs = _spawn.Pipe()
        self.process: BaseProcess = _spawn.Process(target=_serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        self.task: Task | None = None


class LocalEngine:
    """So many processes; `workers` is by default the number of processors that this process may use."""

    def __init__(self, workers: int | None = None) -> None:
        self._size = workers or len(os.sched_getaffinity(0))
        self._workers: list[_Worker] = []

    def free(self) -> int:
        """Processes without a task, and those that may still be started."""
        return self._size - sum(worker.task is not None for worker in self._workers)

    def submit(self, task: Task) -> None:
        """Give the task to a process that has none."""
        idle = next((worker for worker in self._workers if worker.task is None), None)
        if idle is None:
            idle = _Worker()
            self._workers.append(idle)
        idle.task = task
        with suppress(OSError):  # It died idle: `wait` finds its pipe closed, and the task is given back.
            idle.pipe.send(task)

    def wait(self, seconds: float) -> list[Outcome]:
        """The tasks that ended, and those whose process did."""
        busy: dict[Any, _Worker] = {
            worker.pipe: worker for worker in self._workers if worker.task is not None
        }
        found = []
        for pipe in wait(list(busy), seconds):
            worker = busy[pipe]
            assert worker.task is not None
            found.append((worker.task, self._result(worker)))
            worker.task = None
        return found

    def close(self) -> None:
        """Kill the processes; what they had begun is left unfinished."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()
        self._workers = []

    def _result(self, worker: _Worker) -> Any:
        try:
            result = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join()
            self._workers.remove(worker)
            return Died(f"exit code {worker.process.exitcode}")
        if isinstance(result, BaseException):
            raise result
        return result


def _serve(pipe: Connection) -> None:
    """Do tasks until the other end is closed. Ctrl-C is for the process that gives the tasks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        try:
            result: object = run(task)
        except CommuniqueError as error:
            result = CommuniqueError(error.message, error.path, error.entry)
        except Exception as error:
            result = CommuniqueError(f"{type(error).__name__}: {error}", task.source.name)
        try:
            pipe.send(result)
        except OSError:
            return
