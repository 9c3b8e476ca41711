"""Facts, sides, places, days and losses over records made by hand."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from communique.export.coded import dyads
from communique.export.exporter import export
from communique.export.fact import basis
from communique.export.facts import Facts, Selection, gather
from communique.export.losses import Losses
from communique.export.registry import BY_NAME, EXPORTERS
from communique.export.spots import spot_of
from communique.kinds.act import Act
from communique.kinds.gathering import Gathering
from communique.kinds.meeting import Meeting
from communique.kinds.record import Actor, Place
from communique.kinds.visit import Visit
from communique.ledger import Ledger
from communique.ledger.corrections import Saying
from communique.world.states import STATES
from sample_readings import LINDQVIST, MONDAY, TALKS, document, reading, record, talks


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A report, a word-for-word copy of it by another publisher, and records of other states."""
    other = "The two ministers met in Pristina. M23 attacked the town. The fair opens in spring."
    made = reading(
        document("other", other, date="2024-06-07"),
        record(
            Meeting,
            "other",
            other,
            "The two ministers met in Pristina",
            participants=(Actor("Ana Kola", "ALB"), Actor("Besa Gashi", "XKX")),
            countries=("ALB", "XKX"),
            place=Place("Pristina", "XKX"),
        ),
        record(Act, "other", other, "M23 attacked the town", plover="ASSAULT", by=("M23",), toward=("COD",)),
        record(
            Gathering,
            "other",
            other,
            "The fair opens in spring",
            name="fair",
            place=Place("Nowhere Hall", "NAM"),
            date="2025-03-01/2025-05-31",
            modality="planned",
        ),
    )
    with Ledger.open(tmp_path / "ledger.duckdb") as opened:
        opened.add_many([talks(), talks("wire", publisher="Courier"), made], MONDAY)
        yield opened


@pytest.fixture
def facts(ledger: Ledger) -> Facts:
    return gather(ledger, Selection())


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_a_copy_is_a_telling_but_no_publisher_of_its_own(facts: Facts) -> None:
    meeting = next(fact for fact in facts.all if fact.kind == "meeting" and "SWE" in fact.record.countries)
    assert len(meeting.tellings) == len(meeting.documents) == 2
    assert meeting.publishers == ("Gazette",)
    assert meeting.when == (dt.date(2024, 6, 4), dt.date(2024, 6, 4), "day")


def test_days_are_told_or_those_of_the_report(facts: Facts) -> None:
    by_kind = {fact.kind: fact.when for fact in facts.all if "other" in fact.documents}
    assert by_kind["act"] == (dt.date(2024, 6, 7), dt.date(2024, 6, 7), "report")
    assert by_kind["gathering"] == (dt.date(2025, 3, 1), dt.date(2025, 5, 31), "span")


def test_sides_have_the_schemes_codes(facts: Facts) -> None:
    found = dyads(facts, Losses(frozenset()))
    attack = next(dyad for dyad in found if dyad.coded.event.plover == "ASSAULT")
    assert (attack.source.code, attack.source.country, attack.source.sectors) == ("CODREB", "COD", ("REB",))
    assert attack.source.name == "M23"
    kosovo = next(dyad.source for dyad in found if dyad.source.code == "KOS")
    assert (kosovo.country, kosovo.people) == ("XKX", ("Besa Gashi",))


def test_a_visit_has_two_rows_and_talks_of_equals_two(facts: Facts) -> None:
    found = dyads(facts, Losses(frozenset()))
    visit = [d for d in found if d.fact.kind == "visit"]
    assert [(d.cameo, d.source.country, d.target and d.target.country) for d in visit] == [
        ("042", "SWE", "KEN"),
        ("043", "KEN", "SWE"),
    ]
    assert visit[0].source.titles == ("Foreign Minister",)
    signed = [(d.source.country, d.target and d.target.country) for d in found if d.cameo == "057"]
    assert sorted(signed) == [("KEN", "SWE"), ("SWE", "KEN")]


def test_gdelt_counts_a_copy_as_a_text_but_no_source(ledger: Ledger) -> None:
    made = export(ledger, BY_NAME["gdelt"], Selection(kind="visit"))
    line = made.files["events.export.CSV"].decode().splitlines()[0].split("\t")
    assert line[31:34] == ["2", "1", "2"]
    assert line[5:8] == ["SWEGOV", "SWEDEN", "SWE"]
    assert line[51:55] == ["1", "Kenya", "KE", ""]
    assert line[60] == "https://example.org/talks"


def test_places_fall_back_to_the_capital(facts: Facts) -> None:
    fair = next(fact for fact in facts.all if fact.kind == "gathering" and "other" in fact.documents)
    spot = spot_of(fair.record)
    assert spot is not None
    assert (spot.name, spot.of, spot.lat, spot.lon) == (
        "Nowhere Hall",
        "capital",
        STATES["NAM"].lat,
        STATES["NAM"].lon,
    )


def test_a_season_is_no_day_of_a_calendar(ledger: Ledger) -> None:
    made = export(ledger, BY_NAME["ics"], Selection(kind="gathering", country="NAM"))
    assert made.report.rows == 0
    assert [row.reason for row in made.report.left_out] == ["only a year or a season is told"]


def test_a_trip_joins_title_and_instrument(ledger: Ledger) -> None:
    [trip] = rows(export(ledger, BY_NAME["colt"], Selection()).files[""])
    assert (trip["LeaderRole"], trip["LeaderTitle"], trip["TripDuration"]) == ("F", "Foreign Minister", "1")
    assert trip["SignedAgreement"] == "Yes"
    assert trip["MetHostHoGS"] == ""
    assert trip["Ledger Records"].count(";") == 1


def test_tellings_have_a_row_each(ledger: Ledger) -> None:
    events = export(ledger, BY_NAME["visits"], Selection())
    tellings = export(ledger, BY_NAME["visits"], Selection(tellings=True))
    assert (events.report.rows, tellings.report.rows) == (1, 2)
    ids = {row["id"] for row in rows(tellings.files[""])}
    assert ids == {stored.record.id for stored in ledger.records(kind="visit")}


def test_promises_keep_their_row_a_telling(ledger: Ledger) -> None:
    made = export(ledger, BY_NAME["plover"], Selection(kind="commitment"))
    assert made.report.rows == len(ledger.records(kind="commitment")) == 8
    assert made.report.lost["due"] == 2


def test_the_report_is_whole_as_json(ledger: Ledger) -> None:
    report = export(ledger, BY_NAME["icews"], Selection()).report
    told = json.loads(msgspec.json.encode(report))
    assert told["left_out"][0].keys() == {"kind", "reason", "facts"}
    assert told["lost"]["speaker"] == 6
    assert told["held"] + sum(row["facts"] for row in told["left_out"]) == told["facts"]


def test_nothing_is_corrected_in_a_ledger_that_was_only_read(ledger: Ledger) -> None:
    assert {basis(stored) for stored in ledger.records()} == {"read"}


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_an_empty_selection_is_an_empty_export(ledger: Ledger, exporter: object) -> None:
    made = export(ledger, exporter, Selection(country="TUV"))
    assert (made.report.rows, made.report.facts) == (0, 0)
    assert made.files


@pytest.mark.parametrize("name", ["polecat", "icews", "gdelt"])
def test_tabs_and_lines_in_a_quote_break_no_row(tmp_path: Path, name: str) -> None:
    text = "Lindqvist visited\tKenya\nin June."
    made = reading(
        document("odd", text, publisher="A\tB"),
        record(Visit, "odd", text, text, visitor=LINDQVIST, destination="KEN", date="2024-06-04"),
    )
    with Ledger.open(tmp_path / "odd.duckdb") as opened:
        opened.add(made, MONDAY)
        files = export(opened, BY_NAME[name], Selection()).files
    for content in files.values():
        widths = {len(line.split("\t")) for line in content.decode().splitlines()}
        assert len(widths) == 1


def test_control_characters_leave_a_graph_readable(tmp_path: Path) -> None:
    import networkx

    text = "Lindqvist visited\x0bKenya \x07in June."
    made = reading(
        document("odd", text),
        record(Visit, "odd", text, text, visitor=LINDQVIST, destination="KEN", date="2024-06-04"),
    )
    with Ledger.open(tmp_path / "odd.duckdb") as opened:
        opened.add(made, MONDAY)
        content = export(opened, BY_NAME["graphml"], Selection()).files[""]
    graph = networkx.read_graphml(io.BytesIO(content))
    assert {"state:KEN", "state:SWE"} <= set(graph.nodes)


def test_the_quote_of_every_row_is_in_its_text(ledger: Ledger) -> None:
    for row in rows(export(ledger, BY_NAME["treaties"], Selection()).files[""]):
        assert row["Ledger Quote"] in TALKS


def test_a_correction_is_exported_and_said_so(ledger: Ledger) -> None:
    for stored in ledger.records(kind="visit"):
        saying = Saying(
            author="Ada", reason="the ministry's list", source="https://example.org", made_at=MONDAY
        )
        ledger.correct(stored.record.id, {"date": "2024-06-03"}, saying)
    [row] = rows(export(ledger, BY_NAME["visits"], Selection()).files[""])
    assert (row["start"], row["Ledger Values"]) == ("2024-06-03", "corrected")
    lines = export(ledger, BY_NAME["plover"], Selection(kind="visit")).files[""].splitlines()
    assert [json.loads(line)["ledger"]["values"] for line in lines] == ["corrected"]
    found = rows(export(ledger, BY_NAME["csv"], Selection(kind="visit")).files[""])
    assert {row["standing"] for row in found} == {"corrected"}
    assert all("the ministry's list" in row["corrections"] for row in found)
