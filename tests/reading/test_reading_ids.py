"""A record's id follows from the record alone."""

from pathlib import Path

import communique
from communique.kinds.identity import record_id

TEXTS = Path(__file__).resolve().parents[2] / "examples" / "texts"


def test_the_id_of_every_record_can_be_made_again() -> None:
    path = sorted(TEXTS.glob("en-*.txt"))[0]
    records = communique.read(path.read_text(encoding="utf-8"), lang="en").records
    assert records
    assert [record.id for record in records] == [record_id(record) for record in records]
