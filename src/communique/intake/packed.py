"""Packed files (gzip, bzip2, xz, zstd): what is in them, unpacked as far as it is read."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from typing import Any, BinaryIO, cast

from communique.errors import InputError
from communique.intake.found import Given, Items
from communique.intake.nesting import nested
from communique.intake.reading import Chained

_BEGINS = ((b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"), (b"\x28\xb5\x2f\xfd", "zstd"))
_STEP = 256 * 1024


def items(stream: BinaryIO, given: Given) -> Items:
    """The documents of the file that is packed; `InputError` when it unpacks to too much."""
    head = stream.read(6)
    kind = next((name for begin, name in _BEGINS if head.startswith(begin)), None)
    if kind is None:
        raise given.refuse("its name says that it is packed, and its bytes do not; rename it")
    if stream.seekable():
        stream.seek(-len(head), io.SEEK_CUR)
    else:
        stream = cast(BinaryIO, io.BufferedReader(Chained(head, stream)))
    inner = io.BufferedReader(Unpacked(_opened(kind, stream), given, kind), _STEP)
    yield from nested(cast(BinaryIO, inner), given, _inner_name(given.name), None)


def _opened(kind: str, stream: BinaryIO) -> Any:
    if kind == "gzip":
        return gzip.GzipFile(fileobj=stream)
    if kind == "bzip2":
        return bz2.BZ2File(stream)
    if kind == "xz":
        return lzma.LZMAFile(stream)
    import pyarrow as pa  # type: ignore[import-untyped]

    return pa.CompressedInputStream(pa.PythonFile(stream, mode="r"), "zstd")


def _inner_name(name: str) -> str:
    """`talks.html` for `talks.html.gz`; the name itself where it has no second ending."""
    stem, _, suffix = name.rpartition(".")
    return stem if stem and suffix.lower() in ("gz", "bz2", "xz", "zst") else name


class Unpacked(io.RawIOBase):
    """An unpacking stream that ends in an `InputError` when it gives too much or its bytes are damaged."""

    def __init__(self, source: Any, given: Given, kind: str) -> None:
        self._source, self._given, self._kind = source, given, kind

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """The next bytes, counted against the budget."""
        try:
            data = self._source.read(len(buffer))
        except InputError:
            raise
        except Exception as error:
            raise self._given.refuse(
                f"this {self._kind} file is damaged or cut off: {error}; get it again"
            ) from error
        if not self._given.budget.take(len(data)):
            raise self._given.refuse(
                f"unpacks to more than {self._given.budget.size:,} bytes; unpack it and read its parts"
            )
        buffer[: len(data)] = data
        return len(data)
