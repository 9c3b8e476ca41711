"""An archive of made articles read by one process and by two: time, memory, and what larger ones would take.

    make bench-corpus
    python benchmarks/archives.py --told news --articles 1000000 --workers 2

The articles are some three kilobytes each, in all languages in turn (`corpus.py`): dispatches through and
through, or ordinary news with one sentence in ten of a dispatch; the same number gives the same archive.
`communique corpus read` goes over them once with each number of processes, into an empty folder, and the
folders have to be the same, byte for byte.

Other work on the machine slows the clock, so that processor time is told beside it: two processes are `n`
times one by the clock, and `2 × cpu(1) / cpu(2)` times one when both have a processor to themselves all
the time. Memory is that of all processes together, pages that they share counted once (PSS).
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import platform
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from communique.lexicon import languages
from communique.text.document import Document
from corpus import TOLD, articles

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
_GROUP = 1000
_FIELDS = ("id", "text", "lang", "date")
MILLION, BILLION, CLUSTER = 10**6, 10**9, 1000
"""What is extrapolated to, and on how many processors the larger."""


def write_archive(path: Path, number: int, told: str) -> int:
    """Write the articles as Parquet; their bytes of text."""
    size = 0
    schema = pa.schema([(name, pa.string()) for name in _FIELDS])
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        held: list[Document] = []
        for document in articles(EXAMPLES, languages(), number, told=told):
            size += len(document.text.encode())
            held.append(document)
            if len(held) == _GROUP:
                _write(writer, held, schema)
        if held:
            _write(writer, held, schema)
    return size


def _write(writer: parquet.ParquetWriter, held: list[Document], schema: pa.Schema) -> None:
    rows = [{name: getattr(document, name) for name in _FIELDS} for document in held]
    writer.write_table(pa.Table.from_pylist(rows, schema=schema))
    held.clear()


def read(archive: Path, out: Path, workers: int) -> dict[str, float]:
    """Seconds by the clock and of processor time, and the most memory that the processes held together."""
    command = [sys.executable, "-m", "communique", "corpus", "read", str(archive), "-o", str(out)]
    before, clock = os.times(), time.perf_counter()
    running = subprocess.Popen([*command, "--workers", str(workers)], stderr=subprocess.PIPE, text=True)
    peak = _Peak(running.pid)
    said = running.communicate()[1]
    seconds, after = time.perf_counter() - clock, os.times()
    if running.returncode:
        raise SystemExit(said)
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return {"seconds": round(seconds, 1), "cpu_seconds": round(cpu, 1), "peak_megabytes": peak.stop()}


class _Peak:
    """Looks at the memory of a process and its children twice a second."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._most = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def stop(self) -> float:
        self._over.set()
        self._thread.join()
        return round(self._most)

    def _watch(self) -> None:
        while not self._over.wait(0.5):
            self._most = max(self._most, sum(map(_pss, _family(self._pid))) / 1e6)


def _family(pid: int) -> list[int]:
    """A process and those that it started."""
    found = [pid]
    for parent in found:
        try:
            children = Path(f"/proc/{parent}/task/{parent}/children").read_text()
        except OSError:
            continue
        found.extend(map(int, children.split()))
    return found


def _pss(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def same(one: Path, other: Path) -> bool:
    """Whether two archives are the same but for the time in the manifest."""
    names = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    if names != sorted(path.relative_to(other) for path in other.rglob("*") if path.is_file()):
        return False
    parts = [str(name) for name in names if name.name != "plan.json"]
    return filecmp.cmpfiles(one, other, parts, shallow=False)[0] == parts


def measure(number: int, workers: list[int], told: str) -> dict[str, object]:
    """All figures."""
    runs: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = write_archive(folder / "articles.parquet", number, told)
        load = os.getloadavg()[0]
        for count in workers:
            runs[str(count)] = read(folder / "articles.parquet", folder / str(count), count)
        first = folder / str(workers[0])
        alike = all(same(first, folder / str(count)) for count in workers)
        done = sum(path.stat().st_size for path in (first / "records").iterdir())
        records = sum(json.loads(path.read_text())["records"] for path in (first / "done").iterdir())
    if not alike:
        raise SystemExit("the archives differ")
    one, most = runs[str(workers[0])], runs[str(workers[-1])]
    share = workers[-1] / workers[0]
    cpu = most["cpu_seconds"] / number
    return {
        "machine": f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}",
        "load_before": round(load, 1),
        "articles": number,
        "told": told,
        "megabytes": round(size / 1e6, 1),
        "records": records,
        "record_megabytes": round(done / 1e6, 1),
        "runs": runs,
        "times_by_clock": round(one["seconds"] / most["seconds"], 2),
        "times_by_cpu": round(share * one["cpu_seconds"] / most["cpu_seconds"], 2),
        "cpu_milliseconds_an_article": round(cpu * 1000, 2),
        "million_hours_on_two": round(MILLION * cpu / 2 / 3600, 2),
        "billion_days_on_thousand": round(BILLION * cpu / CLUSTER / 86400, 2),
    }


def main() -> None:
    """Measure, print, and write what was measured."""
    parser = argparse.ArgumentParser(description="Measure reading an archive with one process and with two.")
    parser.add_argument("--articles", type=int, default=20_000, help="articles (default 20,000)")
    parser.add_argument("--told", choices=sorted(TOLD), default="dense", help="what the articles are like")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="processes (default 1 and 2)")
    parser.add_argument("--out", type=Path, help="write the figures as JSON")
    args = parser.parse_args()
    figures = measure(args.articles, args.workers, args.told)
    text = json.dumps(figures, indent=1)
    print(text)
    if args.out:
        args.out.parent.mkdir(parents=True, exist_ok=True)
        args.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
