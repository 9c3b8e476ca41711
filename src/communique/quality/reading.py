"""Reading the texts of gold documents, so that they can be scored at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from communique.kinds.registry import to_dict
from communique.lexicon import languages
from communique.pipeline import read_document
from communique.quality.gold import GoldDocument
from communique.settings import ReadSettings
from communique.text.ingest import document_from_text
from communique.text.meta import Meta, load_meta


def read_gold(folder: Path, documents: Iterable[GoldDocument]) -> Iterator[dict[str, Any]]:
    """The records of the gold's texts as the contract's JSON objects.

    Language and date come from the gold file, else from `meta.jsonl` in `folder` or the one above it.
    """
    meta = _meta(folder)
    for gold in documents:
        given = meta.get(gold.doc) or Meta(doc=gold.doc)
        known = Meta(
            doc=gold.doc,
            lang=gold.lang or given.lang,
            date=gold.date or given.date,
            publisher=given.publisher,
        )
        document = document_from_text(gold.text, gold.doc, gold.path, ReadSettings(), known, languages())
        for record in read_document(document).records:
            yield to_dict(record)


def _meta(folder: Path) -> dict[str, Meta]:
    for table in (folder / "meta.jsonl", folder.parent / "meta.jsonl"):
        if table.is_file():
            return load_meta(table)
    return {}
