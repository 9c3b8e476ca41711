"""Reading and resolving the texts of a gold set for resolution, so that the links can be scored at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec

from communique.kinds.person import Person
from communique.ledger.store import Ledger
from communique.lexicon import languages
from communique.pipeline import read_document
from communique.quality.bcubed import BCubed
from communique.quality.linking import LinkScore, PeopleScore, score_copies, score_links, score_people
from communique.quality.linking_gold import LinkingGold, load_linking
from communique.quality.tally import Counts
from communique.reading.results import Reading
from communique.resolve.resolution import resolve
from communique.settings import ReadSettings
from communique.text.ingest import document_from_text
from communique.text.meta import load_meta

_SEEN = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """How well a set's events, persons and copies are found."""

    events: LinkScore
    people: PeopleScore
    copies: Counts


def score_linking(folder: Path) -> Linked:
    """Read the texts of a gold set, resolve what was read, and score it; `InputError` for a faulty set."""
    gold = load_linking(folder)
    with Ledger.open(":memory:") as ledger:
        ledger.add_many(_readings(folder, gold), _SEEN)
        found = resolve(ledger)
    names = {
        (person.country, name): person.id
        for person in found.people
        for spelled in person.names.values()
        for name in spelled
    }
    people = {
        (record.doc, record.name): names[record.country, record.name]
        for record in (stored.record for stored in found.told)
        if isinstance(record, Person)
    }
    events = {key: event.id for event in found.events for key in event.records}
    return Linked(
        events=score_links(gold, events, (stored.record for stored in found.told)),
        people=score_people(gold, people),
        copies=score_copies(gold, found.copies),
    )


def _readings(folder: Path, gold: LinkingGold) -> Iterator[Reading]:
    meta = load_meta(folder / "meta.jsonl")
    for doc, text in gold.texts.items():
        path = str(folder / "texts" / f"{doc}.txt")
        document = document_from_text(text, doc, path, ReadSettings(), meta.get(doc), languages())
        yield read_document(document)


def as_text(linked: Linked) -> str:
    """The scores as lines for a terminal."""
    events = linked.events
    rows = [
        ("events, links alone", events.links_alone),
        ("events, with reading errors", events.with_reading_errors),
    ]
    rows += [(f"  {kind}", score) for kind, score in events.kinds.items()]
    rows += [("persons", linked.people.links)]
    copies = linked.copies
    lines = [f"{'B-cubed':28} precision recall     F1  items", *(_line(name, score) for name, score in rows)]
    lines.append(
        f"tellings read {events.read} of {events.told}; records that tell several events {len(events.fused)}"
    )
    lines.append(f"names read {linked.people.read} of {linked.people.named}")
    lines.append(f"copies: found {copies.tp}, missed {copies.fn}, wrong {copies.fp}")
    return "\n".join(lines)


def _line(name: str, score: BCubed) -> str:
    return f"{name:28}     {score.precision:.3f}  {score.recall:.3f}  {score.f1:.3f}  {score.items:5}"
