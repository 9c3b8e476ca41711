from __future__ import annotations

import json
from pathlib import Path

from command_line import MEETING, Run


def test_gold_is_read_and_scored_or_compared_with_a_file(communique: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MEETING)
    record = {"kind": "meeting", "countries": ["KEN", "JPN"], "quote": "William Ruto met"}
    gold = {"doc": "a", "lang": "en", "date": "2024-02-09", "text": "a.txt", "records": [record]}
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.json").write_text(json.dumps(gold | {"text": "../a.txt"}))

    read = communique("score", "gold", "--read", "--kind", "meeting", "--json")
    assert json.loads(read.stdout)["f1"] == 1.0

    (tmp_path / "p.jsonl").write_text("")
    nothing = communique("score", "gold", "p.jsonl", "--errors", "5")
    assert nothing.stdout.startswith("MISSED   a meeting")
    assert "all (micro)       0    0    1" in nothing.stdout


def test_wrong_use_is_code_2(communique: Run, tmp_path: Path) -> None:
    assert communique("score", tmp_path).returncode == 2
    assert "no gold files" in communique("score", tmp_path, "--read").stderr
    assert "no such kind" in communique("score", tmp_path, "--read", "--kind", "tea").stderr


def test_translations_are_compared_without_gold(communique: Run, tmp_path: Path) -> None:
    row = {"id": "a", "src_lang": "en", "tgt_lang": "en", "src": MEETING, "tgt": MEETING}
    (tmp_path / "pairs.jsonl").write_text(json.dumps(row) + "\n")
    same = communique("score", "pairs.jsonl", "--parallel", "--read", "--json")
    assert json.loads(same.stdout)["all"]["f1"] == 1.0
    assert "en-en" in communique("score", "pairs.jsonl", "--parallel", "--read").stdout
