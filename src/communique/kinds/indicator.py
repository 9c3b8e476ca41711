"""Kind `indicator`: a figure with its unit, bound, period, scope and change."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.kinds.record import Record
from communique.lexicon.phrases import Phrase
from communique.mentions.refs import Ref
from communique.reading.cue_hit import CueHit
from communique.reading.figures import Figures
from communique.reading.scope import scope
from communique.reading.sentence import Sentence
from communique.vocab import Bound, Measure

_PARTITIVE_REACH = 6
_OWNER_REACH = 8
_SUPERLATIVE_REACH = 3


class IndicatorChange(msgspec.Struct, frozen=True, gc=False):
    """A change: its size and unit, `up` or `down`, and what it is measured against."""

    value: float | int
    unit: str = "percent"
    direction: Literal["up", "down"] = "up"
    basis: Literal["yoy", "avg_annual", "since"] | None = None


class Baseline(msgspec.Struct, frozen=True, gc=False):
    """The value a figure started from, and the period it stood in (EDTF)."""

    value: float | int
    period: str | None = None


class Indicator(Record, frozen=True, kw_only=True, tag="indicator"):
    """A figure with its unit, bound, period, scope and change."""

    KEY = ("measure", "value", "unit", "reporter", "partner", "period")

    measure: Measure
    value: float | int | None
    reporter: str | None = None
    partner: str | None = None
    bound: Bound = "exact"
    unit: str | None = None
    period: str | None = None
    change: IndicatorChange | None = None
    baseline: Baseline | None = None


def assemble(sentence: Sentence, cues: list[CueHit]) -> None:
    """Emit figures with their measure, scope, period, change and baseline; and ranks."""
    _remember(sentence)
    for hit in cues:
        if hit.cue.set.get("measure") == "rank":
            _rank(sentence, hit)
    if not sentence.amounts():
        return
    headline = sentence.segment.kind == "headline"
    for figure in Figures(sentence).read():
        if headline and figure.measure == "other":
            continue
        if figure.measure != "other":
            sentence.discourse.measure = (figure.measure, sentence.index)
        reporter, partner = scope(sentence, figure)
        change = figure.change
        sentence.emit(
            None,
            "indicator",
            {
                "measure": figure.measure,
                "reporter": reporter,
                "partner": partner,
                "value": figure.amount.value,
                "bound": figure.amount.bound,
                "unit": figure.amount.unit,
                "period": figure.period,
                "change": IndicatorChange(change.value, change.unit, change.direction, change.basis)
                if change
                else None,
                "baseline": Baseline(*figure.baseline) if figure.baseline else None,
            },
            modality=figure.modality,
            rule=f"indicator.{figure.measure}",
            at=figure.anchor.first,
        )


def _remember(sentence: Sentence) -> None:
    """Keep the project and the gathering that the sentence names, for figures that are theirs."""
    for candidate in sentence.candidates:
        if candidate.kind in ("project", "gathering"):
            sentence.discourse.named[candidate.kind] = (str(candidate.slots["name"]), sentence.index)


def _rank(sentence: Sentence, hit: CueHit) -> None:
    """`A is B's third-largest trading partner`, `the largest investor in B`: one record for each partner."""
    superlative = _superlative(sentence, hit)
    if superlative is None:
        return
    if sentence.force.denied_near(sentence.item_at(superlative.start)):
        sentence.drop(hit, "said not to be")
        return
    ranked = min(hit.start, superlative.start)
    if any(
        p.label == "partitive" and p.end <= ranked and ranked - p.end < _PARTITIVE_REACH
        for p in sentence.phrases
    ):
        sentence.drop(hit, "one of several")
        return
    first = sentence.item_at(superlative.start)
    owners = [r for r in sentence.refs if r.states and r.weak and r.last <= first and first - r.last <= 1]
    behind = [
        r for r in sentence.refs if r.states and r.first >= hit.last and r.first - hit.last <= _OWNER_REACH
    ]
    partners = owners[-1:] or _joined(sentence, behind)
    before = [r for r in sentence.refs if r.end <= superlative.start and r not in partners and r.states]
    reporters = sentence.states(r for r in sentence.patient(hit) if r not in partners) or sentence.states(
        before[-1:]
    )
    each = first > 0 and sentence.items[first - 1].text == "'s"
    if len(reporters) > 1 and not partners and not each:
        sentence.drop(hit, "told of several, not of one to another")
        return
    place = _place(sentence, superlative)
    if len(partners) == 1:
        sentence.discourse.trader = next(iter(partners[0].states), None)
    for reporter in reporters[:2]:
        for code in sentence.states(partners) or sentence.discourse.other((reporter,)):
            if code != reporter:
                sentence.emit(
                    hit,
                    "indicator",
                    {
                        "measure": "rank",
                        "reporter": reporter,
                        "partner": code,
                        "value": place,
                        "bound": "exact",
                        "unit": None,
                        "period": None,
                    },
                )


def _superlative(sentence: Sentence, hit: CueHit) -> Phrase | None:
    """The ranking word before the noun, with at most two words between them."""
    if sentence.lexicon.properties.names_follow:
        return next(
            (p for p in sentence.phrases if p.label == "superlative" and _behind(sentence, hit, p)), None
        )
    found = [
        p
        for p in sentence.phrases
        if p.label == "superlative"
        and p.end <= hit.start
        and hit.first - sentence.item_at(p.end - 1) <= _SUPERLATIVE_REACH
    ]
    return found[-1] if found else None


def _behind(sentence: Sentence, hit: CueHit, word: Phrase) -> bool:
    """Whether a ranking word stands behind the noun, with at most two words between them."""
    return 0 <= sentence.item_at(word.start) - hit.last <= _SUPERLATIVE_REACH


def _joined(sentence: Sentence, behind: list[Ref]) -> list[Ref]:
    """The states that an `of` phrase lists (`of countries such as A, B and C`)."""
    if not behind:
        return []
    return [behind[0], *sentence.coordinated(behind[0])]


def _place(sentence: Sentence, superlative: Phrase) -> int:
    """The number before the superlative (`third-largest`, `zweitgrößter`); 1 when there is none."""
    whole = sentence.ordinals.get(sentence.folded[superlative.start : superlative.end])
    if whole is not None:
        return whole
    at = sentence.item_at(superlative.start)
    item = sentence.items[at]
    joined = sentence.folded[item.start : superlative.start].rstrip("-")
    if joined:
        return sentence.ordinals.get(joined, 1)
    last = at + _SUPERLATIVE_REACH if sentence.lexicon.properties.names_follow else at
    return sentence.ordinal(at, last) or 1
