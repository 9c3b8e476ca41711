"""When an address that could not be read is asked for again: later each time, and some day never."""

from __future__ import annotations

import datetime as dt

import msgspec

from communique.errors import CommuniqueError, FetchError
from communique.ledger.watched import Watched

FIRST = 10 * 60.0
FIRST_LASTING = 6 * 3600.0
LONGEST = 7 * 86400.0
LONGEST_SOURCE = 86400.0
"""Seconds to the first retry, to that of what will hardly change soon, and at most, also for a source."""
ATTEMPTS = 20
"""After so many failures in a row an entry is given up; it stays on the list."""


def failed(state: Watched, error: CommuniqueError, now: dt.datetime) -> Watched:
    """The state of an entry after a failure: tried again later each time, and given up some day."""
    attempts = state.attempts + 1
    due = None if attempts >= ATTEMPTS else now + dt.timedelta(seconds=delay(error, attempts))
    return _failed(state, error, now, due)


def source_failed(state: Watched, error: CommuniqueError, now: dt.datetime, every: float) -> Watched:
    """The state of a source after a failure: tried again after its interval or later, and never given up."""
    own = min(delay(error, state.attempts + 1), LONGEST_SOURCE)
    return _failed(state, error, now, now + dt.timedelta(seconds=max(own, every, _asked(error))))


def delay(error: CommuniqueError, attempts: int) -> float:
    """Seconds until the next try after so many failures in a row."""
    lasting = not isinstance(error, FetchError) or error.lasting
    own = min((FIRST_LASTING if lasting else FIRST) * 2.0 ** min(attempts - 1, 20), LONGEST)
    return max(own, _asked(error))


def _failed(state: Watched, error: CommuniqueError, now: dt.datetime, due: dt.datetime | None) -> Watched:
    return msgspec.structs.replace(
        state,
        status="failed",
        cause=error.cause if isinstance(error, FetchError) else "unreadable",
        reason=str(error),
        attempts=state.attempts + 1,
        due=due,
        last_seen=now,
    )


def _asked(error: CommuniqueError) -> float:
    return (error.retry_after or 0.0) if isinstance(error, FetchError) else 0.0
