"""Speed, start-up and memory of the reader, beside two peers on the same texts in the same run.

    make bench

Throughput is megabytes (10^6 bytes) of UTF-8 text per second of processor time in one process. The texts
are made from the example dispatches with persons and numbers of their own in each document (`corpus.py`),
so that new words keep coming as in news, in two sorts: ordinary news, in which one sentence in ten is of a
dispatch, and dispatches through and through, which are dense, with some ten records a kilobyte. The peers do much
less than read and mark the scale:

- spaCy's tokenizer alone, a blank pipeline. It keeps every word it has met, so it is measured twice:
  `first` is a new pipeline's first pass over the texts, which is what reading fresh texts takes; `again`
  is a second pass over the same texts, when all it does is look up words.
- one overlapping Aho-Corasick pass over the folded text for all literals of the reader's own pack, which
  is the first thing that the reader does itself.

With `--compiled FOLDER`, where `make compiled` left it, the compiled reader is measured too, in a process of
its own. The reader goes over the texts once; what it keeps between documents (place names looked up) is filled on
the way. Before every first pass one document that is not among the texts is read, so that loading a pack
is no part of the figure: start-up has its own, the fastest of five runs of `communique read` on one
dispatch, by the clock; with a ledger the first run makes it. Only processor time counts, yet other work
on the machine still slows the figures; measure on an idle one.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from communique import pipeline
from communique.lexicon import languages, load
from communique.pipeline import read_document
from communique.text.document import Document
from communique.text.fold import fold
from corpus import corpus, news, vocabulary

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SORTS = {"news": "ordinary news", "dense": "dispatches"}


def speed(documents: list[Document], work: Callable[[Document], object]) -> float:
    """Megabytes per second of processor time for one pass over the documents."""
    size = sum(len(document.text.encode()) for document in documents)
    before = time.process_time()
    for document in documents:
        work(document)
    return size / 1e6 / (time.process_time() - before)


def reader(warm_up: Document, documents: list[Document]) -> float:
    """The whole reading of each document."""
    read_document(warm_up)
    return speed(documents, read_document)


def tokenizer(lang: str, warm_up: Document, documents: list[Document]) -> tuple[float, float] | None:
    """spaCy's rule tokenizer for the language, first pass and second; None where spaCy is not installed."""
    try:
        import spacy
    except ImportError:
        return None
    alone = {"nlp": {"tokenizer": {"use_pyvi": False}}} if lang == "vi" else {}
    pipeline = spacy.blank(lang, config=alone)
    pipeline(warm_up.text)
    first = speed(documents, lambda document: pipeline(document.text))
    return first, speed(documents, lambda document: pipeline(document.text))


def automaton(lang: str, documents: list[Document]) -> float:
    """One overlapping pass over the folded text, for all literals of the reader's pack."""
    found = load(lang).automaton
    return speed(
        documents, lambda document: found.find_matches_as_indexes(fold(document.text), overlapping=True)
    )


def start_up(*options: str) -> float:
    """Seconds from start to end of `communique read` on one dispatch, the fastest of five."""
    path = min((EXAMPLES / "texts").glob("*.txt"))
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


Texts = dict[str, dict[str, list[Document]]]
Speeds = dict[str, dict[str, float]]


def made(langs: Iterable[str], size: int) -> Texts:
    """The texts of each sort, by language."""
    sorts = {"news": news, "dense": corpus}
    return {lang: {sort: told(EXAMPLES, lang, size) for sort, told in sorts.items()} for lang in langs}


def readings(texts: Texts) -> Speeds:
    """The reader's speed on the texts of each language and sort."""
    return {
        lang: {sort: reader(last, documents) for sort, (*documents, last) in told.items()}
        for lang, told in texts.items()
    }


def compiled_readings(folder: Path, langs: Iterable[str], size: int) -> Speeds:
    """The speed of the compiled reader in `folder`, on the same texts."""
    command = [sys.executable, __file__, "--alone", "--mb", str(size / 1e6), "--langs", *langs]
    environment = {**os.environ, "PYTHONPATH": str(folder.resolve())}
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment).stdout
    found = json.loads(said)
    if not found.pop("compiled"):
        raise SystemExit(f"{folder}: no compiled reader; `make compiled` makes one")
    speeds: Speeds = found
    return speeds


def measure(langs: Sequence[str], size: int, compiled: Path | None = None) -> dict[str, object]:
    """All figures; the reader goes first, so that the peak is its own and not a peer's."""
    texts = made(langs, size)
    before = peak_megabytes()
    read = readings(texts)
    peak = peak_megabytes()
    faster = compiled_readings(compiled, langs, size) if compiled else None
    return {
        "machine": f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}",
        "megabytes_a_language": size / 1e6,
        "throughput": {
            lang: {
                sort: beside(lang, read[lang][sort], documents, faster[lang][sort] if faster else None)
                for sort, documents in told.items()
            }
            for lang, told in texts.items()
        },
        "start_up_seconds": {
            "jsonl": start_up("--format", "jsonl"),
            "table_and_ledger": start_up(),
        },
        "peak_megabytes": {"texts_alone": before, "after_reading": peak},
    }


def beside(lang: str, read: float, texts: list[Document], compiled: float | None) -> dict[str, object]:
    """The reader's speed, the peers', and the reader's as a share of theirs; the compiled reader's too."""
    *documents, last = texts
    tokenized = tokenizer(lang, last, documents)
    first, again = tokenized or (None, None)
    peers = {
        "spacy_tokenizer_first": first,
        "spacy_tokenizer_again": again,
        "aho_corasick_own_lexicon": automaton(lang, documents),
    }
    return {
        "words": vocabulary(texts),
        "communique": read,
        **peers,
        "ratio": _shares(read, peers),
        **({"compiled": compiled, "compiled_ratio": _shares(compiled, peers)} if compiled else {}),
    }


def _shares(read: float, peers: dict[str, float | None]) -> dict[str, float | None]:
    return {name: None if speed is None else read / speed for name, speed in peers.items()}


def show(figures: dict[str, object]) -> None:
    """Print the figures as a table and two lines."""
    from rich.console import Console
    from rich.table import Table

    out = Console(highlight=False)
    out.print(f"{figures['machine']}; {figures['megabytes_a_language']:.1f} MB of text a language")
    table = Table(
        "language", "what", "MB a second", "communique to it", title="Throughput", title_justify="left"
    )
    throughput = figures["throughput"]
    assert isinstance(throughput, dict)
    for lang, sort, row in ((lang, *told) for lang, sorts in throughput.items() for told in sorts.items()):
        words = f"communique, {SORTS[sort]}, {row['words']} words"
        table.add_row(lang, words, f"{row['communique']:.2f}", "")
        if "compiled" in row:
            table.add_row("", "the same, compiled", f"{row['compiled']:.2f}", "")
        for name, ratio in row["ratio"].items():
            value = "not installed" if ratio is None else f"{row[name]:.2f}"
            ratios = [ratio, *([row["compiled_ratio"][name]] if "compiled" in row else [])]
            shown = "" if ratio is None else ", compiled ".join(f"1 : {1 / r:.1f}" for r in ratios)
            table.add_row("", name.replace("_", " "), value, shown)
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
    parser.add_argument("--compiled", type=Path, help="the folder of a compiled reader, measured too")
    parser.add_argument(
        "--alone", action="store_true", help="write the reader's own speeds as JSON, and stop"
    )
    args = parser.parse_args()
    size = round(args.mb * 1e6)
    if args.alone:
        print(
            json.dumps(
                {"compiled": not pipeline.__file__.endswith(".py"), **readings(made(args.langs, size))}
            )
        )
        return
    figures = measure(args.langs, size, args.compiled)
    show(figures)
    if args.out:
        args.out.parent.mkdir(parents=True, exist_ok=True)
        args.out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
