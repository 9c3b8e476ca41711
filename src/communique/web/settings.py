"""What whoever serves the pages may set."""

from __future__ import annotations

import datetime as dt

import msgspec

LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "::1")
"""The names of this machine for itself, which need no accounts."""


class WebSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How the pages are served.

    `author` is who speaks when somebody corrects or judges and there are no accounts. `hosts` are the names under
    which a request may come in (a page elsewhere cannot reach the ledger under another). `today` fixes the day
    against which deadlines are held; None is the day of the request. `most` bounds the records that a page of
    states or of an event resolves, `listed` those of a list and of the calendar, `upload_chars` the length of a
    text that is sent in, in code points.
    """

    author: str = "reader"
    hosts: tuple[str, ...] = LOOPBACK
    today: dt.date | None = None
    most: int = 400
    listed: int = 1000
    upload_chars: int = 2_000_000

    def day(self) -> dt.date:
        """The day against which deadlines are held."""
        return self.today or dt.date.today()
