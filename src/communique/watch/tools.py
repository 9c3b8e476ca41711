"""What a round works with, and what it comes to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec

from communique.fetch.client import Fetcher
from communique.fetch.limits import Timer
from communique.ledger.watched import Watched
from communique.watch.desk import Desk


class Tools(msgspec.Struct, frozen=True):
    """What a round works with: the client, the ledger, the time, and whether to stop.

    `told` is called with what is being done, how much of it is done, and how much there is.
    """

    fetcher: Fetcher
    desk: Desk
    timer: Timer
    now: Callable[[], dt.datetime]
    stop: Callable[[], bool]
    told: Callable[[str, int, int], None]


class Outcome(msgspec.Struct, kw_only=True):
    """What a round came to. `read` counts texts, `elsewhere` those known from another address."""

    polled: int = 0
    found: int = 0
    read: int = 0
    unchanged: int = 0
    elsewhere: int = 0
    statements: int = 0
    failures: list[Watched] = msgspec.field(default_factory=list)
