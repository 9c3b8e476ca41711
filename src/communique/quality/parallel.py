"""Whether a text and its translation give the same records.

Each side of a segment is read as a document of its own, `<id>#src` and `<id>#tgt`. A record is reduced to
what translation keeps: its kind, its states, and what else the kind is matched by apart from names. The two
multisets of a segment are compared; F1 is over all segments and by pair of languages.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from communique.errors import InputError
from communique.kinds.registry import to_dict
from communique.pipeline import read_document
from communique.text.document import Document

Plain = Mapping[str, Any]


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """One text in two languages."""

    id: str
    src_lang: str
    tgt_lang: str
    src: str
    tgt: str

    @property
    def pair(self) -> str:
        """The two languages in alphabetical order, `de-en`."""
        return "-".join(sorted((self.src_lang, self.tgt_lang)))


class Agreement(msgspec.Struct, frozen=True):
    """How many reduced records the two sides share, and how many each has."""

    shared: int = 0
    src: int = 0
    tgt: int = 0

    @property
    def f1(self) -> float:
        """Twice the shared over the sum of both; 0 where neither side has a record."""
        return 2 * self.shared / (self.src + self.tgt) if self.src + self.tgt else 0.0


def load_segments(path: Path, langs: Sequence[str], lang: str | None = None) -> list[Segment]:
    """The segments of a file of JSON lines whose two languages are among `langs`; with `lang`, of these only
    those that have it on one side. `InputError` names the line that is no segment."""
    segments: list[Segment] = []
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}; check the path", path) from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                segments.append(msgspec.json.decode(line, type=Segment))
            except msgspec.MsgspecError as error:
                raise InputError(f"not a pair of texts: {error}", path, f"line {number}") from error
    return [
        s
        for s in segments
        if {s.src_lang, s.tgt_lang} <= set(langs) and (lang is None or lang in (s.src_lang, s.tgt_lang))
    ]


def read_segments(segments: Iterable[Segment]) -> Iterator[dict[str, Any]]:
    """The records of both sides of every segment, as the contract's JSON objects."""
    for segment in segments:
        for side, lang, text in (
            ("src", segment.src_lang, segment.src),
            ("tgt", segment.tgt_lang, segment.tgt),
        ):
            document = Document(id=f"{segment.id}#{side}", text=text, lang=lang)
            for record in read_document(document).records:
                yield to_dict(record)


def agreement(segments: Iterable[Segment], records: Iterable[Plain]) -> dict[str, Agreement]:
    """Agreement by pair of languages, and `all` last."""
    sides: dict[str, Counter[tuple[Any, ...]]] = defaultdict(Counter)
    for record in records:
        reduce = _REDUCED.get(str(record.get("kind")))
        if reduce:
            sides[str(record["doc"])][(record["kind"], *reduce(record))] += 1
    pairs: dict[str, Agreement] = {}
    total = Agreement()
    for segment in segments:
        a, b = (sides[f"{segment.id}#{side}"] for side in ("src", "tgt"))
        here = Agreement((a & b).total(), a.total(), b.total())
        pairs[segment.pair] = _sum(pairs.get(segment.pair, Agreement()), here)
        total = _sum(total, here)
    return {**dict(sorted(pairs.items())), "all": total}


def as_table(result: Mapping[str, Agreement]) -> str:
    """A line a pair of languages."""
    lines = [f"{'languages':10} {'shared':>7} {'one':>6} {'other':>6} {'F1':>6}"]
    lines += [f"{pair:10} {a.shared:7} {a.src:6} {a.tgt:6} {a.f1:6.3f}" for pair, a in result.items()]
    return "\n".join(lines)


def _sum(a: Agreement, b: Agreement) -> Agreement:
    return Agreement(a.shared + b.shared, a.src + b.src, a.tgt + b.tgt)


def _states(*values: Any) -> tuple[str, ...]:
    """The codes of actors and lists of codes, sorted."""
    listed = (item for value in values for item in (value if isinstance(value, list | tuple) else [value]))
    codes = (item.get("country") if isinstance(item, Mapping) else item for item in listed)
    return tuple(sorted({str(code) for code in codes if code}))


_REDUCED: dict[str, Callable[[Plain], tuple[Any, ...]]] = {
    "person": lambda r: (_states(r.get("country")), r.get("role")),
    "meeting": lambda r: (_states(r.get("countries")),),
    "visit": lambda r: (_states(r.get("visitor")), r.get("destination")),
    "invitation": lambda r: (_states(r.get("inviter")), _states(r.get("invitee"))),
    "agreement": lambda r: (r.get("instrument"), _states(r.get("parties"))),
    "partnership": lambda r: (r.get("tier"), _states(r.get("parties"))),
    "commitment": lambda r: (_states(r.get("by")), r.get("mode")),
    "position": lambda r: (_states(r.get("by")), r.get("stance")),
    "courtesy": lambda r: (_states(r.get("by")), _states(r.get("to")), r.get("act")),
    "indicator": lambda r: (f"{float(r.get('value') or 0):.3g}", r.get("unit")),
    "project": lambda r: (r.get("type"),),
    "gathering": lambda r: (r.get("type"), r.get("ordinal")),
    "act": lambda r: (r.get("plover"), _states(r.get("by")), _states(r.get("toward"))),
}
