"""A folder that files arrive in: whole ones are read once, and moved aside with a reason where they fail."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from command_line import MEETING, Run
from communique.ledger import Ledger
from watched_site import sentence


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    return made


def once(communique: Run, *more: str) -> subprocess.CompletedProcess[str]:
    return communique(
        "inbox", "in", "--ledger", "x.duckdb", "--once", "--every", "0.2", "--lang", "en", *more
    )


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_done_and_failed_files_are_moved(communique: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text(MEETING)
    (folder / "b.txt").write_bytes(b"text " * 20 + b"\0")
    (folder / "empty.txt").write_text("")
    (folder / ".hidden").write_text(MEETING)
    done = once(communique)
    assert done.returncode == 1
    assert names(folder) == [
        ".hidden",
        "done/a.txt",
        "failed/b.txt",
        "failed/b.txt.reason.txt",
        "failed/empty.txt",
        "failed/empty.txt.reason.txt",
    ]
    assert "binary data" in (folder / "failed/b.txt.reason.txt").read_text()
    assert "empty" in (folder / "failed/empty.txt.reason.txt").read_text()
    assert "failed: in/failed/b.txt" in done.stderr
    with Ledger.open(tmp_path / "x.duckdb") as ledger:
        assert [info.id for info in ledger.documents()] == ["a"]


def test_the_same_text_again_is_one_text_and_a_new_one_a_version(
    communique: Run, folder: Path, tmp_path: Path
) -> None:
    (folder / "a.txt").write_text(MEETING)
    assert once(communique).returncode == 0
    (folder / "copy.txt").write_text(MEETING)
    (folder / "a.txt").write_text(sentence(7))
    assert once(communique).returncode == 0
    assert names(folder) == ["done/a-2.txt", "done/a.txt", "done/copy.txt"]
    with Ledger.open(tmp_path / "x.duckdb") as ledger:
        assert [info.id for info in ledger.documents()] == ["a", "a"]
        assert sorted(one.url for one in ledger.addresses("a")) == ["a.txt", "a.txt", "copy.txt"]


def test_a_file_that_is_being_written_is_left_until_it_is_whole(folder: Path, tmp_path: Path) -> None:
    watcher = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "communique",
            "inbox",
            "in",
            "--ledger",
            "x.duckdb",
            "--every",
            "0.5",
            "--lang",
            "en",
        ],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ,
    )
    try:
        with (folder / "slow.txt").open("w") as stream:
            for number in range(12):
                stream.write(sentence(number) + "\n")
                stream.flush()
                assert not (folder / "done").exists()
                time.sleep(0.25)
        deadline = time.monotonic() + 60
        while not (folder / "done/slow.txt").exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        watcher.send_signal(signal.SIGINT)
        assert watcher.wait(timeout=60) == 130
    finally:
        watcher.kill()
    assert names(folder) == ["done/slow.txt"]
    with Ledger.open(tmp_path / "x.duckdb") as ledger:
        document = ledger.document("slow")
        assert document is not None
        assert document.text.count("\n") == 12
