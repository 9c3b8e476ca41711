"""The condition that a statement has all of some sides, as each engine finds it fastest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Boolean, ColumnElement, and_, cast, func, literal_column
from sqlalchemy.dialects.postgresql import ARRAY, array
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import Text


class with_sides(ColumnElement[bool]):
    """Whether a column of codes, each with a space on both sides, holds all of those given."""

    inherit_cache = False
    type = Boolean()

    def __init__(self, column: ColumnElement[Any], codes: Sequence[str]) -> None:
        self.column = column
        self.codes = codes


@compiles(with_sides)
def _scanned(element: with_sides, compiler: Any, **options: Any) -> str:
    parts = [func.contains(element.column, f" {code} ") for code in element.codes]
    return str(compiler.process(and_(*parts).self_group(), **options))


@compiles(with_sides, "postgresql")
def _looked_up(element: with_sides, compiler: Any, **options: Any) -> str:
    held = func.string_to_array(element.column, literal_column("' '"), type_=ARRAY(Text))
    sought = cast(array(element.codes), ARRAY(Text))
    return str(compiler.process(held.contains(sought), **options))
