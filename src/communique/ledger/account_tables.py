"""The tables of who may use a served ledger, and of what they did; they never leave it with its facts."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, Table

from communique.ledger.tables import METADATA, Words

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("name", Words, primary_key=True),
    Column("role", Words, nullable=False),
    Column("password", Words),
    Column("made_at", DateTime, nullable=False),
    Column("disabled_at", DateTime),
)

TOKENS = Table(
    "tokens",
    METADATA,
    Column("id", Words, primary_key=True),
    Column("account", Words, nullable=False),
    Column("secret", Words, nullable=False),
    Column("label", Words),
    Column("made_at", DateTime, nullable=False),
    Column("expires_at", DateTime),
    Column("revoked_at", DateTime),
)

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("id", Words, primary_key=True),
    Column("account", Words, nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("expires_at", DateTime, nullable=False),
    Column("ended_at", DateTime),
)

AUDIT = Table(
    "audit",
    METADATA,
    Column("id", Words, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("who", Words, nullable=False),
    Column("action", Words, nullable=False),
    Column("target", Words),
)

KEPT_BACK = (ACCOUNTS, TOKENS, SESSIONS, AUDIT)
"""What an export of a ledger leaves out and an import refuses."""
