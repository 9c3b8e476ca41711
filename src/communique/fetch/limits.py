"""What one request may cost, and how polite the client is; built at the edge and passed in."""

from __future__ import annotations

import time
from collections.abc import Callable

import msgspec

from communique.version import __version__

MEGABYTE = 1_000_000


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds of one fetch. Sizes are in bytes, times in seconds.

    `max_bytes` bounds what comes over the wire, `max_expanded` what it unpacks to, `total` the whole
    of a request with its body. `delay` is the least time between two requests to one host;
    `longest_wait` is the longest pause made at a server's wish before the request is given up.
    `allow_private` names hosts, as in the address, that may be at private addresses.
    """

    max_bytes: int = 20 * MEGABYTE
    max_expanded: int = 60 * MEGABYTE
    redirects: int = 5
    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    delay: float = 1.0
    attempts: int = 3
    longest_wait: float = 30.0
    allow_private: frozenset[str] = frozenset()
    obey_robots: bool = True
    agent: str = f"communique/{__version__}"


class Timer(msgspec.Struct, frozen=True):
    """The passing of time: seconds that only grow, seconds since 1970, and a pause of so many seconds."""

    monotonic: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
