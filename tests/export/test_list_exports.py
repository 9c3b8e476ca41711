"""Visits, treaties and the records themselves as tables, read back by pandas."""

from __future__ import annotations

import io

import pandas as pd
from pyarrow import parquet

from communique.export import colt, records_csv, treaties, visits
from communique.export.tables import ledger_columns, names
from communique.ledger import Ledger
from communique.world.states import STATES
from exported import Exported

OURS = list(names(ledger_columns()))


def table(content: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)


def test_colt_has_its_columns_and_never_says_no(exported: Exported) -> None:
    made = exported("colt")
    rows = table(made.files[""])
    assert list(rows.columns) == [*names(colt.COLUMNS), *OURS]
    assert len(rows) == made.report.rows > 10
    assert rows["TripID"].is_unique
    assert set(rows["LeaderRole"]) <= set(colt.ROLES.values())
    assert set(rows["LeaderCountryISO"]) | set(rows["CountryVisitedISO"]) <= STATES.keys()
    assert (rows["LeaderCountryISO"] != rows["CountryVisitedISO"]).all()
    for name in ("MetHostHoGS", "MetNonhostHOGS", "SignedAgreement"):
        assert set(rows[name]) <= {"Yes", ""}
    assert rows["Confidence"].astype(int).between(1, 5).all()
    dated = rows[rows["TripStartDate"] != ""]
    assert (dated["TripStartDate"].str[:4] == dated["TripYear"]).all()
    days = pd.to_datetime(dated["TripEndDate"]) - pd.to_datetime(dated["TripStartDate"])
    assert (days.dt.days + 1 == dated["TripDuration"].astype(int)).all()


def test_colt_joins_a_trip_with_whom_the_leader_met(exported: Exported) -> None:
    rows = table(exported("colt").files[""])
    trip = rows[(rows["LeaderSurname"] == "Silva") & (rows["CountryVisitedISO"] == "ARG")]
    assert list(trip["HostHOGSName"]) == ["Alberto Fernández"]
    assert list(trip["TripStartDate"]) == ["2023-01-23"]
    assert list(trip["Ledger Documents"].str.count(";") + 1) == [2]


def test_visits_hold_those_ahead_too(exported: Exported) -> None:
    made = exported("visits")
    rows = table(made.files[""])
    assert list(rows.columns) == [*names(visits.COLUMNS), *OURS]
    assert len(rows) == made.report.rows == made.report.held
    assert {"actual", "planned"} <= set(rows["status"])
    assert set(rows["level"]) <= {"", "1", "2", "3", "4", "5"}
    assert set(rows["to_iso"]) <= STATES.keys()
    dated = rows[rows["start"] != ""]
    assert dated["start"].is_monotonic_increasing
    assert (dated["start"] <= dated["end"]).all()


def test_treaties_have_the_codebook_s_columns(exported: Exported) -> None:
    made = exported("treaties")
    rows = table(made.files[""])
    assert len(treaties.COLUMNS) == 26
    assert list(rows.columns) == [*names(treaties.COLUMNS), *names(treaties.OURS), *OURS]
    assert len(rows) == made.report.rows > 30
    assert set(rows["TypeAgree"]) <= set("APNO")
    assert set(rows["TypeAmbit"]) <= {"B", "M", ""}
    assert rows["Signature"].str.fullmatch(r"(\d{4}-\d\d-\d\d(:\d{4}-\d\d-\d\d)?)?").all()
    assert (rows[rows["Modality"] != "actual"]["Signature"] == "").all()
    assert (rows["Comments"] == rows["Ledger Quote"]).all()


def test_csv_has_a_row_for_every_record(exported: Exported, examples: Ledger) -> None:
    rows = table(exported("csv").files[""])
    assert tuple(rows.columns) == records_csv.COLUMNS
    assert sorted(rows["id"]) == sorted(stored.record.id for stored in examples.records())
    assert rows["event"].nunique() < len(rows)
    assert set(rows["standing"]) == {"read"}
    assert exported("csv").report.lost == {}


def test_parquet_has_types(exported: Exported) -> None:
    content = io.BytesIO(exported("parquet").files[""])
    schema = parquet.read_schema(content)
    assert tuple(schema.names) == records_csv.COLUMNS
    assert {str(schema.field(name).type) for name in ("start", "end")} == {"int64"}
    rows = pd.read_parquet(content)
    assert len(rows) == exported("csv").report.rows
    assert rows["confidence"].between(0, 1).all()
    assert list(rows["id"]) == list(table(exported("csv").files[""])["id"])


def test_filters_choose_records(exported: Exported) -> None:
    rows = table(exported("csv", kind="meeting", pair=("CAN", "GBR")).files[""])
    assert set(rows["kind"]) == {"meeting"}
    assert len(rows) >= 1
    assert rows["countries"].str.contains("CAN").all()
    later = table(exported("csv", since="2025").files[""])
    assert 0 < len(later) < exported("csv").report.rows
    none = exported("visits", pair=("FJI", "ISL"))
    assert none.report.rows == 0
    assert table(none.files[""]).empty
