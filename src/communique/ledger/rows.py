"""From readings to rows, table by table; everything that could be wrong is refused here."""

from __future__ import annotations

import datetime as dt
from hashlib import sha256
from typing import Any

import msgspec

from communique.base.edtf import bounds
from communique.errors import RecordError
from communique.kinds.record import Record
from communique.kinds.registry import encode
from communique.ledger.names import fold_name
from communique.ledger.slots import Codes, countries_of, date_bounds, people_of, sides_of
from communique.reading.results import Reading
from communique.text.document import Document

Row = dict[str, Any]
Values = tuple[Any, ...]
OWN = (
    *("id", "document", "kind", "lang", "modality", "confidence", "rule", "date_start", "date_end"),
    *("speaker", "speaker_country", "source", "payload", "sides"),
)
"""The columns of a statement that follow from its record."""


class Stamp(msgspec.Struct, frozen=True):
    """When (UTC, without a zone) and by which reader version something was read."""

    seen_at: dt.datetime
    reader_version: str

    @classmethod
    def of(cls, seen_at: dt.datetime, reader_version: str) -> Stamp:
        """The stamp of an aware time; `ValueError` for a time without a zone."""
        if seen_at.tzinfo is None:
            raise ValueError("seen_at needs a time zone")
        return cls(seen_at.astimezone(dt.UTC).replace(tzinfo=None), reader_version)

    def columns(self) -> Row:
        """The three columns that carry it."""
        return {"first_seen": self.seen_at, "last_seen": self.seen_at, "reader_version": self.reader_version}


class Rows(msgspec.Struct, frozen=True):
    """The rows of one document, by table, as values in the order of `OWN` or of the table's columns.

    What a statement has from its document and its reading is not repeated in its row.
    """

    document: Row
    statements: list[Values]
    countries: list[Values]
    people: list[Values]
    evidence: list[Values]


def rows_of(reading: Reading, stamp: Stamp) -> Rows:
    """A reading as rows; `RecordError` when a record does not fit its document or the contract."""
    records: dict[str, Record] = {}
    for record in reading.records:
        held = records.setdefault(record.id, record)
        if held is not record and held != record:
            raise _refused(record, "two different records of the document have this id")
    rows = Rows(document_row(reading.document, stamp), [], [], [], [])
    statements, countries, people, evidence = rows.statements, rows.countries, rows.people, rows.evidence
    for record in records.values():
        codes = countries_of(record)
        statements.append(_statement(record, reading.document, codes))
        countries.extend(country_rows(record, codes))
        people.extend(people_rows(record))
        evidence.extend(evidence_rows(record))
    return rows


def country_rows(record: Record, codes: Codes | None = None) -> list[Values]:
    """What a record is looked up by: the codes in its slots; `codes` are these where they are at hand."""
    codes = countries_of(record) if codes is None else codes
    return [(record.id, code, slot) for code, slot in codes]


def people_rows(record: Record) -> list[Values]:
    """What a record is looked up by: the persons it names."""
    return [(record.id, name, fold_name(name), code, slot) for name, code, slot in people_of(record)]


def evidence_rows(record: Record) -> list[Values]:
    """The quotes that a record rests on, and where they stand."""
    items = record.evidence if len(record.evidence) == 1 else dict.fromkeys(record.evidence)
    return [(record.id, item.start, item.end, item.quote) for item in items]


def document_row(document: Document, stamp: Stamp) -> Row:
    """One version of a document, keyed by its id and the SHA-256 of its text in UTF-8."""
    try:
        start, end = bounds(document.date) if document.date else (None, None)
        digest = sha256(document.text.encode()).hexdigest()
    except ValueError as error:
        raise RecordError(str(error), document.id, "document") from error
    row: Row = {name: getattr(document, name) for name in document.__struct_fields__}
    return row | {"sha256": digest, "date_start": start, "date_end": end} | stamp.columns()


def _statement(record: Record, document: Document, codes: Codes) -> Values:
    if record.doc != document.id:
        raise _refused(record, f"belongs to the document {document.id!r}")
    if not record.evidence:
        raise _refused(record, "has no evidence")
    try:
        for item in record.evidence:
            item.verify(document.text)
        return statement_values(record, codes)
    except (ValueError, RecordError) as error:
        raise _refused(record, str(error)) from error


def statement_values(record: Record, codes: Codes | None = None) -> Values:
    """What a statement has from its record, in the order of `OWN`; `ValueError` for a date that is none."""
    start, end = date_bounds(record)
    said = record.attribution
    return (
        *(record.id, record.doc, record.kind, record.lang, record.modality, record.confidence, record.rule),
        *(start, end, said.speaker, said.country, said.source, encode(record).decode()),
        sides_of(record, countries_of(record) if codes is None else codes),
    )


def _refused(record: Record, why: str) -> RecordError:
    return RecordError(why, record.doc, f"{record.kind} {record.id}")
