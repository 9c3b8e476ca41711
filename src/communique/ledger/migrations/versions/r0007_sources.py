"""Where texts were found, and what is watched: the addresses of each text, and the state of each address."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0007"
down_revision = "r0006"
branch_labels = None
depends_on = None

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "sources",
        sa.Column("id", _WORDS, primary_key=True),
        *(sa.Column(name, _WORDS, nullable=False) for name in ("sha256", "url", "document")),
        *(sa.Column(name, _WORDS) for name in ("publisher", "title", "date")),
        *_seen(),
    )
    op.create_table(
        "watched",
        sa.Column("id", _WORDS, primary_key=True),
        *(sa.Column(name, _WORDS, nullable=False) for name in ("source", "url", "role", "status")),
        *(sa.Column(name, _WORDS) for name in ("title", "date", "told", "etag", "last_modified")),
        *(sa.Column(name, _WORDS) for name in ("document", "sha256", "cause", "reason")),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("due", sa.DateTime),
        *_seen(),
    )


def downgrade() -> None:
    """Drop the tables; what was read stays, but every source is then read anew."""
    for name in ("watched", "sources"):
        op.drop_table(name)


def _seen() -> tuple[sa.Column[object], ...]:
    return tuple(sa.Column(name, sa.DateTime, nullable=False) for name in ("first_seen", "last_seen"))
