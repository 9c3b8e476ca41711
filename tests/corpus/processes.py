"""Processes of ours, found by what /proc tells, and killed."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
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


class Killing:
    """Kills our processes of a title whenever a shard is done, so many times; `killed` lists them."""

    def __init__(self, title: bytes, times: int) -> None:
        self.killed: list[int] = []
        self._title, self._times = title, times

    def told(self, done: object) -> None:
        for victim in below(os.getpid(), self._title)[: self._times - len(self.killed)]:
            with suppress(ProcessLookupError):
                os.kill(victim, signal.SIGKILL)
                self.killed.append(victim)


def wait_for(files: Path, number: int, seconds: float = 60.0) -> None:
    """Until a folder holds so many files."""
    end = time.monotonic() + seconds
    while len(list(files.glob("*.json"))) < number:
        assert time.monotonic() < end, f"not {number} files in {files} after {seconds} s"
        time.sleep(0.02)
