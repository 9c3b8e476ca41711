"""How well records are linked into events and names into persons, against gold for resolution."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from communique.kinds.record import Record
from communique.quality.bcubed import BCubed, bcubed
from communique.quality.compare import fold
from communique.quality.linking_gold import LinkingGold
from communique.quality.tally import Counts
from communique.quality.tellings import tellings


class LinkScore(msgspec.Struct, frozen=True, kw_only=True):
    """Links of events, without and with what the reader did wrong before anything could be linked.

    `links_alone` leaves out tellings that no record covers and records that tell several events at once.
    `with_reading_errors` counts both: the former as items in clusters of their own, the latter as one item
    for each of their events, all in one cluster.
    """

    links_alone: BCubed
    with_reading_errors: BCubed
    kinds: dict[str, BCubed]
    """`links_alone` by kind of record."""
    told: int
    """Pairs of an event and a document that tells it."""
    read: int
    """How many of them a record covers."""
    fused: tuple[str, ...]
    """The ids of the records that tell several events at once, sorted."""


class PeopleScore(msgspec.Struct, frozen=True, kw_only=True):
    """Links of names to persons, over the pairs of document and name that the reader found."""

    links: BCubed
    named: int
    """Pairs of a person and a document that names them."""
    read: int
    """How many of them the reader found under some name of the gold."""
    unknown: tuple[tuple[str, str], ...]
    """Pairs of document and name that were found and are not in the gold; they are not scored."""


def score_links(gold: LinkingGold, events: Mapping[str, str], records: Iterable[Record]) -> LinkScore:
    """Score clusters of records: `events` gives the cluster of a record id; a record it lacks stands alone.

    The items are the records found for each telling, see `tellings`.
    """
    found = tellings(gold, records)
    items = [(telling.event, id_) for telling in found for id_ in telling.records]
    lost = [(telling.event, telling.doc) for telling in found if not telling.records]
    uses = Counter(id_ for _, id_ in items)
    linked = [(event, events.get(id_, id_)) for event, id_ in items]
    alone = [item for item, (_, id_) in zip(linked, items, strict=True) if uses[id_] == 1]
    kind = {event.event: event.kind for event in gold.events}
    return LinkScore(
        links_alone=bcubed(alone),
        with_reading_errors=bcubed([*linked, *((event, (event, doc)) for event, doc in lost)]),
        kinds={
            name: bcubed(item for item in alone if kind[item[0]] == name)
            for name in sorted({kind[event] for event, _ in alone})
        },
        told=len(found),
        read=len(found) - len(lost),
        fused=tuple(sorted(id_ for id_, count in uses.items() if count > 1)),
    )


def score_people(gold: LinkingGold, people: Mapping[tuple[str, str], str]) -> PeopleScore:
    """Score persons: `people` gives the cluster of each `(document, name)` that the reader found.

    Names are compared without case, accents and punctuation.
    """
    right = {
        (doc, fold(name)): who.person
        for who in gold.persons
        for doc, names in who.names.items()
        for name in names
    }
    known = {
        place: right[place[0], fold(place[1])] for place in people if (place[0], fold(place[1])) in right
    }
    return PeopleScore(
        links=bcubed((person, people[place]) for place, person in known.items()),
        named=sum(len(who.names) for who in gold.persons),
        read=len({(person, doc) for (doc, _), person in known.items()}),
        unknown=tuple(sorted(set(people) - set(known))),
    )


def score_copies(gold: LinkingGold, copies: Mapping[str, str]) -> Counts:
    """Score copies: `copies` maps a document to the one that it copies; of a pair, either may be the copy."""
    right = {frozenset((copy.copy_of, copy.doc)) for copy in gold.copies}
    found = {frozenset(pair) for pair in copies.items()}
    return Counts(tp=len(right & found), fp=len(found - right), fn=len(right - found))
