from __future__ import annotations

import json
from pathlib import Path

from command_line import Run

TEXT = "She said: “We met.” He left."


def test_quotes_are_checked_and_decide_the_exit_code(communique: Run, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT)
    exact = {"doc": "a", "kind": "x", "evidence": [{"start": 0, "end": 8, "quote": "She said"}]}
    moved = {"doc": "a", "evidence": [{"start": 0, "end": 7, "quote": "He left"}]}
    folded = {"doc": "a", "quote": 'said: "We  met."'}
    missing = {"doc": "b", "quote": "He left"}
    (tmp_path / "good.jsonl").write_text(json.dumps(exact))
    (tmp_path / "all.jsonl").write_text("\n".join(map(json.dumps, [exact, moved, folded, missing])))

    good = communique("check", "good.jsonl", "--texts", "texts")
    assert (good.returncode, good.stdout) == (0, "1 quotes: 1 exact\n")

    table = communique("check", "all.jsonl", "--texts", "texts")
    assert table.returncode == 5
    assert "stands at 20..27" in table.stdout
    assert "no text named b" in table.stdout

    lines = communique("check", "all.jsonl", "--texts", "texts", "--format", "jsonl")
    findings = [json.loads(line) for line in lines.stdout.splitlines()]
    assert [finding["status"] for finding in findings] == ["exact", "moved", "normalised", "missing"]
    assert [finding["line"] for finding in findings] == [1, 2, 3, 4]


def test_a_wrong_line_is_named(communique: Run, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text('{"doc":"a"}\n{')
    done = communique("check", "r.jsonl", "--texts", ".")
    assert done.returncode == 2
    assert "r.jsonl: line 2: not JSON" in done.stderr
