"""What people should look at first: the least certain records, and the least certain links between them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any, Literal

import msgspec

from communique.kinds.fields import own_fields
from communique.kinds.registry import to_dict
from communique.ledger.store import Ledger
from communique.ledger.stored import Stored
from communique.resolve.people import SAME, person_key
from communique.resolve.resolution import Resolution, Verdicts, resolve
from communique.resolve.weights import FACT_SAME
from communique.views.corrected import shown
from communique.views.phrases import phrase_with_sides

_AROUND = 220
"""Code points of text shown on each side of a quote."""


class Context(msgspec.Struct, frozen=True):
    """A quote within its text: what stands before it, itself, and what stands behind."""

    before: str
    quote: str
    after: str


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """Something to look at: one record, or two keys that were taken for one event or person.

    `certainty` goes from 0 to 1. `keys` has one record's id, or the two that a judgement would be on.
    """

    sort: Literal["record", "event", "person"]
    certainty: float
    keys: tuple[str, ...]
    says: str
    why: str
    fields: dict[str, str] = {}
    context: tuple[Context, ...] = ()


def questions(ledger: Ledger, limit: int, *, kind: str | None = None, links: bool = False) -> list[Question]:
    """The least certain first, at most `limit`; what somebody has spoken of already is left out.

    `links` also asks of events and persons, for which the whole ledger is resolved.
    """
    asked = [_of_record(ledger, item) for item in ledger.least_certain(limit, kind)]
    if links:
        asked += doubtful_links(ledger, resolve(ledger))
    return least_certain(ledger, asked, limit)


def least_certain(ledger: Ledger, asked: Iterable[Question], limit: int) -> list[Question]:
    """The least certain of some questions, at most `limit`, each with its quotes in their texts."""
    first = sorted(asked, key=lambda q: (q.certainty, q.sort, q.keys))[:limit]
    return [_with_context(ledger, question) if question.sort == "event" else question for question in first]


def doubtful_links(ledger: Ledger, found: Resolution) -> Iterator[Question]:
    """Every link between two records or names of a resolution that nobody has judged, with how certain it is."""
    persons, events = Verdicts.of(ledger)
    for person in found.people:
        for link in person.links:
            one, other = (person_key(name, person.country) for name in link.names)
            question = _of_link("person", (one, other), link, SAME)
            if question.keys not in persons:
                yield question
    for event in found.events:
        for tie in event.ties:
            question = _of_link("event", tie.records, tie, FACT_SAME)
            if question.keys not in events:
                yield question


def _of_link(
    sort: Literal["event", "person"], keys: tuple[str, str], link: Any, threshold: float
) -> Question:
    one, other = sorted(keys)
    return Question(
        sort=sort,
        certainty=round(1 / (1 + math.exp(threshold - link.score)), 3),
        keys=(one, other),
        says=f"{one} = {other}",
        why=f"{', '.join(link.features)} ({link.score:g})",
    )


def _with_context(ledger: Ledger, question: Question) -> Question:
    items = [ledger.record(key) for key in question.keys]
    said = " = ".join(f"{phrase_with_sides(i.record)[0]} [{i.document.id}]" for i in items)
    contexts = tuple(_context(ledger, item) for item in items)
    return msgspec.structs.replace(question, says=said, context=contexts)


def _of_record(ledger: Ledger, item: Stored) -> Question:
    record = item.record
    values = to_dict(record)
    return Question(
        sort="record",
        certainty=record.confidence,
        keys=(record.id,),
        says=f"{record.kind}: {phrase_with_sides(record)[0]}",
        why=f"{record.rule}; {record.lang}, {item.document.id}",
        fields={name: shown(_bare(values[name])) for name in own_fields(record.kind)},
        context=(_context(ledger, item),),
    )


def _bare(value: Any) -> Any:
    """A structure without what it leaves open; nothing when that is all of it."""
    if not isinstance(value, dict):
        return list(value) if isinstance(value, tuple) else value
    return {name: part for name, part in value.items() if part not in (None, False)} or None


def _context(ledger: Ledger, item: Stored) -> Context:
    document = ledger.document(item.document.id, item.document.sha256)
    evidence = item.record.evidence[0]
    text = document.text if document else evidence.quote
    start, end = (evidence.start, evidence.end) if document else (0, len(text))
    return Context(text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND])
