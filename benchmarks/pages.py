"""The pages under many readers: how long each takes to come, and whether memory stays where it is.

    python benchmarks/pages.py --records 1000000 --readers 20 --requests 20000

A ledger of made records (`made_readings.py`) is written once (or given with `--ledger`), served by `communique
serve` in a process of its own, and walked by readers, each a thread with one connection: the start page, a
search, two states as the readings draw theirs, tables of theirs sorted and filtered, an event, a document at a
record's mark, a person, a state, the review queue. Between two pages a reader waits `--think` seconds. Times are
from asking to the last byte, in milliseconds, by kind of page; memory is the server's resident set in MB, every
tenth of the way. The readers run on the same machine, and so does all else: the load is told.
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
from html import unescape
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

from communique.ledger import Ledger
from ledgers import SEEN, chunks
from made_readings import drawn_pairs

TABLES = ("timeline", "commitments", "positions", "figures", "instruments", "people", "records", "sources")
SORTS = ("", "?sort=-reported", "?q=rail", "?sort=reported&page=2")
_LINK = re.compile(r'href="(/(?:event|instrument|document|person)[^"#]*)')


def make(place: Path, records: int) -> None:
    """Write the ledger."""
    with Ledger.open(place) as ledger:
        for made in chunks(records):
            ledger.add_many(made, SEEN)
    gc.unfreeze()


@contextmanager
def serving(place: str) -> Iterator[tuple[str, int]]:
    """The server's address and process id while the block runs."""
    command = [sys.executable, "-m", "communique", "serve", "--ledger", place, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://(\S+?)/", line)
        if found is None:
            raise SystemExit(f"the server did not start: {line}")
        try:
            yield found[1], process.pid
        finally:
            process.terminate()


class Walk:
    """What all readers share: how many requests are left, and what was measured."""

    def __init__(self, netloc: str, pid: int, requests: int, think: float) -> None:
        self.netloc, self.pid, self.left, self.think = netloc, pid, requests, think
        self.every = max(1, requests // 10)
        self.times: dict[str, list[float]] = defaultdict(list)
        self.memory: list[int] = []
        self.errors: list[str] = []
        self.lock = threading.Lock()

    def take(self) -> bool:
        """Whether there is a request left; memory is noted on the way."""
        with self.lock:
            if self.left % self.every == 0:
                self.memory.append(resident(self.pid))
            self.left -= 1
            return self.left >= 0

    def note(self, kind: str, took: float, address: str, status: int) -> None:
        """Keep what a request took."""
        with self.lock:
            self.times[kind].append(took)
            if status >= 400:
                self.errors.append(f"{status} {address}")


def resident(pid: int) -> int:
    """The resident set of a process in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) // 1024  # type: ignore[index]


def read(walk: Walk, seed: int) -> None:
    """One reader, until no request is left."""
    rng = random.Random(seed)
    connection = http.client.HTTPConnection(walk.netloc, timeout=300)
    pages = wander(rng)
    address, kind = next(pages)
    while walk.take():
        before = time.perf_counter()
        answer, body = ask(connection, address)
        walk.note(kind, (time.perf_counter() - before) * 1e3, address, answer.status)
        if answer.status in (303, 307):
            parts = urlsplit(answer.headers["location"])
            address, kind = f"{parts.path}?{parts.query}" if parts.query else parts.path, "pair"
            continue
        links = [unescape(link) for link in _LINK.findall(body.decode())]
        address, kind = pages.send(links)
        time.sleep(rng.expovariate(1 / walk.think) if walk.think else 0)


def ask(connection: http.client.HTTPConnection, address: str) -> tuple[http.client.HTTPResponse, bytes]:
    """An answer with all of its bytes; asked once more where the server had closed an idle connection."""
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
    except (http.client.RemoteDisconnected, ConnectionResetError):
        connection.close()
        connection.request("GET", address)
        answer = connection.getresponse()
    return answer, answer.read()


def wander(rng: random.Random) -> Iterator[tuple[str, str]]:
    """The addresses that a reader goes to, with what kind of page each is; is sent the links of the last page."""
    pairs = drawn_pairs(1 << 30, rng)

    def linked(links: list[str], kind: str) -> list[str]:
        return [link for link in links if link.startswith(f"/{kind}")]

    while True:
        a, b = sorted(next(pairs))
        yield "/", "start"
        yield f"/search?{urlencode({'q': f'{a} {b}'})}", "search"
        home = f"/pair/{quote(a)}/{quote(b)}"
        links = yield f"{home}/timeline", "table"
        for wanted in ("event", "document", "person"):
            if found := linked(links, wanted):
                yield rng.choice(found), wanted
        yield f"{home}/{rng.choice(TABLES)}{rng.choice(SORTS)}", "table"
        if rng.random() < 0.3:
            yield f"/country/{a}", "country"
        if rng.random() < 0.1:
            yield "/review", "review"


def measure(place: str, readers: int, requests: int, think: float) -> dict[str, object]:
    """All figures of one run."""
    before = os.getloadavg()
    with serving(place) as (netloc, pid):
        walk = Walk(netloc, pid, requests, think)
        began, used = time.perf_counter(), worked(pid)
        threads = [threading.Thread(target=read, args=(walk, seed)) for seed in range(readers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        took = time.perf_counter() - began
        walk.memory.append(resident(pid))
        used = worked(pid) - used
    everything = [ms for times in walk.times.values() for ms in times]
    return {
        "readers": readers,
        "requests": len(everything),
        "think_seconds": think,
        "requests_per_second": round(len(everything) / took, 1),
        "server_cpu_ms_a_request": round(used * 1e3 / len(everything), 1),
        "all": quantiles(everything),
        "pages": {kind: quantiles(times) for kind, times in sorted(walk.times.items())},
        "memory_mb": walk.memory,
        "errors": walk.errors[:10],
        "processors": os.cpu_count(),
        "load_before": before,
        "load_after": os.getloadavg(),
    }


def worked(pid: int) -> float:
    """Processor seconds that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def quantiles(times: list[float]) -> dict[str, float]:
    """Number, median, 95th and 99th percentile, in milliseconds."""
    cuts = statistics.quantiles(times, n=100) if len(times) > 1 else [times[0]] * 99
    found = {"median": cuts[49], "p95": cuts[94], "p99": cuts[98], "most": max(times)}
    return {"number": len(times), **{name: round(value, 1) for name, value in found.items()}}


def main() -> None:
    """Measure, print, and keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--ledger", help="a ledger that is there already")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--think", type=float, default=1.0, help="seconds between two pages of a reader")
    parser.add_argument("--out", type=Path, help="file for the figures as JSON")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = args.ledger or str(Path(folder) / "made.duckdb")
        if not args.ledger:
            make(Path(place), args.records)
        told = json.dumps(measure(place, args.readers, args.requests, args.think), indent=2)
    print(told)
    if args.out:
        args.out.write_text(told + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
