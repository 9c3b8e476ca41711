"""`communique people` lists each person once, in every format, and says why."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from command_line import Run

TEXTS = {
    "en-visit": "Kenyan President William Ruto met Uzbek President Shavkat Mirziyoyev in Nairobi on Tuesday.",
    "de-besuch": "Der usbekische Präsident Schawkat Mirsijojew traf am Dienstag in Nairobi den kenianischen "
    "Präsidenten William Ruto.",
}


@pytest.fixture
def ledger(communique: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "l.duckdb"
    assert communique("read", folder, "--ledger", path).returncode == 0
    return path


def test_table_says_why(communique: Run, ledger: Path) -> None:
    said = " ".join(communique("people", "--ledger", ledger, "--why").stdout.split())
    assert said.count("William Ruto ") == 1
    assert "Schawkat Mirsijojew = Shavkat Mirziyoyev: same country, same office at the time" in said


def test_table_is_short_unless_asked_why(communique: Run, ledger: Path) -> None:
    assert "same country" not in communique("people", "--ledger", ledger).stdout


def test_csv_and_jsonl_agree(communique: Run, ledger: Path) -> None:
    rows = list(
        csv.DictReader(io.StringIO(communique("people", "--ledger", ledger, "--format", "csv").stdout))
    )
    listed = [
        json.loads(x)
        for x in communique("people", "--ledger", ledger, "--format", "jsonl").stdout.splitlines()
    ]
    assert (
        {row["name"] for row in rows}
        == {p["name"] for p in listed}
        == {"William Ruto", "Schawkat Mirsijojew"}
    )
    assert all(p["documents"] == 2 for p in listed)


def test_one_state_only(communique: Run, ledger: Path) -> None:
    said = communique("people", "--ledger", ledger, "--country", "Kenya", "--format", "jsonl").stdout
    assert [json.loads(line)["country"] for line in said.splitlines()] == ["KEN"]


def test_no_ledger_is_an_error(communique: Run, tmp_path: Path) -> None:
    ended = communique("people", "--ledger", tmp_path / "none.duckdb")
    assert ended.returncode == 4
    assert "none.duckdb" in ended.stderr
