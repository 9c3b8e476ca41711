from typing import Any

import pytest

from communique.kinds.codes import CODE_FIELDS
from communique.kinds.commitment import Commitment
from communique.kinds.record import Attribution
from communique.kinds.registry import KINDS
from communique.ledger import Ledger
from communique.ledger.names import fold_name
from sample_readings import MONDAY, document, echo, forum, reading, record, talks


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add_many([talks(), echo(), forum()], MONDAY)
    return ledger


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({}, 23),
        ({"kind": "meeting"}, 3),
        ({"kind": "commitment", "document": "echo"}, 1),
        ({"document": "forum"}, 3),
        ({"country": "VNM"}, 3),
        ({"country": "vnm"}, 0),
        ({"pair": ("CHN", "VNM")}, 2),
        ({"pair": ("VNM", "CHN")}, 2),
        ({"pair": ("KEN", "VNM")}, 0),
        ({"person": "asa lindqvist", "kind": "visit"}, 1),
        ({"person": "LINDQVIST", "kind": "visit"}, 1),
        ({"person": "lindq", "kind": "visit"}, 0),
        ({"person": "Lindqvist Åsa", "kind": "visit"}, 0),
        ({"person": "Mwangi", "kind": "commitment"}, 1),
        ({"person": "近平"}, 1),
        ({"person": "% %"}, 0),
        ({"person": ""}, 0),
        ({"kind": "meeting", "since": "2024-07"}, 1),
        ({"kind": "meeting", "since": "2024-06-04", "until": "2024-06-04"}, 1),
        ({"kind": "meeting", "until": "2023"}, 1),
        ({"kind": "meeting", "until": "2023-06-26"}, 0),
        ({"kind": "indicator", "since": "2024"}, 0),
        ({"kind": "indicator", "since": "2023-12"}, 2),
        ({"kind": "gathering", "since": "2024-05", "until": "2024-06"}, 1),
        ({"kind": "commitment", "since": "2024-06-06"}, 1),
        ({"kind": "nothing"}, 0),
    ],
)
def test_filters(filled: Ledger, asked: dict[str, Any], number: int) -> None:
    assert len(filled.records(**asked)) == number


def test_a_pair_counts_who_says_so(ledger: Ledger) -> None:
    text = "Japan will send rice, the Peruvian envoy said. Chile will too."
    said = Attribution(speaker="Ana Quispe", country="PER", manner="indirect")
    ledger.add(
        reading(
            document("rice", text),
            record(
                Commitment, "rice", text, "Japan will send rice", by=("JPN",), mode="pledge", attribution=said
            ),
            record(Commitment, "rice", text, "Chile will too", by=("CHL",), mode="pledge"),
        ),
        MONDAY,
    )
    assert len(ledger.records(pair=("JPN", "PER"))) == 1
    assert ledger.records(pair=("JPN", "CHL")) == []
    assert ledger.records(country="PER") == []
    assert len(ledger.records(person="quispe")) == 1


def test_an_undated_record_is_in_no_window(ledger: Ledger) -> None:
    ledger.add(echo(date=None), MONDAY)
    assert [item.record.kind for item in ledger.records(since="1900")] == ["indicator"]


def test_records_come_by_date_document_and_place(filled: Ledger) -> None:
    found = filled.records()
    order = [(i.document.date or "", i.document.id, i.record.evidence[0].start, i.record.id) for i in found]
    assert order == sorted(order)


def test_counts(filled: Ledger) -> None:
    counts = filled.counts()
    assert (counts.documents, counts.versions, counts.statements) == (3, 3, 23)
    assert next(iter(counts.kinds)) == "commitment"
    assert counts.pairs == {("KEN", "SWE"): 18, ("CHN", "VNM"): 2}
    assert counts.countries["VNM"] == 3
    assert filled.country_codes() == {"KEN", "SWE", "CHN", "VNM"}


def test_documents_are_listed_without_texts(filled: Ledger) -> None:
    assert [info.id for info in filled.documents()] == ["forum", "talks", "echo"]


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Võ Văn Thưởng", " vo van thuong "),
        ("Phan Đình Trạc", " phan dinh trac "),
        ("Jean-Yves Le Drian", " jean yves le drian "),
        ("O’Neill", " oneill "),
        ("Straße", " strasse "),
        ("İlham Əliyev", " ilham əliyev "),
        ("Лавров", " лавров "),
        ("岸田文雄", " 岸 田 文 雄 "),
        ("…", ""),
    ],
)
def test_names_are_folded(name: str, folded: str) -> None:
    assert fold_name(name) == folded


def test_country_fields_are_fields_of_some_kind() -> None:
    fields = {name for kind in KINDS for name in kind.__struct_fields__}
    assert fields >= CODE_FIELDS
