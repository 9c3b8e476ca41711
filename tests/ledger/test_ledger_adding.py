import datetime as dt
from pathlib import Path

import msgspec
import pytest

from communique.base.spans import Evidence
from communique.errors import LedgerError, RecordError
from communique.kinds.act import Act
from communique.ledger import Added, Ledger, writing
from communique.ledger.engines import open_engine, writing_along
from communique.version import __version__
from sample_readings import MONDAY, TALKS, TUESDAY, altered, document, echo, forum, reading, record, talks


def held(ledger: Ledger) -> tuple[int, int]:
    counts = ledger.counts()
    return counts.versions, counts.statements


def test_records_come_back_as_they_were(ledger: Ledger) -> None:
    given = talks()
    added = ledger.add(given, MONDAY)
    assert added == Added(new_statements=18, new_documents=1, documents=1)
    assert added.new_document
    assert {item.record.id: item.record for item in ledger.records()} == {r.id: r for r in given.records}
    stored = ledger.records()[0]
    assert stored.document.publisher == "Gazette"
    assert stored.document.title == "Talks in Nairobi"
    assert stored.document.reader_version == __version__
    assert stored.first_seen == stored.last_seen == MONDAY
    assert ledger.document("talks") == given.document
    assert ledger.document("nothing") is None


def test_adding_again_adds_nothing(ledger: Ledger) -> None:
    ledger.add(talks(), MONDAY)
    again = ledger.add(talks(), TUESDAY)
    assert again == Added(known_statements=18, documents=1)
    assert not again.new_document
    assert held(ledger) == (1, 18)
    assert {(item.first_seen, item.last_seen) for item in ledger.records()} == {(MONDAY, TUESDAY)}


def test_an_earlier_reading_added_later_does_not_turn_time_back(ledger: Ledger) -> None:
    ledger.add(talks(), TUESDAY)
    ledger.add(talks(), MONDAY)
    assert {item.last_seen for item in ledger.records()} == {TUESDAY}


def test_the_ledger_survives_closing(place: Path | str) -> None:
    with Ledger.open(place) as ledger:
        ledger.add(talks(), MONDAY)
    with Ledger.open(place, read_only=True) as ledger:
        assert held(ledger) == (1, 18)
    ledger.close()


def test_a_changed_text_is_a_new_version(ledger: Ledger) -> None:
    ledger.add(talks(), MONDAY)
    text = "Correction. " + TALKS
    act = record(Act, "talks", text, "Correction", plover="RETREAT", by=("SWE",))
    added = ledger.add(reading(document("talks", text), act), TUESDAY)
    assert (added.new_documents, added.new_versions, added.new_statements) == (1, 1, 1)
    assert [info.last_seen for info in ledger.documents("talks")] == [MONDAY, TUESDAY]
    newest = ledger.document("talks")
    assert newest is not None
    assert newest.text == text
    old = ledger.documents("talks")[0]
    kept = ledger.document("talks", old.sha256)
    assert kept is not None
    assert kept.text == TALKS
    assert [item.record.id for item in ledger.records()] == [act.id]
    everything = ledger.records(superseded=True)
    assert len(everything) == 19
    assert {item.current for item in everything if item.record.id != act.id} == {False}
    for item in everything:
        version = ledger.document("talks", item.document.sha256)
        assert version is not None
        for evidence in item.record.evidence:
            evidence.verify(version.text)


def test_a_record_no_longer_found_is_superseded_not_lost(ledger: Ledger) -> None:
    full = talks()
    ledger.add(full, MONDAY)
    ledger.add(msgspec.structs.replace(full, records=full.records[:5]), TUESDAY)
    assert len(ledger.records()) == 5
    assert len(ledger.records(superseded=True)) == 18
    assert ledger.counts().statements == 5


def test_what_becomes_known_of_a_document_is_taken_over(ledger: Ledger) -> None:
    ledger.add(altered(talks(), date=None, publisher="Gazette", url=None), MONDAY)
    assert ledger.records(kind="act", since="2024") == []
    ledger.add(altered(talks(), date="2024-06-05", publisher=None, url="https://example.org/new"), TUESDAY)
    (info,) = ledger.documents()
    assert (info.date, info.publisher, info.url) == ("2024-06-05", "Gazette", "https://example.org/new")
    assert len(ledger.records(kind="act", since="2024")) == 1


def test_add_many_reports_and_sums(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.ledger.batch.BATCH_DOCUMENTS", 2)
    seen: list[int] = []
    readings = [talks(), echo(), forum(), talks()]
    total = ledger.add_many(readings, MONDAY, progress=lambda added: seen.append(added.documents))
    assert seen == [2, 4]
    assert total == Added(new_statements=23, known_statements=18, new_documents=3, documents=4)


def test_the_same_reading_twice_in_a_batch_is_written_once(ledger: Ledger) -> None:
    total = ledger.add_many([echo(), echo()], MONDAY)
    assert (total.new_statements, total.known_statements, total.new_documents) == (2, 2, 1)


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ({"evidence": (Evidence(0, 4, "Nope"),)}, "quote is not"),
        ({"evidence": ()}, "no evidence"),
        ({"doc": "another"}, "belongs to the document"),
        ({"date": "4 June"}, "not an EDTF date"),
        ({"id": talks().records[0].id}, "two different records"),
    ],
)
def test_a_refused_record_leaves_nothing_of_its_reading(
    ledger: Ledger, broken: dict[str, object], says: str
) -> None:
    given = talks()
    meeting = next(r for r in given.records if r.kind == "meeting")
    faulty = msgspec.structs.replace(meeting, **{"id": "faulty"} | broken)
    with pytest.raises(RecordError, match=says):
        ledger.add(msgspec.structs.replace(given, records=(*given.records, faulty)), MONDAY)
    assert held(ledger) == (0, 0)


def test_readings_before_a_refused_one_are_kept(ledger: Ledger) -> None:
    broken = msgspec.structs.replace(talks("b"), records=talks("c").records)
    with pytest.raises(RecordError):
        ledger.add_many([talks("a"), echo(), broken, forum()], MONDAY)
    assert held(ledger) == (2, 20)


def test_one_id_cannot_be_of_two_documents(ledger: Ledger) -> None:
    ledger.add(talks(), MONDAY)
    copy = [msgspec.structs.replace(r, doc="copy") for r in talks().records]
    with pytest.raises(RecordError, match="'talks' has a record of this id"):
        ledger.add(reading(document("copy", TALKS), *copy), TUESDAY)
    assert held(ledger) == (1, 18)


def test_a_failure_half_way_rolls_the_document_back(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*given: object) -> None:
        raise RuntimeError("half way")

    ledger.add(echo(), MONDAY)
    with monkeypatch.context() as patched:
        patched.setattr(writing, "add", fail)
        with pytest.raises(RuntimeError, match="half way"):
            ledger.add(talks(), MONDAY)
    assert held(ledger) == (1, 2)
    assert ledger.add(talks(), MONDAY).new_statements == 18


def test_a_time_without_zone_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="time zone"):
        ledger.add(talks(), dt.datetime(2025, 1, 1))


def test_a_time_elsewhere_is_kept_in_utc(ledger: Ledger) -> None:
    ledger.add(echo(), MONDAY.astimezone(dt.timezone(dt.timedelta(hours=7))))
    assert {item.first_seen for item in ledger.records()} == {MONDAY}


def test_a_document_without_records_is_kept(ledger: Ledger) -> None:
    assert ledger.add(reading(document("quiet", "Nothing happened.")), MONDAY).new_documents == 1
    assert ledger.records() == []


def test_odd_characters_survive(ledger: Ledger) -> None:
    text = "A\x00B \U0001f54a️ “x” ك\u202e\u0301"
    ledger.add(reading(document("odd", text, publisher="'; DROP TABLE documents; --")), MONDAY)
    kept = ledger.document("odd")
    assert kept is not None
    assert kept.text == text
    assert ledger.documents()[0].publisher == "'; DROP TABLE documents; --"


def test_writing_to_a_ledger_opened_for_reading_is_refused(place: Path | str) -> None:
    Ledger.open(place).close()
    with Ledger.open(place, read_only=True) as ledger, pytest.raises(LedgerError, match="for reading only"):
        ledger.add(talks(), MONDAY)


def test_duckdb_has_all_its_threads_again_after_writing_along(tmp_path: Path) -> None:
    def threads() -> int:
        with engine.connect() as connection:
            return int(connection.exec_driver_sql("SELECT current_setting('threads')").scalar_one())

    engine = open_engine(tmp_path / "x.duckdb", read_only=False)
    before = threads()
    with writing_along(engine):
        assert threads() == 1
    assert threads() == before
    with pytest.raises(ZeroDivisionError), writing_along(engine):
        raise ZeroDivisionError
    assert threads() == before
    engine.dispose()
