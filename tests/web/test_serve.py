"""`communique serve` as a process of its own: its address, its refusals, its end."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

from command_line import Run
from communique.ledger import Ledger

COMMAND = [sys.executable, "-m", "communique", "serve", "--port", "0", "--author", "ann", "--ledger"]


def test_it_prints_its_address_and_answers_there(place: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, str(place)], stdout=subprocess.PIPE, text=True, cwd=place.parent
    ) as process:
        assert process.stdout is not None
        try:
            found = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
            assert found
            with urllib.request.urlopen(found[0], timeout=60) as answer:
                assert b"records from" in answer.read()
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(30) in (0, 130, -signal.SIGINT)
    with Ledger.open(place, read_only=True) as ledger:
        assert ledger.counts().documents > 0


def test_it_listens_to_this_machine_only(communique: Run, place: Path) -> None:
    done = communique("serve", "--ledger", place, "--host", "0.0.0.0")
    assert done.returncode == 2
    assert "accounts" in re.sub(r"\W+", " ", done.stderr)


def test_a_ledger_that_is_open_elsewhere_is_one_line(communique: Run, place: Path) -> None:
    with Ledger.open(place):
        done = communique("serve", "--ledger", place, "--port", "0")
    assert done.returncode == 4
    assert "another process has this ledger open" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_ledger_and_a_taken_port_name_their_cure(communique: Run, place: Path) -> None:
    done = communique("serve", "--ledger", "none.duckdb")
    assert done.returncode == 4
    assert "communique read" in done.stderr
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = communique("serve", "--ledger", place, "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "another --port" in done.stderr


def test_without_its_packages_it_says_what_to_install(tmp_path: Path, place: Path) -> None:
    (tmp_path / "uvicorn.py").write_text(
        "raise ModuleNotFoundError('no', name='uvicorn')\n", encoding="utf-8"
    )
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [*COMMAND, str(place)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
        timeout=60,
    )
    assert done.returncode == 2
    assert "pip install 'communique[web]'" in done.stderr
