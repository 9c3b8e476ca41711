from __future__ import annotations

import json
from pathlib import Path

from command_line import Run

SENTENCE = "Norway urged Sweden to reopen the border on Monday."


def test_a_sentence_as_a_table(communique: Run) -> None:
    done = communique("code", SENTENCE)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0].split() == ["event", "mode", "actors", "recipients", "score", "CAMEO"]
    assert done.stdout.splitlines()[1].split() == ["REQUEST", "NOR", "SWE", "0", "020", "appeal"]
    assert communique("code", "Snow fell in Norway.").stdout == "no event\n"


def test_a_sentence_as_json(communique: Run) -> None:
    done = communique("code", SENTENCE, "--format", "json")
    assert json.loads(done.stdout) == [
        {
            "plover": "REQUEST", "mode": None, "cameo": "020", "actors": ["NOR"], "recipients": ["SWE"],
            "score": 0.0, "quote": SENTENCE,
        }
    ]  # fmt: skip


def test_rows_keep_their_order_and_ids(communique: Run, tmp_path: Path) -> None:
    rows = [{"id": "b", "text": SENTENCE}, {"id": 7, "text": "Snow fell."}, {"id": "a", "text": ""}]
    source = tmp_path / "in.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)) + "\n\n", encoding="utf-8")
    done = communique("code", "--jsonl", source, "-o", "out.jsonl")
    assert done.returncode == 0
    assert done.stdout == ""
    assert done.stderr == "3 rows coded, 1 events\n"
    out = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [row["id"] for row in out] == ["b", 7, "a"]
    assert out[0]["events"] == [
        {"plover": "REQUEST", "mode": None, "cameo": "020", "actors": ["NOR"], "recipients": ["SWE"]}
    ]
    assert out[1]["events"] == out[2]["events"] == []


def test_a_bad_row_is_named_and_the_rest_is_coded(communique: Run, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    good = json.dumps({"id": 1, "text": SENTENCE}).encode()
    source.write_bytes(b'{"id": \n[1]\n{"id": 2}\n\xff\n' + good)
    done = communique("code", "--jsonl", source)
    assert done.returncode == 1
    assert json.loads(done.stdout)["id"] == 1
    assert done.stderr.splitlines() == [
        "1 rows coded, 1 events",
        "4 failed:",
        f"  {source}: line 1: not JSON: Expecting value",
        f"  {source}: line 2: not a JSON object",
        f"  {source}: line 3: a row needs an `id` and a `text`",
        f"  {source}: line 4: not UTF-8; convert it with iconv",
    ]


def test_rows_from_standard_input(communique: Run) -> None:
    done = communique("code", "--jsonl", "-", stdin="nonsense\n")
    assert done.returncode == 1
    assert "standard input: line 1: not JSON" in done.stderr


def test_wrong_use_is_refused(communique: Run) -> None:
    assert communique("code").returncode == 2
    assert communique("code", SENTENCE, "--jsonl", "x").returncode == 2
    missing = communique("code", "--jsonl", "missing.jsonl")
    assert missing.returncode == 2
    assert (
        missing.stderr
        == "communique: missing.jsonl: cannot be read: No such file or directory; check the path\n"
    )
    assert communique("code", "").returncode == 2
    german = communique("code", "Das war gestern.", "--lang", "de")
    assert german.returncode == 2
    assert "cannot be coded in language 'de'" in german.stderr
