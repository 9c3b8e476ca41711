"""Whether a side's publisher relays what the other side said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from communique.kinds.record import Actor

_SIDES = ("by", "to", "toward", "countries", "parties", "participants", "inviter", "invitee", "visitor")


def relayed(home: str | None, said_by: str | None, dyad: Iterable[str], slots: dict[str, Any]) -> bool:
    """True when the speaker's state is the other one of a pair to which the publisher's state belongs.

    The pair is the one in talks, or the sides of the record itself (`slots`).
    """
    if home is None or said_by is None or said_by == home:
        return False
    pair = {home, said_by}
    return pair <= frozenset(dyad) or pair <= _sides(slots)


def _sides(slots: dict[str, Any]) -> frozenset[str]:
    """The states that a record is between."""
    out: set[str] = set()
    for name in _SIDES:
        value = slots.get(name)
        for part in value if isinstance(value, tuple | list) else (value,):
            code = part.country if isinstance(part, Actor) else part
            if isinstance(code, str):
                out.add(code)
    return frozenset(out)
