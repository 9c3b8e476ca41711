"""Reading a response's body within bounds, packed and unpacked."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from communique.errors import FetchError

_STEP = 64 * 1024
_EITHER_HEADER = 47  # zlib finds out itself whether it is gzip or zlib
_NO_HEADER = -15


def read_body(chunks: Iterable[bytes], encoding: str, url: str, max_bytes: int, max_expanded: int) -> bytes:
    """The whole body, unpacked; `FetchError` as soon as it is too large, is cut off or cannot be unpacked."""
    coded = encoding.strip().lower()
    if coded in ("", "identity"):
        return _gathered(chunks, url, min(max_bytes, max_expanded))
    if coded not in ("gzip", "x-gzip", "deflate"):
        raise FetchError("encoding", f"packed as {encoding!r}, which was not asked for", url)
    return _Unpacked(url, max_expanded).read(_bounded(chunks, url, max_bytes))


def _bounded(chunks: Iterable[bytes], url: str, limit: int) -> Iterable[bytes]:
    taken = 0
    for chunk in chunks:
        taken += len(chunk)
        if taken > limit:
            raise too_large(url, limit)
        yield chunk


def _gathered(chunks: Iterable[bytes], url: str, limit: int) -> bytes:
    body = bytearray()
    for chunk in _bounded(chunks, url, limit):
        body += chunk
    return bytes(body)


def too_large(url: str, limit: int, how: str = "") -> FetchError:
    """The refusal of a body of more than `limit` bytes."""
    return FetchError("too large", f"more than {limit:,} bytes{how}; it was not read", url, lasting=True)


class _Unpacked:
    """Unpacks gzip, zlib or bare deflate, never more than a step beyond the limit."""

    def __init__(self, url: str, limit: int) -> None:
        self._url = url
        self._limit = limit
        self._unpack = zlib.decompressobj(_EITHER_HEADER)
        self._body = bytearray()
        self._begun = False

    def read(self, chunks: Iterable[bytes]) -> bytes:
        for chunk in chunks:
            self._add(chunk)
        self._body += self._unpack.flush()
        if self._begun and not self._unpack.eof:
            raise FetchError("cut off", "the packed body ends too early", self._url)
        return bytes(self._body)

    def _add(self, chunk: bytes) -> None:
        while chunk:
            if self._unpack.eof:
                if not chunk.strip(b"\0"):
                    return
                self._unpack = zlib.decompressobj(_EITHER_HEADER)
            self._body += self._step(chunk)
            if len(self._body) > self._limit:
                raise too_large(self._url, self._limit, " when unpacked")
            chunk = self._unpack.unconsumed_tail or self._unpack.unused_data

    def _step(self, chunk: bytes) -> bytes:
        first, self._begun = not self._begun, True
        try:
            return self._unpack.decompress(chunk, _STEP)
        except zlib.error as error:
            if not first:
                raise FetchError("cut off", f"the packed body is damaged: {error}", self._url) from error
        self._unpack = zlib.decompressobj(_NO_HEADER)
        try:
            return self._unpack.decompress(chunk, _STEP)
        except zlib.error as error:
            raise FetchError("encoding", f"the body is not packed as it says: {error}", self._url) from error
