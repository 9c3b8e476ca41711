"""Times as the tables keep them: UTC without a zone."""

from __future__ import annotations

import datetime as dt
from typing import overload


def stored_time(time: dt.datetime) -> dt.datetime:
    """An aware time as it is stored; `ValueError` for a time without a zone."""
    if time.tzinfo is None:
        raise ValueError("a time without a zone cannot be kept")
    return time.astimezone(dt.UTC).replace(tzinfo=None)


@overload
def aware(time: dt.datetime) -> dt.datetime: ...
@overload
def aware(time: dt.datetime | None) -> dt.datetime | None: ...
def aware(time: dt.datetime | None) -> dt.datetime | None:
    """A stored time with its zone, UTC."""
    return None if time is None else time.replace(tzinfo=dt.UTC)
