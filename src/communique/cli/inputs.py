"""Which documents the paths on the command line stand for."""

from __future__ import annotations

import os
import stat
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import msgspec

from communique.errors import CommuniqueError, InputError
from communique.intake.formats import ENDINGS, HEAD, is_markup, readable

STDIN = Path("-")


class Address(str):
    """A web address, which is fetched."""


Input: TypeAlias = Path | Address


class Inputs(msgspec.Struct):
    """Files in the order of reading, folders that could not be listed, and what was passed over, by type."""

    files: list[Input] = msgspec.field(default_factory=list)
    failures: list[CommuniqueError] = msgspec.field(default_factory=list)
    skipped: Counter[str] = msgspec.field(default_factory=Counter)


def expand(paths: Iterable[str | Path], *, tables: bool = False, beside: Path | None = None) -> Inputs:
    """The files that `paths` name; folders give the files in them that can be read, sorted, and in their folders.

    `tables` takes tables (CSV, JSON, Parquet) from folders too, but for `beside`, the table of what is known
    of the others. Web addresses stay as they are.
    """
    inputs = Inputs()
    seen: set[str] = {os.path.realpath(beside)} if beside else set()
    for given in paths:
        if str(given).startswith(("http://", "https://")):
            if str(given) not in seen:
                inputs.files.append(Address(given))
            seen.add(str(given))
            continue
        path = Path(given)
        for file in [path] if path == STDIN or not os.path.isdir(path) else _walk(path, inputs, tables):
            real = os.path.realpath(file) if file != STDIN else "-"
            if real not in seen:
                seen.add(real)
                inputs.files.append(file)
    return inputs


def listed(table: Path) -> Iterator[str]:
    """The paths and addresses in a list, one a line, `-` for standard input; empty lines and `#` are passed over.

    `InputError` for a list that cannot be read.
    """
    try:
        text = sys.stdin.buffer.read() if table == STDIN else table.read_bytes()
        lines = text.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError("not UTF-8; convert it with iconv", table) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}; check --list", table) from error
    return (line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _walk(folder: Path, inputs: Inputs, tables: bool) -> Iterator[Path]:
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
            reason = _reason_to_skip(path, tables)
            if reason:
                inputs.skipped[reason] += 1
            else:
                found += 1
                yield path
    if not found and len(inputs.failures) == before:
        endings = ", ".join(ENDINGS)
        inputs.failures.append(
            InputError(f"no texts in this folder (files ending in {endings} or in nothing)", folder)
        )


def _reason_to_skip(path: Path, tables: bool) -> str | None:
    if path.name.startswith("."):
        return "hidden"
    if path.suffix and not readable(path.name, tables=tables):
        return path.suffix.lower()
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return None  # reading it will say what is wrong
    if not regular:
        return "not a regular file"
    if not path.suffix and b"\0" in _head(path, 8192):
        return "binary"
    return ".xml" if path.suffix.lower() == ".xml" and not is_markup(_head(path, HEAD)) else None


def _head(path: Path, size: int) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(size)
    except OSError:
        return b""
