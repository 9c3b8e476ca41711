"""B-cubed precision and recall of a clustering (Bagga and Baldwin, 1998)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable

import msgspec


class BCubed(msgspec.Struct, frozen=True, kw_only=True):
    """Precision and recall from 0 to 1, each the mean over `items` items; both are 1 when there are none."""

    precision: float
    recall: float
    items: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def bcubed(items: Iterable[tuple[Hashable, Hashable]]) -> BCubed:
    """Score items given as `(gold cluster, predicted cluster)`.

    For each item: precision is the share of its predicted cluster that is of its gold cluster, recall the
    share of its gold cluster that is in its predicted cluster; the item itself counts in both.
    """
    cells = Counter(items)
    gold: Counter[Hashable] = Counter()
    predicted: Counter[Hashable] = Counter()
    for (right, guess), count in cells.items():
        gold[right] += count
        predicted[guess] += count
    total = cells.total()
    if not total:
        return BCubed(precision=1.0, recall=1.0, items=0)
    precision = sum(count * count / predicted[guess] for (_, guess), count in cells.items())
    recall = sum(count * count / gold[right] for (right, _), count in cells.items())
    return BCubed(precision=precision / total, recall=recall / total, items=total)
