"""What speaks for and against two records telling one fact: the features, their weights, and who is asked.

Each comparer looks at one side of two cards and names the feature it finds, or none. The weights are log-odds
set by hand on the linking set of the tests; `FACT_SAME` is where a pair is taken for one fact, and under
`APART` two records are never joined, not by a third either.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from communique.base.edtf import bounds
from communique.kinds.indicator import Indicator
from communique.kinds.record import Record
from communique.ledger.names import fold_name
from communique.resolve.cards import Card, Window, place_of
from communique.resolve.spelling import part_similarity, romanised

FACT_SAME = 1.0
APART = -2.0
PRIOR = -3.0
"""Of two records of one kind and pair of states, before anything else is known of them."""
WEIGHTS = {
    "the same sides": 1.5,
    "sides of which one is told fewer of": 0.5,
    "other sides beside the shared ones": -1.5,
    "the same person of a side": 2.5,
    "the same persons of both sides": 4.0,
    "another person of a side": -4.0,
    "the same day": 3.0,
    "days that touch": 1.5,
    "a time that may be the same": 0.5,
    "reports of the same days": 1.5,
    "a day apart": -1.0,
    "some days apart": -2.0,
    "other days": -7.0,
    "the same format": 1.0,
    "another format": -4.5,
    "the same place": 1.0,
    "another place": -2.5,
    "a place in another country": -4.0,
    "the same instrument": 1.5,
    "an instrument by another word": 1.0,
    "an instrument told less exactly": 0.5,
    "steps in the same weeks": 1.0,
    "another instrument": -3.5,
    "the same title": 4.0,
    "a title in common words": 1.5,
    "another title": -3.0,
    "a word in common": 1.0,
    "the same subject": 1.5,
    "another subject": -2.0,
    "the same name": 4.0,
    "a name in common words": 1.5,
    "another name": -2.5,
    "the same number": 2.5,
    "another number": -8.0,
    "the same type": 0.5,
    "another type": -2.0,
    "the same tier": 2.0,
    "another tier": -4.0,
    "the same step": 1.0,
    "another step": -2.0,
    "the same value": 3.5,
    "a value close by": 1.0,
    "another value": -2.0,
    "another unit": -8.0,
    "the same period": 3.0,
    "a period in the other": 0.5,
    "another period": -8.0,
    "the same direction": 1.5,
    "the other direction": -6.0,
    "told in the same words": 6.0,
    "told twice in one text": -2.0,
}
Comparer = Callable[[Card, Card], str | None]
_NEAR_INSTRUMENTS = (
    frozenset({"memorandum", "letter_of_intent", "framework_agreement"}),
    frozenset({"joint_declaration", "joint_statement"}),
    frozenset({"treaty", "agreement", "framework_agreement"}),
    frozenset({"contract", "agreement"}),
)
"""Instruments that one translation or outlet calls so and another otherwise."""
_STEPS = 21
"""Days within which an instrument is announced and signed, mostly."""
_FAR = frozenset({"some days apart", "other days"})
_LASTING = frozenset({"in_place", "reaffirmed"})
MUTUAL = frozenset({"trade_turnover", "trade_balance", "agreements"})
"""Measures of both sides together, whichever is named first."""
_GENERIC = frozenset({"agreement", "other"})
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_ALIKE = 0.72


def _sides(one: Card, other: Card) -> str | None:
    if one.states == other.states:
        return "the same sides"
    if one.states <= other.states or other.states <= one.states:
        return "sides of which one is told fewer of"
    return "other sides beside the shared ones"


def _people(one: Card, other: Card) -> str | None:
    same = 0
    for state in one.people.keys() & other.people.keys():
        if _meets(one.people[state], other.people[state]):
            same += 1
        else:
            return "another person of a side"
    return (None, "the same person of a side", "the same persons of both sides")[min(same, 2)]


def _meets(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a person is in both; of names that no report explains, whether two are alike."""
    if some & others:
        return True
    names = [name[5:] for name in some if name.startswith("name:")]
    more = [name[5:] for name in others if name.startswith("name:")]
    return any(part_similarity(a, b) >= _ALIKE for a in names for b in more)


def _days(one: Card, other: Card) -> str | None:
    a, b = one.window, other.window
    if a is None or b is None:
        return None
    gap = max((a.first - b.last).days, (b.first - a.last).days, 0)
    if gap == 0:
        return _touching(a, b)
    told = a.basis == b.basis == "told"
    if gap == 1 or (gap == 2 and not told):
        return "a day apart"
    return "some days apart" if gap <= 5 and not told else "other days"


def _lasting_days(one: Card, other: Card) -> str | None:
    """The days of what may last longer than the day that a text names."""
    found = _days(one, other)
    return _MAYBE if found == "a day apart" else found


def _instrument_days(one: Card, other: Card) -> str | None:
    """The days of one step of an instrument; its steps lie apart, and a title is told again at any time."""
    a, b = one.record, other.record
    if getattr(a, "status", None) != getattr(b, "status", None):
        near = one.reported and other.reported and abs((one.reported - other.reported).days) <= _STEPS
        return "steps in the same weeks" if near else None
    told = all(card.window is not None and card.window.basis == "told" for card in (one, other))
    titled = getattr(a, "title", None) and getattr(b, "title", None)
    found = _days(one, other)
    return None if found in _FAR and titled and not told else found


def _tier_days(one: Card, other: Card) -> str | None:
    """The days on which a tier changed; that it is in place is told at any time."""
    steps = {getattr(card.record, "change", None) for card in (one, other)}
    return None if steps & _LASTING else _days(one, other)


def _figure_days(one: Card, other: Card) -> str | None:
    """The days of the reports, where a figure is told without its period."""
    both = getattr(one.record, "period", None) and getattr(other.record, "period", None)
    return None if both else _days(one, other)


def _touching(a: Window, b: Window) -> str:
    if a.basis == b.basis == "told":
        if a.one_day and b.one_day:
            return "the same day"
        return "days that touch" if max((a.last - a.first).days, (b.last - b.first).days) <= 7 else _MAYBE
    if a.basis == b.basis and a.first == b.first:
        return "reports of the same days"
    return "days that touch" if max((a.last - a.first).days, (b.last - b.first).days) <= 7 else _MAYBE


_MAYBE = "a time that may be the same"


def _place(one: Card, other: Card) -> str | None:
    a, b = place_of(one.record), place_of(other.record)
    if a is None or b is None or not (a.country and b.country):
        return None
    if a.country != b.country:
        return "a place in another country"
    if not a.name or not b.name:
        return None
    return "the same place" if a.name == b.name else "another place"


def _told(name: str, same: str, differs: str) -> Comparer:
    """A comparer of a closed field that speaks where both records have it."""

    def compare(one: Card, other: Card) -> str | None:
        a, b = getattr(one.record, name), getattr(other.record, name)
        if a is None or b is None:
            return None
        return same if a == b else differs

    return compare


def _instrument(one: Card, other: Card) -> str | None:
    a, b = getattr(one.record, "instrument", None), getattr(other.record, "instrument", None)
    if a == b:
        return "the same instrument"
    if any({a, b} <= kin for kin in _NEAR_INSTRUMENTS):
        return "an instrument by another word"
    return "an instrument told less exactly" if {a, b} & _GENERIC else "another instrument"


def _worded(name: str, kind: str) -> Comparer:
    """A comparer of a field in words: by tokens in one language, across languages by what is not translated."""

    def compare(one: Card, other: Card) -> str | None:
        a, b = tokens(getattr(one.record, name)), tokens(getattr(other.record, name))
        if not a or not b:
            return None
        share = len(a & b) / min(len(a), len(b))
        if share >= 0.8 and len(a & b) > 1:
            return f"the same {kind}"
        if one.lang != other.lang:
            return f"a {kind} in common words" if len(a & b) > 1 or share >= 0.5 else _one_word(a, b)
        if share >= 0.5:
            return f"a {kind} in common words"
        return f"another {kind}" if share < 0.25 and min(len(a), len(b)) > 1 else None

    return compare


def _one_word(a: frozenset[str], b: frozenset[str]) -> str | None:
    """A word that two languages write alike, mostly a name (`ASEAN`, `Mercosur`)."""
    return "a word in common" if any(len(word) > 4 or word.isdigit() for word in a & b) else None


def _subject(one: Card, other: Card) -> str | None:
    """What two titles in two languages are about, by the sectors that each language's pack finds in them."""
    if one.lang == other.lang or not one.subjects or not other.subjects:
        return None
    return "another subject" if one.subjects.isdisjoint(other.subjects) else "the same subject"


def tokens(text: str | None) -> frozenset[str]:
    """The romanised words of a name or title that tell it from others, numbers included."""
    found = _WORD.findall(romanised(fold_name(text))) if text else ()
    return frozenset(word for word in found if len(word) > 3 or word.isdigit())


def _value(one: Card, other: Card) -> str | None:
    a, b = one.record, other.record
    if not isinstance(a, Indicator) or not isinstance(b, Indicator):
        return None
    if a.unit != b.unit and "percent" in (a.unit, b.unit):
        return "another unit"
    if a.unit != b.unit or a.value is None or b.value is None:
        return None
    apart = abs(a.value - b.value) / max(abs(a.value), abs(b.value), 1e-9)
    return "the same value" if apart <= 0.005 else "a value close by" if apart <= 0.15 else "another value"


def _period(one: Card, other: Card) -> str | None:
    a, b = getattr(one.record, "period", None), getattr(other.record, "period", None)
    if not a or not b:
        return None
    if a == b:
        return "the same period"
    return "a period in the other" if _within(a, b) else "another period"


def _within(one: str, other: str) -> bool:
    (a, b), (c, d) = bounds(one), bounds(other)
    return a <= d and c <= b


def _direction(one: Card, other: Card) -> str | None:
    a, b = _ends(one.record), _ends(other.record)
    if None in (*a, *b):
        return None
    return "the same direction" if a == b else "the other direction"


def _ends(record: Record) -> tuple[Any, Any]:
    """Who acts and who is acted on, of records that have a direction."""
    if isinstance(record, Indicator):
        return (None, None) if record.measure in MUTUAL else (record.reporter, record.partner)
    inviter, invitee = getattr(record, "inviter", None), getattr(record, "invitee", None)
    if inviter and invitee:
        return inviter.country, invitee.country
    visitor = getattr(record, "visitor", None)
    return (visitor.country, getattr(record, "destination", None)) if visitor else (None, None)


def _words(one: Card, other: Card) -> str | None:
    if one.record.doc == other.record.doc:
        return "told twice in one text"
    same = one.text == other.text and one.record.evidence[0].quote == other.record.evidence[0].quote
    return "told in the same words" if same else None


COMPARED: dict[str, tuple[Comparer, ...]] = {
    "meeting": (_sides, _people, _days, _place, _told("format", "the same format", "another format"), _words),
    "visit": (_direction, _people, _lasting_days, _words),
    "invitation": (_direction, _people, _days, _worded("to", "name"), _words),
    "agreement": (_sides, _instrument, _instrument_days, _worded("title", "title"), _subject, _words),
    "partnership": (
        _sides,
        _tier_days,
        _told("tier", "the same tier", "another tier"),
        _told("change", "the same step", "another step"),
        _words,
    ),
    "indicator": (_sides, _direction, _period, _value, _figure_days, _words),
    "gathering": (
        _worded("name", "name"),
        _told("ordinal", "the same number", "another number"),
        _told("type", "the same type", "another type"),
        _lasting_days,
        _place,
        _words,
    ),
    "project": (
        _worded("name", "name"),
        _subject,
        _sides,
        _told("type", "the same type", "another type"),
        _words,
    ),
}
"""The comparers of each kind whose records may tell one fact."""


def compare(one: Card, other: Card) -> tuple[float, tuple[str, ...]]:
    """The score of two records of one kind for telling the same fact, and the features it is the sum of."""
    found = (comparer(one, other) for comparer in COMPARED[one.record.kind])
    features = tuple(feature for feature in found if feature)
    return PRIOR + sum(WEIGHTS[feature] for feature in features), features
