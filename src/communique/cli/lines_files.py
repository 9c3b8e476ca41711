"""Files of lines, compressed with gzip or not."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from communique.errors import InputError

_MAGIC = b"\x1f\x8b"


@contextmanager
def packed(stream: BinaryIO, path: Path | None) -> Iterator[BinaryIO | gzip.GzipFile]:
    """The stream itself, or one that compresses into it when the file's name ends in `.gz`."""
    if path is None or path.suffix != ".gz":
        yield stream
        return
    with gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0) as lines:
        yield lines


@contextmanager
def unpacked(path: Path) -> Iterator[Iterable[bytes]]:
    """The lines of a file, or of standard input for `-`, decompressed where they are compressed."""
    try:
        with sys.stdin.buffer if str(path) == "-" else path.open("rb") as source:
            stream = io.BufferedReader(source)  # type: ignore[type-var]
            packed = stream.peek(2)[:2] == _MAGIC
            yield _readable(gzip.GzipFile(fileobj=stream) if packed else stream, path)
    except OSError as error:
        raise InputError(error.strerror or str(error), path) from error


def _readable(lines: Iterable[bytes], path: Path) -> Iterator[bytes]:
    try:
        yield from lines
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise InputError(f"the compressed file is damaged: {error}; copy it again", path) from error
