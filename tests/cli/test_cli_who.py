"""`communique who`, and a register taken in by `communique people --import`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from command_line import Run

TEXT = "Kenyan Foreign Minister Alfred Mutua met Japan's Prime Minister Fumio Kishida in Tokyo."
REGISTER = "name,country,role,since,until\nAlfred Mutua,KEN,foreign_minister,2022-10-27,2023-10-04\n"


@pytest.fixture
def ledger(communique: Run, tmp_path: Path) -> Path:
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "communique.duckdb"
    assert communique("read", "text.txt", "--date", "2023-02-01", "--publisher", "Gazette").returncode == 0
    return path


def test_who_by_reports(communique: Run, ledger: Path) -> None:
    done = communique("who", "foreign minister", "Kenya", "--on", "2023-02-03")
    assert done.stdout.splitlines() == [
        "Alfred Mutua (KEN), Kenyan Foreign Minister: reported 2023-02-01, the nearest 2 days away",
        "  “Kenyan Foreign Minister Alfred Mutua” (text, Gazette, 2023-02-01)",
    ]
    nobody = communique("who", "foreign minister", "Kenya", "--on", "1990", "--format", "jsonl")
    assert (nobody.returncode, nobody.stdout) == (0, "")
    assert "nor the register tells" in communique("who", "cook", "Kenya", "--on", "2023").stderr
    wrong = communique("who", "foreign minister", "Atlantis", "--on", "2023")
    assert (wrong.returncode, "'Atlantis' is no state" in wrong.stderr) == (2, True)


def test_a_register_is_taken_in_and_given_out(communique: Run, ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "mfa.csv").write_text(REGISTER, encoding="utf-8")
    taken = communique("people", "--import", "mfa.csv", "--author", "ana")
    assert (taken.returncode, taken.stderr) == (0, "mfa.csv: 1 new rows, 0 known already, 0 taken back\n")
    assert "1 known already" in communique("people", "--import", "mfa.csv").stderr
    done = communique("who", "foreign minister", "KEN", "--on", "2022-11", "--format", "jsonl")
    (answer,) = map(json.loads, done.stdout.splitlines())
    assert (answer["name"], answer["register"], answer["days"]) == ("Alfred Mutua", "mfa.csv", 0)
    assert [source["document"] for source in answer["sources"]] == ["text"]
    shown = communique("who", "foreign minister", "KEN", "--on", "2022-11").stdout
    assert "2022-10-27 to 2023-10-04 by mfa.csv" in shown
    listed = communique("people", "--country", "KEN", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(listed)))
    assert [(row["since"], row["until"], row["source"]) for row in rows] == [
        ("2023-02-01", "2023-02-01", "reports"),
        ("2022-10-27", "2023-10-04", "mfa.csv"),
    ]
    assert "(2022-10-27 to 2023-10-04, mfa.csv)" in " ".join(communique("people").stdout.split())
    (tmp_path / "out.csv").write_text(listed, encoding="utf-8")
    assert "2 new rows" in communique("people", "--import", "out.csv").stderr


def test_a_wrong_register_changes_nothing(communique: Run, ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "mfa.csv").write_text(REGISTER + "B,KEN,cook,,\n", encoding="utf-8")
    wrong = communique("people", "--import", "mfa.csv")
    assert wrong.returncode == 2
    assert "mfa.csv: line 3: 'cook' is no role" in wrong.stderr
    assert "mfa.csv" not in communique("people", "--format", "csv").stdout
