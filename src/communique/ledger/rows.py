"""From readings to rows, table by table; everything that could be wrong is refused here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
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
    """The rows of one document, by table; the last three each name their `statement`."""

    document: Row
    statements: Sequence[Row]
    countries: Sequence[Row]
    people: Sequence[Row]
    evidence: Sequence[Row]


def rows_of(reading: Reading, stamp: Stamp) -> Rows:
    """A reading as rows; `RecordError` when a record does not fit its document or the contract."""
    document = document_row(reading.document, stamp)
    records: dict[str, Record] = {}
    for record in reading.records:
        held = records.setdefault(record.id, record)
        if held is not record and held != record:
            raise _refused(record, "two different records of the document have this id")
    kept = records.values()
    sides = [(record, countries_of(record)) for record in kept]
    seen = {"sha256": document["sha256"], **stamp.columns()}
    return Rows(
        document=document,
        statements=[_statement(record, reading.document, codes) | seen for record, codes in sides],
        countries=[row for record, codes in sides for row in country_rows(record, codes)],
        people=[row for record in kept for row in people_rows(record)],
        evidence=[row for record in kept for row in evidence_rows(record)],
    )


def country_rows(record: Record, codes: Codes | None = None) -> list[Row]:
    """What a record is looked up by: the codes in its slots; `codes` are these where they are at hand."""
    codes = countries_of(record) if codes is None else codes
    return [{"statement": record.id, "country": code, "slot": slot} for code, slot in codes]


def people_rows(record: Record) -> list[Row]:
    """What a record is looked up by: the persons it names."""
    return [
        {"statement": record.id, "name": name, "folded": fold_name(name), "country": code, "slot": slot}
        for name, code, slot in people_of(record)
    ]


def evidence_rows(record: Record) -> list[Row]:
    """A record's quotes."""
    return [
        {"statement": record.id, "start": item.start, "end": item.end, "quote": item.quote}
        for item in dict.fromkeys(record.evidence)
    ]


def document_row(document: Document, stamp: Stamp) -> Row:
    """One version of a document, keyed by its id and the SHA-256 of its text in UTF-8."""
    try:
        start, end = bounds(document.date) if document.date else (None, None)
        digest = sha256(document.text.encode()).hexdigest()
    except ValueError as error:
        raise RecordError(str(error), document.id, "document") from error
    row: Row = {name: getattr(document, name) for name in document.__struct_fields__}
    return row | {"sha256": digest, "date_start": start, "date_end": end} | stamp.columns()


def _statement(record: Record, document: Document, codes: Codes) -> Row:
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


def statement_values(record: Record, codes: Codes | None = None) -> Row:
    """The columns of a statement that follow from its record; `ValueError` for a date that is none."""
    start, end = date_bounds(record)
    said = record.attribution
    return {
        "id": record.id,
        "document": record.doc,
        "kind": record.kind,
        "lang": record.lang,
        "modality": record.modality,
        "confidence": record.confidence,
        "rule": record.rule,
        "date_start": start,
        "date_end": end,
        "speaker": said.speaker,
        "speaker_country": said.country,
        "source": said.source,
        "payload": encode(record).decode(),
        "sides": sides_of(record, countries_of(record) if codes is None else codes),
    }


def _refused(record: Record, why: str) -> RecordError:
    return RecordError(why, record.doc, f"{record.kind} {record.id}")
