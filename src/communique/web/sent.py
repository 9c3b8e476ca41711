"""Texts that are sent to be read, and kept in the ledger on wish."""

from __future__ import annotations

import datetime as dt

from communique.base.ids import content_id
from communique.errors import HeldError
from communique.ledger.store import Ledger
from communique.ledger.stored import Added
from communique.lexicon import languages
from communique.pipeline import read_document
from communique.reading.results import Reading
from communique.settings import ReadSettings
from communique.text.ingest import document_from_text
from communique.text.meta import Meta

MOST_CHARS = 500_000
"""Code points that a text may have which is sent over the network."""


def read_sent(
    text: str,
    *,
    lang: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    title: str | None = None,
    doc: str | None = None,
) -> Reading:
    """Read a text; its id is made from the text when none is given. The errors are those of `communique.read`."""
    name = doc or content_id("text", text)
    meta = Meta(doc=name, lang=lang, date=date, publisher=publisher, url=url, title=title)
    settings = ReadSettings(max_chars=MOST_CHARS)
    return read_document(document_from_text(text, name, name, settings, meta, languages()))


def kept(ledger: Ledger, reading: Reading, at: dt.datetime, *, new_version: bool = False) -> Added:
    """Keep a reading. `HeldError` when the ledger has another text under its id and this is no new version."""
    held = ledger.document(reading.document.id)
    if held is not None and held.text != reading.document.text and not new_version:
        raise HeldError(
            "the ledger has another text under this id; give another id, or say that it is a new version",
            entry=reading.document.id,
        )
    return ledger.add(reading, at)
