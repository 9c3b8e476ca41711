"""A ledger of some example texts, the application on a copy of it, and the same behind a real socket."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from communique.intake.documents import document_from_file
from communique.ledger import Ledger
from communique.lexicon import languages
from communique.pipeline import read_document
from communique.settings import ReadSettings
from communique.text.meta import load_meta
from communique.web.app import create_app
from communique.web.settings import WebSettings
from pages_served import Served, served
from scenes import ROOT

TEXTS = ("*nigeria*", "*kenya*", "en-mexico-usa-2025")
SEEN = dt.datetime(2025, 3, 3, tzinfo=dt.UTC)
SETTINGS = WebSettings(author="ann", today=dt.date(2024, 10, 1))


@pytest.fixture(scope="session")
def read_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed ledger; copy it before writing."""
    meta = load_meta(ROOT / "examples/meta.jsonl")
    place = tmp_path_factory.mktemp("web") / "read.duckdb"
    with Ledger.open(place) as ledger:
        for path in sorted({p for name in TEXTS for p in (ROOT / "examples/texts").glob(f"{name}.txt")}):
            ledger.add(read_document(document_from_file(path, ReadSettings(), meta, languages())), SEEN)
    return place


@pytest.fixture
def place(read_ledger: Path, tmp_path: Path) -> Path:
    """A ledger of one's own."""
    return Path(shutil.copy(read_ledger, tmp_path / "own.duckdb"))


@pytest.fixture
def client(place: Path) -> Iterator[TestClient]:
    """A client of the application on a ledger of its own; it follows redirects."""
    with TestClient(create_app(place, SETTINGS), base_url="http://127.0.0.1") as opened:
        yield opened


@pytest.fixture(scope="module")
def shared(read_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of an application that the tests of a module share and only read."""
    copy = shutil.copy(read_ledger, tmp_path_factory.mktemp("shared") / "own.duckdb")
    with TestClient(create_app(copy, SETTINGS), base_url="http://127.0.0.1") as opened:
        yield opened


@pytest.fixture(scope="module")
def server(read_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The application behind a socket, for browsers."""
    copy = Path(shutil.copy(read_ledger, tmp_path_factory.mktemp("server") / "own.duckdb"))
    with served(create_app(copy, SETTINGS)) as running:
        yield running
