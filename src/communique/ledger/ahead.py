"""Writing a batch while the next is being made, so that reading and writing share two processors."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Lock
from typing import TypeVar

_Batch = TypeVar("_Batch")
_Done = TypeVar("_Done")


class _Turns:
    """How long a thread that computes keeps others waiting.

    A server's driver hands over a batch in hundreds of pieces, each of which needs the interpreter for a moment:
    with Python's five milliseconds a turn PostgreSQL would wait a fifth of the time.
    """

    SECONDS = 0.0002

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0
        self._usual = 0.0

    @contextmanager
    def quick(self) -> Iterator[None]:
        """Short turns while anybody is inside, the usual ones again behind the last."""
        with self._lock:
            if not self._inside:
                self._usual = sys.getswitchinterval()
                sys.setswitchinterval(self.SECONDS)
            self._inside += 1
        try:
            yield
        finally:
            with self._lock:
                self._inside -= 1
                if not self._inside:
                    sys.setswitchinterval(self._usual)


_turns = _Turns()


def written_ahead(
    batches: Iterator[_Batch], write: Callable[[_Batch], tuple[_Done, Exception | None]]
) -> Iterator[_Done]:
    """What `write` returns for each batch, in order; it runs in a thread, one batch at a time.

    `write` may return an error with what it did. That, or an error of `batches`, is raised when all
    batches that were made are written; one that `write` raises ends everything at once.
    """
    errors: list[BaseException] = []
    pending: Future[tuple[_Done, Exception | None]] | None = None
    with _turns.quick(), ThreadPoolExecutor(1, thread_name_prefix="ledger") as pool:
        while True:
            batch = None
            if not errors:
                try:
                    batch = next(batches, None)
                except (Exception, KeyboardInterrupt) as error:
                    errors.append(error)
            if pending is not None:
                done, refused = pending.result()
                errors.extend([refused] if refused else [])
                yield done
            if batch is None:
                break
            pending = pool.submit(write, batch)
    if errors:
        raise errors[0]
