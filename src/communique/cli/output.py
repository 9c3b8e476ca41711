"""Where results go: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from communique.errors import CommuniqueError

_CURES = {
    errno.ENOSPC: "free some space or choose another place",
    errno.ENOENT: "make its folder first",
    errno.EISDIR: "name a file, not a folder",
}


@contextmanager
def output(path: Path | None, *, partial: bool = True) -> Iterator[BinaryIO]:
    """A binary stream to standard output, or to `path` by way of a file beside it and a rename.

    When the writing stops half-way the file at `path` stays as it was. After an interrupt what was
    written is kept as `path` with `.partial` behind it, unless `partial` is false. A device
    or pipe is written to directly.
    """
    if path is None:
        with refusals("standard output"):
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
    elif path.exists() and not path.is_file():
        with refusals(path), path.open("wb") as stream:
            yield stream
    else:
        yield from _replaced(Path(os.path.realpath(path)), partial)


def _replaced(path: Path, partial: bool) -> Iterator[BinaryIO]:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with refusals(path):
        stream = part.open("xb")
        try:
            with stream:
                yield stream
            part.replace(path)
        except KeyboardInterrupt:
            if partial:
                part.replace(path.with_name(path.name + ".partial"))
            raise
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def output_folder(path: Path) -> Iterator[Path]:
    """An empty folder to write files into, which become those of the folder `path` when all are written.

    `path` is made when it is missing; other files in it stay as they are.
    """
    if path.exists() and not path.is_dir():
        raise CommuniqueError("this format is several files; name a folder, not a file", path)
    target = Path(os.path.realpath(path))
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    with refusals(path):
        part.mkdir()
        try:
            yield part
            target.mkdir(exist_ok=True)
            for file in sorted(part.iterdir()):
                file.replace(target / file.name)
        finally:
            shutil.rmtree(part, ignore_errors=True)


@contextmanager
def refusals(target: str | Path) -> Iterator[None]:
    """Turn what the system says on writing to `target` into an error with a cure."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        cure = _CURES.get(error.errno or 0, "choose another place")
        raise CommuniqueError(f"cannot be written: {error.strerror or error}; {cure}", target) from error
