"""Web archives (WARC): each page that was answered with 200, by its own format."""

from __future__ import annotations

import io
from typing import Any, BinaryIO, cast

from communique.intake.found import Given, Items
from communique.intake.nesting import nested
from communique.intake.packed import Unpacked
from communique.intake.reading import damaged, guarded, package

_READ = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "application/pdf",
    "application/rss+xml",
    "application/atom+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
"""Media types of what is read; pictures, scripts and the like are passed over."""


def items(stream: BinaryIO, given: Given) -> Items:
    """The responses in the archive's order, one at a time; keys are their numbers."""
    fastwarc = package("fastwarc.warc", given, "web archives")
    kinds = fastwarc.WarcRecordType.response | fastwarc.WarcRecordType.resource
    with damaged(given, "web archive"):
        records = fastwarc.ArchiveIterator(_Forward(stream), record_types=kinds)
    for number, record in enumerate(guarded(iter(records), given, "web archive"), start=1):
        if _wanted(record):
            yield from _response(record, number, given)


class _Forward:
    """A stream that is only read on; fastwarc fails on one that says so when it is asked to jump."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._at = stream, 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at


def _wanted(record: Any) -> bool:
    if record.is_http:
        return (
            record.http_headers is not None
            and record.http_headers.status_code == 200
            and _type(record) in _READ
        )
    return _type(record) in _READ


def _type(record: Any) -> str:
    told = record.http_content_type if record.is_http else record.headers.get("Content-Type", "")
    return str(told or "").partition(";")[0].strip().lower()


def _response(record: Any, number: int, given: Given) -> Items:
    url = str(record.headers.get("WARC-Target-URI") or "").strip("<> ")
    step = f"record {number} at byte {record.stream_pos}"
    body = Body(record.reader)
    stream = cast(BinaryIO, io.BufferedReader(Unpacked(body, given, "WARC")))
    http = {"media_type": _type(record), "charset": record.http_charset}
    for item in nested(stream, given, url, step, key=str(number), url=url, **http):
        packed = record.is_http and record.http_headers.get("Content-Encoding")
        if not packed and body.ended and body.size < record.content_length:
            yield given.refuse("this record is cut off; get the archive again", step)
        else:
            yield item


class Body:
    """A record's body, counted as it is read."""

    def __init__(self, reader: Any) -> None:
        self._reader, self.size, self.ended = reader, 0, False

    def read(self, size: int) -> bytes:
        """The next bytes, at most `size`."""
        data: bytes = self._reader.read(size)
        self.size += len(data)
        self.ended = not data
        return data
