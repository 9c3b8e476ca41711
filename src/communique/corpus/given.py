"""A document as an archive gives it, before it is read; the same for every format of archive."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import msgspec

FIELDS = ("text", "id", "lang", "date", "publisher", "url", "title")
"""What is taken from an archive; each can come from a column of another name."""
_TIMED = re.compile(r"(\d{4}-\d\d-\d\d)[T ]")
_PACKED = re.compile(r"(\d{4})(\d\d)(\d\d)(?:[T\d].*)?\Z")


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """One document: its number in the shard from 0, where it stands in the source, and what is told of it.

    `problem` says why it cannot be taken; there is no text then.
    """

    number: int
    place: str
    id: str
    text: str | bytes | None = None
    known: dict[str, str] = {}
    problem: str | None = None


class Layout(msgspec.Struct, frozen=True):
    """The columns of the fields."""

    columns: Mapping[str, str]

    def column(self, field: str) -> str:
        """The input's column for a field."""
        return self.columns.get(field, field)

    def given(self, number: int, place: str, source: str, row: Mapping[str, Any]) -> Given:
        """The document of a row; its id is `source@place` where the row gives none."""
        known = {
            field: value
            for field in FIELDS[1:]
            if (value := _text_of(row.get(self.column(field)), field)) is not None
        }
        if "id" not in known and "id" not in self.columns and isinstance(row.get("doc"), str):
            known["id"] = row["doc"]
        name = known.pop("id", None) or f"{source}@{place.split()[-1]}"
        text = row.get(self.column("text"))
        if isinstance(text, str | bytes):
            return Given(number=number, place=place, id=name, text=text, known=known)
        cure = "name the column of the text with --columns text=NAME"
        said = "there is no text in" if text is None else "this is no text in"
        problem = f"{said} {self.column('text')!r}; {cure}"
        return Given(number=number, place=place, id=name, problem=problem)


def _text_of(value: Any, field: str) -> str | None:
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()[:10]
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    text = str(value).strip()
    if field == "date":
        if match := _TIMED.match(text):
            return match[1]
        if match := _PACKED.match(text):
            return "-".join(match.groups())
    return text or None
