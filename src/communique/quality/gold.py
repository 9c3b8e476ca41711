"""Gold documents: a text, and the records that people found in it."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from communique.errors import InputError
from communique.text.ingest import decode

Plain = dict[str, Any]


class GoldDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One gold file with its text; `digest` is over the bytes of both."""

    path: str
    doc: str
    lang: str | None
    date: str | None
    text: str
    records: list[Plain]
    digest: str


def load_gold(folder: Path, lang: str | None = None) -> list[GoldDocument]:
    """Every gold document under `folder`, sorted by path; only those of `lang` if it is given."""
    if not folder.is_dir():
        raise InputError("no such folder of gold files; check the path", folder)
    documents = [_document(path) for path in sorted(folder.glob("**/*.json"))]
    if not documents:
        raise InputError("no gold files (.json) in this folder", folder)
    return [document for document in documents if lang is None or document.lang == lang]


def _document(path: Path) -> GoldDocument:
    try:
        raw = path.read_bytes()
        gold = json.loads(raw)
        text_path = path.parent / gold["text"]
        text_bytes = text_path.read_bytes()
        return GoldDocument(
            path=str(path),
            doc=gold["doc"],
            lang=gold.get("lang"),
            date=gold.get("date"),
            text=decode(text_bytes, str(text_path)),
            records=gold["records"],
            digest=sha256(sha256(raw).digest() + sha256(text_bytes).digest()).hexdigest(),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"not a gold file: {type(error).__name__}: {error}", path) from error
    except OSError as error:
        raise InputError(f"{error.filename}: {error.strerror}", path) from error


def gold_spans(document: GoldDocument, record: Plain) -> list[tuple[int, int]]:
    """Where a gold record's quotes stand; `InputError` for a quote that is not in the text."""
    if record.get("evidence"):
        return [(part["start"], part["end"]) for part in record["evidence"]]
    spans = []
    for quote in record.get("quotes") or [record.get("quote")]:
        at = document.text.find(quote) if quote else -1
        if at < 0:
            raise InputError(f"quote is not in the text: {quote!r}", document.path, record.get("kind"))
        spans.append((at, at + len(quote)))
    return spans
