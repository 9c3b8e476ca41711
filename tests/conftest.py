"""What several tests need: the command line as a process of its own, and a PostgreSQL server."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from command_line import Run
from communique.views.scene import Scene
from postgres_server import NoServer, Server, server
from scenes import ROOT, scene_of


@pytest.fixture
def communique(tmp_path: Path) -> Run:
    """Runs `communique ARGS` in `tmp_path`; `stdin` is text or bytes for its standard input."""

    def run(*args: str | Path, stdin: str | bytes = b"", **env: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "communique", *map(str, args)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**{k: v for k, v in os.environ.items() if k != "COMMUNIQUE_LEDGER"}, **env},
            timeout=120,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return run


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A server for all tests of the session; skips where none can be had and says what to install."""
    with ExitStack() as stack:
        try:
            started = stack.enter_context(server("fsync=off", "max_connections=40"))
        except NoServer as why:
            pytest.skip(str(why))
        yield started


@pytest.fixture(scope="session")
def examples() -> Scene:
    return scene_of(ROOT / "examples")


@pytest.fixture(scope="session")
def linking() -> Scene:
    return scene_of(ROOT / "tests" / "linking")
