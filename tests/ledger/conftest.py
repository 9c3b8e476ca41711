"""One scenario for both stores: a test that asks for `place` or `ledger` runs on each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.ledger import Ledger
from postgres_server import Server

STORES = ("duckdb", "postgresql")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a test about files has its ledger."""
    return tmp_path / "ledger.duckdb"


@pytest.fixture(scope="session")
def template(postgres: Server) -> str:
    """A database that is set up as an empty ledger."""
    name = postgres.database()
    Ledger.open(postgres.url(name)).close()
    return name


@pytest.fixture
def database(postgres: Server, template: str) -> Iterator[str]:
    """The name of a database of the test's own, an empty ledger."""
    name = postgres.database(template)
    yield name
    postgres.drop(name)


@pytest.fixture(params=STORES)
def place(request: pytest.FixtureRequest) -> Path | str:
    """Where an empty ledger is, on each store in turn."""
    if request.param == "duckdb":
        path: Path = request.getfixturevalue("path")
        Ledger.open(path).close()
        return path
    server: Server = request.getfixturevalue("postgres")
    return server.url(request.getfixturevalue("database"))


@pytest.fixture
def ledger(place: Path | str) -> Iterator[Ledger]:
    with Ledger.open(place) as opened:
        yield opened
