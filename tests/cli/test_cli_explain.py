from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

from command_line import MEETING, Run


def test_the_terminal_shows_text_records_and_numbers(communique: Run, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(MEETING)
    done = communique("explain", "talks.txt")
    assert done.returncode == 0
    assert MEETING.strip() in re.sub(r"\[\d+\]", "", done.stdout)
    assert "[1]" in done.stdout
    assert "meeting" in done.stdout


def test_the_page_stands_alone(communique: Run, tmp_path: Path) -> None:
    done = communique("explain", "-", "--html", "talks.html", stdin=MEETING)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "talks.html").read_text()
    assert "http://" not in page
    assert "https://" not in page
    HTMLParser().feed(page)


def test_a_missing_file_is_named(communique: Run) -> None:
    done = communique("explain", "gone.txt")
    assert done.returncode == 2
    assert done.stderr.startswith("communique: gone.txt: no such file")


def test_coverage_as_a_table_and_as_json(communique: Run, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text(MEETING + "\nThe weather was fine.\n", encoding="utf-8")
    shown = communique("explain", str(text), "--coverage").stdout
    assert "1 of 2 sentences carry a record (50%)" in shown
    assert "The weather was fine." in shown
    found = json.loads(communique("explain", str(text), "--coverage", "--format", "json").stdout)
    assert [s["reason"] for s in found["sentences"]] == ["record", "no_cue"]
    assert communique("explain", str(text), "--format", "json").returncode == 2
