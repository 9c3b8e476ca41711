"""Roman numerals, as they number summits, sessions and rulers."""

from __future__ import annotations

_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50}


def roman_value(numeral: str) -> int:
    """The value of a numeral of I, V, X and L (`XIV` is 14)."""
    values = [_WORTH[letter] for letter in numeral]
    behind = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, behind, strict=True))
