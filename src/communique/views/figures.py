"""Figures as series: the claims of each measure side by side, with notes where the arithmetic does not meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from communique.kinds.indicator import Indicator
from communique.ledger.stored import Stored
from communique.resolve.comparers import MUTUAL
from communique.views.footnotes import speaker
from communique.views.numerals import amount
from communique.views.scene import Scene, quote, reported_key

TOLERANCE = 0.03
"""How far, as a share, an implied value may be from a told one before a note is made."""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One figure as one text gives it; `said` is who says so."""

    period: str | None
    value: float | int | None
    bound: str
    change: float | int | None
    said: str
    publisher: str | None
    day: str | None
    quote: str
    document: str


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """The claims of one measure of one scope in one unit, by period and day; `notes` correct nothing."""

    measure: str
    scope: tuple[str, ...]
    unit: str | None
    claims: tuple[Claim, ...]
    notes: tuple[str, ...]


def figures(scene: Scene, states: Iterable[str] = (), measure: str | None = None) -> list[Series]:
    """The series of these states, by measure, scope and unit."""
    wanted = set(states)
    groups: dict[tuple[str, tuple[str, ...], str], list[Stored]] = {}
    for stored in sorted(scene.told, key=reported_key):
        record = stored.record
        if not isinstance(record, Indicator) or (measure and record.measure != measure):
            continue
        scope = tuple(code for code in (record.reporter, record.partner) if code)
        if wanted <= set(scope):
            scope = tuple(sorted(scope)) if record.measure in MUTUAL else scope
            groups.setdefault((record.measure, scope, record.unit or ""), []).append(stored)
    return [_series(key, groups[key]) for key in sorted(groups)]


def _series(key: tuple[str, tuple[str, ...], str], told: Sequence[Stored]) -> Series:
    claims = sorted((_claim(s) for s in told), key=lambda c: (c.period or "9999", c.day or "", c.document))
    records = [s.record for s in told if isinstance(s.record, Indicator)]
    return Series(
        measure=key[0], scope=key[1], unit=key[2] or None, claims=tuple(claims), notes=tuple(_notes(records))
    )


def _claim(stored: Stored) -> Claim:
    record = stored.record
    assert isinstance(record, Indicator)
    return Claim(
        period=record.period,
        value=record.value,
        bound=record.bound,
        change=_signed(record),
        said=speaker(record.attribution, stored.document.speaks_for),
        publisher=stored.document.publisher,
        day=stored.document.date,
        quote=quote(stored),
        document=stored.document.id,
    )


def _signed(record: Indicator) -> float | int | None:
    change = record.change
    if change is None or change.unit != "percent":
        return None
    return change.value if change.direction == "up" else -change.value


def _notes(records: Sequence[Indicator]) -> list[str]:
    """What a growth rate implies of the year before, against what is told of it."""
    told = {r.period: r for r in records if r.period and r.value is not None and len(r.period) == 4}
    notes = []
    for record in records:
        growth = _signed(record)
        yearly = record.change is not None and record.change.basis in (None, "yoy")
        if record.value is None or growth is None or not yearly or growth <= -100:
            continue
        implied = record.value / (1 + growth / 100)
        year = record.period if record.period and len(record.period) == 4 else None
        before = told.get(str(int(year) - 1)) if year else None
        base = record.baseline.value if record.baseline else (before.value if before else None)
        if base is not None and abs(implied - base) / max(abs(base), 1e-9) > TOLERANCE:
            when = (record.baseline.period if record.baseline else None) or (
                before.period if before else None
            )
            notes.append(
                f"{growth:+g} % to {amount(record.value, record.unit)} implies {amount(round(implied), record.unit)} "
                f"before; told is {amount(base, record.unit)}{f' in {when}' if when else ''}"
            )
    return list(dict.fromkeys(notes))
