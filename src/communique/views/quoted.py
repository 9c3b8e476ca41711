"""Whether a quote is in a text: to the letter, or but for marks and white space; and which records rest on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from communique.kinds.record import Record
from communique.views.folded import folded


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Where a quote stands, in code points; `records` are those with evidence that holds it or lies in it.

    `match` is `exact`, or `folded` where kinds of quotation marks, white space or composed letters differ.
    """

    document: str
    sha256: str
    start: int
    end: int
    match: Literal["exact", "folded"]
    text: str
    records: tuple[str, ...]


def whole(record: Record) -> str:
    """All quotes of a record in the order of the text, with ` […] ` between them."""
    return " […] ".join(part.quote for part in sorted(record.evidence, key=lambda part: part.start))


def places(text: str, quote: str, most: int = 20) -> list[tuple[int, int, bool]]:
    """Start, end, and whether it is exact, of the places where a quote stands in a text, at most so many."""
    found = [(at, at + len(quote), True) for at in _all(text, quote, most)]
    if found:
        return found
    held, origin = folded(text)
    wanted = folded(" ".join(quote.split()))[0].strip()
    return [(origin[at], origin[at + len(wanted)], False) for at in _all(held, wanted, most)]


def resting(records: Iterable[Record], start: int, end: int) -> tuple[str, ...]:
    """The records of a document that have evidence around a place or within it."""
    return tuple(
        record.id
        for record in records
        if any(
            (e.start <= start and end <= e.end) or (start <= e.start and e.end <= end)
            for e in record.evidence
        )
    )


def _all(text: str, quote: str, most: int) -> Iterator[int]:
    at = text.find(quote) if quote else -1
    while at >= 0 and most > 0:
        yield at
        most -= 1
        at = text.find(quote, at + 1)
