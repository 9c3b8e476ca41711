from __future__ import annotations

from pathlib import Path

from command_line import Run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def test_the_same_texts_give_the_same_bytes(communique: Run) -> None:
    runs = [
        communique(
            "read",
            EXAMPLES / "texts",
            "--meta",
            EXAMPLES / "meta.jsonl",
            "--format",
            "jsonl",
            PYTHONHASHSEED=seed,
        )
        for seed in ("0", "4711")
    ]
    assert [run.returncode for run in runs] == [0, 0], runs[0].stderr
    assert runs[0].stdout
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stderr == runs[1].stderr
