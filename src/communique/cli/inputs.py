"""Which documents the paths on the command line stand for."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from communique.errors import CommuniqueError, InputError
from communique.text.ingest import TEXT_SUFFIXES

STDIN = Path("-")


class Inputs(msgspec.Struct):
    """Files in the order of reading, folders that could not be listed, and what was passed over, by type."""

    files: list[Path] = msgspec.field(default_factory=list)
    failures: list[CommuniqueError] = msgspec.field(default_factory=list)
    skipped: Counter[str] = msgspec.field(default_factory=Counter)


def expand(paths: Iterable[Path]) -> Inputs:
    """The files that `paths` name; folders give their text files, sorted, and those of their folders."""
    inputs = Inputs()
    seen: set[str] = set()
    for path in paths:
        for file in [path] if path == STDIN or not os.path.isdir(path) else _walk(path, inputs):
            real = os.path.realpath(file) if file != STDIN else "-"
            if real not in seen:
                seen.add(real)
                inputs.files.append(file)
    return inputs


def _walk(folder: Path, inputs: Inputs) -> Iterator[Path]:
    before = len(inputs.failures)

    def refuse(error: OSError) -> None:
        cure = "check its rights with `ls -ld`"
        inputs.failures.append(
            InputError(f"folder cannot be listed: {error.strerror}; {cure}", error.filename or folder)
        )

    found = 0
    for here, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inputs.skipped["linked folder"] += sum(os.path.islink(os.path.join(here, name)) for name in folders)
        for name in sorted(names):
            path = Path(here, name)
            reason = _reason_to_skip(path)
            if reason:
                inputs.skipped[reason] += 1
            else:
                found += 1
                yield path
    if not found and len(inputs.failures) == before:
        endings = ", ".join(sorted(TEXT_SUFFIXES - {""}))
        inputs.failures.append(
            InputError(f"no texts in this folder (files ending in {endings} or in nothing)", folder)
        )


def _reason_to_skip(path: Path) -> str | None:
    if path.name.startswith("."):
        return "hidden"
    if path.suffix.lower() not in TEXT_SUFFIXES:
        return path.suffix.lower()
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return None  # reading it will say what is wrong
    if not regular:
        return "not a regular file"
    return "binary" if not path.suffix and _binary(path) else None


def _binary(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return b"\0" in stream.read(8192)
    except OSError:
        return False
