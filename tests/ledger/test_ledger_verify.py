from pathlib import Path

import duckdb
import pytest

from communique.api import read
from communique.ledger import Ledger
from communique.ledger.verifying import Fault
from sample_readings import MONDAY, echo, forum, talks


@pytest.fixture
def filled(path: Path) -> Path:
    with Ledger.open(path) as ledger:
        ledger.add_many([talks(), echo(), forum(), read("Kenya and Japan signed a treaty.", "en")], MONDAY)
    return path


def faults(path: Path) -> list[Fault]:
    with Ledger.open(path, read_only=True) as ledger:
        return list(ledger.verify())


def test_a_sound_ledger_has_no_fault(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.ledger.verifying.PAGE", 2)
    done: list[int] = []
    with Ledger.open(filled, read_only=True) as ledger:
        assert list(ledger.verify(done.append)) == []
    assert sum(done) == 4
    assert len(done) == 3


@pytest.mark.parametrize(
    ("damage", "sorts"),
    [
        ("UPDATE documents SET text = text || ' ' WHERE id = 'talks'", {"document"}),
        ("UPDATE documents SET date_end = NULL WHERE id = 'talks'", {"document"}),
        ("UPDATE documents SET date = 'June' WHERE id = 'talks'", {"document"}),
        ("UPDATE documents SET text = upper(text) WHERE id = 'echo'", {"document", "quote"}),
        ("DELETE FROM documents WHERE id = 'talks'", {"orphan"}),
        ("UPDATE statements SET confidence = 0.9 WHERE document = 'echo'", {"record"}),
        ("UPDATE statements SET payload = '{}' WHERE document = 'echo'", {"record"}),
        (
            "UPDATE statements SET payload = replace(payload, '\"signed\"', '\"in_force\"')",
            {"id"},
        ),
        ("DELETE FROM statement_countries WHERE country = 'KEN'", {"lookup"}),
        ("DELETE FROM statement_people WHERE slot = 'speaker'", {"lookup"}),
        ("UPDATE evidence SET start = start + 1", {"lookup"}),
        ("INSERT INTO evidence VALUES ('gone', 0, 1, 'x')", {"orphan"}),
        ("DELETE FROM statements WHERE kind = 'visit'", {"orphan"}),
    ],
)
def test_every_damage_is_found(filled: Path, damage: str, sorts: set[str]) -> None:
    with duckdb.connect(str(filled)) as raw:
        assert raw.execute(damage).fetchone() != (0,)
    found = faults(filled)
    assert {fault.sort for fault in found} == sorts
    assert all(fault.document or fault.statement for fault in found)


def test_info_counts(filled: Path) -> None:
    with Ledger.open(filled, read_only=True) as ledger:
        info = ledger.info()
        assert info.rows["statements"] == info.current == sum(info.kinds.values())
    assert (info.documents, info.versions, info.first_seen) == (4, 4, MONDAY)
    assert info.size == filled.stat().st_size
