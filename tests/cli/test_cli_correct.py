"""`communique correct` and `communique corrections` in processes of their own."""

from __future__ import annotations

import csv
import getpass
import io
import json
from pathlib import Path

import pytest

from command_line import Run
from communique.ledger import Ledger
from sample_readings import MONDAY, echo, talks

WHY = ("--source", "https://mfa.example/1", "--reason", "signed a day later", "--author", "ana")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "communique.duckdb"
    with Ledger.open(made) as ledger:
        ledger.add_many([talks(), echo()], MONDAY)
    return made


@pytest.fixture
def visit(path: Path) -> str:
    return next(r.id for r in talks().records if r.kind == "visit")


def test_correcting_shows_in_every_export(communique: Run, visit: str) -> None:
    done = communique("correct", visit, "date=2024-06-05", "visitor.name=Åsa Lind", *WHY)
    assert (done.returncode, done.stderr) == (0, "2 kept\n")
    assert f"{visit} date 2024-06-04 -> 2024-06-05 · ana," in done.stdout
    said = "read as 2024-06-04, corrected to 2024-06-05 by ana (https://mfa.example/1): signed a day later"
    assert said in " ".join(communique("brief", "KEN", "SWE").stdout.split())
    markdown = communique("brief", "KEN", "SWE", "--format", "markdown").stdout
    assert said in markdown
    assert said not in communique("brief", "KEN", "SWE", "--format", "markdown", "--as-read").stdout
    rows = csv.DictReader(io.StringIO(communique("records", "--format", "csv").stdout))
    (row,) = [row for row in rows if row["standing"] != "read"]
    assert (row["id"], row["standing"], row["date"]) == (visit, "corrected", "2024-06-05")
    assert said in row["corrections"]
    lines = [json.loads(x) for x in communique("records", "--format", "jsonl").stdout.splitlines()]
    (line,) = [line for line in lines if "corrections" in line]
    assert [(c["field"], c["read"]) for c in line["corrections"]] == [
        ("date", "2024-06-04"),
        ("visitor.name", "Åsa Lindqvist"),
    ]
    assert "corrected to 2024-06-05" in communique("records", "--kind", "visit").stdout
    assert "corrected" not in communique("records", "--kind", "visit", "--as-read").stdout


def test_listing_and_undoing(communique: Run, visit: str) -> None:
    assert communique("corrections").stderr == "no corrections\n"
    communique("correct", visit, "date=2024-06-05", *WHY)
    (made,) = [json.loads(x) for x in communique("corrections", "--format", "jsonl").stdout.splitlines()]
    undone = communique("correct", "--undo", made["id"], "--author", "ben")
    assert undone.returncode == 0
    assert "[taken back by ben]" in undone.stdout
    assert communique("corrections", visit).stdout == ""
    assert made["id"] in communique("corrections", visit, "--all").stdout
    again = communique("correct", "--undo", made["id"])
    assert again.returncode == 2
    assert "ben took this correction back" in again.stderr


def test_a_dry_run_shows_and_keeps_nothing(communique: Run, visit: str, path: Path) -> None:
    before = path.read_bytes()
    done = communique("correct", visit, "date=2024-06-05", *WHY, "--dry-run")
    assert "-> 2024-06-05" in done.stdout
    assert "nothing was kept" in done.stderr
    assert path.read_bytes() == before


def test_not_verifiable(communique: Run, visit: str) -> None:
    done = communique("correct", visit, "visit_type", "--not-verifiable", "--reason", "nobody says")
    assert f"{visit} visit_type not verifiable · {getpass.getuser()}," in done.stdout
    whole = communique("correct", visit, "--not-verifiable", "--reason", "x", COMMUNIQUE_AUTHOR="eve")
    assert f"{visit} not verifiable · eve," in whole.stdout
    wrong = communique("correct", visit, "date=2024", "--not-verifiable", "--reason", "x")
    assert wrong.returncode == 2
    assert "leave out the value" in wrong.stderr


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["visit_type=grand", *WHY], "not one of state, official, working, private, transit"),
        (["date", *WHY], "is not FIELD=VALUE"),
        (["date=2024", "date=2025", *WHY], "given twice"),
        ([*WHY], "nothing to correct"),
        (["date=2024", "--source", "x"], "--reason"),
        (["date=2024", "--reason", "x"], "needs its source"),
    ],
)
def test_wrong_use(communique: Run, visit: str, args: list[str], says: str) -> None:
    done = communique("correct", visit, *args)
    assert done.returncode == 2
    assert says in " ".join(done.stderr.replace("│", " ").split())
    assert communique("corrections").stdout == ""


def test_an_unknown_record(communique: Run, path: Path) -> None:
    done = communique("correct", "r-none", "date=2024", *WHY)
    assert done.returncode == 2
    assert "r-none: the ledger has no record of this id" in done.stderr
