"""Keeps compiled packs beside their sources, as Python keeps its own compiled files.

A cached pack is used only when the digest of everything it was made from is the same; when it
cannot be written, the pack is compiled anew each time.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

import msgspec

from communique.lexicon.lexicon import Pack

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Pack)


def cached(folder: Path, compile_it: Callable[[], Pack]) -> Pack:
    """The pack of `folder`, from its cache or compiled and cached."""
    path = folder / "__pycache__" / f"pack-{_digest(folder)}.msgpack"
    try:
        return _decoder.decode(path.read_bytes())
    except (OSError, msgspec.MsgspecError):
        pack = compile_it()
    with contextlib.suppress(OSError):
        _write(path, _encoder.encode(pack))
    return pack


def _digest(folder: Path) -> str:
    digest = blake2b(digest_size=12)
    for path in _sources(folder):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _sources(folder: Path) -> Iterator[Path]:
    """Everything a compiled pack depends on: the pack, the tables shared by all, the compiler."""
    package = folder.parent.parent.parent
    yield from sorted(p for p in folder.rglob("*") if p.suffix in (".toml", ".json"))
    yield from sorted((package / "world" / "data").glob("*.toml"))
    yield from sorted((package / "lexicon").glob("*.py"))
    yield package / "text" / "fold.py"
    yield package / "text" / "letters.toml"
    yield package / "text" / "han_forms.toml"


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_bytes(data)
    temporary.replace(path)
    for stale in path.parent.glob("pack-*.msgpack"):
        if stale != path:
            stale.unlink(missing_ok=True)
