"""The API under many clients at once, over a ledger of made records: milliseconds by kind of question.

    python benchmarks/api.py --records 1000000 --clients 20 --requests 2000

The ledger is made by the seeded generator of `made_readings.py`, or named with `--ledger`. The server is `communique
serve` in a process of its own; each client is a thread with one connection that asks for pairs as the reports draw
them, again and again. The first request for a pair resolves it, later ones find it made. Clients, server and all else
share the machine; the load before and after says how much else there was.
"""

from __future__ import annotations

import argparse
import gc
import http.client
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.ledger import Ledger
from ledgers import SEEN, chunks
from made_readings import drawn_pairs

ADDRESSES = {
    "records of a pair": "/records?pair={a},{b}&limit=100",
    "records of a pair, jsonl": "/records?pair={a},{b}&limit=1000&format=jsonl",
    "records of a kind, a page": "/records?kind=visit&since=2024&limit=100",
    "documents, a page": "/documents?limit=100",
    "pair in numbers": "/pairs/{a}-{b}?today=2025-01-01",
    "timeline": "/pairs/{a}-{b}/timeline?limit=100",
    "commitments": "/pairs/{a}-{b}/commitments?today=2025-01-01",
    "brief": "/pairs/{a}-{b}/brief?today=2025-01-01&most=8",
}
PAIRS = 40


@contextmanager
def serving(place: str) -> Iterator[tuple[str, int]]:
    """Host and port of a server on the ledger."""
    command = [sys.executable, "-m", "communique", "serve", "--ledger", place, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        found = re.search(r"http://([^:]+):(\d+)/", process.stdout.readline())
        if found is None:
            raise SystemExit("the server did not start")
        try:
            yield found.group(1), int(found.group(2))
        finally:
            process.terminate()


def client(
    at: tuple[str, int], seed: int, number: int, clocks: dict[str, list[float]], sizes: dict[str, int]
) -> None:
    """Ask `number` times, and note the milliseconds from asking to the last byte."""
    rng = random.Random(seed)
    pairs = list(drawn_pairs(PAIRS, random.Random(7)))
    connection = http.client.HTTPConnection(*at, timeout=120)
    for _ in range(number):
        name = rng.choice(list(ADDRESSES))
        a, b = rng.choice(pairs)
        before = time.perf_counter()
        connection.request("GET", "/api/v1" + ADDRESSES[name].format(a=a, b=b))
        answer = connection.getresponse()
        body = answer.read()
        clocks[name].append((time.perf_counter() - before) * 1e3)
        sizes[name] = max(sizes[name], len(body))
        if answer.status != 200:
            raise SystemExit(f"{answer.status} {name}: {body[:300]!r}")


def asked(at: tuple[str, int], clients: int, requests: int) -> dict[str, object]:
    """The figures of many clients together."""
    clocks: dict[str, list[float]] = defaultdict(list)
    sizes: dict[str, int] = defaultdict(int)
    threads = [
        threading.Thread(target=client, args=(at, seed, requests // clients, clocks, sizes))
        for seed in range(clients)
    ]
    before = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - before
    told: dict[str, object] = {
        name: {
            "requests": len(times),
            "median_ms": round(statistics.median(times), 1),
            "p95_ms": round(statistics.quantiles(times, n=20)[-1], 1),
            "most_kb": round(sizes[name] / 1024, 1),
        }
        for name, times in sorted(clocks.items())
    }
    return {"requests_per_second": round(sum(map(len, clocks.values())) / seconds, 1)} | told


def make(place: Path, records: int) -> None:
    """Write the ledger."""
    with Ledger.open(place) as ledger:
        for made in chunks(records):
            ledger.add_many(made, SEEN)
    gc.unfreeze()


def main() -> None:
    """Measure, print, and keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--ledger", help="a ledger that is there; else one is made")
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--requests", type=int, default=2000, help="of all clients together")
    parser.add_argument("--out", type=Path, help="file for the figures as JSON")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = args.ledger or str(Path(folder) / "ledger.duckdb")
        if not args.ledger:
            make(Path(place), args.records)
        load = os.getloadavg()
        with serving(place) as at:
            first = asked(at, 1, len(ADDRESSES) * 20)
            found = {
                "one client, first": first,
                f"{args.clients} clients": asked(at, args.clients, args.requests),
            }
    machine = {"processors": os.cpu_count(), "load_before": load, "load_after": os.getloadavg()}
    told = json.dumps({"records": args.records, **machine, **found}, indent=2)
    print(told)
    if args.out:
        args.out.write_text(told + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
