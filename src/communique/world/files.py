"""Opens the data files that ship beside this package."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique.errors import PackError

DATA = Path(__file__).parent / "data"


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file; `PackError` when it is missing or malformed."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PackError("this data file is missing", path) from None
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"not TOML: {error}", path) from error


def read_rows(path: Path, columns: int) -> Iterator[list[str]]:
    """The rows of a tab-separated UTF-8 file below its one header line.

    `PackError` when the file is missing or a row has another number of fields than `columns`.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise PackError("this data file is missing", path) from None
    for number, line in enumerate(lines[1:], start=2):
        fields = line.split("\t")
        if len(fields) != columns:
            raise PackError(f"expected {columns} fields, found {len(fields)}", path, f"line {number}")
        yield fields
