"""Rounds over a real site and a real ledger, with days that pass when a test says so."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

from communique.fetch.client import Fetcher
from communique.fetch.limits import Timer
from communique.ledger import Ledger
from communique.ledger.watched import Watched
from communique.views.digest import Digest
from communique.watch.desk import Desk
from communique.watch.digesting import new_since_last
from communique.watch.rounds import Round
from communique.watch.settings import limits_of
from communique.watch.sources import load_sources
from communique.watch.tools import Outcome, Tools

START = dt.datetime(2025, 3, 3, 9, 0, tzinfo=dt.UTC)


class Watcher:
    """A watch over a file of sources; pauses take no time, and `later` makes it later."""

    def __init__(self, sources: Path, place: Path | str) -> None:
        self.sources = load_sources(sources)
        self.place = str(place)
        self.passed = dt.timedelta()
        self.paused = 0.0
        self.stopped = False
        self._began = time.monotonic()

    def now(self) -> dt.datetime:
        return START + self.passed + dt.timedelta(seconds=time.monotonic() - self._began)

    def later(self, **span: float) -> None:
        self.passed += dt.timedelta(**span)

    def _sleep(self, seconds: float) -> None:
        self.paused += seconds

    @property
    def timer(self) -> Timer:
        return Timer(
            monotonic=lambda: time.monotonic() + self.paused + self.passed.total_seconds(),
            wall=lambda: self.now().timestamp(),
            sleep=self._sleep,
        )

    @property
    def desk(self) -> Desk:
        return Desk(self.place, self.timer)

    def round(self) -> Outcome:
        """One round, with a client that remembers nothing of the one before."""
        with Fetcher(limits_of(self.sources), self.timer) as fetcher:
            tools = Tools(
                fetcher, self.desk, self.timer, self.now, lambda: self.stopped, lambda what, done, total: None
            )
            return Round(self.sources, tools).run()

    def digest(self) -> Digest:
        return new_since_last(self.desk, [source.name for source in self.sources.source], self.now())

    def state(self) -> dict[str, Watched]:
        """The state of every address."""
        with Ledger.open(self.place) as ledger:
            return {state.url: state for state in ledger.watched()}

    def texts(self) -> list[str]:
        """The addresses of the documents, each version once."""
        with Ledger.open(self.place) as ledger:
            return sorted(info.url or "" for info in ledger.documents())
