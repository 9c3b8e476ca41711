"""A corpus of any size, made from the example dispatches; the same size gives the same texts.

A few dispatches told over and over would have a few thousand different words, which a peer that keeps
every word it has met then only looks up. So each document gets persons of its own, named after cities of
the world's table, and numbers of its own: the vocabulary grows with the text, as it does in news.
"""

from __future__ import annotations

import json
import random
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from communique.text.document import Document
from communique.world.files import DATA

_PARAGRAPHS = 8
_NAME_LETTERS = 4
"""Shorter parts of names are particles and initials, which stay."""
_EVERYDAY = Path(__file__).with_name("everyday.toml")
_NEWS_SIZE = 3000
_NEWS_PARAGRAPH = 3
"""Sentences of a paragraph of ordinary news."""
_ONE_IN = 10
_MARK_ENDS = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")
_NUMBER = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d\b)([1-9])(\d+(?:[.,]\d+)*)(?![\d.,]*\d)")


class Dispatches:
    """The dispatches of one language, told anew with other persons and numbers."""

    def __init__(self, examples: Path, lang: str) -> None:
        self.lang = lang
        self._paragraphs = [
            paragraph
            for path in sorted((examples / "texts").glob(f"{lang}-*.txt"))
            for paragraph in path.read_text(encoding="utf-8").split("\n\n")
            if paragraph.strip()
        ]
        if not self._paragraphs:
            raise SystemExit(f"no dispatches {lang}-*.txt in {examples / 'texts'}")
        self._names = _names(examples / "gold", lang)
        self._cities = _cities()

    def sentences(self) -> list[str]:
        """The dispatches' sentences, each on its own."""
        lines = (line for paragraph in self._paragraphs for line in paragraph.split("\n"))
        return [part for line in lines for part in _MARK_ENDS.split(line) if part.strip()]

    def told(self, id: str, rng: random.Random, size: int | None = None) -> Document:
        """A document of eight paragraphs, or of as many as make `size` bytes of UTF-8."""
        persons = {name: rng.choice(self._cities) for name in self._names}
        paragraphs: list[str] = []
        held = 0
        while len(paragraphs) < _PARAGRAPHS if size is None else held < size:
            drawn = _renamed(rng.choice(self._paragraphs), persons)
            paragraphs.append(_NUMBER.sub(lambda match: _other_number(match, rng), drawn))
            held += len(paragraphs[-1].encode())
        return Document(id=id, text="\n\n".join(paragraphs), lang=self.lang, date="2024-07-03")


class News:
    """Ordinary news of one language: one sentence in `one_in` (0: none) is of a dispatch.

    The others are of `everyday.toml`, in which nothing happens between states.
    """

    def __init__(self, examples: Path, lang: str, one_in: int = _ONE_IN) -> None:
        self.lang = lang
        self._one_in = one_in
        self._everyday = tomllib.loads(_EVERYDAY.read_text(encoding="utf-8"))[lang]
        self._dispatches = Dispatches(examples, lang).sentences()
        self._cities = _cities()

    def told(self, id: str, rng: random.Random, size: int = _NEWS_SIZE) -> Document:
        """A document of `size` bytes of UTF-8 or a little more, in paragraphs of three sentences."""
        paragraphs: list[str] = []
        held = 0
        while held < size:
            paragraphs.append(_run_on([self._sentence(rng) for _ in range(_NEWS_PARAGRAPH)]))
            held += len(paragraphs[-1].encode())
        return Document(id=id, text="\n\n".join(paragraphs), lang=self.lang, date="2024-07-03")

    def _sentence(self, rng: random.Random) -> str:
        if self._one_in and rng.randrange(self._one_in) == 0:
            return rng.choice(self._dispatches)
        return _filled(rng.choice(self._everyday), self._cities, rng)


TOLD: dict[str, Callable[[Path, str], Dispatches | News]] = {"dense": Dispatches, "news": News}
"""The ways in which an article may be told."""


def corpus(examples: Path, lang: str, size: int) -> list[Document]:
    """Documents of together about `size` bytes of UTF-8, from the folder of texts and their gold records.

    Each is eight paragraphs drawn from all dispatches of the language. The seed is the language's code.
    """
    dispatches = Dispatches(examples, lang)
    rng = random.Random(lang)
    documents: list[Document] = []
    written = 0
    while written < size:
        documents.append(dispatches.told(f"{lang}-{len(documents)}", rng))
        written += len(documents[-1].text.encode())
    return documents


def articles(
    examples: Path, langs: Sequence[str], number: int, size: int = 3000, told: str = "dense"
) -> Iterator[Document]:
    """So many articles of `size` bytes or a little more, the languages in turn.

    `told` is `dense` (dispatches through and through) or `news` (one sentence in ten is of a dispatch). An
    article is the same whatever comes before it.
    """
    tellers = [TOLD[told](examples, lang) for lang in langs]
    for at in range(number):
        teller = tellers[at % len(tellers)]
        yield teller.told(f"{teller.lang}-{at:09}", random.Random(f"articles-{at}"), size)


def news(examples: Path, lang: str, size: int, one_in: int = _ONE_IN) -> list[Document]:
    """Articles of ordinary news, of 3 KB each and of together about `size` bytes of UTF-8.

    The seed is the language's code.
    """
    teller = News(examples, lang, one_in)
    rng = random.Random(f"news-{lang}-{one_in}")
    documents: list[Document] = []
    written = 0
    while written < size:
        documents.append(teller.told(f"{lang}-{len(documents)}", rng))
        written += len(documents[-1].text.encode())
    return documents


def _run_on(sentences: Sequence[str]) -> str:
    """The sentences in one line, parted by spaces but behind a wide full stop."""
    return "".join(s if s.endswith("。") else f"{s} " for s in sentences).rstrip()


def _filled(sentence: str, cities: Sequence[str], rng: random.Random) -> str:
    """A sentence of everyday with a name, a town and a number of its own."""
    number = str(rng.randint(11, 98))
    return sentence.format(name=rng.choice(cities), city=rng.choice(cities), number=number)


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
