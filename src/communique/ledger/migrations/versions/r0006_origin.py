"""Where in its source a document's text stood, and which side the user's own table has its publisher speak for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0006"
down_revision = "r0005"
branch_labels = None
depends_on = None

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the columns; what was read before has neither until it is read again."""
    for name in ("origin", "side"):
        op.add_column("documents", sa.Column(name, _WORDS))


def downgrade() -> None:
    """Drop the columns, and with them the places in sources and the sides."""
    for name in ("side", "origin"):
        op.drop_column("documents", name)
