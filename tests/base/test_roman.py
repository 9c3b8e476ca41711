"""The values of Roman numerals."""

from __future__ import annotations

import pytest

from communique.base.roman import roman_value


@pytest.mark.parametrize(("numeral", "value"), [("I", 1), ("IV", 4), ("IX", 9), ("XXIV", 24), ("XLII", 42)])
def test_numerals_are_read_by_what_stands_before_what(numeral: str, value: int) -> None:
    assert roman_value(numeral) == value
