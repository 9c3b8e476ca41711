"""`communique events` tells each event once, and `communique judge` has the last word until it is taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import Run

META = (
    '{"doc": "en-a", "date": "2025-04-09", "publisher": "wire.example"}\n'
    '{"doc": "de-b", "date": "2025-04-09", "publisher": "dienst.example"}\n'
)
TEXTS = {
    "en-a": "Peru's Foreign Minister Elmer Schialer met his Kenyan counterpart Musalia Mudavadi in Lima on Tuesday.",
    "de-b": "Der kenianische Außenminister Musalia Mudavadi traf am 8. April 2025 in Nazca seinen peruanischen "
    "Amtskollegen Elmer Schialer.",
}


@pytest.fixture
def ledger(communique: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "meta.jsonl").write_text(META, encoding="utf-8")
    path = tmp_path / "l.duckdb"
    assert communique("read", folder, "--meta", tmp_path / "meta.jsonl", "--ledger", path).returncode == 0
    return path


def meetings(communique: Run, ledger: Path, *more: str) -> list[dict[str, object]]:
    said = communique("events", "--ledger", ledger, "--kind", "meeting", "--format", "jsonl", *more)
    return [json.loads(line) for line in said.stdout.splitlines()]


def test_table_names_the_tellings_and_says_why(communique: Run, ledger: Path) -> None:
    said = " ".join(communique("events", "--ledger", ledger, "--texts", "2", "--why").stdout.split())
    assert "en-a (en, wire.example)" in said
    assert "de-b (de, dienst.example)" in said
    assert "the same persons of both sides, the same day" in said
    assert said.endswith("1 event")


def test_windows_and_states_choose(communique: Run, ledger: Path) -> None:
    assert len(meetings(communique, ledger, "--pair", "Peru", "KEN", "--since", "2025-04")) == 1
    assert meetings(communique, ledger, "--until", "2025-03") == []
    assert meetings(communique, ledger, "--texts", "3") == []


def test_a_judgement_parts_an_event_until_it_is_taken_back(communique: Run, ledger: Path) -> None:
    (event,) = meetings(communique, ledger)
    one, other = event["records"]  # type: ignore[misc]
    made = communique(
        "judge", one, other, "not-same", "--author", "me", "--reason", "two towns", "--ledger", ledger
    )
    assert "not same, me" in made.stdout
    assert len(meetings(communique, ledger)) == 2
    key = communique("judgements", "--ledger", ledger).stdout.split()[0]
    assert communique("judgements", "--retract", key, "--author", "you", "--ledger", ledger).returncode == 0
    assert len(meetings(communique, ledger)) == 1
    kept = communique("judgements", "--all", "--ledger", ledger).stdout
    assert "two towns" in kept
    assert "taken back by you" in kept


def test_what_cannot_be_judged(communique: Run, ledger: Path) -> None:
    said = communique("judge", "ffffffff", "eeeeeeee", "same", "--ledger", ledger)
    assert said.returncode == 2
    assert "no event has this id" in said.stderr
    said = communique("judge", "PER:Nobody", "KEN:None", "same", "--about", "person", "--ledger", ledger)
    assert said.returncode == 2
    assert "no report names this person" in said.stderr
