"""Questions on pairs in one look, and what each engine is good at: DuckDB scans, PostgreSQL looks up.

A statement gets the codes of all its sides in one column. DuckDB loses two indexes that no question used,
and gets one on the ids of documents. PostgreSQL gets those that questions use, and texts that are compared
by code points, as everywhere else.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0003"
down_revision = "r0002"
branch_labels = None
depends_on = None

_SCANNED = {"statement_countries_country": ("statement_countries", "country")} | {
    "evidence_statement": ("evidence", "statement")
}
_LOOKED_UP = {
    "statements_document": ("statements", "document"),
    "statement_countries_statement": ("statement_countries", "statement"),
    "statement_people_statement": ("statement_people", "statement"),
}
_TEXTS = sa.text(
    "SELECT quote_ident(table_name), quote_ident(column_name) FROM information_schema.columns "
    "WHERE table_schema = current_schema() AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"
)
_FILL = """
    UPDATE statements SET sides = coalesce(found.sides, '') FROM (
        SELECT id, ' ' || string_agg(code, ' ' ORDER BY code) || ' ' AS sides FROM (
            SELECT statement AS id, country AS code FROM statement_countries
            UNION SELECT id, speaker_country FROM statements WHERE speaker_country <> ''
        ) AS codes GROUP BY id
    ) AS found WHERE found.id = statements.id
"""


def upgrade() -> None:
    """Fill the column of sides, and fit the indexes and the order of texts to the engine."""
    connection = op.get_bind()
    op.add_column("statements", sa.Column("sides", sa.Text))
    op.execute(_FILL)
    op.execute("UPDATE statements SET sides = '' WHERE sides IS NULL")
    if connection.dialect.name != "postgresql":
        for name in _SCANNED:
            op.drop_index(name)
        op.create_index("documents_id", "documents", ["id"])
        return
    for table, column in connection.execute(_TEXTS).all():
        op.execute(f'ALTER TABLE {table} ALTER COLUMN {column} TYPE text COLLATE "C"')
    for name, (table, column) in _LOOKED_UP.items():
        op.create_index(name, table, [column])
    op.execute("CREATE INDEX statements_sides ON statements USING gin (string_to_array(sides, ' '))")
    if _offers_trigrams(connection):
        op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        op.execute("CREATE INDEX statement_people_folded ON statement_people USING gin (folded gin_trgm_ops)")


def downgrade() -> None:
    """Go back to the indexes that were the same everywhere."""
    if op.get_bind().dialect.name != "postgresql":
        op.drop_column("statements", "sides")
        op.drop_index("documents_id")
        for name, (table, column) in _SCANNED.items():
            op.create_index(name, table, [column])
        return
    op.drop_column("statements", "sides")
    op.execute("DROP INDEX IF EXISTS statement_people_folded")
    for name, (table, _) in _LOOKED_UP.items():
        op.drop_index(name, table)


def _offers_trigrams(connection: sa.Connection) -> bool:
    """Whether the server has the extension, and this role may use it; names are found without it too."""
    held = "SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'"
    offered = (
        "SELECT count(*) FROM pg_available_extension_versions WHERE name = 'pg_trgm' AND trusted "
        "AND has_database_privilege(current_database(), 'CREATE')"
    )
    return any(connection.execute(sa.text(query)).scalar_one() for query in (held, offered))
