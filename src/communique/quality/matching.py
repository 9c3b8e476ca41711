"""Which fields are a kind's key, and when two records' keys agree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from communique.quality.compare import folded, members, same_name, same_number, same_person

Plain = Mapping[str, Any]


class Key(NamedTuple):
    """A kind's key: its fields, and whether a predicted record's agree with a gold record's."""

    fields: frozenset[str]
    agree: Callable[[Plain, Plain], bool]


def _same(*tests: tuple[str, Callable[[Any], Any]]) -> Key:
    """A key of fields that must be equal after each one's own folding."""

    def agree(gold: Plain, other: Plain) -> bool:
        return all(shape(gold.get(name)) == shape(other.get(name)) for name, shape in tests)

    return Key(frozenset(name for name, _ in tests), agree)


def _person(gold: Plain, other: Plain) -> bool:
    return bool(other.get("name")) and same_person(gold, other, gold.get("aliases", ()))


def _meeting(gold: Plain, other: Plain) -> bool:
    if members(gold.get("countries")) != members(other.get("countries")):
        return False
    wanted = [person for person in gold.get("participants") or () if person.get("name")]
    named = [person for person in other.get("participants") or () if person.get("name")]
    found = sum(
        any(same_person(person, one, person.get("aliases", ())) for one in named) for person in wanted
    )
    return 2 * found >= len(wanted)


def _visit(gold: Plain, other: Plain) -> bool:
    same_place = folded(gold.get("destination")) == folded(other.get("destination"))
    return same_place and same_person(gold.get("visitor"), other.get("visitor"))


def _agreement(gold: Plain, other: Plain) -> bool:
    parties = members(gold.get("parties"))
    same = folded(gold.get("instrument")) == folded(other.get("instrument"))
    return same and (not parties or not parties.isdisjoint(members(other.get("parties"))))


def _indicator(gold: Plain, other: Plain) -> bool:
    same_unit = folded(gold.get("unit")) == folded(other.get("unit"))
    return same_unit and same_number(gold.get("value"), other.get("value"))


KEYS: dict[str, Key] = {
    "person": Key(frozenset({"name", "country"}), _person),
    "meeting": Key(frozenset({"countries", "participants"}), _meeting),
    "visit": Key(frozenset({"visitor", "destination"}), _visit),
    "invitation": _same(("inviter", members), ("invitee", members)),
    "agreement": Key(frozenset({"instrument", "parties"}), _agreement),
    "partnership": _same(("tier", folded), ("parties", members)),
    "commitment": _same(("by", members), ("mode", folded)),
    "position": _same(("by", members), ("stance", folded)),
    "courtesy": _same(("by", members), ("to", members), ("act", folded)),
    "indicator": Key(frozenset({"value", "unit"}), _indicator),
    "project": Key(frozenset({"name"}), same_name),
    "gathering": Key(frozenset({"name"}), same_name),
    "act": _same(("plover", folded), ("by", members), ("toward", members)),
}
