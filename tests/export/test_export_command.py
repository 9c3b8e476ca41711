"""`communique export`: the command, its files and its errors."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from command_line import Run
from communique.export.registry import EXPORTERS

ROOT = Path(__file__).resolve().parents[2]


def test_a_file_and_a_report(communique: Run, ledger_path: Path, tmp_path: Path) -> None:
    run = communique(
        *("export", "plover", "-o", "events.jsonl", "--ledger", ledger_path, "--pair", "CAN", "India"),
        *("--report", "lost.json"),
    )
    assert run.returncode == 0, run.stderr
    rows = (tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines()
    report = json.loads((tmp_path / "lost.json").read_text())
    assert report["rows"] == len(rows) > 5
    assert f"plover: {len(rows)} rows" in run.stderr
    assert "no place for" in run.stderr
    assert run.stdout == ""
    assert sorted(os.listdir(tmp_path)) == ["events.jsonl", "lost.json"]


def test_several_files_in_a_folder_that_keeps_its_others(
    communique: Run, ledger_path: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    run = communique("export", "gdelt", "-o", "out", "--ledger", ledger_path, "--kind", "visit")
    assert run.returncode == 0, run.stderr
    assert sorted(os.listdir(tmp_path / "out")) == ["events.export.CSV", "ledger.tsv", "mine.txt"]
    assert os.listdir(tmp_path) == ["out"]


def test_the_list_names_every_format(communique: Run) -> None:
    run = communique("export", "--list")
    assert [line.split()[0] for line in run.stdout.splitlines()] == [exporter.name for exporter in EXPORTERS]


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["plover"], 2, "-o"),
        (["excel", "-o", "x"], 2, "is no format; there are plover, polecat"),
        (["plover", "-o", "nowhere/x"], 1, "make its folder first"),
        (["ftm", "-o", "nowhere/x"], 1, "make its folder first"),
        (["ftm", "-o", "file"], 1, "name a folder"),
        (["csv", "-o", "folder"], 1, "name a file"),
        (["csv", "-o", "x", "--kind", "war"], 2, "is no kind of record"),
    ],
)
def test_errors_name_the_cure_and_leave_nothing(
    communique: Run, ledger_path: Path, tmp_path: Path, args: list[str], code: int, words: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("mine")
    run = communique("export", *args, "--ledger", ledger_path, COLUMNS="200")
    assert run.returncode == code, run.stderr
    assert words in run.stderr
    assert sorted(os.listdir(tmp_path)) == ["file", "folder"]
    assert (tmp_path / "file").read_text() == "mine"


def test_the_same_ledger_gives_the_same_bytes(communique: Run, ledger_path: Path, tmp_path: Path) -> None:
    for seed in ("0", "4711"):
        run = communique("export", "ftm", "-o", f"ftm-{seed}", "--ledger", ledger_path, PYTHONHASHSEED=seed)
        assert run.returncode == 0, run.stderr
        run = communique("export", "graphml", "-o", f"g-{seed}", "--ledger", ledger_path, PYTHONHASHSEED=seed)
        assert run.returncode == 0, run.stderr
    assert (tmp_path / "g-0").read_bytes() == (tmp_path / "g-4711").read_bytes()
    for name in ("statements.csv", "entities.ftm.json"):
        assert (tmp_path / "ftm-0" / name).read_bytes() == (tmp_path / "ftm-4711" / name).read_bytes()


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_every_format_is_in_the_docs(exporter: object) -> None:
    text = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    assert f"| `{exporter.name}` |" in text


@pytest.mark.parametrize("name", ["plover", "gdelt"])
def test_an_interrupt_leaves_nothing(ledger_path: Path, tmp_path: Path, name: str) -> None:
    args = [sys.executable, "-m", "communique", "export", name, "-o", "out", "--ledger", str(ledger_path)]
    run = subprocess.Popen(args, cwd=tmp_path, stderr=subprocess.DEVNULL, preexec_fn=_heed_interrupts)
    try:
        waited = time.monotonic()
        while not os.listdir(tmp_path) and time.monotonic() - waited < 60:
            time.sleep(0.02)
        while run.poll() is None:  # One that comes while a library is loaded is lost in it.
            run.send_signal(signal.SIGINT)
            time.sleep(0.2)
        assert run.returncode in (130, -signal.SIGINT)
    finally:
        run.kill()
    assert os.listdir(tmp_path) == []


def _heed_interrupts() -> None:
    """A program started in the background inherits that interrupts are ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
