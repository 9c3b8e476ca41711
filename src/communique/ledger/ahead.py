"""Writing a batch while the next is being made, so that reading and writing share two processors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

_Batch = TypeVar("_Batch")
_Done = TypeVar("_Done")


def written_ahead(
    batches: Iterator[_Batch], write: Callable[[_Batch], tuple[_Done, Exception | None]]
) -> Iterator[_Done]:
    """What `write` returns for each batch, in order; it runs in a thread, one batch at a time.

    `write` may return an error with what it did. That, or an error of `batches`, is raised when all
    batches that were made are written; one that `write` raises ends everything at once.
    """
    errors: list[BaseException] = []
    pending: Future[tuple[_Done, Exception | None]] | None = None
    with ThreadPoolExecutor(1, thread_name_prefix="ledger") as pool:
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
