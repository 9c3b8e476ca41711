"""Folders and files on a disk or in an object store, by `pyarrow.fs`; what is written appears whole."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from communique.errors import CommuniqueError, InputError


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
        try:
            system, path = fs.FileSystem.from_uri(given)
        except (ValueError, OSError) as error:
            cure = "give a path, or an address such as s3://bucket/folder"
            raise InputError(f"not a place that can be opened: {error}; {cure}", given) from error
        return cls(system, path, given.partition("?")[0])

    @property
    def local(self) -> bool:
        """Whether the path is one of this machine's own file system."""
        return bool(self.fs.type_name == "local")

    def at(self, name: str) -> Place:
        """The file or folder `name` in this folder."""
        return Place(self.fs, f"{self.path.rstrip('/')}/{name}", f"{self.shown.rstrip('/')}/{name}")

    def size(self) -> int | None:
        """The bytes of a file; None for what is not there or no file."""
        found = self.fs.get_file_info(self.path)
        return int(found.size) if found.is_file else None

    def is_folder(self) -> bool:
        """Whether it is a folder that exists."""
        from pyarrow import fs

        return bool(self.fs.get_file_info(self.path).type == fs.FileType.Directory)

    def files(self, *, deep: bool = False) -> dict[str, int]:
        """The bytes of the files in this folder by name, sorted; with `deep` also of those in its folders."""
        from pyarrow import fs

        chosen = fs.FileSelector(self.path, recursive=deep, allow_not_found=True)
        start = len(self.path.rstrip("/")) + 1
        found = (info for info in self.fs.get_file_info(chosen) if info.is_file)
        return dict(sorted((info.path[start:], int(info.size)) for info in found))

    @contextmanager
    def opened(self) -> Iterator[Any]:
        """The file for reading anywhere in it; `InputError` when it cannot be opened."""
        try:
            stream = self.fs.open_input_file(self.path)
        except OSError as error:
            raise InputError(f"cannot be opened: {reason(error)}", self.shown) from error
        with stream:
            yield stream

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
        folder, _, name = self.path.rpartition("/")
        part = f"{folder}/.{name}.{os.getpid()}-{uuid.uuid4().hex[:8]}.tmp"
        try:
            self.fs.create_dir(folder, recursive=True)
            with self.fs.open_output_stream(part) as stream:
                yield stream
            self.fs.move(part, self.path)
        except OSError as error:
            self._drop(part)
            cure = "free some space or choose another place"
            raise CommuniqueError(f"cannot be written: {reason(error)}; {cure}", self.shown) from error
        except BaseException:
            self._drop(part)
            raise

    def sweep(self) -> None:
        """Delete what writers that came to an end half-way left in this folder."""
        for name in self.files():
            if name.startswith(".") and name.endswith(".tmp"):
                self._drop(f"{self.path.rstrip('/')}/{name}")

    def _drop(self, path: str) -> None:
        with suppress(OSError):
            self.fs.delete_file(path)


def reason(error: BaseException) -> str:
    """What a file system's error says, on one line."""
    said = getattr(error, "strerror", None) or str(error)
    return " ".join(str(said).split())
