"""A corpus of any size, made from the example dispatches; the same size gives the same texts."""

from __future__ import annotations

import random
import re
from pathlib import Path

from communique.text.document import Document

_PARAGRAPHS = 8


def corpus(texts: Path, lang: str, size: int) -> list[Document]:
    """Documents of together about `size` bytes of UTF-8.

    Each is eight paragraphs drawn from all dispatches of the language, its numbers of two digits and more
    drawn anew, so that no two are alike. The seed is the language's code.
    """
    paragraphs = [
        paragraph
        for path in sorted(texts.glob(f"{lang}-*.txt"))
        for paragraph in path.read_text(encoding="utf-8").split("\n\n")
        if paragraph.strip()
    ]
    if not paragraphs:
        raise SystemExit(f"no dispatches {lang}-*.txt in {texts}")
    rng = random.Random(lang)
    documents: list[Document] = []
    written = 0
    while written < size:
        drawn = (_other_numbers(rng.choice(paragraphs), rng) for _ in range(_PARAGRAPHS))
        text = "\n\n".join(drawn)
        documents.append(Document(id=f"{lang}-{len(documents)}", text=text, lang=lang, date="2024-07-03"))
        written += len(text.encode())
    return documents


def _other_numbers(text: str, rng: random.Random) -> str:
    return re.sub(r"(?<![\d.,])[1-9]\d(?![\d.,])", lambda match: str(rng.randint(10, 28)), text)
