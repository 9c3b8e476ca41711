"""What the tools ask the ledger, as plain functions: each gives an answer with ids, quotes and documents."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from communique.api import who
from communique.errors import UnknownError
from communique.kinds.record import Record
from communique.ledger.queries import Query
from communique.ledger.stored import Stored
from communique.views.brief import brief
from communique.views.happened import Wanted
from communique.views.happened import happened as chosen_events
from communique.views.promises import promises
from communique.views.quoted import Found, places, resting
from communique.views.readouts import chosen, compare_readouts, sides_of
from communique.views.scene import quote as first_quote
from communique.web.agents.shapes import Answer, answer, happened, listed, told
from communique.web.held import Held
from communique.web.named import both, code
from communique.web.parts import located, seen_of
from communique.web.sent import read_sent

_TEXTS = 5
"""Documents that are looked through for a quote of no named document."""


def search(held: Held, query: Query, words: str | None, limit: int) -> Answer:
    """Records that meet the question, and the documents whose title, id or publisher has the words."""
    page = held.ledger.page(query, limit)
    found = held.ledger.find_documents(words, limit)[0] if words else []
    return answer(
        records=[told(item) for item in page.records],
        more=page.next is not None,
        documents=[listed(info) for info in found],
    )


def pair_brief(
    held: Held, a: str, b: str, since: str | None, until: str | None, today: dt.date, most: int
) -> Answer:
    """The brief on two states; each of its footnotes has the records that rest on the quote."""
    pair = both(a, b, "a, b", held)
    seen = seen_of(held, *pair)
    made = brief(held.ledger, *pair, since=since, until=until, today=today, most=most, scene=seen.scene)
    cited = tuple(sorted({note.document for note in made.footnotes}))
    records: dict[str, list[Record]] = defaultdict(list)
    for item in held.ledger.ask(Query(documents=cited)):
        records[item.document.id].append(item.record)
    notes = [
        msgspec.to_builtins(note) | {"records": resting(records[note.document], note.start, note.end)}
        for note in made.footnotes
    ]
    return answer(
        title=made.title, scope=made.scope, whole=seen.whole, short=made.short, sections=made.sections,
        footnotes=notes,
    )  # fmt: skip


def timeline(held: Held, a: str, b: str, wanted: Wanted, limit: int) -> Answer:
    """The latest events between two states, each with its tellings."""
    pair = both(a, b, "a, b", held)
    seen = seen_of(held, *pair)
    asked = msgspec.structs.replace(wanted, states=frozenset(pair))
    found = chosen_events(seen.scene.resolution.events, asked)
    return answer(pair=pair, whole=seen.whole, total=len(found), events=happened(seen.scene, found[-limit:]))


def commitments(held: Held, a: str, b: str, states: Iterable[str], today: dt.date, limit: int) -> Answer:
    """What two states owe each other, each with the records that tell it."""
    pair = both(a, b, "a, b", held)
    seen = seen_of(held, *pair)
    wanted = set(states)
    found = [p for p in promises(seen.scene, pair, today) if not wanted or p.state in wanted]
    by_quote = _by_quote(item for item in seen.scene.told if item.record.kind == "commitment")
    return answer(
        pair=pair,
        whole=seen.whole,
        total=len(found),
        commitments=[
            msgspec.to_builtins(p) | {"records": by_quote[p.documents[0], p.quote]} for p in found[-limit:]
        ],
    )


def diff(held: Held, event: str, between: tuple[str, str] | None) -> Answer:
    """Two sides' readouts of an event compared."""
    scene, found = located(held, event)
    made = compare_readouts(scene, found, *chosen(sides_of(scene, found), between))
    return answer(comparison=made)


def quote_check(held: Held, quote: str, document: str | None) -> Answer:
    """Where a quote stands, in a document or in those that hold it, and which records rest on it."""
    names = [document] if document else held.ledger.documents_with(quote, _TEXTS)
    found = [place for name in names for place in _found(held, name, quote)]
    return answer(is_there=bool(found), exact=any(place.match == "exact" for place in found), places=found)


def holder(held: Held, office: str, country: str, on: str) -> Answer:
    """Who held an office on a day, each with the reports that say so and the records that rest on them."""
    wanted = code(country, "country", held)
    answers = who(held.ledger, office, wanted, on)
    documents = tuple(sorted({source.document for one in answers for source in one.sources}))
    people = held.ledger.ask(Query(kind="person", documents=documents)) if documents else []
    by_quote = _by_quote(people)
    return answer(
        answers=[
            msgspec.to_builtins(one)
            | {
                "sources": [
                    msgspec.to_builtins(source)
                    | {"records": by_quote[source.document, " ".join(source.quote.split())]}
                    for source in one.sources
                ]
            }
            for one in answers
        ]
    )


def read_text(text: str, lang: str | None, date: str | None, publisher: str | None) -> Answer:
    """What a text says, read into records; nothing is kept."""
    reading = read_sent(text, lang=lang, date=date, publisher=publisher)
    return answer(
        document=reading.document.id,
        lang=reading.document.lang,
        records=reading.records,
        drops=reading.drops,
    )


def _found(held: Held, name: str, quote: str) -> list[Found]:
    document = held.ledger.document(name)
    if document is None:
        raise UnknownError("the ledger has no document of this id; `search` lists some", entry=name)
    records = [item.record for item in held.ledger.records(document=name)]
    version = held.ledger.documents(name)[-1].sha256
    return [
        Found(
            document=name,
            sha256=version,
            start=start,
            end=end,
            match="exact" if exact else "folded",
            text=document.text[start:end],
            records=resting(records, start, end),
        )
        for start, end, exact in places(document.text, quote)
    ]


def _by_quote(told_by: Iterable[Stored]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for item in told_by:
        found[item.document.id, first_quote(item)].append(item.record.id)
    return found
