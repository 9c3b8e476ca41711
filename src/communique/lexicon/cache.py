"""Keeps compiled packs beside their sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from communique.base.compiled import compiled
from communique.lexicon.lexicon import Pack

_decoder = msgspec.msgpack.Decoder(Pack)


def cached(folder: Path, compile_it: Callable[[], Pack]) -> Pack:
    """The pack of `folder`, from its cache or compiled and cached."""
    return compiled(folder, "pack", _sources(folder), compile_it, _decoder)


def _sources(folder: Path) -> Iterator[Path]:
    """Everything a compiled pack depends on: the pack, the tables shared by all, the compiler."""
    package = folder.parent.parent.parent
    yield from sorted(p for p in folder.rglob("*") if p.suffix in (".toml", ".json"))
    yield from sorted((package / "world" / "data").glob("*.toml"))
    yield from sorted((package / "lexicon").glob("*.py"))
    yield package / "text" / "fold.py"
    yield package / "text" / "letters.toml"
    yield package / "text" / "han_forms.toml"
