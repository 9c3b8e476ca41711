"""Processes of ours, found by what /proc tells, and killed."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def _parent(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return 0


def below(ancestor: int, title: bytes) -> list[int]:
    """Processes descended from `ancestor` whose command line holds `title`."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            line = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        at = int(entry.name)
        while at > 1 and at != ancestor:
            at = _parent(at)
        if at == ancestor and title in line:
            found.append(int(entry.name))
    return sorted(found)


@contextmanager
def killing(title: bytes, times: int, every: float) -> Iterator[list[int]]:
    """While the block lasts kills one of our processes of this title now and then; the list holds the killed."""
    killed: list[int] = []
    over = threading.Event()

    def work() -> None:
        while len(killed) < times and not over.wait(every):
            running = below(os.getpid(), title)
            if running:
                victim = running[len(killed) % len(running)]
                try:
                    os.kill(victim, signal.SIGKILL)
                except ProcessLookupError:
                    continue
                killed.append(victim)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield killed
    finally:
        over.set()
        thread.join()


def wait_for(files: Path, number: int, seconds: float = 60.0) -> None:
    """Until a folder holds so many files."""
    end = time.monotonic() + seconds
    while len(list(files.glob("*.json"))) < number:
        assert time.monotonic() < end, f"not {number} files in {files} after {seconds} s"
        time.sleep(0.02)
