"""Two sides' readouts of one event compared: what both report, what only one does, what they tell otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from communique.errors import RequestError, UnknownError
from communique.kinds.registry import to_dict
from communique.ledger.stored import Stored
from communique.resolve.cards import Card, card
from communique.resolve.comparers import MUTUAL, people
from communique.resolve.comparing import CLAIMED, COMPARED, compare
from communique.resolve.events import Event
from communique.resolve.weights import FACT_SAME
from communique.views.describe import plain
from communique.views.phrases import phrase_with_sides
from communique.views.scene import Scene
from communique.world.publishers import publisher_state

_ALIKE = frozenset({"id", "doc", "evidence", "lang", "attribution", "confidence", "rule", "kind", "units"})
_ACTORS = frozenset({"participants", "visitor", "inviter", "invitee"})
_WORDED = frozenset(
    {"title", "to", "tier_text", "occasion", "name", "action", "issue", "reason", "text", "sectors"}
)


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One record of a readout: its words, its quote, and where that stands."""

    record: str
    kind: str
    text: str
    modality: str
    quote: str
    lang: str
    document: str
    publisher: str | None


class Both(msgspec.Struct, frozen=True, kw_only=True):
    """What both sides report, each in its words; `differs` names the fields in which they contradict."""

    a: Said
    b: Said
    differs: dict[str, tuple[str, str]]


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """Whose readouts are compared: a state's or a publisher's, and their documents."""

    name: str
    state: str | None
    documents: tuple[str, ...]


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """`a_on_b` is what side `a` says that side `b` said, and the other way round."""

    event: str
    a: Side
    b: Side
    both: tuple[Both, ...]
    only_a: tuple[Said, ...]
    only_b: tuple[Said, ...]
    a_on_b: tuple[Said, ...]
    b_on_a: tuple[Said, ...]


def sides_of(scene: Scene, event: Event) -> list[Side]:
    """Whose texts tell an event: one side for each state that published some, and one for each other
    publisher; the sides that take part first. Copies of other texts are left out."""
    documents = {item.document.id: item.document for item in scene.tellings(event)}
    groups: dict[tuple[str | None, str], list[str]] = {}
    for doc in event.documents:
        if doc not in event.copies:
            publisher = documents[doc].publisher or doc
            state = documents[doc].speaks_for or publisher_state(publisher)
            groups.setdefault((state, state or publisher), []).append(doc)
    order = sorted(groups, key=lambda key: (key[0] not in event.states, list(groups).index(key)))
    return [Side(name=key[1], state=key[0], documents=tuple(groups[key])) for key in order]


def compare_readouts(scene: Scene, event: Event, a: Side, b: Side) -> Comparison:
    """What the documents of two sides of an event tell, set against each other."""
    ours, theirs = _cards(scene, a.documents), _cards(scene, b.documents)
    stored = scene.records
    pairs = list(_matched(ours, theirs))
    met = {id for pair in pairs for id in (pair[0].record.id, pair[1].record.id)}
    return Comparison(
        event=event.id,
        a=a,
        b=b,
        both=tuple(_both(x, y, stored) for x, y in pairs),
        only_a=tuple(told_of(stored[c.record.id]) for c in ours if c.record.id not in met),
        only_b=tuple(told_of(stored[c.record.id]) for c in theirs if c.record.id not in met),
        a_on_b=tuple(_reported(stored, ours, b.state)),
        b_on_a=tuple(_reported(stored, theirs, a.state)),
    )


def chosen(sides: Sequence[Side], between: tuple[str, str] | None) -> tuple[Side, Side]:
    """The two sides to compare: the first two, or those whose name, state or document is asked for."""
    if between is None:
        if len(sides) < 2:
            raise RequestError("only one side tells this event, so there is nothing to compare it with")
        return sides[0], sides[1]
    found = []
    for wanted in between:
        side = next((s for s in sides if wanted in (s.name, s.state, *s.documents)), None)
        if side is None:
            known = ", ".join(s.name for s in sides)
            raise UnknownError(f"no side of this event has this name; there are {known}", entry=wanted)
        found.append(side)
    if found[0] == found[1]:
        raise RequestError("both names are of one side", entry=" ".join(between))
    return found[0], found[1]


def _cards(scene: Scene, documents: Sequence[str]) -> list[Card]:
    kinds = COMPARED.keys() | CLAIMED.keys()
    return [
        card(item, scene.identities, item.record.doc)
        for item in scene.told
        if item.record.doc in documents and item.record.kind in kinds
    ]


def _matched(ours: Sequence[Card], theirs: Sequence[Card]) -> Iterator[tuple[Card, Card]]:
    """The pairs that tell one fact, the likest first, in the order of the first side's text."""
    scored = sorted(
        (
            (-compare(x, y)[0], n, m)
            for n, x in enumerate(ours)
            for m, y in enumerate(theirs)
            if x.record.kind == y.record.kind
        ),
    )
    taken: dict[int, int] = {}
    for score, n, m in scored:
        if -score >= FACT_SAME and n not in taken and m not in taken.values():
            taken[n] = m
    return ((ours[n], theirs[m]) for n, m in sorted(taken.items()))


def _both(x: Card, y: Card, stored: Mapping[str, Stored]) -> Both:
    one, other = to_dict(x.record), to_dict(y.record)
    if one.get("measure") in MUTUAL and {one["reporter"], one["partner"]} == {
        other["reporter"],
        other["partner"],
    }:
        one = {name: value for name, value in one.items() if name not in ("reporter", "partner")}
    if people(x, y) != "another person of a side":
        one = {name: value for name, value in one.items() if name not in _ACTORS}
    differs = {
        name: (plain(one[name]), plain(other[name]))
        for name in one
        if name not in _ALIKE | _WORDED
        and _told(one[name])
        and _told(other[name])
        and _apart(one[name], other[name])
    }
    return Both(a=told_of(stored[x.record.id]), b=told_of(stored[y.record.id]), differs=differs)


def _told(value: object) -> bool:
    return value not in (None, [], (), {})


def _apart(one: object, other: object) -> bool:
    """Whether two values contradict each other: lists of which one holds the other do not."""
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        a, b = ({msgspec.json.encode(item) for item in value} for value in (one, other))
        return not (a <= b or b <= a)
    return one != other


def _reported(stored: Mapping[str, Stored], cards: Sequence[Card], state: str | None) -> Iterator[Said]:
    """What the readouts of one side say that the other side said."""
    for item in cards:
        attribution = item.record.attribution
        if attribution.reported_by_other_side or (state is not None and attribution.country == state):
            yield told_of(stored[item.record.id])


def told_of(item: Stored) -> Said:
    """A record as it is said: in words, with its quote."""
    text, tags = phrase_with_sides(item.record)
    return Said(
        record=item.record.id,
        kind=item.record.kind,
        text="; ".join((text, *tags)),
        modality=item.record.modality,
        quote=item.record.evidence[0].quote,
        lang=item.document.lang,
        document=item.document.id,
        publisher=item.document.publisher,
    )
