from __future__ import annotations

import gc
from pathlib import Path

import pytest

from communique.base.collecting import uncollected
from communique.pipeline import read_document
from communique.text.document import Document

TEXTS = Path(__file__).resolve().parents[2] / "examples/texts"


def test_the_search_rests_and_begins_again_even_after_an_error() -> None:
    @uncollected
    def work(divisor: int) -> bool:
        assert 1 // divisor
        return gc.isenabled()

    assert gc.isenabled()
    assert work(1) is False
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError):
        work(0)
    assert gc.isenabled()
    gc.disable()
    try:
        work(1)
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_reading_leaves_no_cycles_behind(lang: str) -> None:
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob(f"{lang}-*.txt")))
    document = Document(id="x", text=text, lang=lang, date="2024-07-03")
    assert read_document(document).records
    gc.collect()
    read_document(document)
    assert gc.collect() == 0
