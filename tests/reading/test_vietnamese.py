"""Vietnamese readings: titles around a name, delegations, lists of actions, figures."""

from __future__ import annotations

from typing import Any

import pytest

import communique
from communique.kinds.record import Record


def _only(text: str, kind: str) -> list[Any]:
    records: tuple[Record, ...] = communique.read(text, lang="vi").records
    return [r for r in records if r.kind == kind]


def test_delegation_is_who_leads_it() -> None:
    text = "Đoàn đại biểu Quốc hội Ghana do Chủ tịch Quốc hội Alban Bagbin dẫn đầu thăm Kenya."
    visit = _only(text, "visit")[0]
    assert (visit.visitor.name, visit.visitor.country, visit.destination) == ("Alban Bagbin", "GHA", "KEN")


def test_titles_behind_a_name() -> None:
    text = (
        "Đại tướng Phan Văn Giang, Bộ trưởng Bộ Quốc phòng Việt Nam, hội kiến Tổng thống Ghana John Mahama."
    )
    giang = next(p for p in _only(text, "person") if p.name == "Phan Văn Giang")
    assert (giang.role, giang.country) == ("minister", "VNM")


def test_owner_of_a_visit_behind_its_destination() -> None:
    text = "Chuyến thăm chính thức Ghana của Tổng thống Kenya William Ruto kéo dài hai ngày."
    visit = _only(text, "visit")[0]
    assert (visit.visitor.name, visit.destination, visit.visit_type) == ("William Ruto", "GHA", "official")


def test_a_title_alone_is_whose_title_it_is() -> None:
    text = (
        "Chủ tịch nước Lương Cường hội đàm với Tổng thống Ghana John Mahama. "
        "Tổng thống John Mahama cảm ơn Việt Nam. Chủ tịch nước đề nghị Ghana mở cửa thị trường."
    )
    request = _only(text, "commitment")[0]
    assert (request.by, request.toward, request.attribution.speaker) == (("VNM",), ("GHA",), "Lương Cường")


def test_actions_behind_a_colon() -> None:
    text = "Kenya và Ghana thống nhất phương hướng hợp tác: mở rộng thương mại; đẩy mạnh du lịch."
    assert {c.action for c in _only(text, "commitment")} == {"mở rộng thương mại", "đẩy mạnh du lịch"}


def test_terms_of_plans_are_no_dates() -> None:
    text = "Kenya và Ghana ký Kế hoạch hành động giai đoạn 2025-2030."
    plan = _only(text, "agreement")[0]
    assert (plan.title, plan.date) == ("Kế hoạch hành động giai đoạn 2025-2030", None)


@pytest.mark.parametrize(
    ("words", "bound"), [("vượt mốc", "over"), ("ít nhất", "over"), ("gần", "about"), ("", "exact")]
)
def test_bounds(words: str, bound: str) -> None:
    text = f"Kim ngạch thương mại giữa Kenya và Ghana đạt {words} 2 tỷ USD."
    assert _only(text, "indicator")[0].bound == bound


def test_change_before_its_figure() -> None:
    text = "Kim ngạch thương mại Kenya - Ghana tăng 12,3% so với năm trước, vượt 2,5 tỷ USD."
    figures = _only(text, "indicator")
    assert [(f.value, f.change.value, f.change.basis) for f in figures] == [(2_500_000_000, 12.3, "yoy")]


def test_several_meetings() -> None:
    text = (
        "Ngoại trưởng Kenya Musalia Mudavadi đã có các cuộc gặp với Ngoại trưởng Ghana Samuel Ablakwa "
        "và Ngoại trưởng Togo Robert Dussey."
    )
    assert {m.countries for m in _only(text, "meeting")} == {("KEN", "GHA"), ("KEN", "TGO")}


def test_called_off_is_not_done() -> None:
    assert not _only("Kenya tạm hoãn áp thuế 25% với hàng hóa của Ghana.", "act")


def test_who_receives_an_ambassador_is_no_ambassador() -> None:
    text = "Tiếp Đại sứ Chile, Chủ tịch nước Hồ Văn Nam đề nghị hai nước mở rộng thương mại với Việt Nam."
    (chair,) = _only(text, "person")
    assert (chair.name, chair.role_text, chair.country) == ("Hồ Văn Nam", "Chủ tịch nước", "VNM")
    (meeting,) = _only(text, "meeting")
    assert set(meeting.countries) == {"VNM", "CHL"}


def test_own_officials_abroad() -> None:
    text = "Tại Lima, Peru, Bộ trưởng Ngoại giao Hồ Văn Nam đã gặp Ngoại trưởng Ghana Ama Boateng."
    assert {p.name: p.country for p in _only(text, "person")} == {"Hồ Văn Nam": "VNM", "Ama Boateng": "GHA"}


def test_no_head_of_state_by_a_title_that_the_own_press_has_for_none() -> None:
    text = (
        "Thủ tướng Hồ Văn Nam gặp Tổng thống Chile Ana Rojas. "
        "Lãnh đạo Việt Nam đã mời Tổng thống Luis Soto dự hội nghị."
    )
    assert {p.name: p.country for p in _only(text, "person")}["Luis Soto"] != "VNM"
