"""Reading files of JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique.errors import InputError


def read_objects(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The JSON objects of a file, each with its line number; blank lines are passed over."""
    try:
        with path.open(encoding="utf-8-sig") as stream:
            for number, line in enumerate(stream, start=1):
                if line.strip():
                    yield number, _object(path, number, line)
    except UnicodeDecodeError as error:
        raise InputError("not UTF-8; convert it with iconv", path) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}; check the path", path) from error


def _object(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg}", path, f"line {number}") from error
    if not isinstance(record, dict):
        raise InputError("not a JSON object", path, f"line {number}")
    return record
