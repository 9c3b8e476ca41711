"""Folders and files on a disk or in an object store, by `pyarrow.fs`; what is written appears whole."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from communique.corpus.refusals import of_store, refused
from communique.corpus.whole import drop, put, renamed
from communique.errors import InputError

_STORES = frozenset({"s3", "gcs", "abfs"})
"""File systems whose files appear when their upload ends, and have no folders."""
_USER = re.compile(r"(?<=://)[^/@]*@")


class Place:
    """A path in a file system. It can be pickled, so that other processes and machines open the same."""

    def __init__(self, fs: Any, path: str, shown: str | None = None) -> None:
        self.fs = fs
        self.path = path
        self.shown = path if shown is None else shown

    @classmethod
    def of(cls, text: str | os.PathLike[str]) -> Place:
        """The place named by a path or by an address such as `s3://bucket/folder?region=eu-west-1`.

        `InputError` for an address that no file system of pyarrow reads.
        """
        from pyarrow import fs  # type: ignore[import-untyped]

        given = os.fspath(text)
        if "://" not in given:
            return cls(fs.LocalFileSystem(), os.path.abspath(given), given)
        shown = _USER.sub("", given.partition("?")[0])
        try:
            system, path = fs.FileSystem.from_uri(_quick(given))
        except ValueError as error:
            cure = "give a path, or an address such as s3://bucket/folder?region=eu-west-1"
            raise InputError(f"not a place that can be opened: {error}; {cure}", shown) from error
        except OSError as error:
            raise refused(error, shown) from error
        return cls(system, path, shown)

    @property
    def local(self) -> bool:
        """Whether the path is one of this machine's own file system."""
        return bool(self.fs.type_name == "local")

    @property
    def stored(self) -> bool:
        """Whether the path is one of an object store."""
        return self.fs.type_name in _STORES

    def at(self, name: str) -> Place:
        """The file or folder `name` in this folder."""
        return Place(self.fs, f"{self.path.rstrip('/')}/{name}", f"{self.shown.rstrip('/')}/{name}")

    def size(self) -> int | None:
        """The bytes of a file; None for what is not there or no file."""
        found = self._found(self.path)
        return int(found.size) if found.is_file else None

    def is_folder(self) -> bool:
        """Whether it is a folder that exists."""
        from pyarrow import fs

        return bool(self._found(self.path).type == fs.FileType.Directory)

    def missing(self) -> InputError:
        """The error to raise when nothing is here."""
        if self.stored and (bucket := self.path.partition("/")[0]) and self._absent(bucket):
            return InputError(f"there is no bucket {bucket!r}; check its name and the endpoint", self.shown)
        return InputError("no such file or folder; check the path", self.shown)

    def files(self, *, deep: bool = False) -> dict[str, int]:
        """The bytes of the files in this folder by name, sorted; with `deep` also of those in its folders."""
        from pyarrow import fs

        chosen = fs.FileSelector(self.path, recursive=deep, allow_not_found=True)
        start = len(self.path.rstrip("/")) + 1
        found = (info for info in self._found(chosen) if info.is_file)
        return dict(sorted((info.path[start:], int(info.size)) for info in found))

    @contextmanager
    def opened(self) -> Iterator[Any]:
        """The file for reading anywhere in it; `InputError` when it cannot be opened.

        What a store refuses while it is read is a `StoreError`, also where the block took it for damage.
        """
        try:
            stream = self.fs.open_input_file(self.path)
        except OSError as error:
            raise refused(error, self.shown) from error
        with stream:
            try:
                yield stream
            except (OSError, InputError) as error:
                cause = error if isinstance(error, OSError) else error.__cause__
                if isinstance(cause, OSError) and of_store(cause):
                    raise refused(cause, self.shown) from cause
                raise

    def read(self) -> bytes:
        """All bytes of the file."""
        with self.opened() as stream:
            return bytes(stream.read())

    def write(self, data: bytes) -> None:
        """Make this the file's content in one step."""
        with self.replaced() as stream:
            stream.write(data)

    @contextmanager
    def replaced(self) -> Iterator[Any]:
        """A stream whose content becomes the file when the block ends well, and is gone when it does not."""
        try:
            with (put if self.stored else renamed)(self.fs, self.path) as stream:
                yield stream
        except OSError as error:
            raise refused(error, self.shown, writing=True) from error

    def sweep(self) -> None:
        """Delete what writers that came to an end half-way left in this folder."""
        for name in self.files():
            if name.startswith(".") and name.endswith(".tmp"):
                drop(self.fs, f"{self.path.rstrip('/')}/{name}")

    def _absent(self, path: str) -> bool:
        from pyarrow import fs

        return bool(self._found(path).type == fs.FileType.NotFound)

    def _found(self, what: Any) -> Any:
        try:
            return self.fs.get_file_info(what)
        except OSError as error:
            raise refused(error, self.shown) from error


def _quick(address: str) -> str:
    """The address with what makes one request of putting a small object, where three are the rule."""
    if not address.startswith("s3:") or "allow_delayed_open=" in address:
        return address
    return f"{address}{'&' if '?' in address else '?'}allow_delayed_open=true"
