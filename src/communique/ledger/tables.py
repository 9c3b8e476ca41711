"""The ledger's tables, one definition for every engine.

Keys are texts that the program makes; there are no identity columns and no foreign keys, because
DuckDB checks both in ways that forbid updating `last_seen`. Times are UTC without a zone. Indexes
that only one engine is better for having are in the migrations.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, Date, DateTime, Double, Index, Integer, MetaData, Table, Text
from sqlalchemy.dialects.postgresql import JSONB

METADATA = MetaData()

Words = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that every engine compares and sorts by code points."""
Json = JSON().with_variant(JSONB(), "postgresql")

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("id", Words, primary_key=True),
    Column("sha256", Words, primary_key=True),
    Column("text", Words, nullable=False),
    Column("lang", Words, nullable=False),
    Column("date", Words),
    Column("date_start", Date),
    Column("date_end", Date),
    Column("publisher", Words),
    Column("url", Words),
    Column("title", Words),
    Column("source", Words),
    Column("origin", Words),
    Column("side", Words),
    Column("first_seen", DateTime, nullable=False),
    Column("last_seen", DateTime, nullable=False),
    Column("reader_version", Words, nullable=False),
    # DuckDB does not use the first column of a key alone.
    Index("documents_id", "id").ddl_if(dialect="duckdb"),
)

STATEMENTS = Table(
    "statements",
    METADATA,
    Column("id", Words, primary_key=True),
    Column("document", Words, nullable=False),
    Column("sha256", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("lang", Words, nullable=False),
    Column("modality", Words, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("rule", Words, nullable=False),
    Column("date_start", Date),
    Column("date_end", Date),
    Column("speaker", Words),
    Column("speaker_country", Words),
    Column("source", Words),
    Column("payload", Json, nullable=False),
    Column("first_seen", DateTime, nullable=False),
    Column("last_seen", DateTime, nullable=False),
    Column("reader_version", Words, nullable=False),
    Column("sides", Words),
)
# On DuckDB the one writer looks for what is held, which is several times faster than keeping a key of texts.
STATEMENTS.primary_key.ddl_if(dialect="postgresql")

STATEMENT_COUNTRIES = Table(
    "statement_countries",
    METADATA,
    Column("statement", Words, nullable=False),
    Column("country", Words, nullable=False),
    Column("slot", Words, nullable=False),
)

STATEMENT_PEOPLE = Table(
    "statement_people",
    METADATA,
    Column("statement", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("folded", Words, nullable=False),
    Column("country", Words),
    Column("slot", Words, nullable=False),
)

EVIDENCE = Table(
    "evidence",
    METADATA,
    Column("statement", Words, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Words, nullable=False),
)

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("id", Words, primary_key=True),
    Column("about", Words, nullable=False),
    Column("one", Words, nullable=False),
    Column("other", Words, nullable=False),
    Column("verdict", Words, nullable=False),
    Column("author", Words, nullable=False),
    Column("reason", Words),
    Column("made_at", DateTime, nullable=False),
    Column("retracted_at", DateTime),
    Column("retracted_by", Words),
)

CORRECTIONS = Table(
    "corrections",
    METADATA,
    Column("id", Words, primary_key=True),
    Column("statement", Words, nullable=False),
    Column("field", Words, nullable=False),
    Column("read", Words, nullable=False),
    Column("value", Words),
    Column("outcome", Words, nullable=False),
    Column("source", Words),
    Column("reason", Words, nullable=False),
    Column("author", Words, nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("retracted_at", DateTime),
    Column("retracted_by", Words),
    Index("corrections_statement", "statement"),
)

HOLDERS = Table(
    "holders",
    METADATA,
    Column("id", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("country", Words),
    Column("role", Words),
    Column("role_text", Words),
    Column("organization", Words),
    Column("since", Date),
    Column("until", Date),
    Column("spellings", Words, nullable=False),
    Column("source", Words, nullable=False),
    Column("author", Words, nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("retracted_at", DateTime),
    Column("retracted_by", Words),
)

SOURCES = Table(
    "sources",
    METADATA,
    Column("id", Words, primary_key=True),
    Column("sha256", Words, nullable=False),
    Column("url", Words, nullable=False),
    Column("document", Words, nullable=False),
    Column("publisher", Words),
    Column("title", Words),
    Column("date", Words),
    Column("first_seen", DateTime, nullable=False),
    Column("last_seen", DateTime, nullable=False),
)

WATCHED = Table(
    "watched",
    METADATA,
    Column("id", Words, primary_key=True),
    Column("source", Words, nullable=False),
    Column("url", Words, nullable=False),
    Column("role", Words, nullable=False),
    Column("status", Words, nullable=False),
    Column("title", Words),
    Column("date", Words),
    Column("told", Words),
    Column("etag", Words),
    Column("last_modified", Words),
    Column("document", Words),
    Column("sha256", Words),
    Column("cause", Words),
    Column("reason", Words),
    Column("attempts", Integer, nullable=False),
    Column("due", DateTime),
    Column("first_seen", DateTime, nullable=False),
    Column("last_seen", DateTime, nullable=False),
)
