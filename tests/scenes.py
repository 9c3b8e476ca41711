"""Sets of texts read once into a ledger in memory, for the views of a whole ledger."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from communique.intake.documents import document_from_file
from communique.ledger.store import Ledger
from communique.lexicon import languages
from communique.pipeline import read_document
from communique.settings import ReadSettings
from communique.text.meta import load_meta
from communique.views.scene import Scene

ROOT = Path(__file__).parents[1]


def scene_of(folder: Path) -> Scene:
    """The texts of a folder with `texts/` and `meta.jsonl`, read and resolved."""
    meta, settings = load_meta(folder / "meta.jsonl"), ReadSettings()
    files = sorted((folder / "texts").glob("*.txt"))
    readings = (read_document(document_from_file(file, settings, meta, languages())) for file in files)
    with Ledger.open(":memory:") as ledger:
        ledger.add_many(readings, dt.datetime(2025, 3, 3, tzinfo=dt.UTC))
        return Scene.of(ledger)
