"""Which records tell which event of the gold for resolution."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from communique.kinds.record import Record
from communique.ledger.slots import countries_of
from communique.quality.linking_gold import Event, LinkingGold
from communique.quality.sentences import Sentences


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One document's telling of an event and the ids of the records that cover it; none if it was not read."""

    event: str
    doc: str
    records: tuple[str, ...]


def tellings(gold: LinkingGold, records: Iterable[Record]) -> list[Telling]:
    """For each event and document that tells it, the records of its kind whose evidence shares a sentence
    with a quote; of several, those that hold most of the event's sides."""
    by_place: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        by_place[record.doc, record.kind].append(record)
    sentences = {doc: Sentences(text) for doc, text in gold.texts.items()}
    return [
        Telling(event=event.event, doc=doc, records=_best(event, covering))
        for event in gold.events
        for doc, covering in _covering(gold, event, sentences, by_place)
    ]


def _covering(
    gold: LinkingGold,
    event: Event,
    sentences: Mapping[str, Sentences],
    by_place: Mapping[tuple[str, str], list[Record]],
) -> Iterator[tuple[str, list[Record]]]:
    quotes: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for told in event.told:
        at = gold.texts[told.doc].index(told.quote)
        quotes[told.doc].append((at, at + len(told.quote)))
    for doc, spans in quotes.items():
        wanted = sentences[doc].touched(spans)
        yield (
            doc,
            [
                record
                for record in by_place.get((doc, event.kind), ())
                if wanted & sentences[doc].touched((part.start, part.end) for part in record.evidence)
            ],
        )


def _best(event: Event, records: list[Record]) -> tuple[str, ...]:
    """The ids of the records that hold most of the event's sides, sorted."""
    held = {record.id: len({code for code, _ in countries_of(record)} & {*event.sides}) for record in records}
    most = max(held.values(), default=0)
    return tuple(sorted(id_ for id_, count in held.items() if count == most))
