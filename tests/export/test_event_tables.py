"""PLOVER, POLECAT, ICEWS and GDELT, read back and held to their columns and vocabularies."""

from __future__ import annotations

import datetime as dt
import io
import json

import pandas as pd
import pytest

from communique.coding.tables import cameo_codes, scheme
from communique.export import gdelt, gdelt_mentions, icews, plover, polecat
from communique.export.facts import Facts
from communique.export.losses import Report
from communique.export.tables import ledger_columns, names
from communique.ledger import Ledger
from communique.world.states import STATES
from exported import Exported

OURS = list(names(ledger_columns()))
SECTORS = frozenset(
    {"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "BUS", "IGO", "IMG"}
)
MANUAL_CONTEXTS = """
military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic
legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality
diplomatic territory peacekeeping health asylum migration disasters natural_resource environment technology
terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking
"""
CONTEXTS = frozenset(MANUAL_CONTEXTS.split())


def table(content: bytes, **options: object) -> pd.DataFrame:
    """Tab-delimited text as pandas reads it, codes as text."""
    return pd.read_csv(io.BytesIO(content), sep="\t", quoting=3, dtype=str, keep_default_na=False, **options)


def lines(exported: Exported) -> list[dict[str, object]]:
    return [json.loads(line) for line in exported("plover").files[""].splitlines()]


def test_plover_has_the_fields_and_words_of_the_manual(exported: Exported) -> None:
    for row in lines(exported):
        assert set(plover.REQUIRED) <= set(row) <= {*plover.FIELDS, plover.OURS}
        [event] = row["event"]
        kind = scheme().type[event]
        assert set(row.get("mode", ())) <= kind.modes.keys()
        assert row["quad_code"] == kind.quad
        assert set(row.get("context", ())) <= CONTEXTS
        for entity in (*row["actor"], *row.get("recipient", ())):
            assert set(entity) <= set(plover.ENTITY)
            assert entity["code"] in {*STATES, "KOS", "IGO", "IMG"}
            assert {entity["sector"][:3], entity["sector"][3:]} <= {*SECTORS, ""}
        assert event not in plover.NEEDS_RECIPIENT or row.get("recipient") or len(row["actor"]) > 1
        assert dt.date.fromisoformat(row["date"]) <= dt.date.fromisoformat(row.get("enddate", row["date"]))


def test_plover_rows_are_in_order_of_time_and_lead_to_their_quote(
    exported: Exported, examples: Ledger
) -> None:
    rows = lines(exported)
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows[::20]:
        cite, place = row["cite_info"], row["text_info"]
        text = examples.document(cite["citation"], row["ledger"]["sha256"]).text
        assert text[place["start"] : place["end"]] == row["text"]


def test_one_row_an_event_and_one_a_telling_on_wish(exported: Exported, facts: Facts) -> None:
    events, tellings = exported("plover").report, exported("plover", tellings=True).report
    assert events.facts == len(facts.all)
    assert events.rows == events.held == len(lines(exported))
    assert events.rows < tellings.rows == tellings.records
    assert any(len(row["ledger"]["records"]) > 1 for row in lines(exported))


def test_every_fact_is_a_row_or_is_left_out_with_its_reason(exported: Exported) -> None:
    for name in ("plover", "polecat", "icews", "gdelt", "gdelt-mentions"):
        report = exported(name).report
        assert report.held + sum(row.facts for row in report.left_out) == report.facts
        assert {row.kind for row in report.left_out} >= {"person", "indicator", "project", "position"}


def test_polecat_has_40_columns_and_ours(exported: Exported) -> None:
    rows = table(exported("polecat").files[""])
    assert len(polecat.COLUMNS) == 40
    assert list(rows.columns) == [*names(polecat.COLUMNS), *OURS]
    assert len(rows) == exported("plover").report.rows
    assert set(rows["Event Type"]) <= set(scheme().type)
    for kind, mode in zip(rows["Event Type"], rows["Event Mode"], strict=True):
        assert mode in ("None", *scheme().type[kind].modes)
    countries = {code for cell in rows["Actor Country"] for code in cell.split("; ")} - {"None"}
    assert countries <= STATES.keys()
    assert (rows.map(len) > 0).all().all()
    assert rows["Event Date"].is_monotonic_increasing
    assert set(rows[rows["Actor Country"] == "CHN"]["Actor COW"]) == {"710"}
    placed = rows[rows["GeoNames ID"] != "None"]
    assert len(placed)
    assert placed["Latitude"].astype(float).between(-90, 90).all()


def test_icews_codes_are_text_of_the_codebook(exported: Exported) -> None:
    rows = table(exported("icews").files[""])
    assert len(icews.COLUMNS) == 20
    assert list(rows.columns) == [*names(icews.COLUMNS), *OURS]
    assert set(rows["CAMEO Code"]) <= cameo_codes().keys()
    assert "057" in set(rows["CAMEO Code"])
    told = [(cameo_codes()[c].label, cameo_codes()[c].goldstein) for c in rows["CAMEO Code"]]
    assert told == list(zip(rows["Event Text"], rows["Intensity"].astype(float), strict=True))
    assert rows["Event ID"].is_unique
    assert (rows["Sentence Number"].astype(int) >= 0).all()
    assert (rows["Source Name"] != "").all()
    assert (rows["Source Name"] != rows["Target Name"]).all()


def test_a_visit_is_told_by_both_sides_and_talks_both_ways(exported: Exported) -> None:
    rows = table(exported("icews").files[""])
    visits = rows[rows["CAMEO Code"] == "042"]
    hosts = rows[rows["CAMEO Code"] == "043"]
    assert len(visits) == len(hosts) > 5
    turned = set(zip(hosts["Ledger Event"], hosts["Target Country"], hosts["Source Country"], strict=True))
    assert turned == set(
        zip(visits["Ledger Event"], visits["Source Country"], visits["Target Country"], strict=True)
    )


INTEGERS = ("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "IsRootEvent", "QuadClass", "NumMentions")


def test_gdelt_has_61_columns_without_a_head(exported: Exported) -> None:
    made = exported("gdelt")
    rows = table(made.files["events.export.CSV"], header=None, names=list(names(gdelt.COLUMNS)))
    assert len(gdelt.COLUMNS) == 61
    assert len(rows) == made.report.rows
    assert all(len(line.split(b"\t")) == 61 for line in made.files["events.export.CSV"].splitlines())
    for name in INTEGERS:
        assert (rows[name].astype("int64") >= 0).all()
    assert rows["GLOBALEVENTID"].is_unique
    assert (rows["SQLDATE"].str[:4] == rows["Year"]).all()
    assert set(rows["EventCode"]) <= cameo_codes().keys()
    assert (rows["EventRootCode"] == rows["EventCode"].str[:2]).all()
    assert set(rows["QuadClass"]) <= set("1234")
    assert set(rows["Actor1CountryCode"]) <= {*STATES, "KOS", ""}
    assert pd.to_datetime(rows["DATEADDED"], format="%Y%m%d%H%M%S").notna().all()
    placed = rows[rows["ActionGeo_Type"] != "0"]
    assert set(placed["ActionGeo_Type"]) <= set("134")
    assert placed["ActionGeo_CountryCode"].str.fullmatch("[A-Z]{2}").all()


def test_gdelt_numbers_lead_to_the_ledger(exported: Exported, facts: Facts) -> None:
    made = exported("gdelt")
    rows = table(made.files["events.export.CSV"], header=None, names=list(names(gdelt.COLUMNS)))
    ours = table(made.files["ledger.tsv"])
    assert list(ours.columns) == ["GLOBALEVENTID", *OURS]
    assert list(ours["GLOBALEVENTID"]) == list(rows["GLOBALEVENTID"])
    known = {fact.id: fact for fact in facts.all}
    assert set(ours["Ledger Event"]) <= known.keys()
    assert (ours["Ledger Records"] == ["; ".join(known[key].records) for key in ours["Ledger Event"]]).all()


def test_gdelt_counts_tellings_texts_and_publishers(exported: Exported) -> None:
    rows = table(exported("gdelt").files["events.export.CSV"], header=None, names=list(names(gdelt.COLUMNS)))
    counts = rows[["NumMentions", "NumArticles", "NumSources"]].astype(int)
    assert (counts["NumMentions"] >= counts["NumArticles"]).all()
    assert (counts["NumArticles"] >= counts["NumSources"]).all()
    assert counts["NumArticles"].max() > 1


def test_mentions_are_the_tellings_of_the_events(exported: Exported, examples: Ledger) -> None:
    made = exported("gdelt-mentions")
    rows = table(made.files[""], header=None, names=list(names(gdelt_mentions.COLUMNS)))
    events = table(
        exported("gdelt").files["events.export.CSV"], header=None, names=list(names(gdelt.COLUMNS))
    )
    assert len(gdelt_mentions.COLUMNS) == 16
    assert len(rows) == made.report.rows
    counted = rows.groupby("GLOBALEVENTID").size().to_dict()
    assert counted == dict(zip(events["GLOBALEVENTID"], events["NumMentions"].astype(int), strict=True))
    assert rows["Confidence"].astype(int).between(10, 100).all()
    records = {stored.record.id: stored for stored in examples.records()}
    for _, row in rows.iloc[::25].iterrows():
        extras = dict(part.split("=") for part in row["Extras"].split(";"))
        stored = records[extras["record"]]
        text = examples.document(stored.document.id).text
        assert text[int(row["ActionCharOffset"]) :].startswith(stored.record.evidence[0].quote)
        assert int(row["MentionDocLen"]) == len(text)


@pytest.mark.parametrize(
    ("code", "quad"), [("010", 1), ("057", 1), ("061", 2), ("090", 3), ("138", 3), ("140", 4), ("203", 4)]
)
def test_gdelt_has_its_own_quad_classes(code: str, quad: int) -> None:
    assert gdelt.quad_class(code) == quad


def test_the_fraction_of_a_date_follows_months_of_30_days() -> None:
    assert gdelt.fraction_date(dt.date(2024, 1, 1)) == "2024.0849"
    assert gdelt.fraction_date(dt.date(2024, 12, 31)) == "2024.9999"


def test_the_report_says_what_is_lost(exported: Exported) -> None:
    report: Report = exported("icews").report
    assert {"speaker", "modality", "due", "tier"} <= report.lost.keys()
    assert any("report's" in note for note in report.coarse)
    assert report.lines()[0].startswith("icews: ")
