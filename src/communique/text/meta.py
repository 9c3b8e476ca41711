"""The table of what is known about documents from outside: language, date, publisher, address, title."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from communique.base.edtf import is_edtf
from communique.errors import InputError


class Meta(msgspec.Struct, frozen=True, kw_only=True):
    """One row: what is known of the document `doc`; None where the table says nothing."""

    doc: str
    lang: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None


def load_meta(path: Path) -> dict[str, Meta]:
    """Rows by document id from a CSV, TSV or JSON-lines table; other columns are passed over.

    Raises `InputError` with the file and the line that is wrong.
    """
    text = _text(path)
    rows = _json_rows if path.suffix.lower() in (".jsonl", ".ndjson") else _table_rows
    out: dict[str, Meta] = {}
    seen: dict[str, int] = {}
    for line, fields in rows(path, text):
        row = _row(path, line, fields)
        if row.doc in out:
            raise InputError(f"{row.doc!r} stands already in line {seen[row.doc]}", path, f"line {line}")
        out[row.doc], seen[row.doc] = row, line
    return out


def _text(path: Path) -> str:
    if path.suffix.lower() not in (".csv", ".tsv", ".jsonl", ".ndjson"):
        raise InputError("a table of documents is a .csv, .tsv or .jsonl file", path)
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise InputError("not UTF-8; convert it with iconv", path, f"line {line}") from error
    except FileNotFoundError as error:
        raise InputError("no such table; check the path", path) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", path) from error


def _json_rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(f"not JSON: {error.msg}", path, f"line {number}") from error
        if not isinstance(row, dict):
            raise InputError("not a JSON object", path, f"line {number}")
        yield number, row


def _table_rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        if "doc" not in header:
            raise InputError("the first line must name the columns, `doc` among them", path, "line 1")
        for cells in reader:
            if len(cells) > len(header):
                raise InputError(
                    f"{len(cells)} cells under {len(header)} columns", path, f"line {reader.line_num}"
                )
            if any(cells):
                yield reader.line_num, dict(zip(header, cells, strict=False))
    except csv.Error as error:
        raise InputError(f"not CSV: {error}", path, f"line {reader.line_num}") from error


def _row(path: Path, line: int, fields: dict[str, Any]) -> Meta:
    kept: dict[str, str] = {}
    for name in Meta.__struct_fields__:
        value = fields.get(name)
        if value is not None and not isinstance(value, str):
            raise InputError(f"`{name}` must be text, not {value!r}", path, f"line {line}")
        if value and value.strip():
            kept[name] = value.strip()
    if "doc" not in kept:
        raise InputError("no `doc`: the file name without its ending", path, f"line {line}")
    if "date" in kept and not is_edtf(kept["date"]):
        raise InputError(
            f"not a date: {kept['date']!r}; write 2024-07-03, 2024-07 or 2024", path, f"line {line}"
        )
    return Meta(**kept)
