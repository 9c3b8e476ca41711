"""What is one fact: the records of many reports that tell the same meeting, visit, signing, figure or project.

No record is merged away. An event keeps the ids of all that tell it, where their values differ, which texts
are copies of others, and what made each link.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import msgspec

from communique.kinds.registry import to_dict
from communique.ledger.stored import Stored
from communique.resolve.blocking import candidates
from communique.resolve.cards import Card, card
from communique.resolve.comparing import COMPARED, compare
from communique.resolve.grouping import Group, Pair, group, judged
from communique.resolve.identities import Identities
from communique.resolve.weights import APART, FACT_SAME

_SHARED = frozenset({"id", "doc", "evidence", "lang", "attribution", "confidence", "rule", "kind"})


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """Two records taken for one fact: their ids, the score, and the features that it is the sum of."""

    records: tuple[str, str]
    score: float
    features: tuple[str, ...]


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a field, and the records that give it."""

    value: object
    records: tuple[str, ...]


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One fact as it was told. `differing` maps a field to its values, where the records do not agree.

    `first` and `last` are the days that the texts give it, or, where none does (`dated` is false), the days of
    the reports. `publishers` are those whose texts are no copies; `copies` maps a document to what it copies.
    """

    id: str
    kind: str
    records: tuple[str, ...]
    documents: tuple[str, ...]
    states: tuple[str, ...]
    first: dt.date | None
    last: dt.date | None
    dated: bool
    publishers: tuple[str, ...]
    copies: dict[str, str]
    differing: dict[str, tuple[Claim, ...]]
    ties: tuple[Tie, ...]


def events(
    told: Sequence[Stored],
    identities: Identities,
    originals: Mapping[str, str] = {},
    verdicts: Mapping[tuple[str, str], str] = {},
) -> list[Event]:
    """The facts that records tell, by day, kind and id; a fact told once is an event of one record.

    `originals` maps each document that is a copy to what it copies (`resolve.copies`), `verdicts` two record
    ids to `same`, `not_same` or `unsure`, which people have said of them.
    """
    kept = sorted((s for s in told if s.record.kind in COMPARED), key=_place)
    cards = [card(s, identities, originals.get(s.record.doc, s.record.doc)) for s in kept]
    same, parted = judged({s.record.id: at for at, s in enumerate(kept)}, verdicts)
    score = lru_cache(maxsize=1 << 18)(lambda a, b: compare(cards[a], cards[b]))

    def apart(a: int, b: int) -> bool:
        one, other = min(a, b), max(a, b)
        return cards[a].record.kind != cards[b].record.kind or bool(score(one, other)[0] < APART)

    pairs = list(same)
    for one, other in candidates(cards):
        points, features = score(one, other)
        if points >= FACT_SAME:
            pairs.append(Pair(round(points, 2), one, other, features))
    groups = group(len(cards), pairs, apart, parted)
    found = [_event(found, cards, originals) for found in groups]
    return sorted(found, key=lambda e: (e.first or dt.date.max, e.kind, e.id))


def _place(stored: Stored) -> tuple[str, str, int, str]:
    record = stored.record
    return stored.document.date or "9999", record.doc, record.evidence[0].start, record.id


def _event(found: Group, cards: Sequence[Card], originals: Mapping[str, str]) -> Event:
    members = [cards[at] for at in found.members]
    documents = tuple(dict.fromkeys(member.record.doc for member in members))
    first = members[0].record
    told = [member.window for member in members if member.window and member.window.basis == "told"]
    days = [day for window in told for day in (window.first, window.last)]
    days = days or [member.reported for member in members if member.reported]
    return Event(
        id=f"event-{first.id.rpartition('-')[2]}",
        kind=first.kind,
        records=tuple(member.record.id for member in members),
        documents=documents,
        states=tuple(sorted(frozenset().union(*(member.states for member in members)))),
        first=min(days, default=None),
        last=max(days, default=None),
        dated=bool(told),
        publishers=_publishers(members, originals),
        copies={doc: originals[doc] for doc in documents if doc in originals},
        differing=_differing(members),
        ties=tuple(_tie(pair, cards) for pair in found.pairs),
    )


def _publishers(members: Iterable[Card], originals: Mapping[str, str]) -> tuple[str, ...]:
    """The publishers of the texts that are no copies of another publisher's."""
    own = {m.publisher for m in members if m.publisher and m.record.doc not in originals}
    return tuple(sorted(own))


def _tie(pair: Pair, cards: Sequence[Card]) -> Tie:
    records = (cards[pair.one].record.id, cards[pair.other].record.id)
    return Tie(records=records, score=pair.score, features=pair.features)


def _differing(members: Sequence[Card]) -> dict[str, tuple[Claim, ...]]:
    """The fields that the records give differing values, nulls left out; values in the order of the records."""
    if len(members) == 1:
        return {}
    values: dict[str, dict[bytes, list[str]]] = defaultdict(lambda: defaultdict(list))
    for member in members:
        for name, value in to_dict(member.record).items():
            if name not in _SHARED and value not in (None, [], {}):
                values[name][msgspec.json.encode(value)].append(member.record.id)
    return {
        name: tuple(Claim(value=msgspec.json.decode(raw), records=tuple(ids)) for raw, ids in held.items())
        for name, held in values.items()
        if len(held) > 1
    }
