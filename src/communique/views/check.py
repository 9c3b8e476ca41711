"""Whether quotes really stand in their texts, for records of any tool.

A record is a JSON object with `doc` and either `evidence` (a list of `{start, end, quote}`) or
`quote` or `quotes`. Offsets are Unicode code points; without them a quote only has to occur.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import msgspec

from communique.views.folded import folded

Status = Literal["exact", "moved", "normalised", "missing"]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One quote and how it stands: `start` and `end` as claimed, `found` where it begins in the text.

    `exact`: where it is said to be · `moved`: elsewhere · `normalised`: only after folding white
    space, quotation marks and composed letters · `missing`: nowhere.
    """

    line: int
    doc: str | None
    status: Status
    kind: str | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    found: int | None = None
    note: str | None = None


class Claim(NamedTuple):
    """A quote as a record gives it, and where it says the quote stands."""

    quote: str | None = None
    start: int | None = None
    end: int | None = None


Verdict = tuple[Status, int | None, str | None]
Fold = Callable[[str], tuple[str, list[int]]]


def check(
    records: Iterable[tuple[int, Mapping[str, Any]]],
    text_of: Callable[[str], str | None],
) -> Iterator[Finding]:
    """A finding for each quote of each record; `records` have their line, `text_of` finds texts by id."""
    fold = lru_cache(maxsize=16)(folded)
    for line, record in records:
        doc, kind = _text(record.get("doc")), _text(record.get("kind"))
        text = None if doc is None else text_of(doc)
        for claim in _claims(record):
            status, found, note = _judged(doc, text, claim, fold)
            yield Finding(
                line=line, doc=doc, kind=kind, status=status, found=found, note=note, **claim._asdict()
            )


def _claims(record: Mapping[str, Any]) -> list[Claim]:
    evidence = record.get("evidence")
    if isinstance(evidence, Mapping):
        evidence = [evidence]
    if not isinstance(evidence, list) or not evidence:
        evidence = record.get("quotes") or [record.get("quote")]
    parts = [part if isinstance(part, Mapping) else {"quote": part} for part in evidence]
    return [
        Claim(_text(part.get("quote")), _place(part.get("start")), _place(part.get("end"))) for part in parts
    ]


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _place(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _judged(doc: str | None, text: str | None, claim: Claim, fold: Fold) -> Verdict:
    quote, start, end = claim
    if doc is None or text is None:
        return "missing", None, "names no document" if doc is None else f"no text named {doc}"
    if quote is None:
        return "missing", None, "has no quote"
    if start is not None and text[start : end if end is not None else start + len(quote)] == quote:
        return "exact", start, None
    places = list(_occurrences(text, quote))
    if places and start is None:
        return "exact", places[0], None
    if places:
        nearest = _nearest(places, start)
        return "moved", nearest, f"stands at {nearest}..{nearest + len(quote)}"
    flat, origin = fold(text)
    wanted = folded(quote)[0].strip()
    alike = [origin[place] for place in _occurrences(flat, wanted)] if wanted else []
    if alike:
        return "normalised", _nearest(alike, start), f"equal after folding, at {_nearest(alike, start)}"
    return "missing", None, "nowhere in the text"


def _nearest(places: Iterable[int], start: int | None) -> int:
    return min(places, key=lambda place: (abs(place - (start or 0)), place))


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)
