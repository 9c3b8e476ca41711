"""What people said of a record's values, in words and for programs."""

from __future__ import annotations

from typing import Any

import msgspec

from communique.kinds.registry import encode
from communique.ledger.corrections import WHOLE, Correction
from communique.ledger.stored import Stored

_RANK = ("corrected", "not_verifiable", "confirmed")


def standing(item: Stored) -> str:
    """`corrected` when any value was, else `not_verifiable` or `confirmed` when that was said, else `read`."""
    outcomes = {correction.outcome for correction in item.corrections}
    return next((outcome for outcome in _RANK if outcome in outcomes), "read")


def corrections_text(item: Stored) -> str | None:
    """What was said of the record, oldest first; None when all of it is as it was read."""
    return "; ".join(map(_said, item.corrections)) or None


def json_line(item: Stored) -> bytes:
    """The record as one line of its format, without the line end; what was said of it as `corrections`."""
    line = encode(item.record)
    if not item.corrections:
        return line
    return line[:-1] + b',"corrections":' + msgspec.json.encode(item.corrections) + b"}"


def _said(made: Correction) -> str:
    what = "" if made.field == WHOLE else f"{made.field} "
    if made.outcome != "corrected":
        return f"{what}{made.outcome.replace('_', ' ')} by {made.author}: {made.reason}"
    return (
        f"{what}read as {shown(made.read)}, corrected to {shown(made.value)} by {made.author} "
        f"({made.source}): {made.reason}"
    )


def shown(value: Any) -> str:
    """A value on one line: texts as they are, nothing as a dash, the rest as JSON."""
    if value in (None, []):
        return "–"
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
