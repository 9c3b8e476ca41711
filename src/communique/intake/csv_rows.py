"""Tables of separated values (CSV, TSV), row by row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import BinaryIO

from communique.errors import InputError
from communique.intake import columns
from communique.intake.formats import suffix_of
from communique.intake.found import Given, Item, Items
from communique.intake.reading import lines

_BETWEEN = (",", ";", "\t", "|")


def items(stream: BinaryIO, given: Given) -> Items:
    """The rows as documents; the first line names the columns. Values are parted by what parts those."""
    csv.field_size_limit(given.settings.max_chars)
    texts = _texts(stream, given)
    first = next(texts, "")
    tabs = suffix_of(given.name) == ".tsv" or given.media_type == "text/tab-separated-values"
    between = "\t" if tabs else max(_BETWEEN, key=lambda char: (first.count(char), -_BETWEEN.index(char)))
    reader = csv.reader(_again(first, texts), delimiter=between, strict=True)
    try:
        header = next(reader, [])
        chosen = columns.chosen(header, given)
        for number, cells in enumerate(reader, start=1):
            if not any(cells):
                continue
            yield _row(cells, header, chosen, number, f"line {reader.line_num}", given)
    except csv.Error as error:
        raise given.refuse(f"not CSV: {error}", f"line {reader.line_num}") from error


def _row(
    cells: list[str], header: list[str], chosen: dict[str, str], number: int, where: str, given: Given
) -> Item:
    if len(cells) > len(header):
        return given.refuse(f"{len(cells)} cells under {len(header)} columns", where)
    try:
        return columns.row(dict(zip(header, cells, strict=False)), chosen, number, where, given)
    except InputError as error:
        return error


def _texts(stream: BinaryIO, given: Given) -> Iterator[str]:
    for number, line in lines(stream, given):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise given.refuse("not UTF-8; convert it with iconv", f"line {number}") from error


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest
