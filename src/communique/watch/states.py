"""The states of an address: waiting to be read, read and perhaps due again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from urllib.parse import urlsplit

import msgspec

from communique.fetch.client import Fetched
from communique.ledger.watched import Watched
from communique.watch.entries import Entry
from communique.watch.sources import Source, seconds


def answered(state: Watched, found: Fetched, now: dt.datetime, again: float | None) -> Watched:
    """The state of an address that answered, due again after so many seconds, or never."""
    kept = found.validators
    return msgspec.structs.replace(
        state,
        status="read",
        etag=kept.etag or (state.etag if found.unchanged else None),
        last_modified=kept.last_modified or (state.last_modified if found.unchanged else None),
        cause=None,
        reason=None,
        attempts=0,
        due=None if again is None else now + dt.timedelta(seconds=again),
        last_seen=now,
    )


def recheck(source: Source, state: Watched, now: dt.datetime) -> float | None:
    """Seconds until a page that was read is asked for again; None for never."""
    if source.recheck is None:
        return None
    age = (now - state.first_seen).total_seconds()
    return seconds(source.recheck) if age < seconds(source.recheck_for) else None


def waiting(source: Source, entry: Entry, now: dt.datetime) -> Watched:
    """The state of an address that is to be read."""
    return Watched(
        source=source.name,
        url=entry.url,
        title=entry.title,
        date=entry.date,
        told=entry.told,
        due=now,
        first_seen=now,
        last_seen=now,
    )


def interleaved(states: Sequence[Watched]) -> Iterator[Watched]:
    """The addresses host by host in turn, so that the pauses that one host wants are used for others."""
    hosts: dict[str, list[Watched]] = {}
    for state in states:
        hosts.setdefault(urlsplit(state.url).netloc, []).append(state)
    for turn in zip_longest(*hosts.values()):
        yield from (state for state in turn if state is not None)
