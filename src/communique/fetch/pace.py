"""How long to wait: between two requests to a host, after a failure, and when a server asks for it."""

from __future__ import annotations

import datetime as dt
from email.utils import parsedate_to_datetime

from communique.fetch.limits import Timer

FIRST_PAUSE = 1.0
"""Seconds before the second attempt; each further pause is twice as long."""


def retry_after(value: str | None, wall: float) -> float | None:
    """The seconds that a Retry-After header asks for, from `wall` (seconds since 1970); None if none."""
    if not value or not value.strip():
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=dt.UTC)
    return max(0.0, when.timestamp() - wall)


def pause(attempt: int, asked: float | None) -> float:
    """Seconds to wait after the attempt of this number, counted from 0."""
    own = FIRST_PAUSE * float(2**attempt)
    return own if asked is None else max(own, asked)


class Pace:
    """Keeps requests to one host apart."""

    def __init__(self, timer: Timer) -> None:
        self._timer = timer
        self._next: dict[str, float] = {}

    def wait(self, host: str) -> None:
        """Sleep until a request to this host is due."""
        left = self._next.get(host, 0.0) - self._timer.monotonic()
        if left > 0:
            self._timer.sleep(left)

    def left(self, host: str) -> float:
        """Seconds until a request to this host is due."""
        return max(0.0, self._next.get(host, 0.0) - self._timer.monotonic())

    def note(self, host: str, delay: float) -> None:
        """Leave at least `delay` seconds from now before the next request."""
        due = self._timer.monotonic() + delay
        self._next[host] = max(due, self._next.get(host, 0.0))
