"""Reports of one fact joined: what several documents say alike becomes one fact with many sources.

Different values are never joined. Two records tell one fact when their kind, modality and key
fields agree (case and spacing aside) and no other field of theirs differs; a field that only one
of them gives is taken over. What happens at a time and gives none is told apart by the date of
its document, since last year's meeting is not this year's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from communique.kinds.record import Record
from communique.ledger.stored import Stored

# Tags of a fact, joined rather than compared.
_UNITED = frozenset({"sectors", "units"})
# Kinds that happen at a time although they have no date of their own.
_MOMENTS = frozenset({"act", "courtesy"})


class Fact(msgspec.Struct, frozen=True):
    """A record with everything its sources give, and the sources in order."""

    record: Record
    sources: tuple[Stored, ...]

    @property
    def reported(self) -> str | None:
        """The latest date (EDTF) of the documents that report it."""
        return max((s.document.date for s in self.sources if s.document.date), default=None)


def merged(stored: Iterable[Stored]) -> list[Fact]:
    """The facts of these records, in the order of their first source."""
    groups: dict[Any, list[Fact]] = {}
    for item in stored:
        group = groups.setdefault(_identity(item), [])
        fitting = [place for place, fact in enumerate(group) if _agree(fact.record, item.record)]
        if len(fitting) == 1:
            fact = group[fitting[0]]
            group[fitting[0]] = Fact(_completed(fact.record, item.record), (*fact.sources, item))
        else:
            group.append(Fact(item.record, (item,)))
    return [fact for group in groups.values() for fact in group]


def alike(value: Any) -> Any:
    """The value in a form in which equal values of two reports are equal: folded, lists in order."""
    if isinstance(value, str):
        return " ".join(value.casefold().split())
    if isinstance(value, tuple):
        return tuple(sorted(map(alike, value), key=repr))
    if isinstance(value, msgspec.Struct):
        return tuple(alike(part) for part in msgspec.structs.astuple(value))
    return value


def _identity(item: Stored) -> tuple[Any, ...]:
    record = item.record
    timeless = record.kind not in _MOMENTS and "date" not in record.__struct_fields__
    moment = None if timeless or getattr(record, "date", None) else item.document.date or item.document.id
    return (record.kind, record.modality, moment, *(alike(getattr(record, name)) for name in record.KEY))


def _own_fields(record: Record) -> list[str]:
    return [name for name in record.__struct_fields__ if name not in Record.__struct_fields__]


def _agree(a: Record, b: Record) -> bool:
    pairs = ((getattr(a, name), getattr(b, name)) for name in _own_fields(a) if name not in _UNITED)
    return all(x in (None, ()) or y in (None, ()) or alike(x) == alike(y) for x, y in pairs)


def _completed(a: Record, b: Record) -> Record:
    changes: dict[str, Any] = {}
    for name in _own_fields(a):
        mine, other = getattr(a, name), getattr(b, name)
        if name in _UNITED:
            changes[name] = tuple(dict.fromkeys((*mine, *other)))
        elif mine in (None, ()) and other not in (None, ()):
            changes[name] = other
    return msgspec.structs.replace(a, **changes)
