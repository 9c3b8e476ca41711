from __future__ import annotations

from typing import Any, get_args

import pytest

from communique.base.spans import Evidence
from communique.export.events import CodedEvent, event_of, events_of
from communique.export.records_table import records_table
from communique.kinds.record import Actor, Attribution, Place, Record
from communique.kinds.registry import BY_NAME
from communique.vocab import Modality, Plover, Sector

KEN, USA = Actor(None, "KEN"), Actor(None, "USA")
OWN: dict[str, dict[str, Any]] = {
    "person": {"name": "A. Person"},
    "meeting": {"countries": ("KEN", "USA"), "place": Place("Nairobi", "KEN")},
    "visit": {"visitor": KEN, "destination": "USA"},
    "invitation": {"inviter": KEN, "invitee": USA},
    "agreement": {"instrument": "treaty", "status": "signed", "parties": ("KEN", "USA")},
    "partnership": {"parties": ("KEN", "USA"), "change": "upgraded"},
    "commitment": {"by": ("KEN",), "toward": ("USA",), "mode": "pledge"},
    "position": {"by": ("KEN",), "stance": "support", "toward": ("USA",)},
    "courtesy": {"by": KEN, "to": USA, "act": "thank"},
    "indicator": {"measure": "exports", "value": 3},
    "project": {"name": "A Railway"},
    "gathering": {"name": "A Summit"},
    "act": {"plover": "AID", "by": ("KEN",), "toward": ("USA",)},
}


def record(kind: str, modality: str = "actual", **own: Any) -> Record:
    return BY_NAME[kind](
        id=f"{kind}-{modality}", doc="d", evidence=(Evidence(0, 1, "x"),), lang="en", modality=modality,
        **{"attribution": Attribution(country="KEN"), **OWN[kind], **own},
    )  # fmt: skip


def coded(kind: str, modality: str = "actual", **own: Any) -> CodedEvent:
    event = event_of(record(kind, modality, **own))
    assert isinstance(event, CodedEvent), event
    return event


@pytest.mark.parametrize("modality", get_args(Modality))
@pytest.mark.parametrize("kind", list(BY_NAME))
def test_every_kind_and_modality_is_coded_or_left_out_with_a_reason(kind: str, modality: str) -> None:
    event = event_of(record(kind, modality))
    if isinstance(event, str):
        assert event
        return
    assert event.actors
    assert event.plover in get_args(Plover)
    if modality == "negated":
        assert event.plover in ("REJECT", "SANCTION")
    elif modality != "actual":
        assert event.plover in ("AGREE", "SUPPORT")


@pytest.mark.parametrize(
    ("kind", "own", "told"),
    [
        ("meeting", {}, ("CONSULT", "visit", "042")),
        ("meeting", {"place": Place(None, "CHE")}, ("CONSULT", "third-party", "044")),
        ("meeting", {"place": None}, ("CONSULT", None, "040")),
        ("meeting", {"format": "phone"}, ("CONSULT", "phone", "041")),
        ("meeting", {"countries": ("KEN", "USA", "UGA")}, ("CONSULT", "multilateral", "044")),
        ("meeting", {"modality": "planned"}, ("AGREE", None, "036")),
        ("meeting", {"modality": "negated"}, ("REJECT", "meet", "125")),
        ("visit", {}, ("CONSULT", "visit", "042")),
        ("visit", {"modality": "planned"}, ("AGREE", None, "036")),
        ("invitation", {}, ("AGREE", None, "036")),
        ("invitation", {"accepted": False}, ("REJECT", "meet", "125")),
        ("agreement", {}, ("SUPPORT", None, "057")),
        ("agreement", {"status": "to_be_signed"}, ("AGREE", None, "030")),
        ("agreement", {"status": "negotiating"}, ("CONSULT", None, "046")),
        ("agreement", {"status": "terminated"}, ("SANCTION", "discontinue", "161")),
        ("partnership", {}, ("SUPPORT", None, "050")),
        ("partnership", {"change": "downgraded"}, ("SANCTION", "discontinue", "161")),
        ("commitment", {}, ("AGREE", None, "030")),
        ("commitment", {"sectors": ("trade",)}, ("AGREE", None, "0311")),
        ("commitment", {"mode": "request"}, ("REQUEST", "assist", "020")),
        ("commitment", {"mode": "request", "sectors": ("energy",)}, ("REQUEST", "assist", "0211")),
        ("commitment", {"modality": "negated"}, ("REJECT", None, "120")),
        ("position", {}, ("SUPPORT", None, "051")),
        ("position", {"stance": "condemn"}, ("ACCUSE", "disapprove", "111")),
        ("courtesy", {}, ("SUPPORT", None, "051")),
        ("courtesy", {"act": "apologize"}, ("SUPPORT", None, "055")),
        ("act", {}, ("AID", None, "070")),
        ("act", {"modality": "planned"}, ("AGREE", None, "033")),
        ("act", {"plover": "ASSAULT", "modality": "planned"}, ("THREATEN", None, "138")),
        ("act", {"plover": "SANCTION", "modality": "negated"}, ("CONCEDE", None, "085")),
    ],
)
def test_what_a_record_is_told_as(kind: str, own: dict[str, Any], told: tuple[str, str | None, str]) -> None:
    event = coded(kind, **own)
    assert (event.plover, event.mode, event.cameo) == told


def test_a_request_that_includes_its_speaker_is_no_hostility() -> None:
    event = coded("commitment", mode="request", toward=("KEN", "USA"))
    assert (event.plover, event.actors, event.quad) == ("AGREE", ("KEN", "USA"), 1)


def test_an_act_that_is_asked_for_is_a_request_of_who_asks() -> None:
    asked = coded("act", "requested", attribution=Attribution(country="UGA"))
    assert (asked.plover, asked.actors, asked.recipients) == ("REQUEST", ("UGA",), ("KEN",))
    unknown = record("act", "requested", attribution=Attribution())
    assert event_of(unknown) == "who acts is not known"
    assert coded("act", "proposed").plover == "AGREE"


def test_a_visit_is_told_from_both_sides() -> None:
    event = coded("visit")
    assert (event.actors, event.recipients, event.mirror) == (("KEN",), ("USA",), "043")
    meeting = coded("meeting")
    assert (meeting.actors, meeting.recipients, meeting.mirror) == (("USA",), ("KEN",), "043")


def test_codes_of_states_bodies_and_groups() -> None:
    event = coded("act", by=("ASEAN", "XKX"), toward=("Hamas", "South Asia"))
    assert event.actors == ("IGO", "KOS")
    assert event.recipients == ("PSEREB",)


def test_scores_quads_and_contexts() -> None:
    event = coded("commitment", mode="request", sectors=("trade", "health", "customs"))
    assert (event.score, event.quad, event.goldstein) == (0.5, 3, 3.4)
    assert event.contexts == ("economic", "health")
    assert coded("invitation").contexts == ("diplomatic",)
    sanction = record("act", plover="SANCTION")
    assert [event_of(sanction, quad).quad for quad in (4, 3)] == [4, 3]  # type: ignore[union-attr, arg-type]


def test_what_is_left_out_is_counted() -> None:
    result = events_of([record(kind) for kind in BY_NAME])
    assert len(result.events) + sum(result.left_out.values()) == len(BY_NAME)
    assert {kind for kind, _ in result.left_out} == {"person", "indicator", "project", "gathering"}
    assert event_of(record("act", by=())) == "who acts is not known"
    assert event_of(record("position", toward=())) == "a position has no type in PLOVER"
    assert event_of(record("partnership", change="in_place")).startswith("a tier in use")  # type: ignore[union-attr]


def test_the_table_is_whole() -> None:
    table = records_table()
    assert set(table.rules) == set(BY_NAME)
    assert set(table.contexts) <= set(get_args(Sector))
