"""Reading a stream within bounds, and keeping what a library makes of damaged bytes from going further."""

from __future__ import annotations

import importlib
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, BinaryIO, TypeVar

from communique.errors import CommuniqueError
from communique.intake.found import Given

T = TypeVar("T")


def whole(stream: BinaryIO, given: Given, limit: int, what: str) -> bytes:
    """All that is left of a stream; `InputError` when it is longer than `limit` bytes."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise given.refuse(f"too large: more than {limit:,} bytes of {what}; split it into several files")
    return data


def seekable(stream: BinaryIO, given: Given, what: str) -> BinaryIO:
    """The stream itself where one may jump in it, else all of it in memory, within the bound."""
    if stream.seekable():
        return stream
    return io.BytesIO(whole(stream, given, given.settings.max_bytes, what))


class Chained(io.RawIOBase):
    """A stream that cannot be wound back, with what was already taken from it in front again."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """First what was taken, then the rest."""
        size = len(buffer)
        taken, self._head = self._head[:size], self._head[size:]
        taken = taken or self._rest.read(size)
        buffer[: len(taken)] = taken
        return len(taken)


def lines(stream: BinaryIO, given: Given) -> Iterator[tuple[int, bytes]]:
    """The lines of a stream with their numbers; `InputError` for one longer than a document may be."""
    limit = 4 * given.settings.max_chars
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit:
            raise given.refuse(f"too large: more than {limit:,} bytes in one line", f"line {number}")
        yield number, line


def package(name: str, given: Given, what: str) -> ModuleType:
    """A module of the extra `ingest`; `InputError` with the cure where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise given.refuse(
            f"reading {what} needs the package {name.partition('.')[0]} ({error}); "
            "install it with `pip install 'communique[ingest]'`"
        ) from error


@contextmanager
def damaged(given: Given, what: str, entry: str | None = None) -> Iterator[None]:
    """Whatever a library raises on malformed bytes becomes an `InputError`; its warnings are not shown."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (CommuniqueError, MemoryError):
        raise
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise  # a library in Rust panics with what is no Exception
        said = " ".join(str(error).split())[:200]
        raise given.refuse(
            f"this {what} is damaged: {said or type(error).__name__}; get it again", entry
        ) from error


def guarded(found: Iterator[T], given: Given, what: str) -> Iterator[T]:
    """The items of an iterator of a library, with `damaged` around each step."""
    while True:
        with damaged(given, what):
            item = next(found, None)
        if item is None:
            return
        yield item
