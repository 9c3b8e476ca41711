"""`communique review`: the queue, and answers typed one after the other."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from command_line import Run
from communique.ledger import Ledger
from sample_readings import MONDAY, echo, talks

UNSURE = {"visit": 0.2, "meeting": 0.3, "agreement": 0.4}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "communique.duckdb"
    given = talks()
    records = tuple(msgspec.structs.replace(r, confidence=UNSURE.get(r.kind, 0.9)) for r in given.records)
    with Ledger.open(made) as ledger:
        ledger.add_many([msgspec.structs.replace(given, records=records), echo()], MONDAY)
    return made


def queue(communique: Run, *args: str) -> list[dict[str, object]]:
    listed = communique("review", "--format", "jsonl", *args)
    assert listed.returncode == 0
    return [json.loads(line) for line in listed.stdout.splitlines()]


def test_the_least_certain_come_first(communique: Run, path: Path) -> None:
    asked = queue(communique, "--limit", "4")
    assert [q["certainty"] for q in asked] == [0.2, 0.3, 0.3, 0.4]
    assert asked[0]["fields"]["destination"] == "KEN"  # type: ignore[index]
    (context,) = asked[0]["context"]  # type: ignore[misc]
    assert context["quote"] == "in Nairobi on 4 June 2024"  # type: ignore[index]
    assert context["before"].endswith("Grace Mwangi ")  # type: ignore[index]
    assert {q["certainty"] for q in queue(communique, "--kind", "agreement")} == {0.4}


def test_answers_are_kept_and_not_asked_again(communique: Run, path: Path) -> None:
    wrong = ["c", "format=by letter", "a letter", "misread"]
    right = ["c", "format=phone", "a letter", "misread"]
    answers = "\n".join(["x", "a", *wrong, *right, "s", "n", "nobody says so", "q"])
    done = communique("review", "--author", "ana", stdin=answers)
    assert done.returncode == 0
    assert done.stderr == "1 accepted, 1 corrected, 1 not verifiable, 1 skipped\n"
    assert "not one of in_person, online, phone" in done.stdout
    with Ledger.open(path, read_only=True) as ledger:
        said = [(c.outcome, c.field, c.value, c.author) for c in ledger.corrections()]
    assert said == [
        ("confirmed", "*", None, "ana"),
        ("corrected", "format", "phone", "ana"),
        ("not_verifiable", "*", None, "ana"),
    ]
    assert [q["certainty"] for q in queue(communique, "--limit", "2")] == [0.3, 0.5]


def test_the_end_of_answers_ends_it(communique: Run, path: Path) -> None:
    done = communique("review")
    assert (done.returncode, done.stderr) == (0, "nothing answered\n")
    assert "1 of 20 · record · certainty 0.2" in done.stdout


def test_links_join_the_queue_and_are_judged(communique: Run, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    texts = {
        "en": "Kenyan President William Ruto met Uzbek President Shavkat Mirziyoyev in Nairobi on 4 June 2024.",
        "de": "Der usbekische Präsident Schawkat Mirsijojew traf am 4. Juni 2024 in Nairobi den kenianischen "
        "Präsidenten William Ruto.",
    }
    for lang, text in texts.items():
        (folder / f"{lang}.txt").write_text(text, encoding="utf-8")
    assert communique("read", folder, "--date", "2024-06-05", "--ledger", "communique.duckdb").returncode == 0
    asked = [q for q in queue(communique, "--links") if q["sort"] != "record"]
    assert {q["sort"] for q in asked} == {"person", "event"}
    person = next(q for q in asked if q["sort"] == "person")
    assert person["keys"] == ["UZB:Schawkat Mirsijojew", "UZB:Shavkat Mirziyoyev"]
    event = next(q for q in asked if q["sort"] == "event")
    assert len(event["context"]) == 2  # type: ignore[arg-type]
    records = len(queue(communique))
    answers = "".join("a\n" if q["sort"] == "person" else "s\n" for q in queue(communique, "--links"))
    done = communique("review", "--links", "--author", "ana", stdin=answers)
    assert done.stderr == f"1 same, {records + len(asked) - 1} skipped\n"
    with Ledger.open(tmp_path / "communique.duckdb", read_only=True) as ledger:
        (made,) = ledger.judgements("person")
        assert (made.one, made.other, made.verdict) == (*person["keys"], "same")  # type: ignore[misc]
    assert "person" not in {q["sort"] for q in queue(communique, "--links")}
