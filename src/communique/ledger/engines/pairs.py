"""Statements by the states in them, in a sorted table, for DuckDB, which has no index of the words of a text.

Of a sorted table only the blocks are read that may hold what is asked for: a question on two states takes a
tenth of what going through all statements does. The table's comment tells of which state of the ledger it is, so
that one that was not kept up to date is made anew.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, Date, FromClause, Text, column, select, table

from communique.ledger.tables import STATEMENTS

NAME = "statement_pairs"
_OWN = ("id", "document", "kind", "date_start", "date_end")
_TOLD = ("told_start", "told_end")
"""The days of the document."""
_PAIRS = table(
    NAME,
    column("a", Text),
    column("b", Text),
    *(column(name, STATEMENTS.c[name].type) for name in _OWN),
    *(column(name, Date) for name in _TOLD),
)
_HELD = f"SELECT comment FROM duckdb_tables() WHERE table_name = '{NAME}'"
_STATE = """
    SELECT concat_ws(' ', (SELECT count(*) FROM statements), count(*), count(date_start), max(last_seen),
        max(first_seen))
    FROM documents
"""
_ROWS = f"""
    WITH told AS (
        SELECT s.id, s.document, s.kind, s.date_start, s.date_end,
            d.date_start AS told_start, d.date_end AS told_end, string_split(trim(s.sides), ' ') AS codes
        FROM statements s JOIN documents d ON d.id = s.document AND d.sha256 = s.sha256
        WHERE s.sides <> '' AND {{condition}}
    ),
    pairs AS (
        SELECT * EXCLUDE (a, codes), a, unnest(list_filter(codes, lambda code: code > a)) AS b
        FROM (SELECT *, unnest(codes) AS a FROM told)
    ),
    slots AS (
        SELECT DISTINCT statement, country FROM statement_countries
        WHERE statement IN (SELECT id FROM told)
    ),
    single AS (
        SELECT told.* EXCLUDE (codes), country AS a, country AS b FROM told JOIN slots ON statement = told.id
    )
    SELECT a, b, {", ".join((*_OWN, *_TOLD))}
    FROM (FROM pairs UNION ALL BY NAME FROM single)
    ORDER BY a, b, coalesce(told_start, date_start) DESC NULLS LAST
"""


class Pairs:
    """The table of pairs, which has every statement once for each two of its sides, and for each state in a slot."""

    def __init__(self, connection: Connection) -> None:
        """The table is made where it is missing or not of the present state of the ledger."""
        held = connection.exec_driver_sql(_HELD).scalar()
        if held is None or held != connection.exec_driver_sql(_STATE).scalar():
            rows = _ROWS.format(condition="true")
            connection.exec_driver_sql(f"CREATE OR REPLACE TABLE {NAME} AS {rows}")
            _tell(connection)

    def rows(self, codes: tuple[str, str]) -> FromClause:
        """The statements of two states, or of one given twice, with the days of their documents."""
        a, b = sorted(codes)
        names = (*_OWN, *_TOLD)
        return select(*(_PAIRS.c[n] for n in names)).where(_PAIRS.c.a == a, _PAIRS.c.b == b).subquery()

    def renew(self, connection: Connection, documents: Collection[str]) -> None:
        """Bring what the table has of these documents up to date."""
        given = (sorted(documents),)
        connection.exec_driver_sql(f"DELETE FROM {NAME} WHERE document IN (SELECT unnest(?))", given)
        rows = _ROWS.format(condition="s.document IN (SELECT unnest(?))")
        connection.exec_driver_sql(f"INSERT INTO {NAME} {rows}", given)
        _tell(connection)


def _tell(connection: Connection) -> None:
    state = connection.exec_driver_sql(_STATE).scalar_one()
    connection.exec_driver_sql(f"COMMENT ON TABLE {NAME} IS '{state}'")
