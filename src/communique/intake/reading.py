"""Reading a stream within bounds, and naming the package that a format needs."""

from __future__ import annotations

import importlib
import io
from types import ModuleType
from typing import BinaryIO

from communique.errors import InputError
from communique.intake.found import Given


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


def package(name: str, given: Given, what: str) -> ModuleType:
    """A module of the extra `ingest`; `InputError` with the cure where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise InputError(
            f"reading {what} needs the package {name.partition('.')[0]} ({error}); "
            "install it with `pip install 'communique[ingest]'`",
            given.name,
        ) from error
