"""A text cut where records begin and end, so that each piece knows the records it is evidence of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from communique.kinds.record import Record


class Piece(NamedTuple):
    """A stretch of text in code points; `records` index the records whose evidence holds it.

    The record with the tightest evidence comes first. `ends` are those of the records whose evidence
    ends with this piece.
    """

    start: int
    end: int
    records: tuple[int, ...]
    ends: tuple[int, ...]


def pieces(length: int, records: Sequence[Record]) -> list[Piece]:
    """The whole text as pieces in order, without a gap."""
    spans = [(e.start, e.end, index) for index, record in enumerate(records) for e in record.evidence]
    cuts = sorted({0, length, *(cut for start, end, _ in spans for cut in (start, end))})
    opens: dict[int, list[tuple[int, int]]] = {}
    closes: dict[int, list[tuple[int, int]]] = {}
    for start, end, index in spans:
        opens.setdefault(start, []).append((end - start, index))
        closes.setdefault(end, []).append((end - start, index))
    out: list[Piece] = []
    live: list[tuple[int, int]] = []
    for start, end in pairwise(cuts):
        live += opens.get(start, [])
        ends = _indexes(closes.get(end, []))
        out.append(Piece(start, end, _indexes(live), ends))
        for span in closes.get(end, []):
            live.remove(span)
    return out


def _indexes(spans: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(index for _, index in sorted(spans)))
