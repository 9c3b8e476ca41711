"""The server over a ledger that was really read, for tests."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from fastapi import FastAPI

from communique.intake.documents import document_from_file
from communique.ledger import Ledger
from communique.lexicon import languages
from communique.pipeline import read_document
from communique.settings import ReadSettings
from communique.text.meta import load_meta
from communique.web.app import create_app
from communique.web.settings import LOOPBACK, WebSettings
from scenes import ROOT

PREFIX = "/api/v1"
NOW = dt.datetime(2025, 3, 3, tzinfo=dt.UTC)


def served(place: Path | str) -> FastAPI:
    """The server's app on a ledger, which it opens when it starts."""
    return create_app(place, WebSettings(hosts=(*LOOPBACK, "testserver")))


def fill(ledger: Ledger, pattern: str = "*.txt") -> None:
    """Read those of the examples whose names fit the pattern into the ledger."""
    folder = ROOT / "examples"
    meta, settings = load_meta(folder / "meta.jsonl"), ReadSettings()
    files = sorted(Path(folder / "texts").glob(pattern))
    readings = (read_document(document_from_file(file, settings, meta, languages())) for file in files)
    ledger.add_many(readings, NOW)
