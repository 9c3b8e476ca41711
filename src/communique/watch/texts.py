"""From what an address gave to documents, with what is known of the source."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.errors import CommuniqueError
from communique.fetch.client import Fetched
from communique.fetch.naming import document_id
from communique.intake.decoding import decode
from communique.intake.documents import document_of
from communique.intake.found import Found
from communique.lexicon import languages
from communique.settings import ReadSettings
from communique.text.document import Document
from communique.text.meta import Meta
from communique.watch.entries import Entry
from communique.watch.sources import Source


class _Side(msgspec.Struct, frozen=True):
    """The state that all of a source's texts speak for."""

    state: str

    def side(self, publisher: str) -> str | None:
        return self.state


def _side_of(source: Source) -> _Side | None:
    return _Side(source.state) if source.state else None


def documents_at(source: Source, found: Fetched, entry: Entry) -> list[Document | CommuniqueError]:
    """The documents of one fetched address, and an error for each that cannot be read."""
    settings = ReadSettings(lang=source.lang, date=entry.date, sides=_side_of(source))
    items = decode(
        found.data or b"", entry.url, media_type=found.media_type, charset=found.charset, url=entry.url
    )
    return [_document(item, source, entry, settings) if isinstance(item, Found) else item for item in items]


def entries_in(source: Source, found: Fetched) -> Iterator[tuple[str, Document | CommuniqueError]]:
    """The texts that a feed itself holds, each with its address, one at a time."""
    items = decode(
        found.data or b"", found.url, media_type=found.media_type, charset=found.charset, url=found.url
    )
    settings = ReadSettings(lang=source.lang, sides=_side_of(source))
    for number, item in enumerate(items):
        if isinstance(item, Found):
            url = item.url or f"{source.url}#{item.key or number}"
            alone = msgspec.structs.replace(item, key=None)
            yield url, _document(alone, source, Entry(url=url), settings)
        else:
            yield f"{source.url}#{item.entry or number}", item


def _document(
    item: Found, source: Source, entry: Entry, settings: ReadSettings
) -> Document | CommuniqueError:
    stem = document_id(entry.url)
    doc = stem if item.key is None else f"{stem}-{item.key}"
    known = Meta(doc=doc, publisher=source.publisher, url=entry.url if item.key is None else None)
    titled = item if item.title else msgspec.structs.replace(item, title=entry.title)
    return document_of(titled, stem, entry.url, settings, {doc: known}, languages())
