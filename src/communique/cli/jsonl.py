"""Reading files of JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from communique.errors import CommuniqueError, InputError


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


def good_objects(
    lines: Iterable[bytes], path: str | Path, failures: list[CommuniqueError]
) -> Iterator[tuple[int, dict[str, Any]]]:
    """The JSON objects of some lines, each with its line number; lines that are none go to `failures`."""
    for number, raw in enumerate(lines, start=1):
        try:
            line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            if line.strip():
                yield number, _object(path, number, line)
        except UnicodeDecodeError:
            failures.append(InputError("not UTF-8; convert it with iconv", path, f"line {number}"))
        except InputError as error:
            failures.append(error)


def _object(path: str | Path, number: int, line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg}", path, f"line {number}") from error
    if not isinstance(record, dict):
        raise InputError("not a JSON object", path, f"line {number}")
    return record
