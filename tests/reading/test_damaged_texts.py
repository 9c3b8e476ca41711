"""Texts with pieces missing, doubled and out of place are read as well as can be, and never stop the reader."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from communique.pipeline import read_document
from communique.text.document import Document

TEXTS = sorted((Path(__file__).resolve().parents[2] / "examples" / "texts").glob("*.txt"))
TIMES = 1 + int(os.environ.get("COMMUNIQUE_FUZZ", "0")) // 1000
_STRAY = (", ", ". ", "\n\n", '"', " - ", ": ", "; ", "5 ", "(", "«", "：", "،", "، ", "的", " и ", " 3 %")


def damaged(text: str, rng: random.Random) -> str:
    letters = list(text)
    for _ in range(max(3, len(letters) // 60)):
        at = rng.randrange(len(letters))
        what = rng.random()
        if what < 0.4:
            del letters[at : at + rng.randrange(1, 12)]
        elif what < 0.7:
            letters[at:at] = rng.choice(_STRAY)
        else:
            start = rng.randrange(len(letters))
            letters[at:at] = letters[start : start + rng.randrange(1, 60)]
    return "".join(letters)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_damaged_texts_are_read(path: Path) -> None:
    rng = random.Random(path.stem)
    text, lang = path.read_text(encoding="utf-8"), path.name[:2]
    for time in range(TIMES):
        broken = damaged(text, rng)
        date = rng.choice(["2024-07-03", "2024", None])
        reading = read_document(Document(id=f"{path.stem}-{time}", text=broken, lang=lang, date=date))
        assert all(broken[e.start : e.end] == e.quote for r in reading.records for e in r.evidence)
