"""What only a shared database has: several writers and readers, roles, and ways not to be reached."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest

from communique.errors import LedgerError
from communique.kinds.act import Act
from communique.ledger import Added, Ledger
from communique.ledger.schema import HEAD, VERSION_TABLE
from communique.ledger.tables import METADATA
from communique.reading.results import Reading
from postgres_server import Server
from sample_readings import MONDAY, TUESDAY, document, echo, forum, reading, record, talks

ROOT = Path(__file__).parents[2]


def texts(number: int) -> list[Reading]:
    """Readings of different documents, the same ones for the same number."""
    return [msgspec.structs.replace(_act(f"doc-{at}"), segments=()) for at in range(number)]


def _act(name: str) -> Reading:
    text = f"Sweden sent {name} to Kenya."
    made = record(Act, name, text, text[:-1], plover="AID", by=("SWE",), toward=("KEN",))
    return reading(document(name, text), made)


@pytest.fixture
def url(postgres: Server, database: str) -> str:
    return postgres.url(database)


def refused(place: str, says: str, *, read_only: bool = False) -> LedgerError:
    with pytest.raises(LedgerError, match=says) as caught:
        Ledger.open(place, read_only=read_only)
    return caught.value


def test_a_fresh_database_is_set_up_once_however_many_come(postgres: Server) -> None:
    name = postgres.database()
    url = postgres.url(name)
    refused(url, "empty", read_only=True)
    with ThreadPoolExecutor(4) as pool:
        for opened in pool.map(lambda _: Ledger.open(url), range(4)):
            opened.close()
    assert postgres.run(f"SELECT version_num FROM {VERSION_TABLE}", database=name) == [(HEAD,)]
    postgres.drop(name)


def test_migrations_make_the_tables_that_the_code_uses(postgres: Server, database: str) -> None:
    from communique.ledger.engines import open_engine

    shape = (
        "SELECT table_name, column_name, data_type, is_nullable, collation_name "
        "FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"
    )
    bare = postgres.database()
    engine = open_engine(postgres.url(bare), read_only=False)
    METADATA.create_all(engine)
    engine.dispose()
    postgres.run(f"DROP TABLE {VERSION_TABLE}", database=database)
    assert postgres.run(shape, database=bare) == postgres.run(shape, database=database)
    postgres.drop(bare)


def test_a_database_of_something_else_is_refused_and_left_alone(postgres: Server) -> None:
    name = postgres.database()
    postgres.run("CREATE TABLE birds (name text)", database=name)
    refused(postgres.url(name), "not a ledger")
    left = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    assert postgres.run(left, database=name) == [("birds",)]
    postgres.drop(name)


def test_a_ledger_of_a_newer_version_is_refused(postgres: Server, database: str) -> None:
    postgres.run(f"UPDATE {VERSION_TABLE} SET version_num = 'r9999'", database=database)
    refused(postgres.url(database), "newer version of communique.*r9999.*upgrade")


@pytest.mark.parametrize("rounds", range(3))
def test_writers_of_the_same_documents_both_succeed(url: str, rounds: int) -> None:
    given = texts(300)
    turns = [given, given[::-1], given[100:] + given[:100], given[::2] + given[1::2]]

    def write(readings: list[Reading]) -> Added:
        with Ledger.open(url) as ledger:
            return ledger.add_many(readings, MONDAY)

    with ThreadPoolExecutor(len(turns)) as pool:
        added = list(pool.map(write, turns))
    assert sum(one.new_statements for one in added) == 300
    assert sum(one.new_documents for one in added) == 300
    assert {one.new_statements + one.known_statements for one in added} == {300}
    with Ledger.open(url, read_only=True) as ledger:
        assert ledger.counts().statements == ledger.counts().documents == 300
        assert ledger.counts().countries == {"KEN": 300, "SWE": 300}


def test_writers_that_update_what_is_held_do_not_block_each_other_for_good(url: str) -> None:
    given = texts(200)

    def write(readings: list[Reading]) -> None:
        with Ledger.open(url) as ledger:
            for _ in range(4):
                ledger.add_many(readings, TUESDAY)

    with Ledger.open(url) as ledger:
        ledger.add_many(given[::3], MONDAY)
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(write, (given, given[::-1], given[50:] + given[:50])))
    with Ledger.open(url, read_only=True) as ledger:
        assert ledger.counts().statements == 200
        assert {item.last_seen for item in ledger.records()} == {TUESDAY}


def test_readers_see_whole_batches_while_others_write(url: str) -> None:
    with Ledger.open(url) as writer, Ledger.open(url, read_only=True) as reader:
        seen = [reader.counts().documents]
        writer.add_many(
            [talks(), echo(), forum()], MONDAY, progress=lambda _: seen.append(reader.counts().documents)
        )
        assert seen == [0, 3]


def test_a_role_that_can_only_read(postgres: Server, database: str) -> None:
    with Ledger.open(postgres.url(database)) as ledger:
        ledger.add(talks(), MONDAY)
    page = (ROOT / "docs/postgresql.md").read_text(encoding="utf-8")
    granting = re.search(r"```sql\n(.*?)```", page, re.DOTALL)
    assert granting is not None
    sql = granting[1].replace("press_readers", "reader_role").replace("press", database)
    postgres.run("DROP ROLE IF EXISTS reader_role", "CREATE ROLE reader_role LOGIN")
    url = postgres.url(database, user="reader_role")
    refused(url, "permission denied|ask the owner", read_only=True)
    postgres.run(*(part for part in sql.split(";") if part.strip()), database=database)
    with Ledger.open(url, read_only=True) as ledger:
        assert len(ledger.records(pair=("KEN", "SWE"))) == 16
        with pytest.raises(LedgerError, match="for reading only"):
            ledger.add(echo(), MONDAY)
    with Ledger.open(url) as ledger, pytest.raises(LedgerError, match="ask the owner"):
        ledger.add(echo(), MONDAY)
    postgres.run("DROP OWNED BY reader_role", database=database)
    postgres.run("DROP ROLE reader_role")


def test_other_settings_of_the_session_change_nothing(postgres: Server, database: str) -> None:
    for setting in (
        "timezone = 'Asia/Tokyo'",
        "datestyle = 'SQL, DMY'",
        "default_transaction_isolation = serializable",
    ):
        postgres.run(f"ALTER DATABASE {database} SET {setting}")
    with Ledger.open(postgres.url(database)) as ledger:
        ledger.add(talks(), MONDAY)
        ledger.add(talks(), TUESDAY)
        assert {(item.first_seen, item.last_seen) for item in ledger.records()} == {(MONDAY, TUESDAY)}


def test_a_server_that_cannot_be_reached(postgres: Server, tmp_path: Path) -> None:
    refused("postgresql://ann:secret@127.0.0.1:1/press", "no server answers")
    refused(f"postgresql://ann@/press?host={tmp_path}", "no server answers")
    refused(postgres.url("nowhere"), "createdb")
    refused(postgres.url("postgres", user="nobody_known"), "make this role first")
    refused("postgresql://ann@host:port/press", "no URL of a database")
    refused("mysql://ann@host/press", "postgresql://USER@HOST/DATABASE")


def test_no_message_shows_a_password() -> None:
    error = refused("postgresql://ann:secret@127.0.0.1:1/press?password=secret", "no server answers")
    assert "secret" not in str(error)
    assert str(error.path).startswith("postgresql://ann:***@127.0.0.1:1/press")


def test_without_the_driver_its_package_is_named(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['psycopg'] = None\n"
        "from communique.ledger import Ledger\n"
        "Ledger.open('postgresql://ann@127.0.0.1:1/press')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )
    assert "pip install 'communique[postgres]'" in done.stderr
