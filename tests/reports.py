"""Texts of our own that tell the same facts more than once, read for tests of resolution."""

from __future__ import annotations

import datetime as dt
from hashlib import sha256

from communique.ledger.stored import DocumentInfo, Stored
from communique.pipeline import read_document
from communique.text.document import Document

SEEN = dt.datetime(2025, 3, 3, 9, 0, tzinfo=dt.UTC)


def told(*texts: tuple[str, str, str, str]) -> list[Stored]:
    """The records of texts, each given as `(id, date, publisher, text)`; the language is the id's head."""
    out = []
    for doc, date, publisher, text in texts:
        lang = doc.split("-")[0]
        document = Document(id=doc, text=text, lang=lang, date=date, publisher=publisher)
        info = DocumentInfo(
            id=doc,
            sha256=sha256(text.encode()).hexdigest(),
            lang=lang,
            date=date,
            publisher=publisher,
            first_seen=SEEN,
            last_seen=SEEN,
            reader_version="1",
        )
        out += [
            Stored(record=record, document=info, first_seen=SEEN, last_seen=SEEN)
            for record in read_document(document).records
        ]
    return out
