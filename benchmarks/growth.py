"""How the reader's cost grows with the length of a document and with the size of the lexicon.

    make bench-corpus

Cost is processor time for a megabyte (10^6 bytes) of UTF-8. The texts are dispatches told anew (`corpus.py`),
strung together to one document of each length: a document of five megabytes then has thousands of persons
and the history of a whole newspaper, which is harder than any real one. Of short lengths as many documents
are read as make the time worth measuring. For the lexicon, made-up names of two words are added to the
English pack, which never stand in the texts; the time is that of reading the same articles.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from communique.lexicon import loader
from communique.lexicon.lexicon import Pack, Term
from communique.pipeline import read_document
from communique.text.document import Document
from corpus import articles

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
LENGTHS = (1_000, 5_000, 50_000, 500_000, 5_000_000)
ADDED = (0, 20_000, 100_000)
_LEAST = 300_000
"""Bytes that are read of each length at the least."""


def by_length(lang: str, lengths: Sequence[int]) -> dict[str, float]:
    """Processor seconds a megabyte by length in bytes."""
    size = max(max(lengths), _LEAST) + 10_000
    told = articles(EXAMPLES, [lang], size // 3000 + 10)
    text = "\n\n".join(document.text for document in told).encode()
    read_document(Document(id="warm-up", text=text[-5000:].decode(errors="ignore"), lang=lang))
    found = {}
    for length in lengths:
        starts = range(0, max(length, _LEAST) - length + 1, length)
        pieces = [text[at : at + length].decode(errors="ignore") for at in starts]
        seconds = _seconds(Document(id="x", text=piece, lang=lang, date="2024-07-03") for piece in pieces)
        found[str(length)] = round(seconds / (len(pieces) * length / 1e6), 3)
    return found


def by_lexicon(added: Sequence[int], lang: str = "en") -> dict[str, float]:
    """Processor seconds a megabyte by the number of literals of the pack."""
    documents = list(articles(EXAMPLES, [lang], 100))
    size = sum(len(document.text.encode()) for document in documents) / 1e6
    original = loader.cached
    found = {}
    for number in added:
        enlarged: list[int] = []

        def with_more(folder: Path, make: object, number: int = number, sizes: list[int] = enlarged) -> Pack:
            pack = original(folder, make)  # type: ignore[arg-type]
            terms = _made(number) | pack.terms
            sizes.append(len(terms))
            return msgspec.structs.replace(pack, terms=dict(sorted(terms.items())))

        loader.cached = with_more  # type: ignore[assignment]
        _forget()
        read_document(documents[0])
        found[str(enlarged[-1])] = round(_seconds(documents) / size, 3)
    loader.cached = original
    _forget()
    return found


def _forget() -> None:
    """Let packs, and what is made of them, be loaded anew."""
    from communique.reading.finders import finders

    loader.load.cache_clear()
    finders.cache_clear()


def _made(number: int) -> dict[str, tuple[Term, ...]]:
    rng = random.Random(number)
    letters = "abdefgiklmnoprstuvz"

    def word() -> str:
        return "".join(rng.choices(letters, k=rng.randint(5, 11)))

    names = {f"{word()} {word()}" for _ in range(number)}
    return {name: (Term("org", "XXX", "made", 1, name.title()),) for name in names}


def _seconds(documents: Iterable[Document]) -> float:
    before = time.process_time()
    for document in documents:
        read_document(document)
    return time.process_time() - before


def main() -> None:
    """Measure, print, and write what was measured."""
    parser = argparse.ArgumentParser(description="Measure how the reader's cost grows.")
    parser.add_argument("--langs", nargs="+", default=["en", "de", "zh"], help="languages (default en de zh)")
    parser.add_argument("--lengths", type=int, nargs="+", default=list(LENGTHS), help="bytes of a document")
    parser.add_argument("--out", type=Path, help="write the figures as JSON")
    args = parser.parse_args()
    figures = {
        "by_length": {lang: by_length(lang, args.lengths) for lang in args.langs},
        "by_lexicon": by_lexicon(ADDED),
    }
    text = json.dumps(figures, indent=1)
    print(text)
    if args.out:
        args.out.parent.mkdir(parents=True, exist_ok=True)
        args.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
