"""Comparers of who took part, where, in what form and in which direction."""

from __future__ import annotations

from typing import Any

from communique.kinds.indicator import Indicator
from communique.kinds.record import Record
from communique.resolve.cards import Card, Comparer, place_of
from communique.resolve.spelling import part_similarity

_NEAR_INSTRUMENTS = (
    frozenset({"memorandum", "letter_of_intent", "framework_agreement"}),
    frozenset({"joint_declaration", "joint_statement"}),
    frozenset({"treaty", "agreement", "framework_agreement"}),
    frozenset({"contract", "agreement"}),
)
"""Instruments that one translation or outlet calls so and another otherwise."""
MUTUAL = frozenset({"trade_turnover", "trade_balance", "agreements"})
"""Measures of both sides together, whichever is named first."""
_GENERIC = frozenset({"agreement", "other"})
_ALIKE = 0.72


def sides(one: Card, other: Card) -> str | None:
    """Whether the same states take part."""
    if one.states == other.states:
        return "the same sides"
    if one.states <= other.states or other.states <= one.states:
        return "sides of which one is told fewer of"
    return "other sides beside the shared ones"


def people(one: Card, other: Card) -> str | None:
    """Whether a side is told to act by the same persons."""
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


def place(one: Card, other: Card) -> str | None:
    """Whether both were in one place."""
    a, b = place_of(one.record), place_of(other.record)
    if a is None or b is None or not (a.country and b.country):
        return None
    if a.country != b.country:
        return "a place in another country"
    if not a.name or not b.name:
        return None
    return "the same place" if a.name == b.name else "another place"


def told(name: str, same: str, differs: str) -> Comparer:
    """A comparer of a closed field that speaks where both records have it."""

    def compare(one: Card, other: Card) -> str | None:
        a, b = getattr(one.record, name), getattr(other.record, name)
        if a is None or b is None:
            return None
        return same if a == b else differs

    return compare


def instrument(one: Card, other: Card) -> str | None:
    """Whether the instruments are of one sort."""
    a, b = getattr(one.record, "instrument", None), getattr(other.record, "instrument", None)
    if a == b:
        return "the same instrument"
    if any({a, b} <= kin for kin in _NEAR_INSTRUMENTS):
        return "an instrument by another word"
    return "an instrument told less exactly" if {a, b} & _GENERIC else "another instrument"


def direction(one: Card, other: Card) -> str | None:
    """Whether one side acts on the other in both."""
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


def actors(one: Card, other: Card) -> str | None:
    """Whether the same side says or does it, where both records name one."""
    a, b = by(one.record), by(other.record)
    if not a or not b:
        return None
    if a == b:
        return "the same sides"
    return "sides of which one is told fewer of" if a & b else "another side"


def by(record: Record) -> frozenset[str]:
    """The states that a record says to act: its `by`, whatever shape that has in its kind."""
    acting = getattr(record, "by", ())
    codes = acting if isinstance(acting, tuple) else (getattr(acting, "country", None),)
    return frozenset(code for code in codes if code)


def sectors(one: Card, other: Card) -> str | None:
    """Whether two records speak of one field, told by their sectors or by those of their words."""
    a = frozenset(getattr(one.record, "sectors", ())) or one.subjects
    b = frozenset(getattr(other.record, "sectors", ())) or other.subjects
    if not a or not b:
        return None
    return "another field" if a.isdisjoint(b) else "the same field"


def words(one: Card, other: Card) -> str | None:
    """Whether one text, or a copy of it, tells both."""
    if one.record.doc == other.record.doc:
        return "told twice in one text"
    same = one.text == other.text and one.record.evidence[0].quote == other.record.evidence[0].quote
    return "told in the same words" if same else None
