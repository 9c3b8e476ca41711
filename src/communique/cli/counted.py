"""Numbers of things in words."""

from __future__ import annotations


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 text` or `2 texts`; `many` is the plural where it is not made with an s."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"
