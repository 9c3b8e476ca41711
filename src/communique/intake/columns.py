"""Which column of a table holds what, and one row as a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from communique.errors import InputError
from communique.intake.days import day_of
from communique.intake.found import Found, Given
from communique.intake.page_parts import without_controls

USUAL = {
    "text": ("text", "body", "content", "article", "maintext", "fulltext", "full_text"),
    "title": ("title", "headline"),
    "date": ("date", "published", "date_published", "datepublished", "publication_date", "pubdate"),
    "publisher": ("publisher", "outlet", "site", "domain"),
    "url": ("url", "link", "href"),
    "lang": ("lang", "language"),
    "id": ("id", "doc", "doc_id", "document_id", "guid"),
}
"""What a document is made of, and the usual names of a column that holds it, the likeliest first."""


def parsed(option: str) -> tuple[tuple[str, str], ...]:
    """`text=body,date=published` as pairs; `InputError` for what is no such list."""
    pairs: dict[str, str] = {}
    for part in option.split(","):
        what, equals, column = (piece.strip() for piece in part.partition("="))
        if not equals or not column or what not in USUAL:
            known = ", ".join(USUAL)
            raise InputError(
                f"{part.strip()!r} names no column; write text=body,date=published with any of {known}",
                entry="--columns",
            )
        if what in pairs:
            raise InputError(f"names the column of {what} twice", entry="--columns")
        pairs[what] = column
    return tuple(pairs.items())


def chosen(names: Iterable[str], given: Given) -> dict[str, str]:
    """The table's columns by what they hold; `InputError` when one that is asked for is not there."""
    held = {name.strip().casefold(): name for name in names}
    asked = dict(given.settings.columns)
    for what, column in asked.items():
        if column.casefold() not in held:
            raise given.refuse(f"no column {column!r} for {what}; the columns are {_listed(held.values())}")
    out = {what: held[column.casefold()] for what, column in asked.items()}
    for what, usual in USUAL.items():
        name = next((held[name] for name in usual if name in held and held[name] not in out.values()), None)
        if what not in out and name is not None:
            out[what] = name
    if "text" not in out:
        raise given.refuse(
            f"no column holds the text; name it with --columns text=NAME ({_listed(held.values())})"
        )
    return out


def row(
    values: Mapping[str, Any], columns: Mapping[str, str], number: int, where: str, given: Given
) -> Found:
    """The document of one row; `InputError` for a row without a text, or with a date that is none.

    `where` is the row's place, such as `line 7`; it is the origin, and `number` the key where no column is.
    """
    told = {what: values.get(column) for what, column in columns.items()}
    text = told["text"]
    if not isinstance(text, str) or not text.strip():
        raise given.refuse(f"column {columns['text']!r} holds no text", where)
    day = told.get("date")
    date = day_of(day) if day not in (None, "") else None
    if day not in (None, "") and date is None:
        raise given.refuse(
            f"column {columns['date']!r} holds no date: {str(day)[:40]!r}; write 2024-07-03, 2024-07 or 2024",
            where,
        )
    told_key = told.get("id")
    key = _words(str(told_key)) if isinstance(told_key, str | int) else None
    return Found(
        text=without_controls(text),
        key=key or str(number),
        date=date,
        origin=where,
        **{what: _words(told.get(what)) for what in ("title", "publisher", "url", "lang")},
    )


def _words(value: object) -> str | None:
    return " ".join(without_controls(value).split()) or None if isinstance(value, str) else None


def _listed(names: Iterable[str]) -> str:
    return ", ".join(list(names)[:20]) or "none"
