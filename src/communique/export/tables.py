"""Tables of rows and columns: each column is data, a name and how its value is had from a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, Protocol, TypeVar

import msgspec

from communique.export.fact import Fact, basis

Cell = str | int | float | None


class OfFact(Protocol):
    """A row that tells of a fact."""

    @property
    def fact(self) -> Fact:
        """The fact."""


R = TypeVar("R")
R_contra = TypeVar("R_contra", contravariant=True)


class Column(msgspec.Struct, Generic[R_contra], frozen=True):
    """A column. Without a `value` the ledger has nothing for it, and it stays empty."""

    name: str
    value: Callable[[R_contra], Cell] | None = None


def ledger_columns() -> tuple[Column[OfFact], ...]:
    """Columns of ours behind those of a format, which lead back to the quotes.

    The event, its records and documents, whether a person corrected a value, and whether the date is the day
    told (`day`), the first of a longer span (`span`) or that of the report (`report`).
    """
    return (
        Column("Ledger Event", lambda row: row.fact.id),
        Column("Ledger Records", lambda row: "; ".join(row.fact.records)),
        Column("Ledger Documents", lambda row: "; ".join(row.fact.documents)),
        Column("Ledger Values", lambda row: basis(row.fact.tellings[0])),
        Column("Ledger Date", lambda row: row.fact.when.basis if row.fact.when else None),
        Column("Ledger Quote", lambda row: row.fact.record.evidence[0].quote),
    )


def names(columns: Iterable[Column[R]]) -> tuple[str, ...]:
    """The columns' names in order."""
    return tuple(column.name for column in columns)


def tab_delimited(columns: Sequence[Column[R]], rows: Iterable[R], *, head: bool, empty: str = "") -> bytes:
    """Lines of cells with tabs between and no quoting; tabs and line ends inside a cell become spaces."""
    lines = ["\t".join(names(columns))] if head else []
    for row in rows:
        lines.append("\t".join(" ".join(_text(column, row, empty).split()) for column in columns))
    return "".join(line + "\n" for line in lines).encode()


def comma_delimited(columns: Sequence[Column[R]], rows: Iterable[R]) -> bytes:
    """CSV after RFC 4180, with a head, UTF-8, lines ended by LF."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(names(columns))
    writer.writerows([_text(column, row, "") for column in columns] for row in rows)
    return buffer.getvalue().encode()


def _text(column: Column[R], row: R, empty: str) -> str:
    value = column.value(row) if column.value else None
    return empty if value in (None, "") else str(value)
