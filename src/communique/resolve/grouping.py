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


def group(
    size: int,
    pairs: Iterable[Pair],
    apart: Callable[[int, int], bool],
    parted: frozenset[tuple[int, int]] = frozenset(),
) -> list[Group]:
    """The groups of `size` items, those that no pair joins included, by their first member.

    `apart` says that two items contradict each other; it holds two groups asunder as soon as it is true of one
    member of each. Items judged the same speak as one: they contradict another only where all of them do. The
    pairs that were judged not to be the same (`parted`, the lower place first) are never in one group, unless
    other judgements say so.
    """
    groups = _Groups(size)
    ordered = sorted(pairs, key=lambda p: (-p.score, p.one, p.other))
    for pair in ordered:
        if pair.score >= JUDGED:
            groups.join(pair)
    units = {at: tuple(groups.members[groups.home[at]]) for at in range(size)}

    def contradict(a: int, b: int) -> bool:
        if (min(a, b), max(a, b)) in parted:
            return True
        return all(apart(x, y) for x in units[a] for y in units[b])

    # Nothing is judged of most.
    differ = contradict if parted or len(groups.members) < size else apart
    # Two groups that contradict each other do so however they grow.
    asunder: set[tuple[int, int]] = set()
    for pair in ordered:
        one, other = groups.home[pair.one], groups.home[pair.other]
        if one == other or (one, other) in asunder:
            continue
        if any(differ(a, b) for a in groups.members[one] for b in groups.members[other]):
            asunder.update(((one, other), (other, one)))
        else:
            groups.join(pair)
    found = [Group(tuple(sorted(group)), tuple(groups.joined[key])) for key, group in groups.members.items()]
    return sorted(found, key=lambda g: g.members[0])


class _Groups:
    """Which items are together so far, and the pairs that joined them."""

    def __init__(self, size: int) -> None:
        self.home = list(range(size))
        self.members = {at: [at] for at in range(size)}
        self.joined: dict[int, list[Pair]] = defaultdict(list)

    def join(self, pair: Pair) -> None:
        """Put the groups of a pair together."""
        one, other = self.home[pair.one], self.home[pair.other]
        if one == other:
            return
        for at in self.members[other]:
            self.home[at] = one
        self.members[one] += self.members.pop(other)
        self.joined[one] += [*self.joined.pop(other, []), pair]


def judged(
    keys: Mapping[str, int], verdicts: Mapping[tuple[str, str], str]
) -> tuple[list[Pair], frozenset[tuple[int, int]]]:
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
    return same, frozenset(parted)
