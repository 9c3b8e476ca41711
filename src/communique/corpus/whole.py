"""Files of `pyarrow.fs` that appear whole or not at all.

On a disk a file is written under another name and renamed. An object of a store appears when its upload
ends, even one that an error ended, and a rename is a copy there; so it is made on this machine and then put
in its place, which takes no right to delete.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

_HELD = 1 << 24
"""Bytes of a file to put that are held in memory; of a longer one all are on the disk."""


@contextmanager
def renamed(fs: Any, path: str) -> Iterator[Any]:
    """A stream to a file that gets its name when the block ends well; its folder is made."""
    folder, _, name = path.rpartition("/")
    part = f"{folder}/.{name}.{os.getpid()}-{uuid.uuid4().hex[:8]}.tmp"
    try:
        fs.create_dir(folder, recursive=True)
        with fs.open_output_stream(part) as stream:
            yield stream
        fs.move(part, path)
    except BaseException:
        drop(fs, part)
        raise


@contextmanager
def put(fs: Any, path: str) -> Iterator[Any]:
    """A stream to a file of this machine, uploaded when the block ends well."""
    with tempfile.SpooledTemporaryFile(_HELD) as held:
        yield held
        held.seek(0)
        with fs.open_output_stream(path) as stream:
            shutil.copyfileobj(held, stream, 1 << 20)


def drop(fs: Any, path: str) -> None:
    """Delete a file if it is there and may be deleted."""
    with suppress(OSError):
        fs.delete_file(path)
