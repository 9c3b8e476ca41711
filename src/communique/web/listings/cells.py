"""Cells that many tables have: states, days, quotes that lead to their place in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.ledger.stored import Stored
from communique.views.names import country_name
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


def day(date: str | None) -> Cell:
    """A date in EDTF; an interval on two lines."""
    if not date:
        return Cell()
    parts = [part for part in date.split("/") if part]
    lines = [parts[0], *(f"– {part}" for part in parts[1:])]
    return Cell(tuple(Line(line) for line in lines), date)


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
