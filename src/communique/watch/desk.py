"""The ledger, opened only while it is asked or written, so that others may have it in between."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from communique.errors import BusyLedgerError
from communique.fetch.limits import Timer
from communique.ledger import Ledger

PATIENCE = 120.0
"""Seconds for which a ledger that somebody else has open is waited for."""
_PAUSE = 0.5


class Desk:
    """Opens the ledger at one place, waiting while somebody else has it."""

    def __init__(self, place: str, timer: Timer, patience: float = PATIENCE) -> None:
        self.place = place
        self._timer = timer
        self._patience = patience

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        """The ledger for the block; `BusyLedgerError` when it stays taken."""
        with self._opened() as ledger:
            yield ledger

    def _opened(self) -> Ledger:
        until = self._timer.monotonic() + self._patience
        while True:
            try:
                return Ledger.open(self.place)
            except BusyLedgerError:
                if self._timer.monotonic() >= until:
                    raise
            self._timer.sleep(_PAUSE)
