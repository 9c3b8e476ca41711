"""Cells that many tables have: states, days, quotes that lead to their place in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.kinds.courtesy import Courtesy
from communique.kinds.person import Person
from communique.ledger.stored import Stored
from communique.views.names import country_name
from communique.views.phrases import actor, phrase_with_sides
from communique.views.scene import Scene, quote
from communique.web.tables import Cell, Line, Sortable, Style
from communique.web.wording import document_href, state_href, words


def plain(text: object, sort: Sortable = None, style: Style = "") -> Cell:
    """One text without a link."""
    return Cell((Line(str(text), style=style),) if text not in (None, "") else (), sort)


def told(code: str | None, kind: str | None = None) -> Cell:
    """A code of the vocabularies in words."""
    return Cell((Line(words(code), kind=kind),) if code else ())


def states(codes: Iterable[str]) -> Cell:
    """States by name, each linked to its page."""
    return Cell(tuple(Line(country_name(code), state_href(code)) for code in codes))


def said_of(stored: Stored) -> str:
    """A record in words, with what qualifies it."""
    record = stored.record
    if isinstance(record, Person):
        state = f" ({country_name(record.country)})" if record.country else ""
        office = record.role_text or words(record.role)
        of = f", {record.organization}" if record.organization else ""
        return f"{record.name}{state}{f': {office}' if office else ''}{of}"
    if isinstance(record, Courtesy):
        reason = f": {record.reason}" if record.reason else ""
        return f"{actor(record.by)} → {actor(record.to)}, {words(record.act)}{reason}"
    text, tags = phrase_with_sides(record)
    return "; ".join((text, *tags))


def own_words(scene: Scene, kind: str, documents: Sequence[str], said: str, text: str) -> Line:
    """Words of a report that a view gives, in the language of the record it cites."""
    stored = scene.told_by(kind, documents, said)
    return Line(text, None, stored.record.lang if stored else None, "main")


def day(date: str | None) -> Cell:
    """A date in EDTF; an interval on two lines."""
    if not date:
        return Cell()
    parts = [part for part in date.split("/") if part]
    lines = [parts[0], *(f"– {part}" for part in parts[1:])]
    return Cell(tuple(Line(line, style="day") for line in lines), date)


def cited(scene: Scene, kind: str, documents: Sequence[str], said: str) -> Line:
    """A quote that a view gives, linked to its mark in the document."""
    stored = scene.told_by(kind, documents, said)
    if stored is None:
        return Line(f"“{said}”", document_href(documents[0]) if documents else None, style="quote")
    return cite(stored)


def cite(stored: Stored) -> Line:
    """A record's quote, linked to its mark in the document."""
    return Line(f"“{quote(stored)}”", record_href(stored), stored.record.lang, "quote")


def record_href(stored: Stored) -> str:
    """Where a record stands in its text."""
    return document_href(stored.document.id, stored.record.id)
