"""Tables that sort, filter, page and download, each state of them an address."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal
from urllib.parse import urlencode

import msgspec

SIZES = (25, 50, 100)
Style = Literal["", "main", "quote", "soft", "tag", "state", "late", "day"]
Sortable = str | int | float | None


class Line(msgspec.Struct, frozen=True):
    """One line of a cell: a text, perhaps linked, in a language of its own, and how it is shown."""

    text: str
    href: str | None = None
    lang: str | None = None
    style: Style = ""
    kind: str | None = None


class Cell(msgspec.Struct, frozen=True):
    """Lines, and what the cell is sorted by: its text when nothing else is given."""

    lines: tuple[Line, ...] = ()
    sort: Sortable = None

    @property
    def text(self) -> str:
        """All lines as one text."""
        return " | ".join(line.text for line in self.lines)

    @property
    def order(self) -> tuple[bool, float, str]:
        """What sorting compares: numbers before texts, nothing last."""
        value = self.text if self.sort is None else self.sort
        if isinstance(value, int | float):
            return False, float(value), ""
        return not value, 0.0, value.casefold()


class Column(msgspec.Struct, frozen=True):
    """A column: its key in addresses, its title, whether one value of it can be chosen, how wide it is."""

    key: str
    title: str
    choice: bool = False
    shape: Literal["", "wide", "number"] = ""


class Row(msgspec.Struct, frozen=True):
    """Cells in the order of the columns, and what the row tells, for programs."""

    cells: tuple[Cell, ...]
    raw: Any = None


class Table(msgspec.Struct, frozen=True):
    """All rows of something; `noun` counts them, `partial` says what is left out where not all are here."""

    noun: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    sort: str = ""
    partial: str = ""


class Choice(msgspec.Struct, frozen=True):
    """A column of which one value can be chosen, with the values that there are."""

    key: str
    title: str
    values: tuple[str, ...]
    chosen: str


class Head(msgspec.Struct, frozen=True):
    """A column's head: where a click leads, and how it is sorted now."""

    column: Column
    href: str
    sorted: Literal["ascending", "descending", "none"]


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a table as an address asks for it."""

    noun: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    total: int
    all: int
    first: int
    words: str
    choices: tuple[Choice, ...]
    kept: tuple[tuple[str, str], ...]
    before: str | None
    after: str | None
    csv: str
    jsonl: str
    sort: str
    partial: str


def shown(table: Table, params: Mapping[str, str], path: str) -> Shown:
    """The page that the address asks for; what it asks for and cannot be is passed over."""
    rows, sort = chosen(table, params)
    size = next((n for n in SIZES if str(n) == params.get("size")), SIZES[0])
    last = max(1, -(-len(rows) // size))
    number = params.get("page", "1")
    at = min(max(int(number), 1), last) if number.isascii() and number.isdigit() and len(number) < 9 else 1
    own = {"q", "sort", "page", "format", *(c.key for c in table.columns if c.choice)}

    def href(**changed: str) -> str:
        kept = {k: v for k, v in (*params.items(), *changed.items()) if v and k not in ("page", "format")}
        kept.update({k: v for k, v in changed.items() if v})
        return f"{path}?{urlencode(kept)}" if kept else path

    return Shown(
        noun=table.noun,
        heads=tuple(_head(column, sort, href) for column in table.columns),
        rows=tuple(rows[(at - 1) * size : at * size]),
        total=len(rows),
        all=len(table.rows),
        first=(at - 1) * size + 1,
        words=params.get("q", ""),
        choices=tuple(_choices(table, params)),
        kept=tuple((k, v) for k, v in params.items() if k not in own and v),
        before=href(page=str(at - 1)) if at > 1 else None,
        after=href(page=str(at + 1)) if at < last else None,
        csv=href(format="csv"),
        jsonl=href(format="jsonl"),
        sort=sort,
        partial=table.partial,
    )


def chosen(table: Table, params: Mapping[str, str]) -> tuple[list[Row], str]:
    """The rows that an address's filters keep, in its order, and that order."""
    rows: Iterable[Row] = table.rows
    for at, column in enumerate(table.columns):
        wanted = params.get(column.key, "") if column.choice else ""
        if wanted:
            rows = [row for row in rows if wanted in (line.text for line in row.cells[at].lines)]
    if words := params.get("q", "").casefold().split():
        rows = [row for row in rows if _holds(row, words)]
    sort = params.get("sort", table.sort)
    at = next((n for n, column in enumerate(table.columns) if column.key == sort.removeprefix("-")), -1)
    if at < 0:
        return list(rows), ""
    present = [row for row in rows if not row.cells[at].order[0]]
    absent = [row for row in rows if row.cells[at].order[0]]
    return sorted(present, key=lambda row: row.cells[at].order, reverse=sort.startswith("-")) + absent, sort


def as_csv(table: Table, rows: Iterable[Row]) -> str:
    """The rows as CSV, a column of texts each."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(column.title for column in table.columns)
    writer.writerows([cell.text for cell in row.cells] for row in rows)
    return buffer.getvalue()


def as_jsonl(rows: Iterable[Row]) -> bytes:
    """What the rows tell, a JSON object a line."""
    return b"".join(msgspec.json.encode(row.raw) + b"\n" for row in rows)


def _holds(row: Row, words: Sequence[str]) -> bool:
    text = " ".join(cell.text for cell in row.cells).casefold()
    return all(word in text for word in words)


def _choices(table: Table, params: Mapping[str, str]) -> Iterator[Choice]:
    for at, column in enumerate(table.columns):
        if column.choice:
            values = sorted({line.text for row in table.rows for line in row.cells[at].lines if line.text})
            if len(values) > 1 or params.get(column.key):
                yield Choice(column.key, column.title, tuple(values), params.get(column.key, ""))


def _head(column: Column, sort: str, href: Any) -> Head:
    if sort.removeprefix("-") != column.key:
        return Head(column, href(sort=column.key), "none")
    falling = sort.startswith("-")
    return Head(
        column,
        href(sort=column.key if falling else f"-{column.key}"),
        "descending" if falling else "ascending",
    )
