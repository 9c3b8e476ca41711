from pathlib import Path

import duckdb
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import create_mock_engine

from communique.ledger import Ledger
from communique.ledger.engines import open_engine, register_migrations
from communique.ledger.schema import HEAD, VERSION_TABLE, alembic_config
from communique.ledger.tables import METADATA
from sample_readings import MONDAY, TUESDAY, echo, forum, talks


def test_head_is_the_last_migration() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_heads() == [HEAD]


SHAPE = """
    SELECT table_name, column_name, data_type, CAST(is_nullable AS VARCHAR) FROM duckdb_columns()
    UNION ALL SELECT table_name, constraint_type, constraint_text, '' FROM duckdb_constraints()
    UNION ALL SELECT table_name, index_name, expressions, CAST(is_unique AS VARCHAR) FROM duckdb_indexes()
    ORDER BY ALL
"""


def test_migrations_make_the_tables_that_the_code_uses(path: Path) -> None:
    Ledger.open(path).close()
    with duckdb.connect(str(path)) as raw:
        raw.execute(f"DROP TABLE {VERSION_TABLE}")
        migrated = raw.execute(SHAPE).fetchall()
    direct = path.with_name("direct.duckdb")
    engine = open_engine(direct, read_only=False)
    METADATA.create_all(engine)
    engine.dispose()
    with duckdb.connect(str(direct)) as raw:
        assert raw.execute(SHAPE).fetchall() == migrated


def test_opening_again_migrates_nothing(path: Path) -> None:
    Ledger.open(path).close()
    with duckdb.connect(str(path)) as raw:
        before = raw.execute("SELECT table_name, sql FROM duckdb_tables() ORDER BY 1").fetchall()
    Ledger.open(path).close()
    with duckdb.connect(str(path)) as raw:
        assert raw.execute("SELECT table_name, sql FROM duckdb_tables() ORDER BY 1").fetchall() == before
    assert {name for name, _ in before} == {*METADATA.tables, VERSION_TABLE}


def test_an_older_ledger_is_brought_up_to_date_with_all_it_holds(place: Path | str) -> None:
    with Ledger.open(place) as ledger:
        ledger.add_many([talks(), forum()], MONDAY)
        before = ledger.records(), ledger.records(pair=("KEN", "SWE"))
    engine = open_engine(place, read_only=False)
    with engine.begin() as connection:
        register_migrations(connection)
        config = alembic_config()
        config.attributes["connection"] = connection
        command.downgrade(config, "r0002")
    engine.dispose()
    with Ledger.open(place) as ledger:
        assert (ledger.records(), ledger.records(pair=("KEN", "SWE"))) == before
        assert len(before[1]) == 16
        assert ledger.add(echo(), TUESDAY).new_statements == 2


def test_postgresql_accepts_the_same_tables() -> None:
    made: list[str] = []
    engine = create_mock_engine(
        "postgresql+psycopg://", lambda sql, *_, **__: made.append(str(sql.compile(engine)))
    )
    METADATA.create_all(engine, checkfirst=False)
    assert sum("CREATE TABLE" in sql for sql in made) == len(METADATA.tables)
    assert any("payload JSONB NOT NULL" in sql for sql in made)
