"""Texts without marks get those of the words that are known."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import communique
from communique.text.fold import fold
from communique.text.marks import Marks, unmarked, without_marks

MARKS = Marks(["hai bên", "ký", "của", "mỹ"], frozenset({"mỹ"}))


@given(st.text())
def test_same_length(text: str) -> None:
    folded = fold(text)
    assert len(MARKS.restored(text, folded)) == len(folded) == len(unmarked(folded))


def test_longest_known_word() -> None:
    text = "Hai ben ky hiep uoc cua My"
    assert MARKS.restored(text, fold(text)) == "hai bên ký hiep uoc của mỹ"


def test_a_name_stays_as_it_is() -> None:
    text = "ong Hoang Ky"
    assert MARKS.restored(text, fold(text)) == "ong hoang ky"


def test_only_texts_without_marks() -> None:
    assert without_marks("tong thong kenya hoi dam voi tong thong ghana")
    assert not without_marks("tổng thống kenya hội đàm với tổng thống ghana")


def test_reads_a_text_without_marks() -> None:
    text = "Tong thong Kenya William Ruto hoi dam voi Tong thong Ghana John Mahama tai Nairobi."
    reading = communique.read(text, lang="vi")
    assert [r.kind for r in reading.records if r.kind != "person"] == ["meeting"]
    assert all(text[e.start : e.end] == e.quote for r in reading.records for e in r.evidence)
