"""Small questions to a ledger, with and without the indexes that serve them."""

import datetime as dt
from pathlib import Path

import duckdb
import pytest

from communique.ledger import Ledger
from communique.ledger.queries import Query
from sample_readings import MONDAY, TUESDAY, altered, echo, forum, talks

ASKED = (
    Query(document="forum"),
    Query(documents=("forum", "echo"), kind="commitment"),
    Query(documents=("talks",), country="SWE"),
    Query(documents=("talks", "echo"), since="2024-06", until="2024-07"),
    Query(pair=("CHN", "VNM"), kind="meeting"),
    Query(kind="meeting", since="2024-07"),
    Query(until="2024-05"),
    Query(documents=("talks",), person="lindqvist"),
    Query(documents=("talks",), words="TURBINES"),
)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add_many([talks(), echo(), forum()], MONDAY)
    return ledger


def indexes(path: Path) -> set[str]:
    with duckdb.connect(str(path), read_only=True) as raw:
        found = raw.execute("SELECT index_name FROM duckdb_indexes() WHERE table_name = 'statements'")
        return {name for (name,) in found.fetchall()}


def ids(ledger: Ledger, query: Query) -> list[str]:
    return [item.record.id for item in ledger.ask(query)]


def test_indexes_change_no_answer(filled: Ledger) -> None:
    before = [ids(filled, query) for query in ASKED]
    assert all(before)
    every = filled.records()
    filled.index()
    filled.index()
    assert [ids(filled, query) for query in ASKED] == before
    assert filled.records() == every
    assert filled.record(every[0].record.id) == every[0]


def test_what_is_added_later_is_found_by_the_indexes(filled: Ledger) -> None:
    filled.index()
    filled.add(talks("again"), TUESDAY)
    found = filled.ask(Query(documents=("again",)))
    assert len(found) == len(filled.ask(Query(documents=("talks",)))) > 0
    assert filled.record(found[0].record.id).document.id == "again"
    filled.add(talks("again"), TUESDAY + dt.timedelta(days=1))
    assert {item.last_seen for item in filled.ask(Query(documents=("again",)))} == {
        TUESDAY + dt.timedelta(days=1)
    }


def test_adding_many_drops_the_indexes(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add_many([talks(), echo()], MONDAY)
        ledger.index()
    assert indexes(path) == {"statements_id", "statements_document"}
    with Ledger.open(path) as ledger:
        ledger.add_many([forum()], TUESDAY)
        assert len(ledger.records(document="forum")) == 3
    assert indexes(path) == set()


def test_of_more_than_are_wanted_those_of_the_latest_documents_come(filled: Ledger) -> None:
    whole, complete = filled.newest(Query(country="KEN"), 100)
    assert complete
    assert whole == filled.records(country="KEN")
    some, complete = filled.newest(Query(country="KEN"), 5)
    assert not complete
    assert len(some) == 5
    latest = max(item.document.date or "" for item in whole)
    assert {i.record.id for i in whole if i.document.date == latest} < {i.record.id for i in some}
    pair, complete = filled.newest(Query(pair=("KEN", "SWE")), 3)
    assert (len(pair), complete) == (3, False)


def test_the_languages_of_the_documents(filled: Ledger) -> None:
    assert filled.languages() == {info.lang for info in filled.documents()} == {"en", "zh"}


def test_the_text_read_last_is_given_under_an_id(filled: Ledger) -> None:
    longer = altered(talks(), text=talks().document.text + "\nMore.")
    filled.add(longer, TUESDAY)
    texts = dict(filled.texts_of(["talks", "forum"]))
    assert list(texts) == ["forum", "talks"]
    assert texts["talks"].endswith("More.")


OF_STATES = (
    Query(pair=("SWE", "KEN")),
    Query(pair=("CHN", "VNM"), kind="meeting"),
    Query(pair=("SWE", "KEN"), since="2024-06", until="2024-07"),
    Query(country="KEN"),
    Query(country="SWE", kind="commitment"),
    Query(country="CHN", since="2023"),
    Query(country="VNM", until="2024-05"),
)


def found(ledger: Ledger, query: Query, most: int = 100) -> tuple[set[str], bool]:
    """The records of a small question: all of them in one set, since their order is that of documents."""
    records, whole = ledger.newest(query, most)
    return {item.record.id for item in records}, whole


def kept_up(path: Path) -> bool:
    """Whether the table of pairs is of the present state of the ledger."""
    with duckdb.connect(str(path), read_only=True) as raw:
        held = raw.execute(
            "SELECT comment FROM duckdb_tables() WHERE table_name = 'statement_pairs'"
        ).fetchone()
        rows = raw.execute("SELECT count(DISTINCT id) FROM statement_pairs").fetchone()
        all_of_them = raw.execute("SELECT count(*) FROM statements WHERE sides <> ''").fetchone()
    assert held is not None
    return rows == all_of_them


def test_the_table_of_pairs_changes_no_answer(filled: Ledger) -> None:
    before = [found(filled, query) for query in OF_STATES]
    few = [found(filled, query, 2) for query in OF_STATES]
    assert all(ids and whole for ids, whole in before)
    assert not all(whole for _, whole in few)
    filled.index()
    assert [found(filled, query) for query in OF_STATES] == before
    assert [found(filled, query, 2) for query in OF_STATES] == few


def test_what_is_added_later_is_in_the_table_of_pairs(filled: Ledger) -> None:
    filled.index()
    filled.add(talks("again"), TUESDAY)
    filled.add_many([talks("more"), echo("twice")], TUESDAY)
    for query in OF_STATES:
        assert found(filled, query)[0] == {item.record.id for item in filled.ask(query)}
    pair, _ = filled.newest(OF_STATES[0], 100)
    assert {item.document.id for item in pair} >= {"talks", "again", "more"}


def test_a_document_that_gets_another_day_has_it_in_the_table_of_pairs(filled: Ledger) -> None:
    filled.add(talks("undated", date=None), MONDAY)
    filled.index()
    window = Query(pair=("KEN", "SWE"), since="2031", until="2031")
    assert found(filled, window) == (set(), True)
    filled.add(talks("undated", date="2031-03-04"), TUESDAY)
    assert found(filled, window)[0] == {item.record.id for item in filled.ask(window)} != set()


def test_a_table_of_pairs_that_was_left_behind_is_made_anew(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add_many([talks()], MONDAY)
        ledger.index()
    assert kept_up(path)
    with Ledger.open(path) as ledger:
        ledger.add_many([echo(), forum()], TUESDAY)
    assert not kept_up(path)
    with Ledger.open(path) as ledger:
        ledger.index()
        for query in OF_STATES:
            assert found(ledger, query)[0] == {item.record.id for item in ledger.ask(query)}
    assert kept_up(path)


def test_what_is_imported_is_found_beside_the_table_of_pairs(filled: Ledger, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "other.duckdb") as other:
        other.add_many([talks("elsewhere")], TUESDAY)
        lines = list(other.export_lines())
    filled.index()
    filled.import_lines(lines, "other")
    for query in OF_STATES:
        assert found(filled, query)[0] == {item.record.id for item in filled.ask(query)}
