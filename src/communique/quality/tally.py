"""What scoring counts: right, wrong and missed records by kind, right fields, and each mistake."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from communique.quality.credit import Credit
from communique.quality.gold import Plain


class Counts(msgspec.Struct):
    """True and false positives and false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float:
        """Share of the predicted records that are right; 0 when there are none."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold records that were found; 0 when there are none."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Mistake(msgspec.Struct, frozen=True):
    """One disagreement: `EVIDENCE`, `MISSED`, `WRONG` or `FIELD`, where, why, and the record."""

    type: str
    doc: str
    kind: str
    why: str
    record: Plain


class Score(msgspec.Struct):
    """Counts by kind, right and scored values by field, mistakes, and records with a false quote."""

    kinds: defaultdict[str, Counts] = msgspec.field(default_factory=lambda: defaultdict(Counts))
    fields: defaultdict[str, list[int]] = msgspec.field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    mistakes: list[Mistake] = msgspec.field(default_factory=list)
    bad_evidence: int = 0
    credits: defaultdict[str, Credit] = msgspec.field(default_factory=lambda: defaultdict(Credit))
    """Attributions of matched records by the document's language."""

    @property
    def total(self) -> Counts:
        """The counts of all kinds together (micro average)."""
        counts = self.kinds.values()
        return Counts(sum(c.tp for c in counts), sum(c.fp for c in counts), sum(c.fn for c in counts))

    @property
    def macro_f1(self) -> float:
        """The mean of the kinds' F1."""
        return sum(counts.f1 for counts in self.kinds.values()) / max(len(self.kinds), 1)

    @property
    def field_accuracy(self) -> float:
        """Share of the scored fields of matched records that are right."""
        right, scored = (
            (sum(values) for values in zip(*self.fields.values(), strict=True)) if self.fields else (0, 0)
        )
        return right / scored if scored else 0.0
