"""The register of people: who held which office from when to when, as people have told it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0004"
down_revision = "r0003"
branch_labels = None
depends_on = None

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "holders",
        sa.Column("id", _WORDS, primary_key=True),
        sa.Column("name", _WORDS, nullable=False),
        *(sa.Column(name, _WORDS) for name in ("country", "role", "role_text", "organization")),
        sa.Column("since", sa.Date),
        sa.Column("until", sa.Date),
        *(sa.Column(name, _WORDS, nullable=False) for name in ("spellings", "source", "author")),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("retracted_at", sa.DateTime),
        sa.Column("retracted_by", _WORDS),
    )


def downgrade() -> None:
    """Drop the table, and with it what people have told."""
    op.drop_table("holders")
