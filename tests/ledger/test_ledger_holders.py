import datetime as dt
from pathlib import Path

import msgspec
import pytest

from communique.ledger import Ledger
from communique.ledger.holders import Holder, Replaced
from sample_readings import MONDAY, TUESDAY, talks

MWANGI = Holder(
    name="Grace Mwangi",
    country="KEN",
    role="foreign_minister",
    since=dt.date(2022, 10, 27),
    spellings=("Mwangi Grace", "غريس موانغي"),
)
OKELLO = Holder(name="Jane Okello", country="KEN", role_text="Trade Secretary", until=dt.date(2023, 1, 1))


def replace(ledger: Ledger, *holders: Holder, source: str = "kenya.csv") -> Replaced:
    return ledger.replace_holders(holders, source, author="ana", made_at=TUESDAY)


def told(ledger: Ledger) -> list[Holder]:
    return [msgspec.structs.replace(holder, source="") for holder in ledger.holders()]


def test_rows_come_back_as_they_were_told(ledger: Ledger) -> None:
    assert replace(ledger, OKELLO, MWANGI, OKELLO) == Replaced(2, 0, 0)
    assert told(ledger) == [MWANGI, OKELLO]
    assert {holder.source for holder in ledger.holders()} == {"kenya.csv"}


def test_a_table_replaces_what_it_told_before(ledger: Ledger) -> None:
    replace(ledger, MWANGI, OKELLO)
    replace(ledger, OKELLO, source="other.csv")
    left = msgspec.structs.replace(MWANGI, until=dt.date(2025, 1, 1))
    assert replace(ledger, left, OKELLO) == Replaced(1, 1, 1)
    assert told(ledger) == [left, OKELLO, OKELLO]
    assert ledger.info().rows["holders"] == 4
    assert replace(ledger) == Replaced(0, 0, 2)
    assert ledger.replace_holders([MWANGI], "kenya.csv", author="ana", made_at=MONDAY).new == 1
    assert told(ledger) == [MWANGI, OKELLO]


def test_the_register_travels(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add(talks(), MONDAY)
    replace(ledger, MWANGI, OKELLO)
    replace(ledger, MWANGI)
    lines = list(ledger.export_lines())
    with Ledger.open(tmp_path / "two.duckdb") as other:
        assert other.import_lines(lines, "x")["holders"] == 2
        assert other.holders() == ledger.holders()
        assert list(other.export_lines()) == lines


@pytest.mark.parametrize("change", [{"until": dt.date(2024, 1, 1)}, {"spellings": ()}, {"role": None}])
def test_any_difference_is_another_row(ledger: Ledger, change: dict[str, object]) -> None:
    replace(ledger, MWANGI)
    assert replace(ledger, msgspec.structs.replace(MWANGI, **change)) == Replaced(1, 0, 1)
