"""What a caller may set; built at the edge (command line, Python, web) and passed in."""

from __future__ import annotations

import msgspec


class ReadSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How documents are read. `max_chars` bounds one document's length in code points."""

    lang: str | None = None
    date: str | None = None
    publisher: str | None = None
    max_chars: int = 20_000_000
