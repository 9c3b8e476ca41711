"""From what was found in a file to documents that can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from communique.errors import CommuniqueError, InputError
from communique.intake.decoding import decode
from communique.intake.formats import ENDINGS, FORMATS, suffix_of
from communique.intake.found import Found
from communique.intake.page_parts import cleaned, host_of
from communique.settings import ReadSettings
from communique.text.document import Document
from communique.text.ingest import document_from_text, opened
from communique.text.meta import Meta

_TOLD = ("date", "publisher", "url", "title")
_SHORT = 200
_PACKED = frozenset(s for item in FORMATS if item.module == "packed" for s in item.suffixes)


def stem(name: str) -> str:
    """The id of the document in a file: its name without the ending, and what it is packed in."""
    path = Path(name)
    if path.suffix.lower() in _PACKED and suffix_of(path.stem) in ENDINGS:
        path = Path(path.stem)
    return path.stem


def documents_from_file(
    path: Path, settings: ReadSettings, meta: Mapping[str, Meta], supported: Sequence[str]
) -> Iterator[Document | CommuniqueError]:
    """The documents in a file, one at a time, and an error for each that cannot be read.

    `meta` is the `--meta` table by document id, `supported` the languages that packs read.
    """
    try:
        with opened(path) as stream:
            yield from documents_in(stream, stem(path.name), str(path), settings, meta, supported)
    except InputError as error:
        yield error


def document_from_file(
    path: Path, settings: ReadSettings, meta: Mapping[str, Meta], supported: Sequence[str]
) -> Document:
    """The one document in a file; `CommuniqueError` when it cannot be read, or the file holds several."""
    return only(documents_from_file(path, settings, meta, supported), path)


def only(found: Iterator[Document | CommuniqueError], source: str | Path) -> Document:
    """The one document that was found; raises the error that was, and `InputError` for none or several."""
    first = next(found, None)
    if isinstance(first, CommuniqueError):
        raise first
    if first is None or next(found, None) is not None:
        count = "no document" if first is None else "several documents"
        raise InputError(f"holds {count}, and one is asked for; give it in a file of its own", source)
    return first


def text_of(path: Path) -> str:
    """The text of the first document in a file, in whatever language; `InputError` when there is none."""
    with opened(path) as stream:
        for item in decode(stream, str(path)):
            if isinstance(item, Found):
                return item.text
            raise item
    raise InputError("holds no document", path)


def documents_in(
    stream: BinaryIO,
    stem: str,
    source: str,
    settings: ReadSettings,
    meta: Mapping[str, Meta],
    supported: Sequence[str],
) -> Iterator[Document | CommuniqueError]:
    """The documents in a stream that is called `source`; `stem` is the beginning of their ids."""
    limits = msgspec.structs.replace(settings.intake, max_chars=settings.max_chars)
    for item in decode(stream, source, settings=limits):
        if isinstance(item, Found):
            yield document_of(item, stem, source, settings, meta, supported)
        else:
            yield item


def document_of(
    found: Found,
    stem: str,
    source: str,
    settings: ReadSettings,
    meta: Mapping[str, Meta],
    supported: Sequence[str],
) -> Document | CommuniqueError:
    """The document of one text that was found, or why it is none.

    Its id is `stem`, and behind a hyphen its key where the file holds several. What `meta` says of it
    goes first, then what the file says, then what `settings` say of all; without a word on the publisher,
    it is the host of the address. The language that a file claims
    is often wrong, and taken only for a text too short to tell.
    """
    doc = stem if found.key is None else f"{stem}-{found.key}"
    known = meta.get(doc) or Meta(doc=doc)
    told = {name: getattr(known, name) or cleaned(getattr(found, name)) for name in _TOLD}
    told["publisher"] = told["publisher"] or host_of(told["url"])
    claimed = (found.lang or "").lower().partition("-")[0]
    if known.lang is None and claimed in supported and len(found.text) < _SHORT:
        told["lang"] = settings.lang or claimed
    try:
        merged = msgspec.structs.replace(known, **told)
        document = document_from_text(found.text, doc, source, settings, merged, supported)
    except CommuniqueError as error:
        return type(error)(error.message, source, found.origin if found.key is not None else None)
    side = settings.sides.side(document.publisher) if settings.sides and document.publisher else None
    return msgspec.structs.replace(document, origin=found.origin, side=side)
