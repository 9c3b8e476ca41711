"""The API over a ledger of some of the examples, made once; each test has a copy of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from examples_served import PREFIX, fill, served
from fastapi.testclient import TestClient

from communique.ledger import Ledger


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the English examples, and of one visit in all languages; to be copied."""
    path = tmp_path_factory.mktemp("few") / "ledger.duckdb"
    with Ledger.open(path) as ledger:
        fill(ledger, "*-nigeria-*.txt")
        fill(ledger, "en-*.txt")
    return path


@pytest.fixture
def place(few: Path, tmp_path: Path) -> Path:
    """Where a ledger of the test's own is."""
    path = tmp_path / "ledger.duckdb"
    shutil.copy(few, path)
    return path


@pytest.fixture
def api(place: Path) -> Iterator[TestClient]:
    """A client of the API on the ledger at `place`; addresses are below its prefix."""
    with TestClient(
        served(place), base_url=f"http://testserver{PREFIX}", raise_server_exceptions=False
    ) as client:
        yield client
