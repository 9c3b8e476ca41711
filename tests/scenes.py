"""Sets of texts read once into a ledger in memory, for the views of a whole ledger."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from communique.ledger.store import Ledger
from communique.lexicon import languages
from communique.pipeline import read_document
from communique.settings import ReadSettings
from communique.text.ingest import document_from_text
from communique.text.meta import load_meta
from communique.views.scene import Scene

ROOT = Path(__file__).parents[1]


def scene_of(folder: Path) -> Scene:
    """The texts of a folder with `texts/` and `meta.jsonl`, read and resolved."""
    meta = load_meta(folder / "meta.jsonl")
    with Ledger.open(":memory:") as ledger:
        ledger.add_many(
            (
                read_document(
                    document_from_text(
                        path.read_text("utf-8"),
                        path.stem,
                        path.name,
                        ReadSettings(),
                        meta.get(path.stem),
                        languages(),
                    )
                )
                for path in sorted((folder / "texts").glob("*.txt"))
            ),
            dt.datetime(2025, 3, 3, tzinfo=dt.UTC),
        )
        return Scene.of(ledger)
