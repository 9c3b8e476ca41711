"""A record in two short lines, whatever its kind: who, and what of them.

The fields of the contract tell which is which, so that a new kind needs no line here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from communique.kinds.record import Record

WHO = ("name", "by", "participants", "countries", "visitor", "inviter", "reporter", "parties", "host")
"""Fields that name who acts, the most telling first; a record's first that is given is its who."""

WHOM = ("toward", "invitee", "to", "partner")
"""Fields that name whom it is directed at; `to` only where it holds an actor."""

_SHARED = frozenset(Record.__struct_fields__)
_CONTROL = {code: 0x2400 + code for code in range(32) if code not in (9, 10)}
_CONTROL |= {127: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
_CONTROL |= dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD)


def visible(text: str) -> str:
    """`text` with control and direction-override characters shown as signs, one for one."""
    return text.translate(_CONTROL)


def who(record: Record) -> str:
    """The actors of a record, such as `William Ruto (KEN), Fumio Kishida (JPN)` or `KEN → JPN`."""
    names = (_who_field(record), _whom_field(record))
    return visible(" → ".join(plain(getattr(record, name)) for name in names if name))


def what(record: Record) -> str:
    """The record's other own fields that hold something, such as `in_person · place Tokyo (JPN)`."""
    return visible(" · ".join(_phrases(record)))


def snippet(record: Record, width: int = 90) -> str:
    """The first quote on one line, cut at a word to at most `width` characters."""
    quote = " ".join(record.evidence[0].quote.split()) if record.evidence else ""
    if len(quote) > width:
        quote = quote[: width - 1].rpartition(" ")[0] or quote[: width - 1]
        quote += "…"
    return visible(quote)


def _who_field(record: Record) -> str | None:
    return next((name for name in WHO if getattr(record, name, None)), None)


def _whom_field(record: Record) -> str | None:
    given = (name for name in WHOM if getattr(record, name, None))
    return next(
        (name for name in given if not isinstance(getattr(record, name), str) or name == "partner"), None
    )


def _phrases(record: Record) -> Iterator[str]:
    chosen, whom = _who_field(record), _whom_field(record)
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if name in _SHARED or name in (chosen, whom) or value in (None, (), ""):
            continue
        if chosen == "participants" and name == "countries":
            continue
        yield f"{name.replace('_', ' ')} {plain(value)}"


def plain(value: Any) -> str:
    """A value of a record, or of its JSON, in words: `Tokyo (JPN)`, `1,250`, `yes`."""
    if isinstance(value, dict):
        value = tuple(part for part in value.values() if part is not None)
        return f"{plain(value[0])} ({plain(value[1:])})" if len(value) > 1 else plain(value)
    if isinstance(value, tuple | list):
        return ", ".join(map(plain, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:,}"
    if isinstance(value, msgspec.Struct):
        parts = [plain(part) for part in msgspec.structs.astuple(value) if part is not None]
        return f"{parts[0]} ({', '.join(parts[1:])})" if len(parts) > 1 else "".join(parts)
    return str(value)
