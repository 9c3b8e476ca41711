"""Keeps what is compiled from data files beside them, as Python keeps its own compiled files.

What is kept is used only when the digest of everything it was made from is the same; when it cannot be
written, it is compiled anew each time.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

Value = TypeVar("Value")
_encoder = msgspec.msgpack.Encoder()


def compiled(
    folder: Path,
    name: str,
    sources: Iterable[Path],
    make: Callable[[], Value],
    decoder: msgspec.msgpack.Decoder[Value],
) -> Value:
    """What `make` makes of the sources, from `folder/__pycache__` where it is kept there under this name."""
    path = folder / "__pycache__" / f"{name}-{_digest(sources)}.msgpack"
    try:
        return decoder.decode(path.read_bytes())
    except (OSError, msgspec.MsgspecError):
        made = make()
    with contextlib.suppress(OSError):
        _write(path, name, _encoder.encode(made))
    return made


def _digest(sources: Iterable[Path]) -> str:
    digest = blake2b(digest_size=12)
    for path in sources:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _write(path: Path, name: str, data: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_bytes(data)
    temporary.replace(path)
    for stale in path.parent.glob(f"{name}-*.msgpack"):
        if stale != path:
            stale.unlink(missing_ok=True)
