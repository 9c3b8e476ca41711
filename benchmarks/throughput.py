"""Speed, start-up and memory of the reader, beside two peers on the same texts in the same run.

    make bench

Throughput is megabytes (10^6 bytes) of UTF-8 text per second of processor time in one process. The peers
do much less and mark the scale: spaCy's tokenizer alone (a blank pipeline), and one Aho-Corasick pass for
every word of four letters or more that the dispatches hold. Start-up is the fastest of five runs of
`communique read` on one dispatch, by the clock; with a ledger the first run makes it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from communique.lexicon import languages
from communique.pipeline import read_document
from communique.text.document import Document
from corpus import corpus

TEXTS = Path(__file__).resolve().parent.parent / "examples/texts"


def speed(documents: list[Document], work: Callable[[str], object]) -> float:
    """Megabytes per second of processor time; the first document is done once before, unmeasured."""
    work(documents[0].text)
    size = sum(len(document.text.encode()) for document in documents)
    before = time.process_time()
    for document in documents:
        work(document.text)
    return size / 1e6 / (time.process_time() - before)


def reader(documents: list[Document]) -> float:
    """The whole reading of each document."""
    by_text = {document.text: document for document in documents}
    return speed(documents, lambda text: read_document(by_text[text]))


def tokenizer(lang: str, documents: list[Document]) -> float | None:
    """spaCy's rule tokenizer for the language; None where spaCy is not installed."""
    try:
        import spacy
    except ImportError:
        return None
    return speed(documents, spacy.blank(lang))


def automaton(documents: list[Document]) -> float:
    """One overlapping pass over the text in lower case, for all of its longer words."""
    from ahocorasick_rs import AhoCorasick

    words = {word for document in documents for word in re.findall(r"\w{4,}", document.text.lower())}
    found = AhoCorasick(sorted(words))
    return speed(documents, lambda text: found.find_matches_as_indexes(text.lower(), overlapping=True))


def start_up(*options: str) -> float:
    """Seconds from start to end of `communique read` on one dispatch, the fastest of five."""
    path = min(TEXTS.glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "communique", "read", str(path), *options]
        return min(_timed(command, folder) for _ in range(5))


def _timed(command: list[str], folder: str) -> float:
    before = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=dict(os.environ))
    return time.perf_counter() - before


def peak_megabytes() -> float:
    """The most memory this process held so far, in megabytes (10^6 bytes)."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def measure(langs: Iterable[str], size: int) -> dict[str, object]:
    """All figures; the reader goes first, so that the peak is its own and not a peer's."""
    texts = {lang: corpus(TEXTS, lang, size) for lang in langs}
    before = peak_megabytes()
    read = {lang: reader(documents) for lang, documents in texts.items()}
    peak = peak_megabytes()
    return {
        "machine": f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}",
        "megabytes_a_language": size / 1e6,
        "throughput": {
            lang: {
                "communique": read[lang],
                "spacy_tokenizer": tokenizer(lang, documents),
                "aho_corasick": automaton(documents),
            }
            for lang, documents in texts.items()
        },
        "start_up_seconds": {
            "jsonl": start_up("--format", "jsonl"),
            "table_and_ledger": start_up(),
        },
        "peak_megabytes": {"texts_alone": before, "after_reading": peak},
    }


def show(figures: dict[str, object]) -> None:
    """Print the figures as a table and two lines."""
    from rich.console import Console
    from rich.table import Table

    out = Console(highlight=False)
    out.print(f"{figures['machine']}; {figures['megabytes_a_language']:.1f} MB of text a language")
    table = Table(
        "language", "communique", "spaCy tokenizer", "Aho-Corasick", title="MB a second", title_justify="left"
    )
    throughput = figures["throughput"]
    assert isinstance(throughput, dict)
    for lang, row in throughput.items():
        table.add_row(lang, *("not installed" if value is None else f"{value:.2f}" for value in row.values()))
    out.print(table)
    for name in ("start_up_seconds", "peak_megabytes"):
        values = figures[name]
        assert isinstance(values, dict)
        shown = ", ".join(f"{key.replace('_', ' ')} {value:.2f}" for key, value in values.items())
        out.print(f"{name.replace('_', ' ')}: {shown}")


def main() -> None:
    """Measure, print, and write what was measured."""
    parser = argparse.ArgumentParser(description="Measure the reader's speed, start-up and memory.")
    parser.add_argument("--mb", type=float, default=4.0, help="megabytes of text a language (default 4)")
    parser.add_argument(
        "--langs", nargs="+", default=list(languages()), help="languages (default: all packs)"
    )
    parser.add_argument("--out", type=Path, help="write the figures as JSON")
    args = parser.parse_args()
    figures = measure(args.langs, int(args.mb * 1e6))
    show(figures)
    if args.out:
        args.out.parent.mkdir(parents=True, exist_ok=True)
        args.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
