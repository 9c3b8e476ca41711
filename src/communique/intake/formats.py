"""Which decoder reads which bytes: by what they begin with, by media type, by the name's ending."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import BinaryIO
from urllib.parse import urlsplit

import msgspec

from communique.intake.found import Given, Items

HEAD = 4096
"""How many bytes of a file are looked at to tell its format."""

Decoder = Callable[[BinaryIO, Given], Items]


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One format and how it is recognised. `module` holds its decoder, a function `items`.

    `begins` are its first bytes; a `table` format is read from a folder only when columns are named.
    """

    name: str
    module: str
    suffixes: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    begins: tuple[bytes, ...] = ()
    table: bool = False


TEXT = Format(
    name="text",
    module="plain",
    suffixes=("", ".txt", ".md", ".markdown", ".text"),
    media_types=("text/plain", "text/markdown"),
)
HTML = Format(
    name="HTML",
    module="html",
    suffixes=(".html", ".htm", ".xhtml"),
    media_types=("text/html", "application/xhtml+xml"),
)
FEED = Format(
    name="feed",
    module="feed",
    suffixes=(".rss", ".atom", ".xml"),
    media_types=("application/rss+xml", "application/atom+xml", "application/xml", "text/xml"),
)
FORMATS = (
    TEXT,
    HTML,
    FEED,
    Format(
        name="PDF", module="pdf", suffixes=(".pdf",), media_types=("application/pdf",), begins=(b"%PDF-",)
    ),
    Format(
        name="Word",
        module="docx",
        suffixes=(".docx",),
        media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    ),
    Format(name="mail", module="mail", suffixes=(".eml",), media_types=("message/rfc822",)),
    Format(
        name="JSON", module="json_array", suffixes=(".json",), media_types=("application/json",), table=True
    ),
    Format(
        name="JSON lines",
        module="json_lines",
        suffixes=(".jsonl", ".ndjson"),
        media_types=("application/jsonl", "application/x-ndjson", "application/ndjson"),
        table=True,
    ),
    Format(
        name="CSV",
        module="csv_rows",
        suffixes=(".csv", ".tsv"),
        media_types=("text/csv", "text/tab-separated-values"),
        table=True,
    ),
    Format(
        name="Parquet",
        module="parquet",
        suffixes=(".parquet",),
        media_types=("application/vnd.apache.parquet",),
        begins=(b"PAR1",),
        table=True,
    ),
    Format(
        name="WARC",
        module="warc",
        suffixes=(".warc",),
        media_types=("application/warc",),
        begins=(b"WARC/1.",),
    ),
    Format(
        name="zip",
        module="archive",
        suffixes=(".zip",),
        media_types=("application/zip",),
        begins=(b"PK\x03\x04", b"PK\x05\x06"),
    ),
    Format(
        name="packed",
        module="packed",
        suffixes=(".gz", ".bz2", ".xz", ".zst"),
        media_types=("application/gzip", "application/x-gzip", "application/zstd", "application/x-bzip2"),
        begins=(b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd"),
    ),
)
_BY_SUFFIX = {suffix: item for item in FORMATS for suffix in item.suffixes}
_BY_TYPE = {media: item for item in FORMATS for media in item.media_types}
ENDINGS = tuple(sorted(suffix for suffix in _BY_SUFFIX if suffix))
_VAGUE = frozenset({"text/plain", "application/xml", "text/xml", "application/json"})
"""Media types that servers give for many things; the bytes and the name may say more."""
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FEED = re.compile(rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.I | re.S)
_BOM = b"\xef\xbb\xbf"


def suffix_of(name: str) -> str:
    """The ending of a path, an address or an archive's member, lower case with its dot."""
    path = urlsplit(name).path if "://" in name else name
    return PurePosixPath(path.replace("\\", "/")).suffix.lower()


def readable(name: str, *, tables: bool = False) -> bool:
    """Whether a name's ending tells of a format that holds documents; `tables` counts tables among them."""
    suffix = suffix_of(name)
    if suffix and _BY_SUFFIX.get(suffix, TEXT).module == "packed":
        return readable(name[: -len(suffix)], tables=tables)
    return bool(suffix) and suffix in _BY_SUFFIX and (tables or not _BY_SUFFIX[suffix].table)


def is_markup(head: bytes) -> bool:
    """Whether bytes that begin like this are a page or a feed, as not every file named `.xml` is."""
    return _sniffed(head) is not None


def format_of(head: bytes, given: Given) -> Format:
    """The format of bytes that begin with `head`; text where nothing speaks for another."""
    by_suffix = _BY_SUFFIX.get(suffix_of(given.name)) if "://" not in given.name else None
    for item in FORMATS:
        if item.begins and head.startswith(item.begins):
            return by_suffix if by_suffix and by_suffix.name == "Word" and item.name == "zip" else item
    told = _BY_TYPE.get(given.media_type or "")
    if told and given.media_type not in _VAGUE:
        return told
    if by_suffix and by_suffix is not TEXT:
        return _sniffed(head) or by_suffix if by_suffix in (FEED, HTML) else by_suffix
    if suffix_of(given.name) == "" or given.media_type:
        return _sniffed(head) or told or _BY_SUFFIX.get(suffix_of(given.name), TEXT)
    return TEXT


def _sniffed(head: bytes) -> Format | None:
    start = head.removeprefix(_BOM)
    return FEED if _FEED.match(start) else HTML if _PAGE.match(start) else None


def decoder_of(head: bytes, given: Given) -> Decoder:
    """The function that reads bytes of this format."""
    module = importlib.import_module(f"communique.intake.{format_of(head, given).module}")
    items: Decoder = module.items
    return items
