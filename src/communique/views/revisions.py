"""Two versions of a text set against each other: which records were added, dropped or changed, with quotes.

Both texts are read anew by the same reader, so that only the texts make a difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

import msgspec

from communique.kinds.identity import told_key
from communique.kinds.record import Record
from communique.kinds.registry import to_dict
from communique.views.describe import plain, visible
from communique.views.phrases import phrase_with_sides

_ASIDE = frozenset({"id", "doc", "evidence", "confidence", "rule", "lang"})
_ALIKE = 0.55
"""How like two records of a kind must be, from 0 to 1, to be one that was changed."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A record of one version in words, and its quote."""

    kind: str
    text: str
    quote: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A record that both versions have, and the values in which they differ: before and after."""

    before: Told
    after: Told
    differs: dict[str, tuple[str, str]]


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """What a newer version of a text tells otherwise; `same` counts the records that both tell in the same words."""

    document: str
    before: str
    after: str
    same: int
    added: tuple[Told, ...]
    dropped: tuple[Told, ...]
    changed: tuple[Change, ...]


def compare_versions(
    document: str, before: str, after: str, old: Sequence[Record], new: Sequence[Record]
) -> Revision:
    """The records of an older and a newer version, named `before` and `after`, set against each other."""
    was, now = _by_key(old), _by_key(new)
    same = was.keys() & now.keys()
    left = [record for key, record in was.items() if key not in same]
    come = [record for key, record in now.items() if key not in same]
    pairs = _pairs(left, come)
    paired = {id(record) for pair in pairs for record in pair}
    return Revision(
        document=document,
        before=before,
        after=after,
        same=len(same),
        added=tuple(_told(record) for record in come if id(record) not in paired),
        dropped=tuple(_told(record) for record in left if id(record) not in paired),
        changed=tuple(_change(one, other) for one, other in pairs),
    )


def _by_key(records: Iterable[Record]) -> dict[str, Record]:
    """The records by what they say and in which words, in the order of the text."""
    return {told_key(r): r for r in sorted(records, key=lambda r: (r.evidence[0].start, r.kind, r.id))}


def _pairs(left: Sequence[Record], come: Sequence[Record]) -> list[tuple[Record, Record]]:
    """The pairs of one kind that are alike, the likest first, each record once; in the order of the text."""
    scored = sorted(
        ((-_alike(one, other), n, m) for n, one in enumerate(left) for m, other in enumerate(come))
    )
    taken: dict[int, int] = {}
    for score, n, m in scored:
        if -score >= _ALIKE and n not in taken and m not in taken.values():
            taken[n] = m
    return [(left[n], come[m]) for n, m in sorted(taken.items())]


def _alike(one: Record, other: Record) -> float:
    """How much of the key of their kind two records share, and how like their quotes are."""
    if one.kind != other.kind:
        return 0.0
    fields = one.KEY or ("evidence",)
    shared: float = sum(getattr(one, name) == getattr(other, name) for name in fields) / len(fields)
    was, now = one.evidence[0].quote.split(), other.evidence[0].quote.split()
    words: float = SequenceMatcher(None, was, now, autojunk=False).ratio()
    return (shared + words) / 2


def _change(one: Record, other: Record) -> Change:
    was, now = to_dict(one), to_dict(other)
    names = [name for name in was | now if name not in _ASIDE and was.get(name) != now.get(name)]
    differs = {name: (_plain(was.get(name)), _plain(now.get(name))) for name in names}
    return Change(before=_told(one), after=_told(other), differs=differs)


def _plain(value: object) -> str:
    return "–" if value in (None, (), [], "", {}) else visible(plain(value))


def _told(record: Record) -> Told:
    text, tags = phrase_with_sides(record)
    force = () if record.modality == "actual" else (record.modality,)
    quote = visible(" ".join(record.evidence[0].quote.split()))
    return Told(kind=record.kind, text=visible("; ".join((text, *tags, *force))), quote=quote)
