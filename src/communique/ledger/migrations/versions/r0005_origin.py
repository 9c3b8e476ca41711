"""Where in its source a document's text stood: the page of a PDF, the row of a table, the part of a page."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0005"
down_revision = "r0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what was read before has no origin until it is read again."""
    op.add_column(
        "documents", sa.Column("origin", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"))
    )


def downgrade() -> None:
    """Drop the column, and with it the places in sources."""
    op.drop_column("documents", "origin")
