"""What speaks for and against two records telling one fact: which comparers are asked of each kind.

Each comparer looks at one side of two cards and names the feature it finds, or none; `weights.py` says what a
feature weighs.
"""

from __future__ import annotations

from communique.resolve.cards import Card, Comparer
from communique.resolve.comparers import (
    actors,
    direction,
    instrument,
    people,
    place,
    sectors,
    sides,
    told,
    words,
)
from communique.resolve.figures import period, value
from communique.resolve.weights import PRIOR, WEIGHTS
from communique.resolve.when import days, figure_days, instrument_days, lasting_days, tier_days
from communique.resolve.wording import ends, subject, worded

COMPARED: dict[str, tuple[Comparer, ...]] = {
    "meeting": (sides, people, days, place, told("format", "the same format", "another format"), words),
    "visit": (direction, people, lasting_days, words),
    "invitation": (direction, people, days, worded("to", "name"), words),
    "agreement": (sides, instrument, instrument_days, worded("title", "title"), subject, words),
    "partnership": (
        sides,
        tier_days,
        told("tier", "the same tier", "another tier"),
        told("change", "the same step", "another step"),
        words,
    ),
    "indicator": (sides, direction, period, value, figure_days, words),
    "gathering": (
        worded("name", "name"),
        told("ordinal", "the same number", "another number"),
        told("type", "the same type", "another type"),
        lasting_days,
        place,
        words,
    ),
    "project": (
        worded("name", "name"),
        subject,
        sides,
        ends,
        told("type", "the same type", "another type"),
        words,
    ),
}
"""The comparers of each kind whose records may tell one fact."""


CLAIMED: dict[str, tuple[Comparer, ...]] = {
    "commitment": (
        actors,
        told("mode", "the same step", "told in another force"),
        sectors,
        worded("action", "wording"),
    ),
    "position": (
        actors,
        told("stance", "the same step", "another stance"),
        sectors,
        worded("issue", "wording"),
    ),
    "courtesy": (
        actors,
        told("act", "the same step", "another step"),
        sectors,
        worded("reason", "wording"),
    ),
    "act": (actors, told("plover", "the same step", "another step"), sectors, worded("text", "wording")),
}
"""The comparers of what is said or done beside an event, which one event's readouts tell."""

_ASKED = CLAIMED | COMPARED


def compare(one: Card, other: Card) -> tuple[float, tuple[str, ...]]:
    """The score of two records of one kind for telling the same fact, and the features it is the sum of."""
    features: list[str] = []
    weight = 0.0
    for comparer in _ASKED[one.record.kind]:
        if feature := comparer(one, other):
            features.append(feature)
            weight += WEIGHTS[feature]
    return PRIOR + weight, tuple(features)
