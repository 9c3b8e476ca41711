"""What people say of the facts: judgements of what is the same, and corrections of what was read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0002"
down_revision = "r0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "judgements",
        sa.Column("id", sa.Text, primary_key=True),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("about", "one", "other", "verdict", "author")
        ),
        sa.Column("reason", sa.Text),
        *_when(),
    )
    op.create_table(
        "corrections",
        sa.Column("id", sa.Text, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("statement", "field", "read")),
        sa.Column("value", sa.Text),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("source", sa.Text),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("reason", "author")),
        *_when(),
    )
    op.create_index("corrections_statement", "corrections", ["statement"])


def downgrade() -> None:
    """Drop the tables, and with them what people have said."""
    for name in ("corrections", "judgements"):
        op.drop_table(name)


def _when() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("retracted_at", sa.DateTime),
        sa.Column("retracted_by", sa.Text),
    )
