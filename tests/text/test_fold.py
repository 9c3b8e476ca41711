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
