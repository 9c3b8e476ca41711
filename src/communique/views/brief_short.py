"""`In short`: what a reader must know first, by rules from the facts of a brief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.kinds.agreement import Agreement
from communique.kinds.indicator import Indicator
from communique.ledger.slots import date_text
from communique.views.brief_order import ahead, recent
from communique.views.brief_shape import Group, Line
from communique.views.footnotes import Footnotes
from communique.views.merge import Fact
from communique.views.names import listed
from communique.views.phrases import phrase_with_sides
from communique.views.promises import Promise

_FIGURES = ("trade_turnover", "exports", "imports", "investment", "loan", "grant")
"""Measures that speak for a relation, the most telling first."""
_OPEN = ("open", "begun", "overdue", "silent")


def in_short(
    facts: Sequence[Fact], coming: Sequence[Fact], owed: Sequence[Promise], notes: Footnotes
) -> tuple[Group, ...]:
    """Up to six lines, each under its label; a label for which the facts tell nothing is left out."""
    return tuple(_points(facts, coming, owed, notes))


def _points(
    facts: Sequence[Fact], coming: Sequence[Fact], owed: Sequence[Promise], notes: Footnotes
) -> Iterator[Group]:
    done = sorted((f for f in facts if f.record.modality == "actual"), key=recent, reverse=True)
    tier = [f for f in done if f.record.kind == "partnership"]
    met = [f for f in done if f.record.kind == "meeting"] or [f for f in done if f.record.kind == "visit"]
    dated = sorted((f for f in coming if date_text(f.record) or getattr(f.record, "due", None)), key=ahead)
    signed = [f for f in done if isinstance(f.record, Agreement) and f.record.status != "to_be_signed"]
    for label, found in (("Relation", tier), ("Last meeting", met), ("Next", dated), ("Instrument", signed)):
        if found:
            yield Group(label, (_line(found[0], notes),))
    if any(promise.state in _OPEN for promise in owed):
        yield Group("Commitments", (Line(text=_counted(owed)),))
    figures = sorted(filter(_telling, done), key=_measure)
    if figures:
        yield Group("Figures", (_line(figures[0], notes),))


def _line(fact: Fact, notes: Footnotes) -> Line:
    text, tags = phrase_with_sides(fact.record)
    when = date_text(fact.record) or getattr(fact.record, "due", None)
    return Line(text=text, when=when, reported=fact.reported, tags=tags, notes=notes.cite(fact.sources[:3]))


def _counted(owed: Sequence[Promise]) -> str:
    still = [promise for promise in owed if promise.state in _OPEN]
    states = ((s, sum(p.state == s for p in still)) for s in _OPEN[1:])
    apart = [f"{number} {state}" for state, number in states if number]
    sides = sorted({promise.by for promise in still}, key=lambda by: (-sum(p.by == by for p in still), by))
    owing = [f"{sum(p.by == by for p in still)} by {listed(by)}" for by in sides[:3] if by]
    return f"{len(still)} not told as done" + "".join(
        f"; {', '.join(part)}" for part in (apart, owing) if part
    )


def _telling(fact: Fact) -> bool:
    record = fact.record
    return isinstance(record, Indicator) and record.measure in _FIGURES and record.value is not None


def _measure(fact: Fact) -> int:
    return _FIGURES.index(getattr(fact.record, "measure", ""))
