"""Positions of two sides laid out so that reciprocal ones stand beside each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from communique.kinds.position import Position
from communique.views.merge import Fact, alike

Pair = tuple[Fact | None, Fact | None]


def facing(facts: Sequence[Fact], a: str, b: str) -> list[Pair]:
    """Rows of `a`'s and `b`'s positions; one that both hold stands on both sides of its row.

    Two face each other when they take the same stance on the same issue, or else take the same
    stance toward one another in the same document.
    """
    shared = [fact for fact in facts if {a, b} <= set(_position(fact).by)]
    left = [fact for fact in facts if a in _position(fact).by and fact not in shared]
    right = [fact for fact in facts if b in _position(fact).by and fact not in shared]
    rows: list[Pair] = [(fact, fact) for fact in shared]
    rows += _take(left, right, _same_issue)
    rows += _take(left, right, lambda x, y: _mutual(x, y, a, b))
    return rows + [(fact, None) for fact in left] + [(None, fact) for fact in right]


def _take(left: list[Fact], right: list[Fact], match: Callable[[Fact, Fact], bool]) -> list[Pair]:
    """The pairs that match; both of each pair are removed from the lists."""
    rows: list[Pair] = []
    for fact in tuple(left):
        other = next((candidate for candidate in right if match(fact, candidate)), None)
        if other is not None:
            left.remove(fact)
            right.remove(other)
            rows.append((fact, other))
    return rows


def _same_issue(x: Fact, y: Fact) -> bool:
    one, two = _position(x), _position(y)
    same = one.stance == two.stance and one.modality == two.modality
    return same and one.issue is not None and alike(one.issue) == alike(two.issue)


def _mutual(x: Fact, y: Fact, a: str, b: str) -> bool:
    one, two = _position(x), _position(y)
    toward_each_other = one.stance == two.stance and b in one.toward and a in two.toward
    together = {s.document.id for s in x.sources} & {s.document.id for s in y.sources}
    return toward_each_other and one.modality == two.modality and bool(together)


def _position(fact: Fact) -> Position:
    assert isinstance(fact.record, Position)
    return fact.record
