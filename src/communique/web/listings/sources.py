"""Records, documents and people as tables."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from communique.ledger.looking import Named
from communique.ledger.slots import ASIDE_SLOTS, countries_of
from communique.ledger.stored import DocumentInfo, Stored
from communique.lexicon import language_name
from communique.resolve.people import Known, Office
from communique.views.names import country_name
from communique.views.scene import Scene
from communique.web.listings.cells import cite, day, plain, record_href, said_of, states, told
from communique.web.tables import Cell, Column, Line, Row, Table
from communique.web.wording import document_href, event_href, person_href, words


def records(told_: Iterable[Stored], *, of_kinds: bool = True) -> Table:
    """Records one by one, as they stand; `of_kinds` whether a kind can be chosen among them."""
    columns = (
        Column("reported", "Reported"),
        Column("kind", "Kind", choice=of_kinds),
        Column("what", "What", shape="wide"),
        Column("states", "States", choice=True),
        Column("force", "Force", choice=True),
        Column("confidence", "Confidence", shape="number"),
        Column("document", "Document"),
    )
    return Table("records", columns, tuple(Row(_record(one), one.record) for one in told_), "-reported")


def _record(one: Stored) -> tuple[Cell, ...]:
    record, text = one.record, said_of(one)
    marks = (
        (Line("corrected", style="tag"),) if any(c.outcome == "corrected" for c in one.corrections) else ()
    )
    named = one.document.title or one.document.id
    return (
        day(one.document.date),
        told(record.kind, record.kind),
        Cell((Line(text, record_href(one), style="main"), cite(one), *marks)),
        states(dict.fromkeys(code for code, slot in countries_of(record) if slot not in ASIDE_SLOTS)),
        told(record.modality),
        plain(f"{record.confidence:.2f}", record.confidence),
        Cell((Line(named, document_href(one.document.id), one.document.lang),)),
    )


def all_records(scene: Scene, codes: Sequence[str], today: dt.date) -> Table:
    """Every record of a scene in which these states take part."""
    wanted = set(codes)
    return records(s for s in scene.told if wanted <= {code for code, _ in countries_of(s.record)} | _says(s))


def _says(stored: Stored) -> set[str]:
    country = stored.record.attribution.country
    return {country} if country else set()


def documents(found: Iterable[DocumentInfo], counts: Counter[str] | None = None) -> Table:
    """Documents, with how many records of each are meant here."""
    columns = [
        Column("date", "Date"),
        Column("title", "Title", shape="wide"),
        Column("lang", "Language", choice=True),
        Column("publisher", "Publisher", choice=True),
    ]
    if counts is not None:
        columns.append(Column("records", "Records here", shape="number"))
    made = tuple(Row(_document(one, counts)[: len(columns)], one) for one in found)
    return Table("documents", tuple(columns), made, "-date")


def _document(one: DocumentInfo, counts: Counter[str] | None) -> tuple[Cell, ...]:
    title = Line(one.title or one.id, document_href(one.id), one.lang, "main")
    count = counts[one.id] if counts else 0
    below = (Line(one.id, style="soft"),) if one.title else ()
    return (
        day(one.date),
        Cell((title, *below)),
        plain(language_name(one.lang)),
        plain(one.publisher or ""),
        plain(count, count),
    )


def scene_documents(scene: Scene, codes: Sequence[str], today: dt.date) -> Table:
    """The documents that a scene's records come from."""
    counts = Counter(stored.document.id for stored in scene.told)
    return documents({stored.document.id: stored.document for stored in scene.told}.values(), counts)


def scene_people(scene: Scene, codes: Sequence[str], today: dt.date) -> Table:
    """The persons of these states that a scene's documents name."""
    wanted = set(codes)
    return people(p for p in scene.resolution.people if not wanted or p.country in wanted)


def people(found: Iterable[Known]) -> Table:
    """Persons, one row each, with offices and spellings."""
    columns = (
        Column("name", "Name"),
        Column("country", "State", choice=True),
        Column("office", "Office", shape="wide"),
        Column("spelled", "Also spelled", shape="wide"),
        Column("texts", "Texts", shape="number"),
    )
    return Table("persons", columns, tuple(Row(_person(one), one) for one in found), "-texts")


def _person(one: Known) -> tuple[Cell, ...]:
    spelled = [
        Line(name, lang=lang) for lang, names in one.names.items() for name in names if name != one.name
    ]
    return (
        Cell((Line(one.name, person_href(one.name, one.country), style="main"),)),
        plain(country_name(one.country) if one.country else ""),
        Cell(tuple(Line(office_text(office)) for office in one.offices)),
        Cell(tuple({line.text: line for line in spelled}.values())),
        plain(one.documents, one.documents),
    )


def named(found: Iterable[Named], noun: str) -> Table:
    """Names with how many records bear each."""
    columns = (
        Column("name", "Name", shape="wide"),
        Column("country", "State", choice=True),
        Column("records", "Records", shape="number"),
    )
    return Table(noun, columns, tuple(Row(_named(one), one) for one in found), "-records")


def _named(one: Named) -> tuple[Cell, ...]:
    href = (
        person_href(one.name, one.country) if one.kind == "person" else event_href(one.kind, one.record or "")
    )
    return (
        Cell((Line(one.name, href, style="main"),)),
        plain(country_name(one.country) if one.country else ""),
        plain(one.records, one.records),
    )


def office_text(office: Office) -> str:
    """An office in words with the days of the reports or of the register."""
    told_ = words(office.role) or office.role_text or ""
    if office.role and office.role_text and words(office.role) != office.role_text.casefold():
        told_ = f"{words(office.role)} “{office.role_text}”"
    if office.organization:
        told_ = f"{told_}, {office.organization}"
    days = list(dict.fromkeys(str(found) for found in (office.since, office.until) if found))
    source = f", {office.source}" if office.source else ""
    return f"{told_} ({' to '.join(days)}{source})" if days else told_
