"""From what was found in a file to documents that can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from communique.errors import CommuniqueError, InputError
from communique.intake.decoding import decode
from communique.intake.formats import FORMATS, suffix_of
from communique.intake.found import Found
from communique.settings import ReadSettings
from communique.text.document import Document
from communique.text.ingest import document_from_text, opened
from communique.text.meta import Meta

_ENDINGS = frozenset(s for item in FORMATS for s in item.suffixes if s)
_PACKED = frozenset(s for item in FORMATS if item.module == "packed" for s in item.suffixes)


def stem(name: str) -> str:
    """The id of the document in a file: its name without the ending, and what it is packed in."""
    path = Path(name)
    if path.suffix.lower() in _PACKED and suffix_of(path.stem) in _ENDINGS:
        path = Path(path.stem)
    return path.stem


def documents_from_file(
    path: Path, settings: ReadSettings, meta: Mapping[str, Meta], supported: Sequence[str]
) -> Iterator[Document | CommuniqueError]:
    """The documents in a file, one at a time, and an error for each that cannot be read.

    `meta` is the `--meta` table by document id, `supported` the languages that packs read.
    """
    limits = msgspec.structs.replace(settings.intake, max_chars=settings.max_chars)
    try:
        with opened(path) as stream:
            for item in decode(stream, str(path), settings=limits):
                if isinstance(item, Found):
                    yield document_of(item, stem(path.name), str(path), settings, meta, supported)
                else:
                    yield item
    except InputError as error:
        yield error


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
    goes first, then what the file says, then what `settings` say of all; but a language that is set goes
    before the file's own, which is often wrong and only taken where the text does not tell.
    """
    doc = stem if found.key is None else f"{stem}-{found.key}"
    known = meta.get(doc) or Meta(doc=doc)
    told = {
        name: getattr(known, name) or getattr(found, name) for name in ("date", "publisher", "url", "title")
    }
    merged = msgspec.structs.replace(known, **told)
    try:
        document = document_from_text(found.text, doc, source, settings, merged, supported)
    except CommuniqueError as error:
        where = found.origin if found.key is not None else None
        return type(error)(error.message, source, where)
    return msgspec.structs.replace(document, origin=found.origin)
