"""Plain text: UTF-8, every character as it stands in the file."""

from __future__ import annotations

from typing import BinaryIO

from communique.intake.found import Found, Given, Items
from communique.text import ingest


def items(stream: BinaryIO, given: Given) -> Items:
    """The one text. A response may be in the charset that its server names; a file is UTF-8."""
    data = ingest.bounded(stream, given.settings.max_chars, given.place)
    yield Found(text=_text(data, given), url=given.url)


def _text(data: bytes, given: Given) -> str:
    if given.charset and given.charset not in ("utf-8", "utf8", "us-ascii"):
        try:
            return data.decode(given.charset).removeprefix("\ufeff")
        except (LookupError, ValueError):
            pass  # the server was wrong; the bytes may still be UTF-8
    return ingest.decode(data, given.place)
