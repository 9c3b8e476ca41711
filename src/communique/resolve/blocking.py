"""Which records are worth comparing: of one kind, with a pair of sides, a name or a measure in common, in the
same days. The cost grows with the records, not with their square: within a block only neighbours in time meet.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from communique.kinds.record import Record
from communique.resolve.cards import Card
from communique.resolve.comparing import COMPARED
from communique.resolve.wording import tokens

NEAR = dt.timedelta(days=3)
"""Days between two facts that may still be one."""
MOST = 60
"""Later neighbours of a record in a block whose facts bear no day."""
_SIDES = 6
_NAMES = {"gathering": "name", "project": "name", "agreement": "title"}
_DATED = frozenset({"meeting", "visit", "invitation", "agreement", "partnership", "gathering"})


def candidates(cards: Sequence[Card]) -> set[tuple[int, int]]:
    """Places of cards to be compared, the lower first."""
    dated: dict[tuple[str, ...], list[int]] = defaultdict(list)
    named: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, card in enumerate(cards):
        if card.record.kind not in COMPARED:
            continue
        for key in _dated_keys(card):
            dated[key].append(at)
        for key in _named_keys(card):
            named[key].append(at)
    found: set[tuple[int, int]] = set()
    for block in dated.values():
        found.update(_in_time(cards, block))
    for block in named.values():
        for n, at in enumerate(block):
            found.update((at, other) for other in block[n + 1 : n + 1 + MOST])
    return found


def _dated_keys(card: Card) -> Iterator[tuple[str, ...]]:
    """The pairs of sides of a fact of some day; where fewer are known, the one side or place."""
    record = card.record
    if record.kind not in _DATED or card.window is None:
        return
    sides = sorted(card.states)[:_SIDES]
    if len(sides) > 1:
        yield from ((record.kind, *pair) for pair in combinations(sides, 2))
    elif sides:
        yield record.kind, sides[0]
    if record.kind == "gathering":
        yield record.kind, str(getattr(record, "type", None))


def _named_keys(card: Card) -> Iterator[tuple[str, ...]]:
    """What a fact is looked up by at any time: the words of its name, its measure or its tier."""
    record = card.record
    sides = tuple(sorted(card.states)[:2])
    if record.kind in _NAMES:
        where = sides if record.kind == "agreement" else ()
        yield from ((record.kind, *where, word) for word in tokens(getattr(record, _NAMES[record.kind])))
    elif record.kind == "partnership":
        yield record.kind, *sides, str(getattr(record, "tier", None))
    elif record.kind == "indicator":
        yield from (
            (record.kind, str(getattr(record, "measure", "")), *sides, year) for year in _years(record, card)
        )


def _years(record: Record, card: Card) -> tuple[str, ...]:
    period = getattr(record, "period", None)
    if period:
        return (period[:4],)
    return (str(card.reported.year), str(card.reported.year - 1)) if card.reported else ("",)


def _in_time(cards: Sequence[Card], block: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of a block whose days lie near each other."""
    windows = [(window, at) for at in block if (window := cards[at].window) is not None]
    order = sorted(windows, key=lambda w: (w[0].first, w[1]))
    for n, (window, at) in enumerate(order):
        for later, other in order[n + 1 :]:
            if later.first > window.last + NEAR:
                break
            yield min(at, other), max(at, other)
