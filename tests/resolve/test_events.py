"""One fact told by many is one event; what only looks like it stays apart; nothing told is lost."""

from __future__ import annotations

import random
from collections.abc import Mapping

from communique.ledger.stored import Stored
from communique.resolve.events import Event
from communique.resolve.resolution import resolved
from reports import told

LIMA = (
    "en-lima", "2025-04-09", "wire.example",
    "Peru's Foreign Minister Elmer Schialer met his Kenyan counterpart Musalia Mudavadi in Lima on Tuesday. "
    "Trade between the two countries reached 48 million dollars in 2024.",
)  # fmt: skip
LIMA_DE = (
    "de-lima", "2025-04-09", "dienst.example",
    "Der kenianische Außenminister Musalia Mudavadi traf am 8. April 2025 in Lima seinen peruanischen "
    "Amtskollegen Elmer Schialer. Der Handel zwischen beiden Ländern erreichte 2024 51 Millionen Dollar.",
)  # fmt: skip
WEEK_LATER = (
    "en-nairobi", "2025-04-16", "wire.example",
    "Peru's Foreign Minister Elmer Schialer met his Kenyan counterpart Musalia Mudavadi in Nairobi on Tuesday.",
)  # fmt: skip
OTHER_LEVEL = (
    "en-defence", "2025-04-09", "wire.example",
    "Peru's Defence Minister Walter Astudillo met Kenya's Defence Secretary Soipan Tuya in Lima on Tuesday.",
)  # fmt: skip


def of(kind: str, stored: list[Stored], verdicts: Mapping[tuple[str, str], str] = {}) -> list[Event]:
    return [event for event in resolved(stored, what=verdicts).events if event.kind == kind]


def test_two_languages_tell_one_meeting() -> None:
    (meeting,) = of("meeting", told(LIMA, LIMA_DE))
    assert meeting.documents == ("de-lima", "en-lima")
    assert meeting.publishers == ("dienst.example", "wire.example")
    assert str(meeting.first) == str(meeting.last) == "2025-04-08"
    (tie,) = meeting.ties
    assert {"the same sides", "the same persons of both sides", "the same day"} <= set(tie.features)


def test_the_same_two_ministers_a_week_later_are_another_meeting() -> None:
    assert len(of("meeting", told(LIMA, LIMA_DE, WEEK_LATER))) == 2


def test_others_on_the_same_day_are_another_meeting() -> None:
    assert len(of("meeting", told(LIMA, LIMA_DE, OTHER_LEVEL))) == 2


def test_two_figures_for_one_total_stand_side_by_side() -> None:
    (figure,) = of("indicator", told(LIMA, LIMA_DE))
    assert [claim.value for claim in figure.differing["value"]] == [51_000_000, 48_000_000]
    assert all(len(claim.records) == 1 for claim in figure.differing["value"])


def test_what_was_told_as_done_is_no_later_fact() -> None:
    december = (
        "en-dec", "2024-12-16", "wire.example",
        "Peru and Kenya signed several agreements on fisheries and mining.",
    )  # fmt: skip
    april = (
        "en-apr", "2025-04-09", "herald.example",
        "Peru's President Dina Boluarte and Kenya's President William Ruto held talks in Lima on 8 April 2025. "
        "On 8 April 2025 Peru and Kenya signed several agreements on fisheries and ports.",
    )  # fmt: skip
    signed = of("agreement", told(december, april))
    assert [event.documents for event in signed] == [("en-dec",), ("en-apr",)]


def test_judgements_win_over_scores() -> None:
    stored = told(LIMA, LIMA_DE, WEEK_LATER)
    ids = {s.record.doc: s.record.id for s in stored if s.record.kind == "meeting"}
    pair, third = (ids["de-lima"], ids["en-lima"]), (ids["en-lima"], ids["en-nairobi"])
    assert len(of("meeting", stored, {pair: "not_same"})) == 3
    assert len(of("meeting", stored, {third: "same"})) == 1
    assert len(of("meeting", stored, {pair: "unsure"})) == 2


def test_a_copy_is_no_telling_of_its_own() -> None:
    text = (
        LIMA[3] + " Both ministers spoke about fisheries, about visas for students, and about direct flights."
    )
    stored = told((*LIMA[:3], text), ("en-copy", "2025-04-10", "echo.example", text))
    found = resolved(stored, [("en-lima", text), ("en-copy", text)])
    (meeting,) = [event for event in found.events if event.kind == "meeting"]
    assert meeting.documents == ("en-lima", "en-copy")
    assert meeting.copies == {"en-copy": "en-lima"}
    assert meeting.publishers == ("wire.example",)


def test_no_record_is_lost_and_the_order_told_in_does_not_matter() -> None:
    stored = told(LIMA, LIMA_DE, WEEK_LATER, OTHER_LEVEL)
    found = resolved(stored).events
    held = sorted(key for event in found for key in event.records)
    assert held == sorted({s.record.id for s in stored if s.record.kind in ("meeting", "indicator")})
    for seed in range(5):
        mixed = random.Random(seed).sample(stored, len(stored))
        assert resolved(mixed).events == found


def test_railways_of_two_names_between_the_same_ends_are_one_project() -> None:
    line = (
        "en-line", "2025-04-09", "wire.example",
        "Peru and Bolivia signed a treaty on the Peru-Bolivia-Brazil railway in Lima on Tuesday.",
    )  # fmt: skip
    road = (
        "en-road", "2025-05-02", "daily.example",
        "Bolivia's President Rosa Choque said that work on the Peru-Bolivia-Brazil railroad would begin soon.",
    )  # fmt: skip
    (project,) = of("project", told(line, road))
    assert project.documents == ("en-line", "en-road")
    (tie,) = project.ties
    assert "the same ends" in tie.features
