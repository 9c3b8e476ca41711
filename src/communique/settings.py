"""What a caller may set; built at the edge (command line, Python, web) and passed in."""

from __future__ import annotations

from typing import Protocol

import msgspec


class IntakeSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How far files are gone into.

    `max_chars` bounds one document's length in code points, `max_page` the bytes of a page, `max_parts` those
    of a mail or a feed, `max_bytes` those of a file that has to be held whole, `max_expanded` what a packed
    file may unpack to, and `max_depth` the containers within containers. `columns` are names of a table's
    columns by what they hold (`text`, `date`, …); what is not named is looked for under usual names.
    """

    max_chars: int = 20_000_000
    max_page: int = 5_000_000
    max_parts: int = 30_000_000
    max_bytes: int = 200_000_000
    max_expanded: int = 4_000_000_000
    max_depth: int = 3
    columns: tuple[tuple[str, str], ...] = ()


class Sides(Protocol):
    """A table that tells which state a publisher speaks for."""

    def side(self, publisher: str) -> str | None:
        """The state's code; None for a publisher that the table does not hold."""


class ReadSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How documents are read. `max_chars` bounds one document's length in code points.

    `sides` is the user's own table of publishers; it goes before what the program knows of them.
    `allow_private` names hosts that are fetched from though they are at no public address.
    """

    lang: str | None = None
    date: str | None = None
    publisher: str | None = None
    max_chars: int = 20_000_000
    intake: IntakeSettings = IntakeSettings()
    sides: Sides | None = None
    allow_private: frozenset[str] = frozenset()
