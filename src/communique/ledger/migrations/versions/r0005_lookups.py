"""Lookups that cost less when records are written.

DuckDB has no key on statements any more: the one writer looks for what is held. On PostgreSQL a state's
records are found by the sides of statements, and names by their words.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0005"
down_revision = "r0004"
branch_labels = None
depends_on = None

_COUNTRIES, _PEOPLE = "statement_countries_country", "statement_people_folded"


def upgrade() -> None:
    """Rebuild DuckDB's statements without a key; change PostgreSQL's indexes."""
    if op.get_bind().dialect.name != "postgresql":
        _rebuild()
        return
    op.drop_index(_COUNTRIES, "statement_countries")
    op.execute(f"DROP INDEX IF EXISTS {_PEOPLE}")
    op.execute(f"CREATE INDEX {_PEOPLE} ON statement_people USING gin (string_to_array(folded, ' '))")


def downgrade() -> None:
    """Go back to the key and the indexes."""
    if op.get_bind().dialect.name != "postgresql":
        _rebuild("id")
        return
    op.drop_index(_PEOPLE, "statement_people")
    op.create_index(_COUNTRIES, "statement_countries", ["country"])


def _rebuild(*key: str) -> None:
    """The table with this key; DuckDB cannot take one away or add one."""
    held = sa.inspect(op.get_bind()).get_columns("statements")
    columns = [
        sa.Column(c["name"], c["type"], nullable=c["nullable"], primary_key=c["name"] in key) for c in held
    ]
    op.create_table("statements_anew", *columns)
    op.execute("INSERT INTO statements_anew SELECT * FROM statements")
    op.drop_table("statements")
    op.rename_table("statements_anew", "statements")
