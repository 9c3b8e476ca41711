"""The commands on a shared ledger: the same as on a file."""

from __future__ import annotations

from pathlib import Path

from command_line import Run
from postgres_server import Server

TEXT = "Foreign Minister Grace Mwangi of Kenya met Swedish Foreign Minister Asa Lindqvist in Nairobi on 4 June 2024.\n"


def test_read_and_ask(communique: Run, postgres: Server, tmp_path: Path) -> None:
    url = postgres.url(postgres.database())
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = communique("read", "a.txt", "--lang", "en", "--ledger", url)
    assert done.returncode == 0
    assert "postgresql://" in done.stderr
    assert "1 new documents" in done.stderr
    again = communique("read", "a.txt", "--lang", "en", COMMUNIQUE_LEDGER=url)
    assert " 0 new statements" in again.stderr
    in_file = communique("read", "a.txt", "--lang", "en", "--ledger", "l.duckdb")
    assert in_file.returncode == 0
    for question in (("records", "--format", "jsonl"), ("brief", "KEN", "SWE"), ("people",)):
        there = communique(*question, "--ledger", url)
        here = communique(*question, "--ledger", "l.duckdb")
        assert there.returncode == here.returncode == 0
        assert there.stdout == here.stdout != ""
        assert communique(*question, COMMUNIQUE_LEDGER=url).stdout == here.stdout


def test_a_server_that_is_not_there_is_exit_code_4(communique: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    for command in (("read", "a.txt"), ("records",)):
        done = communique(*command, "--ledger", "postgresql://ann:secret@127.0.0.1:1/press")
        assert done.returncode == 4
        assert "no server answers there" in done.stderr
        assert "secret" not in done.stderr
