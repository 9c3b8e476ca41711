"""What a target format cannot hold: counted while exporting, printed and written as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from communique.export.fact import Fact
from communique.kinds.record import Record

_UNCOUNTED = frozenset({"id", "doc", "evidence", "lang", "attribution", "modality", "confidence", "rule"})


class LeftOut(msgspec.Struct, frozen=True):
    """How many facts of a kind have no row, and why."""

    kind: str
    reason: str
    facts: int


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The losses of one export.

    `facts` were selected, `held` of them have a row, `records` tell these. `lost` counts the records with
    something in a field that has no place, `coarse` the facts or rows whose value fits only roughly.
    """

    format: str
    facts: int
    held: int
    records: int
    rows: int
    left_out: tuple[LeftOut, ...]
    lost: dict[str, int]
    coarse: dict[str, int]

    def lines(self) -> list[str]:
        """The report in a few lines of text."""
        out = [
            f"{self.format}: {self.rows} rows hold {self.held} of {self.facts} facts ({self.records} records)"
        ]
        reasons = dict.fromkeys(row.reason for row in self.left_out)
        for reason in reasons:
            kinds = ", ".join(f"{row.facts} {row.kind}" for row in self.left_out if row.reason == reason)
            out.append(f"  left out, {reason}: {kinds}")
        if self.lost:
            out.append("  no place for " + ", ".join(f"{name} ({n})" for name, n in self.lost.items()))
        return out + [f"  told roughly, {note}: {n}" for note, n in self.coarse.items()]


class Losses:
    """Counts during one export; `keeps` are the fields that the format has a place for.

    `every_telling`: the format keeps what each telling says, so that nothing is lost where they differ.
    """

    def __init__(self, keeps: frozenset[str], *, every_telling: bool = False) -> None:
        self._keeps = keeps
        self._every_telling = every_telling
        self._left_out: Counter[tuple[str, str]] = Counter()
        self._coarse: Counter[str] = Counter()
        self._held: dict[str, Fact] = {}
        self._rows = 0

    def leave_out(self, fact: Fact, reason: str) -> None:
        """The fact has no row."""
        self._left_out[fact.kind, reason] += 1

    def coarse(self, note: str, count: int = 1) -> None:
        """Something was told more roughly than the ledger has it."""
        if count:
            self._coarse[note] += count

    def hold(self, fact: Fact, rows: int = 1) -> None:
        """The fact has so many rows more."""
        self._held[fact.id] = fact
        self._rows += rows

    def count_rows(self, rows: int) -> None:
        """Rows that belong to no single fact."""
        self._rows += rows

    def report(self, name: str, facts: int) -> Report:
        """The sum."""
        held = self._held.values()
        records = [telling.record for fact in held for telling in fact.tellings]
        differing = sum(bool(fact.differing) for fact in held)
        if differing and not self._every_telling:
            self.coarse("tellings differ, and the fullest one's values are given", differing)
        left = sorted(self._left_out.items(), key=lambda item: (-item[1], item[0]))
        return Report(
            format=name,
            facts=facts,
            held=len(held),
            records=len(records),
            rows=self._rows,
            left_out=tuple(LeftOut(kind, reason, count) for (kind, reason), count in left),
            lost=dict(_filled(records, self._keeps).most_common()),
            coarse=dict(self._coarse.most_common()),
        )


def _filled(records: Iterable[Record], keeps: frozenset[str]) -> Counter[str]:
    """How many records fill each field that is not kept."""
    found: Counter[str] = Counter()
    for record in records:
        found.update(name for name in _names(record) if name not in keeps)
    return found


def _names(record: Record) -> list[str]:
    names = [
        name
        for name in record.__struct_fields__
        if name not in _UNCOUNTED and getattr(record, name) not in (None, ())
    ]
    if record.attribution.speaker or record.attribution.country or record.attribution.source:
        names.append("speaker")
    if record.modality != "actual":
        names.append("modality")
    return [*names, "quote", "confidence", "lang"]
