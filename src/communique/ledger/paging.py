"""Walking through tables of any size: by ranges of a key, so that a page at a time is in memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, select


class Stretch(NamedTuple):
    """The keys behind `after` and up to `upto`; None is open at that end."""

    after: str | None = None
    upto: str | None = None

    def holds(self, column: ColumnElement[str]) -> list[ColumnElement[bool]]:
        """The conditions for a column to lie in this stretch."""
        low = [] if self.after is None else [column > self.after]
        return low if self.upto is None else [*low, column <= self.upto]


def stretches(connection: Connection, key: ColumnElement[str], size: int) -> Iterator[Stretch]:
    """Stretches of at most `size` different keys, in order, that together cover every text there is.

    A table that refers to `key` is walked by the same stretches, whether or not the key exists.
    """
    after: str | None = None
    while True:
        behind = Stretch(after).holds(key)
        page = select(key).where(*behind).distinct().order_by(key).limit(size)
        keys = list(connection.execute(page).scalars())
        if len(keys) < size:
            yield Stretch(after)
            return
        yield Stretch(after, keys[-1])
        after = keys[-1]
