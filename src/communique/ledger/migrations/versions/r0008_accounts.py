"""Who may use a served ledger: accounts, tokens, sessions, and a log of what was changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0008"
down_revision = "r0007"
branch_labels = None
depends_on = None

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "accounts",
        sa.Column("name", _WORDS, primary_key=True),
        sa.Column("role", _WORDS, nullable=False),
        sa.Column("password", _WORDS),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("disabled_at", sa.DateTime),
    )
    op.create_table(
        "tokens",
        sa.Column("id", _WORDS, primary_key=True),
        sa.Column("account", _WORDS, nullable=False),
        sa.Column("secret", _WORDS, nullable=False),
        sa.Column("label", _WORDS),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("expires_at", sa.DateTime),
        sa.Column("revoked_at", sa.DateTime),
    )
    op.create_table(
        "sessions",
        sa.Column("id", _WORDS, primary_key=True),
        sa.Column("account", _WORDS, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("expires_at", sa.DateTime, nullable=False),
        sa.Column("ended_at", sa.DateTime),
    )
    op.create_table(
        "audit",
        sa.Column("id", _WORDS, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("who", _WORDS, nullable=False),
        sa.Column("action", _WORDS, nullable=False),
        sa.Column("target", _WORDS),
    )


def downgrade() -> None:
    """Drop the tables, and with them every account."""
    for name in ("audit", "sessions", "tokens", "accounts"):
        op.drop_table(name)
