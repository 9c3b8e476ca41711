"""Folding keeps every code point's place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.text.fold import fold


@given(st.text())
def test_same_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_plain_marks_and_lower_case() -> None:
    assert fold("„Größe“ – İzmir’s\u00a0Tor") == '"größe" - izmir\'s tor'


def test_vietnamese_tones_stand_on_one_letter() -> None:
    assert fold("Thoả thuận hoà bình, Uỷ ban, kí, tỉ, quý") == "thỏa thuận hòa bình, ủy ban, ký, tỷ, quý"
    assert fold("hoàn toàn") == "hoàn toàn"


def test_traditional_characters_and_wide_marks() -> None:
    written = "總統賴清德說：「雙方將擴大貿易。」"
    assert fold(written) == '总统赖清德说:"双方将扩大贸易."'
    assert len(fold(written)) == len(written)
