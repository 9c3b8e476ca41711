"""Writes docs/performance.md and its chart from what the benchmarks measured.

    python tools/show_performance.py out/bench.json out/bench-growth.json out/bench-corpus.json

Each file is one that `make bench` or `make bench-corpus` wrote; a table without its file stays as it is.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from communique.charts.drawing import WIDTH, altair, drawn, styled

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"
CHART = ROOT / "docs" / "images" / "growth.png"
Figures = dict[str, Any]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def speed(figures: Figures) -> str:
    """Megabytes a second beside the peers, of ordinary news and of dispatches."""
    rows = [
        (name, *(cell for sort in ("news", "dense") for cell in _beside(sorts[sort], speed, ratio)))
        for lang, sorts in figures["throughput"].items()
        for name, speed, ratio in (
            (lang, "communique", "ratio"),
            (f"{lang}, compiled", "compiled", "compiled_ratio"),
        )
        if speed in sorts["news"]
    ]
    size = figures["megabytes_a_language"]
    said = f"{figures['machine']}; {size:g} MB of text of each sort a language, one process.\n\n"
    peers = ("of spaCy's tokenizer", "of one Aho–Corasick pass")
    head = ("language", "news: MB a second", *peers, "dispatches: MB a second", *peers)
    return said + table(head, rows)


def _beside(row: Figures, speed: str, ratios: str) -> tuple[str, str, str]:
    ratio = row[ratios]
    first = "–" if ratio["spacy_tokenizer_first"] is None else f"{ratio['spacy_tokenizer_first']:.2f}"
    return f"{row[speed]:.2f}", first, f"1/{1 / ratio['aho_corasick_own_lexicon']:.0f}"


def growth(figures: Figures) -> str:
    """Processor seconds a megabyte by length and by lexicon."""
    lengths = list(next(iter(figures["by_length"].values())))
    head = ("language", *(f"{int(length) / 1000:,.0f} KB" for length in lengths), "longest to 5 KB")
    rows = [
        (lang, *(f"{cost:.2f}" for cost in costs.values()), f"{costs[lengths[-1]] / costs['5000']:.2f}")
        for lang, costs in figures["by_length"].items()
    ]
    literals = [(f"{int(number):,}", f"{cost:.2f}") for number, cost in figures["by_lexicon"].items()]
    return table(head, rows) + "\n" + table(("literals of the English pack", "CPU seconds a MB"), literals)


def archive(figures: Figures) -> str:
    """An archive read by one process and by more."""
    rows = [
        (
            workers,
            f"{run['seconds']:,.0f}",
            f"{run['cpu_seconds']:,.0f}",
            f"{figures['articles'] / run['cpu_seconds']:.1f}",
            f"{run['peak_megabytes']:,.0f}",
        )
        for workers, run in figures["runs"].items()
    ]
    said = (
        f"{figures['articles']:,} articles, {figures['megabytes']:g} MB of text, {figures['records']:,} records in "
        f"{figures['record_megabytes']:g} MB of Parquet; {figures['machine']}, with a load of "
        f"{figures['load_before']:g} by other work before it began.\n\n"
    )
    compared = (
        f"The last row is {figures['times_by_clock']:g} times the first by the clock, and "
        f"{figures['times_by_cpu']:g} times by processor time. "
    )
    times = (
        f"\n{compared if len(figures['runs']) > 1 else ''}At {figures['cpu_milliseconds_an_article']:g} CPU "
        f"milliseconds an article, a million articles take {figures['million_hours_on_two']:g} hours on two "
        f"processors that are free, and a billion {figures['billion_days_on_thousand']:g} days on a thousand.\n"
    )
    head = ("processes", "seconds", "CPU seconds", "articles a CPU second", "MB of memory in all")
    return said + table(head, rows) + times


def chart(figures: Figures) -> bytes:
    """Cost by length as a PNG."""
    alt = altair()
    rows = [
        {"bytes": int(length), "cost": cost, "language": lang}
        for lang, costs in figures["by_length"].items()
        for length, cost in costs.items()
    ]
    axis = alt.Axis(values=[1e3, 1e4, 1e5, 1e6], format="~s")
    drawing = (
        alt.Chart(alt.Data(values=rows))
        .mark_line(point=True, color="#111111")
        .encode(
            x=alt.X("bytes:Q", scale=alt.Scale(type="log"), title="bytes of a document", axis=axis),
            y=alt.Y("cost:Q", title="CPU seconds a megabyte", scale=alt.Scale(zero=True)),
            strokeDash=alt.StrokeDash("language:N", title=None),
        )
        .properties(width=WIDTH, height=220)
    )
    return drawn(styled(drawing, "Cost by length of the document"), ".png")


PARTS: dict[str, Callable[[Figures], str]] = {"throughput": speed, "by_length": growth, "articles": archive}
"""What a file has that is shown in the part of that name; of articles that are news, in the part `news`."""


def main() -> int:
    """Put what was measured into the page."""
    parser = argparse.ArgumentParser(description="Write docs/performance.md from measurements.")
    parser.add_argument("files", nargs="+", type=Path, help="what the benchmarks wrote")
    args = parser.parse_args()
    page = PAGE.read_text(encoding="utf-8")
    for path in args.files:
        figures = json.loads(path.read_text(encoding="utf-8"))
        name = next((name for name in PARTS if name in figures), None)
        if name is None:
            print(f"{path}: not what a benchmark of this project wrote", file=sys.stderr)
            return 2
        part = "news" if figures.get("told") == "news" else name
        block = f"<!-- {part} -->\n{PARTS[name](figures)}<!-- end -->"
        before, rest = page.split(f"<!-- {part} -->\n")
        page = before + block + rest.partition("<!-- end -->")[2]
        if name == "by_length":
            CHART.parent.mkdir(exist_ok=True)
            CHART.write_bytes(chart(figures))
    PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
