"""A corpus of any size, made from the example dispatches; the same size gives the same texts.

A few dispatches told over and over would have a few thousand different words, which a peer that keeps
every word it has met then only looks up. So each document gets persons of its own, named after cities of
the world's table, and numbers of its own: the vocabulary grows with the text, as it does in news.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Mapping
from pathlib import Path

from communique.text.document import Document
from communique.world.files import DATA

_PARAGRAPHS = 8
_NAME_LETTERS = 4
"""Shorter parts of names are particles and initials, which stay."""
_NUMBER = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d\b)([1-9])(\d+(?:[.,]\d+)*)(?![\d.,]*\d)")


def corpus(examples: Path, lang: str, size: int) -> list[Document]:
    """Documents of together about `size` bytes of UTF-8, from the folder of texts and their gold records.

    Each is eight paragraphs drawn from all dispatches of the language. The seed is the language's code.
    """
    paragraphs = [
        paragraph
        for path in sorted((examples / "texts").glob(f"{lang}-*.txt"))
        for paragraph in path.read_text(encoding="utf-8").split("\n\n")
        if paragraph.strip()
    ]
    if not paragraphs:
        raise SystemExit(f"no dispatches {lang}-*.txt in {examples / 'texts'}")
    names = _names(examples / "gold", lang)
    drawn_from = _cities()
    rng = random.Random(lang)
    documents: list[Document] = []
    written = 0
    while written < size:
        persons = {name: rng.choice(drawn_from) for name in names}
        drawn = (_renamed(rng.choice(paragraphs), persons) for _ in range(_PARAGRAPHS))
        text = "\n\n".join(_NUMBER.sub(lambda match: _other_number(match, rng), part) for part in drawn)
        documents.append(Document(id=f"{lang}-{len(documents)}", text=text, lang=lang, date="2024-07-03"))
        written += len(text.encode())
    return documents


def vocabulary(documents: list[Document]) -> int:
    """How many different words the documents hold."""
    return len({word for document in documents for word in re.findall(r"\w+", document.text)})


def _names(gold: Path, lang: str) -> list[str]:
    """The parts of the names of the persons that the dispatches' gold records tell of."""
    found: set[str] = set()
    for path in sorted(gold.glob(f"{lang}-*.json")):
        records = json.loads(path.read_text(encoding="utf-8"))["records"]
        for record in records:
            if record["kind"] == "person":
                found.update(re.findall(r"\w+", record["name"] or ""))
    return sorted(word for word in found if len(word) >= _NAME_LETTERS and word[0].isupper())


def _cities() -> list[str]:
    """The cities whose names are one word."""
    rows = (DATA / "cities.tsv").read_text(encoding="utf-8").splitlines()
    names = {row.split("\t")[1] for row in rows}
    return sorted(name for name in names if len(name) >= _NAME_LETTERS and name.isalpha())


def _renamed(text: str, persons: Mapping[str, str]) -> str:
    """The text with other persons; a genitive's ending stays."""

    def other(match: re.Match[str]) -> str:
        word = match[0]
        bare = word.removesuffix("s")
        return persons.get(word) or (persons[bare] + "s" if bare in persons else word)

    return re.sub(r"\w+", other, text)


def _other_number(match: re.Match[str], rng: random.Random) -> str:
    """A number of as many digits; one of two digits may be a day, so that it stays one."""
    if len(match[0]) == 2:
        return str(rng.randint(10, 28))
    return match[1] + re.sub(r"\d", lambda _: str(rng.randint(0, 9)), match[2])
