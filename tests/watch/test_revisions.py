"""A revised text: its records against those of the version before."""

from __future__ import annotations

import json
from pathlib import Path

from command_line import Run

OLD = (
    "Kenya's President William Ruto met Japan's Prime Minister Fumio Kishida in Tokyo on 8 February 2024. "
    "Japan pledged 300 million dollars for roads in Kenya. "
    "The two sides signed a memorandum of understanding on energy."
)
NEW = (
    "Updated. Kenya's President William Ruto met Japan's Prime Minister Fumio Kishida in Tokyo on 8 February 2024. "
    "Japan pledged 350 million dollars for roads in Kenya. "
    "Ruto invited Kishida to visit Kenya."
)


def revised(communique: Run, tmp_path: Path, *texts: str) -> None:
    for text in texts:
        (tmp_path / "talks.txt").write_text(text)
        done = communique("read", "talks.txt", "--lang", "en", "--ledger", "x.duckdb")
        assert done.returncode == 0, done.stderr


def test_what_was_added_dropped_and_changed(communique: Run, tmp_path: Path) -> None:
    revised(communique, tmp_path, OLD, NEW)
    done = communique("revisions", "talks", "--ledger", "x.duckdb", "--format", "json")
    assert done.returncode == 0, done.stderr
    [revision] = json.loads(done.stdout)
    quotes = {part: [told["quote"] for told in revision[part]] for part in ("added", "dropped")}
    assert any("invited Kishida" in quote for quote in quotes["added"])
    assert any("memorandum" in quote for quote in quotes["dropped"])
    assert not any("met Japan" in quote for part in quotes.values() for quote in part)
    assert revision["same"] >= 1
    changed = [(one["before"]["quote"], one["after"]["quote"]) for one in revision["changed"]]
    assert changed
    assert all("300 million" in before and "350 million" in after for before, after in changed)


def test_without_a_document_all_that_have_versions(communique: Run, tmp_path: Path) -> None:
    revised(communique, tmp_path, OLD)
    done = communique("revisions", "--ledger", "x.duckdb")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no text has several versions" in done.stderr
    revised(communique, tmp_path, NEW)
    done = communique("revisions", "--ledger", "x.duckdb")
    assert "talks: " in done.stdout
    assert "  ~ " in done.stdout
    assert "before “Japan pledged 300 million dollars" in done.stdout
    assert communique("revisions", "nothing", "--ledger", "x.duckdb").returncode == 2
