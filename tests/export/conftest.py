"""A ledger of the examples and its exports, made once for all tests of this folder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from communique.export.exporter import Export, export
from communique.export.facts import Facts, Selection, gather
from communique.export.registry import BY_NAME
from communique.intake.documents import document_from_file
from communique.ledger import Ledger
from communique.lexicon import languages
from communique.pipeline import read_document
from communique.settings import ReadSettings
from communique.text.meta import load_meta
from exported import Exported

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SEEN = dt.datetime(2025, 9, 1, 8, 30, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def ledger_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "examples.duckdb"
    meta, settings = load_meta(EXAMPLES / "meta.jsonl"), ReadSettings()
    files = sorted((EXAMPLES / "texts").glob("*.txt"))
    readings = (read_document(document_from_file(file, settings, meta, languages())) for file in files)
    with Ledger.open(path) as ledger:
        ledger.add_many(readings, SEEN)
    return path


@pytest.fixture(scope="session")
def examples(ledger_path: Path) -> Iterator[Ledger]:
    with Ledger.open(ledger_path, read_only=True) as ledger:
        yield ledger


@pytest.fixture(scope="session")
def facts(examples: Ledger) -> Facts:
    return gather(examples, Selection())


@pytest.fixture(scope="session")
def exported(examples: Ledger) -> Exported:
    @cache
    def make(name: str, **wanted: object) -> Export:
        return export(examples, BY_NAME[name], Selection(**wanted))  # type: ignore[arg-type]

    return make
