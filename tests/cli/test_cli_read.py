from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import MEETING, Run


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    (folder / "b").mkdir(parents=True)
    (folder / "b" / "two.md").write_text(MEETING)
    (folder / "one.txt").write_text(MEETING)
    (folder / "one.json").write_text("{}")
    (folder / "scan.png").write_bytes(b"\x89PNG")
    (folder / "core").write_bytes(b"\0\1\2")
    (folder / ".hidden").write_text("x")
    return folder


def test_json_lines_are_the_records_and_nothing_else(communique: Run, texts: Path) -> None:
    done = communique("read", texts, "--format", "jsonl", "--publisher", "example.org")
    assert done.returncode == 0
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [r["doc"] for r in records] == sorted(
        (r["doc"] for r in records), key=["two", "one"].index, reverse=True
    )
    for record in records:
        assert all(MEETING[e["start"] : e["end"]] == e["quote"] for e in record["evidence"])
    meetings = [r for r in records if r["kind"] == "meeting"]
    assert [(r["doc"], set(r["countries"])) for r in meetings] == [
        ("one", {"KEN", "JPN"}),
        ("two", {"KEN", "JPN"}),
    ]
    assert "2 documents read" in done.stderr
    assert "passed over in folders: 1 .json, 1 .png, 1 binary, 1 hidden" in done.stderr
    assert not list(texts.parent.glob("*.duckdb"))


def test_standard_input_is_the_document_stdin(communique: Run) -> None:
    done = communique("read", "-", "--format", "jsonl", stdin=MEETING)
    assert {json.loads(line)["doc"] for line in done.stdout.splitlines()} == {"stdin"}
    assert done.returncode == 0


def test_the_table_goes_with_a_ledger(communique: Run, texts: Path) -> None:
    first = communique("read", texts)
    assert "William Ruto" in first.stdout
    assert (texts.parent / "communique.duckdb").is_file()
    assert "communique.duckdb: " in first.stderr
    again = communique("read", texts)
    assert "communique.duckdb: 0 new statements" in again.stderr


def test_the_ledger_can_be_chosen_or_left_out(communique: Run, texts: Path) -> None:
    assert communique("read", texts, "--ledger", "none").returncode == 0
    assert communique("read", texts, "--format", "jsonl", COMMUNIQUE_LEDGER="env.duckdb").returncode == 0
    assert not list(texts.parent.glob("*.duckdb"))
    communique("read", texts, COMMUNIQUE_LEDGER="env.duckdb")
    communique("read", texts, "--format", "jsonl", "--ledger", "given.duckdb", COMMUNIQUE_LEDGER="env.duckdb")
    assert {path.name for path in texts.parent.glob("*.duckdb")} == {"env.duckdb", "given.duckdb"}


def test_the_output_file_is_whole_and_leaves_nothing_beside_it(communique: Run, texts: Path) -> None:
    out = texts.parent / "out.jsonl"
    out.write_text("before")
    done = communique("read", texts, "--format", "jsonl", "-o", out)
    assert done.stdout == ""
    assert [json.loads(line)["kind"] for line in out.read_text().splitlines()]
    assert sorted(path.name for path in texts.parent.iterdir()) == ["out.jsonl", "texts"]


def test_two_files_with_one_id_are_not_mixed_up(communique: Run, texts: Path) -> None:
    (texts / "b" / "one.txt").write_text(MEETING)
    done = communique("read", texts, texts / "one.txt", "--format", "jsonl")
    assert done.returncode == 1
    assert "2 documents read" in done.stderr
    assert "'one', is the id of" in done.stderr
    assert "rename one of them" in done.stderr


def test_the_meta_table_is_used(communique: Run, texts: Path) -> None:
    (texts.parent / "meta.csv").write_text("doc,lang,date\none,de,2024-02-09\n")
    done = communique("read", texts / "one.txt", "--meta", "meta.csv", "--ledger", "none")
    assert done.stdout.startswith("one · de · 2024-02-09")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((), "Missing argument"),
        (("x", "--format", "xml"), "--format"),
        (("x", "--lang", "xx"), "no pack reads language 'xx'; choose one of"),
        (("x", "--date", "soon"), "--date: not a date: 'soon'"),
        (("x", "--meta", "none.csv"), "none.csv: no such table"),
    ],
)
def test_wrong_use_is_code_2(communique: Run, args: tuple[str, ...], message: str) -> None:
    done = communique("read", *args)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_closed_pipe_is_no_error_to_look_at(texts: Path) -> None:
    command = f"{sys.executable} -m communique read {texts} --format jsonl | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_an_interrupt_ends_cleanly_and_keeps_what_was_read(texts: Path) -> None:
    fifo = texts / "waits"
    os.mkfifo(fifo)
    command = [
        sys.executable,
        "-m",
        "communique",
        "read",
        texts / "one.txt",
        fifo,
        "--format",
        "jsonl",
        "-o",
        "o.jsonl",
    ]
    process = subprocess.Popen(command, cwd=texts.parent, stderr=subprocess.PIPE, text=True)
    with fifo.open("w") as stream:  # opens when the command has come to this file
        process.send_signal(signal.SIGINT)
        stream.write(MEETING)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "stopping after this document" in errors
    assert "Traceback" not in errors
    assert (texts.parent / "o.jsonl.partial").read_text()
    assert not (texts.parent / "o.jsonl").exists()
