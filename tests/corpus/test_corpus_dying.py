"""Processes that die: by their own doing, by a document's, or by another's."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from corpus_readers import __name__ as READERS
from processes import Killing, below, wait_for
from small_archives import articles, content, read, write_lines
from test_corpus_reading import failures

from communique.corpus.local import LocalEngine

KILLS = int(os.environ.get("COMMUNIQUE_CRASHES", "2"))
"""How often a worker is killed; `make check-corpus` asks for ten."""
POISONABLE = f"{READERS}:poisonable"

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are found in /proc")


def spoiled(path: Path, **words: int) -> Path:
    """Forty documents, with a word in some of them."""
    rows = articles(40, ["en"])
    for word, at in words.items():
        rows[at]["text"] += f" {word}"
    return write_lines(path, rows)


def test_documents_that_kill_hang_or_raise_are_set_aside_and_named(tmp_path: Path) -> None:
    path = spoiled(tmp_path / "in/a.jsonl", POISON=17, HANG=31, RAISE=35)
    rows = articles(40, ["en"])
    standing = read(path, tmp_path / "one", LocalEngine(2), reader=POISONABLE, timeout=1.5)
    assert (standing.documents, standing.failures) == (37, {"died": 2, "fault": 1})
    found = failures(tmp_path / "one")
    assert [(sort, name) for _, sort, name, _ in found] == [
        ("died", rows[17]["id"]),
        ("died", rows[31]["id"]),
        ("fault", rows[35]["id"]),
    ]
    assert "ZeroDivisionError: by nothing (corpus_readers.py:" in found[2][3]


@pytest.mark.skipif(KILLS < 10, reason="takes a minute; `make check-corpus` runs it")
def test_poison_gives_the_same_bytes_on_any_number_of_processes(tmp_path: Path) -> None:
    path = spoiled(tmp_path / "in/a.jsonl", POISON=3)
    for workers in (1, 3):
        read(path, tmp_path / str(workers), LocalEngine(workers), reader=POISONABLE)
    assert content(tmp_path / "1") == content(tmp_path / "3")
    assert len(failures(tmp_path / "1")) == 1


def test_killed_workers_leave_no_trace(lines: Path, undisturbed: Path, tmp_path: Path) -> None:
    killing = Killing(b"spawn_main", KILLS)
    read(lines, tmp_path / "read", told=killing.told)
    assert len(killing.killed) >= min(KILLS, 8)
    assert content(tmp_path / "read") == content(undisturbed)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_killed_or_interrupted_is_gone_on_with(lines: Path, tmp_path: Path, how: int) -> None:
    out = tmp_path / "read"
    command = [sys.executable, "-m", "communique", "corpus", "read", str(lines), "-o", str(out)]
    command += ["--workers", "2", "--shard-mb", "0.01"]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    wait_for(out / "done", 2)
    running.send_signal(how)
    said = running.communicate(timeout=60)[1]
    if how == signal.SIGINT:
        assert running.returncode == 130
        assert "run the same command again" in said
    before = {path.name: path.stat().st_mtime_ns for path in (out / "done").glob("*.json")}
    again = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert again.returncode == 0, again.stderr
    whole = read(lines, tmp_path / "whole", shard_bytes=10_000)
    assert 2 <= len(before) <= whole.shards
    assert "170 documents read" in again.stderr
    made = {name: data for name, data in content(out).items() if name != "plan.json"}
    assert made == {name: data for name, data in content(tmp_path / "whole").items() if name != "plan.json"}


@pytest.mark.parametrize("workers", [2, 4] if KILLS > 2 else [2])
def test_ray_gives_the_same_bytes_whatever_workers_are_killed(
    lines: Path, tmp_path: Path, workers: int
) -> None:
    pytest.importorskip("ray", reason="Ray is not installed: pip install 'communique[cluster]'")
    from communique.corpus.cluster import RayEngine

    killing = Killing(b"ray::run", KILLS)
    read(lines, tmp_path / "read", RayEngine(workers), told=killing.told, shard_bytes=2_500)
    assert len(killing.killed) == KILLS
    read(lines, tmp_path / "undisturbed", shard_bytes=2_500)
    assert content(tmp_path / "read") == content(tmp_path / "undisturbed")


@pytest.mark.skipif(KILLS < 10, reason="takes a minute; `make check-corpus` runs it")
def test_ray_names_the_poison_and_survives_its_driver(lines: Path, tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="Ray is not installed: pip install 'communique[cluster]'")
    out = tmp_path / "read"
    command = [sys.executable, "-m", "communique", "corpus", "read", str(lines), "-o", str(out)]
    command += ["--workers", "2", "--shard-mb", "0.01", "--engine", "ray"]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    wait_for(out / "done", 2)
    assert below(running.pid, b"raylet")
    running.kill()
    running.wait()
    again = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert again.returncode == 0, again.stderr
    read(lines, tmp_path / "whole", shard_bytes=10_000)
    made = {name: data for name, data in content(out).items() if name != "plan.json"}
    assert made == {name: data for name, data in content(tmp_path / "whole").items() if name != "plan.json"}
