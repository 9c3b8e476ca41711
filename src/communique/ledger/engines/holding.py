"""The condition that a text holds all of some words, as each engine finds it fastest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Boolean, ColumnElement, and_, cast, func, literal_column
from sqlalchemy.dialects.postgresql import ARRAY, array
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import Text


class holding(ColumnElement[bool]):
    """Whether a column of words, each with a space on both sides, holds all of those given."""

    inherit_cache = False
    type = Boolean()

    def __init__(self, column: ColumnElement[Any], words: Sequence[str]) -> None:
        self.column = column
        self.words = words


@compiles(holding)
def _scanned(element: holding, compiler: Any, **options: Any) -> str:
    parts = [func.contains(element.column, f" {word} ") for word in element.words]
    return str(compiler.process(and_(*parts).self_group(), **options))


@compiles(holding, "postgresql")
def _looked_up(element: holding, compiler: Any, **options: Any) -> str:
    held = func.string_to_array(element.column, literal_column("' '"), type_=ARRAY(Text))
    sought = cast(array(element.words), ARRAY(Text))
    return str(compiler.process(held.contains(sought), **options))
