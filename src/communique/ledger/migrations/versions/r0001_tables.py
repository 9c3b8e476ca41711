"""The first tables: documents, statements, what statements are looked up by, evidence."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "r0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "documents",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("lang", sa.Text, nullable=False),
        sa.Column("date", sa.Text),
        sa.Column("date_start", sa.Date),
        sa.Column("date_end", sa.Date),
        *(sa.Column(name, sa.Text) for name in ("publisher", "url", "title", "source")),
        *_stamp(),
    )
    op.create_table(
        "statements",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "lang", "modality")),
        sa.Column("confidence", sa.Double, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("date_start", sa.Date),
        sa.Column("date_end", sa.Date),
        *(sa.Column(name, sa.Text) for name in ("speaker", "speaker_country", "source")),
        sa.Column("payload", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=False),
        *_stamp(),
    )
    op.create_table(
        "statement_countries",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("statement", "country", "slot")),
    )
    op.create_index("statement_countries_country", "statement_countries", ["country"])
    op.create_table(
        "statement_people",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("statement", "name", "folded")),
        sa.Column("country", sa.Text),
        sa.Column("slot", sa.Text, nullable=False),
    )
    op.create_table(
        "evidence",
        sa.Column("statement", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
    )
    op.create_index("evidence_statement", "evidence", ["statement"])


def downgrade() -> None:
    """Drop the tables, and with them every statement."""
    for name in ("evidence", "statement_people", "statement_countries", "statements", "documents"):
        op.drop_table(name)


def _stamp() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("first_seen", sa.DateTime, nullable=False),
        sa.Column("last_seen", sa.DateTime, nullable=False),
        sa.Column("reader_version", sa.Text, nullable=False),
    )
