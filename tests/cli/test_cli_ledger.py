"""`communique ledger` in a process of its own."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from command_line import Run
from communique.ledger import Ledger
from sample_readings import MONDAY, echo, talks


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "press.duckdb"
    with Ledger.open(made) as ledger:
        ledger.add_many([talks(), echo()], MONDAY)
    return made


def test_info(communique: Run, path: Path) -> None:
    said = communique("ledger", "info", "--ledger", path)
    assert said.returncode == 0
    assert "statements  20, of which 20 as last read" in said.stdout
    told = json.loads(communique("ledger", "info", "--ledger", path, "--format", "jsonl").stdout)
    assert told["rows"]["documents"] == 2


def test_verify(communique: Run, path: Path) -> None:
    sound = communique("ledger", "verify", "--ledger", path)
    assert (sound.returncode, sound.stderr) == (0, "")
    assert "2 texts, 20 statements, 21 quotes: all sound" in sound.stdout
    with duckdb.connect(str(path)) as raw:
        raw.execute("UPDATE documents SET text = upper(text) WHERE id = 'echo'")
    faulty = communique("ledger", "verify", "--ledger", path)
    assert faulty.returncode == 5
    assert "document: echo: the text has the SHA-256" in faulty.stdout
    assert "3 faults" in faulty.stdout
    listed = communique("ledger", "verify", "--ledger", path, "--format", "jsonl")
    assert listed.returncode == 5
    assert [json.loads(line)["sort"] for line in listed.stdout.splitlines()] == ["document", "quote", "quote"]


def test_export_and_import(communique: Run, path: Path, tmp_path: Path) -> None:
    plain = communique("ledger", "export", "--ledger", path)
    assert communique("ledger", "export", "--ledger", path, "-o", tmp_path / "x.jsonl.gz").returncode == 0
    taken = communique("ledger", "import", tmp_path / "x.jsonl.gz", "--ledger", tmp_path / "two.duckdb")
    assert taken.returncode == 0
    assert "20 statements" in taken.stderr
    again = communique("ledger", "import", "-", "--ledger", tmp_path / "two.duckdb", stdin=plain.stdout)
    assert "nothing new" in again.stderr
    assert communique("ledger", "export", "--ledger", tmp_path / "two.duckdb").stdout == plain.stdout


def test_import_of_a_damaged_or_missing_file(communique: Run, path: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl.gz"
    communique("ledger", "export", "--ledger", path, "-o", file)
    file.write_bytes(file.read_bytes()[:-40])
    cut = communique("ledger", "import", file, "--ledger", tmp_path / "two.duckdb")
    assert cut.returncode == 2
    assert "x.jsonl.gz: the compressed file is damaged" in cut.stderr
    gone = communique("ledger", "import", tmp_path / "none", "--ledger", tmp_path / "two.duckdb")
    assert gone.returncode == 2
    assert "none: No such file" in gone.stderr


def test_compact(communique: Run, path: Path, tmp_path: Path) -> None:
    done = communique("ledger", "compact", "--ledger", path)
    assert done.returncode == 0
    assert "bytes before" in done.stdout
    assert communique("ledger", "verify", "--ledger", path).returncode == 0
    missing = communique("ledger", "compact", "--ledger", tmp_path / "none.duckdb")
    assert missing.returncode == 4
