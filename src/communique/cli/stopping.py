"""Stopping cleanly: the first Ctrl-C ends after what is in hand, the second at once."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Stop:
    """Whether the user asked to stop."""

    def __init__(self, what: str) -> None:
        self.asked = False
        self._what = what

    def ask(self, number: int, frame: FrameType | None) -> None:
        """The signal handler: notes the wish, and gives way to an interrupt the second time."""
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
        print(f"\ncommunique: stopping after {self._what}; Ctrl-C again stops at once", file=sys.stderr)


@contextmanager
def stoppable(what: str = "this document") -> Iterator[Stop]:
    """Watch for Ctrl-C within the block; `what` is still finished then."""
    stop = Stop(what)
    before = signal.signal(signal.SIGINT, stop.ask)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
