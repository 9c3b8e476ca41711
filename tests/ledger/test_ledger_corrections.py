import datetime as dt
from pathlib import Path
from typing import Any

import duckdb
import pytest

from communique.errors import RequestError
from communique.kinds.meeting import Meeting
from communique.kinds.record import Actor, Place
from communique.ledger import Ledger, Stored
from communique.ledger.corrections import Saying
from sample_readings import MONDAY, TUESDAY, echo, talks

ANA = Saying(author="ana", reason="the ministry's page", made_at=MONDAY, source="https://mfa.example/1")
BEN = Saying(author="ben", reason="the minutes", made_at=TUESDAY, source="minutes, p. 3")


LATER = Saying(author="ben", reason="again", made_at=TUESDAY + dt.timedelta(hours=1), source="a letter")


@pytest.fixture
def meeting(ledger: Ledger) -> str:
    ledger.add_many([talks(), echo()], MONDAY)
    return next(i.record.id for i in ledger.records(kind="meeting") if i.record.modality == "actual")


def stands(ledger: Ledger, id: str) -> Meeting:
    record = ledger.record(id).record
    assert isinstance(record, Meeting)
    return record


def found(ledger: Ledger, **asked: Any) -> set[str]:
    return {item.record.id for item in ledger.records(**asked)}


def test_a_correction_shows_and_keeps_what_was_read(ledger: Ledger, meeting: str) -> None:
    made = ledger.correct(meeting, {"place.country": "Uganda", "date": "2024-06-03"}, ANA)
    assert [(c.field, c.read, c.value) for c in made] == [
        ("place.country", "KEN", "UGA"),
        ("date", "2024-06-04", "2024-06-03"),
    ]
    item = next(i for i in ledger.records(kind="meeting") if i.record.id == meeting)
    assert item.record == stands(ledger, meeting)
    assert (stands(ledger, meeting).place, stands(ledger, meeting).date) == (
        Place("Nairobi", "UGA"),
        "2024-06-03",
    )
    assert {(c.author, c.source, c.made_at) for c in item.corrections} == {("ana", ANA.source, MONDAY)}
    read = ledger.record(meeting, as_read=True)
    assert (read.record, read.corrections) == (next(r for r in talks().records if r.id == meeting), ())
    assert read.record in [item.record for item in ledger.records(as_read=True)]
    assert list(ledger.verify()) == []


def test_of_two_corrections_the_later_counts_and_undoing_gives_the_earlier(
    ledger: Ledger, meeting: str
) -> None:
    ledger.correct(meeting, {"format": "online"}, ANA)
    (later,) = ledger.correct(meeting, {"format": "phone"}, BEN)
    assert later.read == "in_person"
    assert stands(ledger, meeting).format == "phone"
    ledger.retract_correction(later.id, author="ana", at=TUESDAY)
    assert stands(ledger, meeting).format == "online"
    assert [c.value for c in ledger.corrections(meeting)] == ["online"]
    assert [c.retracted_by for c in ledger.corrections(retracted=True)] == [None, "ana"]
    with pytest.raises(RequestError, match="ana took this correction back"):
        ledger.retract_correction(later.id, author="ben", at=TUESDAY)


def test_a_record_is_found_by_what_it_stands_for(ledger: Ledger, meeting: str) -> None:
    ledger.correct(
        meeting,
        {"countries": "SWE, UGA", "participants.1.country": "UGA", "participants.1.name": "Jane Okello"}
        | {"place.country": "UGA", "date": "2021"},
        ANA,
    )
    assert meeting in found(ledger, country="UGA")
    assert meeting in found(ledger, pair=("UGA", "SWE"), kind="meeting", person="okello")
    assert meeting in found(ledger, until="2021-06", document="talks")
    assert meeting not in found(ledger, country="KEN") | found(ledger, person="Mwangi")
    assert meeting not in found(ledger, since="2024") | found(ledger, kind="visit")
    assert meeting in found(ledger, country="KEN", as_read=True)
    assert [i.record.id for i in ledger.records()] == [i.record.id for i in ledger.records(as_read=True)]


def test_lists_structures_and_nothing(ledger: Ledger, meeting: str) -> None:
    fields = {
        "participants": '[{"name": "Åsa Lindqvist", "country": "SWE"}]',
        "place": '{"name": "Kisumu", "country": "KEN"}',
        "date": "",
        "units": "SE-AB",
    }
    ledger.correct(meeting, fields, ANA)
    record = stands(ledger, meeting)
    assert record.participants == (Actor("Åsa Lindqvist", "SWE"),)
    assert (record.place, record.date, record.units) == (Place("Kisumu", "KEN"), None, ("SE-AB",))
    ledger.correct(meeting, {"place": ""}, BEN)
    assert stands(ledger, meeting).place is None
    ledger.correct(meeting, {"place.country": "Kenya"}, LATER)
    assert stands(ledger, meeting).place == Place(None, "KEN")


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("format", "by letter", "not one of in_person, online, phone"),
        ("form", "phone", "there are participants, countries, format"),
        ("id", "m-1", "no such field"),
        ("place.town", "Kisumu", "no 'town' here"),
        ("countries.first", "KEN", "no 'first' here"),
        ("participants.7.name", "Jane", "the list has 2 items"),
        ("countries", "KEN, Atlantis", "'Atlantis' is no state or organisation"),
        ("date", "June 2024", "no date such as 2024"),
        ("date", "2024-06-04", 'is "2024-06-04" already'),
        ("modality", "", "cannot be empty"),
        ("place", "Kisumu", "not JSON such as"),
    ],
)
def test_what_does_not_fit_is_refused(ledger: Ledger, meeting: str, field: str, text: str, says: str) -> None:
    with pytest.raises(RequestError, match=says):
        ledger.correct(meeting, {"occasion": "talks", field: text}, ANA)
    assert ledger.corrections() == []


def test_numbers_and_truths(ledger: Ledger, meeting: str) -> None:
    by_kind = {item.record.kind: item.record for item in ledger.records(document="talks")}
    ledger.correct(by_kind["indicator"].id, {"value": "12.5"}, ANA)
    ledger.correct(by_kind["invitation"].id, {"accepted": "false"}, ANA)
    assert ledger.record(by_kind["indicator"].id).record.value == 12.5  # type: ignore[attr-defined]
    assert ledger.record(by_kind["invitation"].id).record.accepted is False  # type: ignore[attr-defined]
    with pytest.raises(RequestError, match="'much' is not a number"):
        ledger.correct(by_kind["indicator"].id, {"value": "much"}, ANA)
    with pytest.raises(RequestError, match="a list out of political, party"):
        ledger.correct(by_kind["commitment"].id, {"sectors": "cooking"}, ANA)


def test_source_author_and_reason_are_asked_for(ledger: Ledger, meeting: str) -> None:
    for name, says in (("source", "needs its source"), ("author", "needs an author"), ("reason", "a reason")):
        given = {"author": "ana", "reason": "x", "source": "y", "made_at": MONDAY} | {name: ""}
        with pytest.raises(RequestError, match=says):
            ledger.correct(meeting, {"occasion": "talks"}, Saying(**given))  # type: ignore[arg-type]


def test_a_remark_leaves_the_value(ledger: Ledger, meeting: str) -> None:
    before = stands(ledger, meeting)
    ledger.remark(meeting, "not_verifiable", ANA, ["occasion"])
    ledger.remark(meeting, "confirmed", BEN)
    item: Stored = ledger.record(meeting)
    assert item.record == before
    assert [(c.field, c.outcome) for c in item.corrections] == [
        ("occasion", "not_verifiable"),
        ("*", "confirmed"),
    ]
    with pytest.raises(RequestError, match="no such field"):
        ledger.remark(meeting, "not_verifiable", ANA, ["colour"])


def test_a_dry_run_keeps_nothing(ledger: Ledger, meeting: str) -> None:
    assert len(ledger.correct(meeting, {"occasion": "talks"}, ANA, dry_run=True)) == 1
    assert ledger.corrections() == []


def test_the_same_correction_twice_is_kept_once(ledger: Ledger, meeting: str) -> None:
    first = ledger.correct(meeting, {"occasion": "talks"}, ANA)
    ledger.retract_correction(first[0].id, author="ana", at=TUESDAY)
    ledger.correct(meeting, {"occasion": "talks"}, BEN)
    assert len(ledger.corrections()) == 1


def test_an_unknown_record(ledger: Ledger, meeting: str) -> None:
    with pytest.raises(RequestError, match="no record of this id"):
        ledger.correct("r-none", {"occasion": "talks"}, ANA)


def test_a_correction_that_no_longer_fits_says_how_to_go_on(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(talks(), MONDAY)
        id = next(item.record.id for item in ledger.records(kind="meeting"))
        ledger.correct(id, {"format": "phone"}, ANA)
    with duckdb.connect(str(path)) as raw:
        raw.execute("UPDATE corrections SET value = '\"by letter\"'")
    with Ledger.open(path) as ledger:
        with pytest.raises(RequestError, match="communique correct --undo c-"):
            ledger.records()
        assert [fault.sort for fault in ledger.verify()] == ["correction"]


def test_corrections_travel(ledger: Ledger, meeting: str, tmp_path: Path) -> None:
    ledger.correct(meeting, {"occasion": "“talks”", "place": ""}, ANA)
    with Ledger.open(tmp_path / "two.duckdb") as other:
        other.import_lines(ledger.export_lines(), "x")
        assert other.records() == ledger.records()
