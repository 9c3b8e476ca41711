"""A real server in a process of its own, for clients that speak HTTP."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def serving(place: Path | str, *options: str) -> Iterator[str]:
    """Start `communique serve` on a ledger and give its address without the last slash; stop it at the end."""
    command = [sys.executable, "-m", "communique", "serve", "--ledger", str(place), "--port", "0", *options]
    env = os.environ | {"COMMUNIQUE_AUTHOR": "tests"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            assert "http://" in line, line
            yield line.rpartition(" at ")[2].strip().rstrip("/")
        finally:
            process.terminate()
            process.wait(20)
