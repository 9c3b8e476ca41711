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
