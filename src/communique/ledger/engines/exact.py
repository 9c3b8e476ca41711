"""Texts into PostgreSQL and out again, each as it was.

Texts there cannot hold the character U+0000. It is written as two others, and so is the first of these.
"""

from __future__ import annotations

import io
import re
from typing import Any

_MARK = "\ufdd0"  # a code point that Unicode sets aside for a program's own use


def copied(table: Any) -> bytes:
    """The Arrow table as COPY reads it in its format `csv`."""
    lines = _lines(table)
    if any(sought in lines for sought in (b"\0", _MARK.encode(), b"\\u0000")):
        lines = _lines(_storable(table))
    return lines


def _lines(table: Any) -> bytes:
    """A null is nothing between commas, an empty text is in quotes."""
    import pyarrow.csv as csv  # type: ignore[import-untyped]

    lines = io.BytesIO()
    csv.write_csv(table, lines, csv.WriteOptions(include_header=False, quoting_style="all_valid"))
    return lines.getvalue()


def _storable(table: Any) -> Any:
    """The Arrow table with U+0000 and the mark itself written as the mark and a letter."""
    import pyarrow as pa

    for at, (name, column) in enumerate(zip(table.column_names, table.columns, strict=True)):
        if pa.types.is_string(column.type):
            escape = _escaped_json if name == "payload" else _escaped
            values = [None if value is None else escape(value) for value in column.to_pylist()]
            table = table.set_column(at, name, pa.array(values, pa.string()))
    return table


def _escaped(value: str) -> str:
    return value.replace(_MARK, _MARK + "m").replace("\0", _MARK + "z")


def _escaped_json(payload: str) -> str:
    """JSON has the character as an escape of its own, which has to come back as such."""

    def stored(match: re.Match[str]) -> str:
        return _MARK + "j" if match[0] == "\\u0000" else match[0]

    return re.sub(r"\\u0000|\\.", stored, payload.replace(_MARK, _MARK + "m"))


def _restored(value: str) -> str:
    back = {"m": _MARK, "z": "\0", "j": "\\u0000"}
    return re.sub(f"{_MARK}([mzj])", lambda match: back[match[1]], value)


def adapt(connection: Any, _record: object) -> None:
    """Write and read texts on this connection so that every one comes back as it was."""
    from psycopg.types.string import StrDumper, TextLoader

    class Dumper(StrDumper):
        def dump(self, obj: str) -> Any:
            return super().dump(_escaped(obj) if "\0" in obj or _MARK in obj else obj)

    class Loader(TextLoader):
        def load(self, data: Any) -> str | bytes:
            value = super().load(data)
            return _restored(value) if isinstance(value, str) and _MARK in value else value

    connection.adapters.register_dumper(str, Dumper)
    for name in ("text", "varchar"):
        connection.adapters.register_loader(name, Loader)
