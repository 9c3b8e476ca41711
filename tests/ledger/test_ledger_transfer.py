import json
import re
from pathlib import Path

import duckdb
import msgspec
import pytest

from communique.errors import LedgerError
from communique.ledger import Ledger
from communique.ledger.schema import HEAD
from sample_readings import MONDAY, TUESDAY, altered, echo, forum, talks


def fill(path: Path) -> list[bytes]:
    with Ledger.open(path) as ledger:
        ledger.add_many([talks(), echo(), forum()], MONDAY)
        ledger.add(altered(echo(), publisher="Herald"), TUESDAY)
        made = ledger.judge("person", "b", "a", "same", author="ana", made_at=MONDAY)
        ledger.judge("event", "b", "a", "unsure", author="ana", made_at=MONDAY, reason="two “dates”")
        ledger.retract_judgement(made.id, author="ben", at=TUESDAY)
        return list(ledger.export_lines())


@pytest.fixture
def lines(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    monkeypatch.setattr("communique.ledger.leaving.DOCUMENT_PAGE", 2)
    monkeypatch.setattr("communique.ledger.leaving.STATEMENT_PAGE", 7)
    monkeypatch.setattr("communique.ledger.arriving.BATCH", 5)
    return fill(path)


def dump(ledger: Ledger) -> list[bytes]:
    return list(ledger.export_lines())


def test_a_round_trip_loses_nothing(lines: list[bytes], path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.duckdb"
    with Ledger.open(other) as ledger:
        new = ledger.import_lines(lines, "x.jsonl")
        assert new["statements"] == 23
        assert new["judgements"] == 2
        assert dump(ledger) == lines
        assert list(ledger.verify()) == []
    for table in ("documents", "statements", "statement_people", "evidence", "judgements"):
        query = f"SELECT * FROM {table} ORDER BY ALL"
        with duckdb.connect(str(path)) as one, duckdb.connect(str(other)) as two:
            assert one.execute(query).fetchall() == two.execute(query).fetchall() != []


def test_pages_leave_no_trace(lines: list[bytes], path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.ledger.leaving.STATEMENT_PAGE", 1000)
    with Ledger.open(path) as ledger:
        assert dump(ledger) == lines


def test_taking_in_twice_adds_nothing(lines: list[bytes], path: Path) -> None:
    with Ledger.open(path) as ledger:
        assert ledger.import_lines(lines, "x.jsonl") == {}
        assert dump(ledger) == lines


def test_two_ledgers_become_one(lines: list[bytes], tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "two.duckdb") as ledger:
        ledger.add(talks(), TUESDAY, reader_version="9.9")
        ledger.add(altered(echo(), url="https://example.org/e", publisher=None), MONDAY)
        ledger.judge("person", "b", "a", "same", author="ana", made_at=MONDAY)
        assert ledger.import_lines(lines, "x.jsonl") == {"documents": 1, "evidence": 3, "judgements": 1} | {
            "statements": 3,
            "statement_countries": 8,
            "statement_people": 2,
        }
        infos = {info.id: info for info in ledger.documents()}
        assert (infos["talks"].first_seen, infos["talks"].last_seen) == (MONDAY, TUESDAY)
        assert infos["talks"].reader_version != "9.9"
        assert (infos["echo"].publisher, infos["echo"].url) == ("Herald", "https://example.org/e")
        assert {j.retracted_by for j in ledger.judgements(retracted=True)} == {None, "ben"}
        assert list(ledger.verify()) == []


def test_an_interrupted_import_is_completed(lines: list[bytes], tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "two.duckdb") as ledger:
        with pytest.raises(LedgerError, match="ends too early"):
            ledger.import_lines(lines[: len(lines) // 2], "x.jsonl")
        assert list(ledger.verify()) == []
        ledger.import_lines(lines, "x.jsonl")
        assert dump(ledger) == lines


@pytest.mark.parametrize(
    ("at", "line", "says"),
    [
        (0, b'{"kind":"act"}\n', "no export of a ledger"),
        (0, b'{"communique_ledger":1,"schema":"r9999"}\n', "newer version"),
        (0, b'{"communique_ledger":2,"schema":"r0002"}\n', "newer version"),
        (3, b"nonsense\n", "line 4: no line of a ledger's export"),
        (3, b'{"table":"pets","row":{}}\n', "line 4"),
        (3, b'{"table":"judgements","row":{"pet":1}}\n', "judgements has no pet"),
        (3, b'{"table":"evidence","row":{"statement":"x"}}\n', "does not follow the statement"),
    ],
)
def test_what_is_no_export_is_refused(
    lines: list[bytes], tmp_path: Path, at: int, line: bytes, says: str
) -> None:
    lines[at] = line
    with Ledger.open(tmp_path / "two.duckdb") as ledger, pytest.raises(LedgerError, match=says):
        ledger.import_lines(lines, "x.jsonl")


def test_a_line_that_was_lost_is_noticed(lines: list[bytes], tmp_path: Path) -> None:
    at = next(at for at, line in enumerate(lines) if json.loads(line).get("table") == "evidence")
    del lines[at]
    with Ledger.open(tmp_path / "two.duckdb") as ledger, pytest.raises(LedgerError, match="not those"):
        ledger.import_lines(lines, "x.jsonl")


def test_odd_characters_travel(path: Path, tmp_path: Path) -> None:
    odd = altered(talks("odd"), title="A\x00B \U0001f54a “x” ك\u202e\u0301\n")
    with Ledger.open(path) as ledger, Ledger.open(tmp_path / "two.duckdb") as other:
        ledger.add(odd, MONDAY)
        other.import_lines(ledger.export_lines(), "x.jsonl")
        assert other.documents() == ledger.documents()


def test_compacting_keeps_everything(path: Path) -> None:
    lines = fill(path)
    with Ledger.open(path) as ledger:
        many = [msgspec.structs.replace(talks(f"d{n}"), records=talks(f"d{n}").records) for n in range(60)]
        ledger.add_many(many, MONDAY)
    with duckdb.connect(str(path)) as raw:
        raw.execute("DELETE FROM documents WHERE id LIKE 'd%'")
        raw.execute("DELETE FROM statements WHERE document LIKE 'd%'")
        for table in ("statement_countries", "statement_people", "evidence"):
            raw.execute(f"DELETE FROM {table} WHERE statement NOT IN (SELECT id FROM statements)")
    before = path.stat().st_size
    Ledger.compact(path)
    assert path.stat().st_size <= before
    with Ledger.open(path) as ledger:
        assert dump(ledger) == lines
        ledger.add(talks("new"), MONDAY)
        assert list(ledger.verify()) == []
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_an_export_of_an_older_schema_is_completed(path: Path, tmp_path: Path) -> None:
    lines = fill(path)
    older = [line.replace(f'"schema":"{HEAD}"'.encode(), b'"schema":"r0002"') for line in lines]
    without = [re.sub(rb',"sides":"[^"]*"', b"", line) for line in older]
    assert without != older != lines
    with Ledger.open(tmp_path / "two.duckdb") as ledger:
        ledger.import_lines(without, "x.jsonl")
        assert dump(ledger) == lines


def test_between_the_stores(ledger: Ledger, tmp_path: Path) -> None:
    lines = fill(tmp_path / "other.duckdb")
    ledger.import_lines(lines, "x.jsonl")
    assert dump(ledger) == lines
    assert list(ledger.verify()) == []
    assert ledger.import_lines(lines, "x.jsonl") == {}
    with Ledger.open(tmp_path / "back.duckdb") as back:
        back.import_lines(ledger.export_lines(), "x.jsonl")
        assert dump(back) == lines


def test_compacting_on_each_store(place: Path | str, tmp_path: Path) -> None:
    lines = fill(tmp_path / "other.duckdb")
    with Ledger.open(place) as ledger:
        ledger.import_lines(lines, "x.jsonl")
    before, after = Ledger.compact(place)
    assert before
    assert after
    with Ledger.open(place, read_only=True) as ledger:
        assert dump(ledger) == lines
