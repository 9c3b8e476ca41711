"""Groups out of scored pairs: the surest pair first, and never against a contradiction or a judgement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

import msgspec

JUDGED = 100.0
"""The score of a pair that a person has judged to be the same."""


class Pair(msgspec.Struct, frozen=True):
    """Two items by their places, the score for being the same, and the features that it is the sum of."""

    score: float
    one: int
    other: int
    features: tuple[str, ...]


class Group(msgspec.Struct, frozen=True):
    """Items that are the same, and the pairs that joined them."""

    members: tuple[int, ...]
    pairs: tuple[Pair, ...]


def group(size: int, pairs: Iterable[Pair], apart: Callable[[int, int], bool]) -> list[Group]:
    """The groups of `size` items, those that no pair joins included, by their first member.

    `apart` says that two items cannot be the same; it holds two groups asunder as soon as it is true of one
    member of each, unless the pair was judged.
    """
    home = list(range(size))
    members = {at: [at] for at in range(size)}
    joined: dict[int, list[Pair]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda p: (-p.score, p.one, p.other)):
        one, other = home[pair.one], home[pair.other]
        if one == other:
            continue
        if pair.score < JUDGED and any(apart(a, b) for a in members[one] for b in members[other]):
            continue
        for at in members[other]:
            home[at] = one
        members[one] += members.pop(other)
        joined[one] += [*joined.pop(other, []), pair]
    found = [Group(tuple(sorted(group)), tuple(joined[key])) for key, group in members.items()]
    return sorted(found, key=lambda g: g.members[0])


def judged(
    keys: Mapping[str, int], verdicts: Mapping[tuple[str, str], str]
) -> tuple[list[Pair], set[tuple[int, int]]]:
    """What people have said of the items that `keys` gives the places of: pairs that are the same, and pairs
    that are not, the lower place first."""
    same: list[Pair] = []
    parted: set[tuple[int, int]] = set()
    for (left, right), verdict in sorted(verdicts.items()):
        if left not in keys or right not in keys:
            continue
        one, other = sorted((keys[left], keys[right]))
        if verdict == "same":
            same.append(Pair(JUDGED, one, other, ("judged the same",)))
        elif verdict == "not_same":
            parted.add((one, other))
    return same, parted
