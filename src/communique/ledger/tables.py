"""The ledger's tables, one definition for every engine.

Keys are texts that the program makes; there are no identity columns and no foreign keys, because
DuckDB checks both in ways that forbid updating `last_seen`. Times are UTC without a zone.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, Date, DateTime, Double, Index, Integer, MetaData, Table, Text
from sqlalchemy.dialects.postgresql import JSONB

METADATA = MetaData()

Json = JSON().with_variant(JSONB(), "postgresql")

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("lang", Text, nullable=False),
    Column("date", Text),
    Column("date_start", Date),
    Column("date_end", Date),
    Column("publisher", Text),
    Column("url", Text),
    Column("title", Text),
    Column("source", Text),
    Column("first_seen", DateTime, nullable=False),
    Column("last_seen", DateTime, nullable=False),
    Column("reader_version", Text, nullable=False),
)

STATEMENTS = Table(
    "statements",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("lang", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("rule", Text, nullable=False),
    Column("date_start", Date),
    Column("date_end", Date),
    Column("speaker", Text),
    Column("speaker_country", Text),
    Column("source", Text),
    Column("payload", Json, nullable=False),
    Column("first_seen", DateTime, nullable=False),
    Column("last_seen", DateTime, nullable=False),
    Column("reader_version", Text, nullable=False),
)

STATEMENT_COUNTRIES = Table(
    "statement_countries",
    METADATA,
    Column("statement", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("slot", Text, nullable=False),
    Index("statement_countries_country", "country"),
)

STATEMENT_PEOPLE = Table(
    "statement_people",
    METADATA,
    Column("statement", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("country", Text),
    Column("slot", Text, nullable=False),
)

EVIDENCE = Table(
    "evidence",
    METADATA,
    Column("statement", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Index("evidence_statement", "statement"),
)

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("about", Text, nullable=False),
    Column("one", Text, nullable=False),
    Column("other", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text),
    Column("made_at", DateTime, nullable=False),
    Column("retracted_at", DateTime),
    Column("retracted_by", Text),
)

CORRECTIONS = Table(
    "corrections",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("statement", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("read", Text, nullable=False),
    Column("value", Text),
    Column("outcome", Text, nullable=False),
    Column("source", Text),
    Column("reason", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("retracted_at", DateTime),
    Column("retracted_by", Text),
    Index("corrections_statement", "statement"),
)
