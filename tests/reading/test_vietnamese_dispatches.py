"""Vietnamese dispatches: treaties with the name of a partnership, attacks that end, aid that is only promised."""

from __future__ import annotations

from typing import Any

import pytest

import communique


def _read(text: str, kind: str) -> list[Any]:
    return [r for r in communique.read(text, lang="vi", date="2026-03-12").records if r.kind == kind]


def test_a_treaty_with_the_name_of_a_partnership_is_none() -> None:
    text = "Việt Nam ủng hộ Peru gia nhập Hiệp định Đối tác Toàn diện và Tiến bộ xuyên Thái Bình Dương."
    assert _read(text, "partnership") == []


def test_an_attack_that_ends_is_a_retreat() -> None:
    text = "Mali đã dừng cuộc tấn công nhằm vào Niger."
    assert [a.plover for a in _read(text, "act")] == ["RETREAT"]


def test_aid_that_is_promised_is_not_given() -> None:
    text = "Tổng thống Mali Assimi Goïta tái khẳng định cam kết của Mali cung cấp cho Niger các gói viện trợ."
    assert _read(text, "act") == []
    assert [c.mode for c in _read(text, "commitment")] == ["pledge"]


def test_a_year_that_a_vision_is_for_is_no_day_of_talks() -> None:
    text = "Tiếp Đại sứ Peru, Thủ tướng Phạm Minh Chính chúc mừng Peru thực hiện Tầm nhìn 2030."
    assert [m.date for m in _read(text, "meeting")] == [None]


def test_a_partnership_before_a_title_is_no_name() -> None:
    text = "Vui mừng nâng cấp quan hệ lên Đối tác Chiến lược, Chủ tịch nước đề nghị Peru mở cửa thị trường."
    assert _read(text, "person") == []


def test_whom_one_met_stands_behind_the_noun_of_talks() -> None:
    text = "Thủ tướng Phạm Minh Chính đã có cuộc gặp Tổng thống Peru José Jerí."
    (meeting,) = _read(text, "meeting")
    assert [p.name for p in meeting.participants] == ["Phạm Minh Chính", "José Jerí"]


@pytest.mark.parametrize("states", ["các nước Peru, Chile và Cuba", "các nước: Peru, Chile, Cuba"])
def test_ambassadors_of_several_states(states: str) -> None:
    text = f"Chủ tịch nước Lương Cường tiếp Đại sứ {states} tới trình Quốc thư."
    (meeting,) = _read(text, "meeting")
    assert set(meeting.countries) == {"VNM", "PER", "CHL", "CUB"}


def test_what_a_spokesman_says_of_what_was_said() -> None:
    text = (
        '"Peru bác bỏ mọi nội dung phát biểu liên quan đến Peru của Bộ Ngoại giao Chile", '
        "Người phát ngôn Bộ Ngoại giao Peru María Quispe hôm nay cho biết trong thông cáo."
    )
    (stance,) = _read(text, "position")
    assert stance.attribution.speaker == "María Quispe"


def test_a_note_of_protest_is_no_stance_of_its_own() -> None:
    text = "Peru trao công hàm phản đối với Chile."
    assert _read(text, "position") == []
    assert [a.plover for a in _read(text, "act")] == ["PROTEST"]


def test_the_days_of_a_visit_stand_behind_the_reception() -> None:
    text = (
        "Sáng 10/3, Thủ tướng Peru Ernesto Álvarez chủ trì lễ đón Thủ tướng Mali Abdoulaye Maïga "
        "thăm chính thức Peru từ ngày 9 đến ngày 11/3."
    )
    assert [v.date for v in _read(text, "visit")] == ["2026-03-09/2026-03-11"]


def test_wishes_that_another_hands_on() -> None:
    text = (
        "Đại sứ Peru María Quispe chuyển lời chúc mừng của Tổng thống Peru José Jerí "
        "đến Chủ tịch nước Lương Cường."
    )
    assert [(c.by.name, c.to.name) for c in _read(text, "courtesy")] == [("José Jerí", "Lương Cường")]


def test_who_thanks_stands_behind_the_comma() -> None:
    text = "Chân thành cảm ơn Peru đã giúp đỡ, Thủ tướng Phạm Minh Chính đề nghị Peru mở cửa thị trường."
    (thanks,) = _read(text, "courtesy")
    assert (thanks.by.name, thanks.to.country, thanks.reason) == ("Phạm Minh Chính", "PER", "đã giúp đỡ")


def test_meetings_parted_by_semicolons_with_no_other_side_in_the_last() -> None:
    text = (
        "Ngày 10/3, Tổng thống Peru José Jerí đã có cuộc hội đàm với Tổng thống Chile José Kast; "
        "hội kiến Chủ tịch Quốc hội Chile Pedro Araya; gặp gỡ cộng đồng người Peru."
    )
    assert {frozenset(p.name for p in m.participants) for m in _read(text, "meeting")} == {
        frozenset({"José Jerí", "José Kast"}),
        frozenset({"José Jerí", "Pedro Araya"}),
    }


def test_an_envoy_told_of_without_a_name_is_the_one_of_the_sentence() -> None:
    text = (
        "Tiếp Đại sứ Peru María Quispe, Chủ tịch nước Lương Cường đề nghị Đại sứ thúc đẩy thương mại. "
        "Tiếp Đại sứ Mali Oumar Keïta, Chủ tịch nước đề nghị Đại sứ tăng cường đầu tư vào Việt Nam."
    )
    assert [c.toward for c in _read(text, "commitment")] == [("PER",), ("MLI",)]


def test_an_office_behind_a_name_and_a_dash() -> None:
    text = (
        "Thượng tướng Trần Văn Bình - Thứ trưởng Bộ Quốc phòng Việt Nam, và Thượng tướng Pedro Araya - "
        "Thứ trưởng Bộ Quốc phòng Chile, đồng chủ trì Đối thoại Quốc phòng lần thứ 8."
    )
    assert {(p.name, p.country, p.role) for p in _read(text, "person")} == {
        ("Trần Văn Bình", "VNM", "vice_minister"),
        ("Pedro Araya", "CHL", "vice_minister"),
    }


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Chủ tịch UBND tỉnh Bắc Ninh", "Trần Văn Bình"),
        ("Bí thư Thành ủy Hà Nội", "Trần Văn Bình"),
        ("Chánh văn phòng T.Ư Đảng", "Trần Văn Bình"),
    ],
)
def test_provinces_and_short_bodies_are_no_part_of_a_name(title: str, name: str) -> None:
    persons = {p.name: p.country for p in _read(f"{title} {name} tiếp Đại sứ Peru María Quispe.", "person")}
    assert persons == {name: "VNM", "María Quispe": "PER"}


def test_consultations_that_two_hold() -> None:
    text = "Peru và Chile đã tiến hành tham vấn chính trị tại Lima."
    assert [(set(m.countries), m.place.name) for m in _read(text, "meeting")] == [({"PER", "CHL"}, "Lima")]


def test_what_both_would_do_is_proposed_where_nobody_is_asked() -> None:
    text = (
        "Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng Peru Ernesto Álvarez. "
        "Thủ tướng Phạm Minh Chính đề nghị tăng cường hợp tác nông nghiệp, mở cửa thị trường cho trái cây."
    )
    assert {(c.mode, c.action.split()[0]) for c in _read(text, "commitment")} == {
        ("propose", "tăng"),
        ("request", "mở"),
    }


def test_telegrams_of_several_whom_semicolons_part() -> None:
    text = (
        "Quốc vương Campuchia Norodom Sihamoni; Thủ tướng Thái Lan Anutin Charnvirakul; "
        "Tổng thống Peru José Jerí đã gửi điện chia buồn đến Chủ tịch nước Lương Cường."
    )
    assert {(c.by.country, c.to.country) for c in _read(text, "courtesy")} == {
        ("KHM", "VNM"),
        ("THA", "VNM"),
        ("PER", "VNM"),
    }


def test_a_verb_ends_the_name_of_a_numbered_gathering() -> None:
    text = "Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 20 khai mạc tại Viêng Chăn."
    assert [g.name for g in _read(text, "gathering")] == ["Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 20"]


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("Iran điều ba tàu chiến tới gần Kuwait.", "MOBILIZE"),
        ("Iran điều tàu chiến tới gần Kuwait.", "MOBILIZE"),
        ("Peru và Chile trao đổi 12 tù nhân.", "COOPERATE"),
    ],
)
def test_ships_sent_and_prisoners_exchanged(text: str, plover: str) -> None:
    assert [a.plover for a in _read(text, "act")] == [plover]


def test_what_an_invitation_is_to_ends_at_a_semicolon() -> None:
    text = "Tổng thống Peru José Jerí mời Chủ tịch nước Lương Cường thăm Peru; Chủ tịch nước vui vẻ nhận lời."
    assert [(i.to, i.accepted) for i in _read(text, "invitation")] == [("thăm Peru", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru viện trợ không hoàn lại 5 triệu USD cho Lào.",
        "Peru cung cấp máy bay không người lái cho Mali.",
    ],
)
def test_aid_that_need_not_be_paid_back_and_drones_without_pilots_are_given(text: str) -> None:
    assert [(a.plover, a.modality) for a in _read(text, "act")] == [("AID", "actual")]


@pytest.mark.parametrize(
    ("opening", "name", "unit"),
    [
        ("Bí thư Tỉnh ủy Ninh Bình Đoàn Văn Hải", "Đoàn Văn Hải", "VN-18"),
        ("Đồng chí Đoàn Văn Hải, Bí thư Tỉnh ủy Ninh Bình,", "Đoàn Văn Hải", "VN-18"),
        ("Bí thư Thành ủy Hải Phòng Lê Văn Nam", "Lê Văn Nam", "VN-HP"),
        ("Chủ tịch UBND tỉnh Quảng Nam Lê Văn Nam", "Lê Văn Nam", "VN-27"),
    ],
)
def test_a_province_behind_a_title_is_no_name(opening: str, name: str, unit: str) -> None:
    text = f"{opening} tiếp Đại sứ Peru Luis Quispe."
    assert {p.name: p.country for p in _read(text, "person")} == {name: "VNM", "Luis Quispe": "PER"}
    (met,) = _read(text, "meeting")
    assert ([p.name for p in met.participants], met.units) == ([name, "Luis Quispe"], (unit,))


def test_a_province_places_who_heads_it() -> None:
    text = "Đại sứ Peru Luis Quispe gặp ông Bounmi Vongsa - Bí thư Tỉnh ủy, Tỉnh trưởng tỉnh Champasak."
    assert {p.name: p.country for p in _read(text, "person")} == {
        "Luis Quispe": "PER",
        "Bounmi Vongsa": "LAO",
    }


def test_a_body_behind_a_title_is_no_name() -> None:
    text = "Đại sứ Peru Luis Quispe chúc mừng Việt Nam đảm nhiệm vai trò Chủ tịch Hội đồng Bảo an."
    assert [p.name for p in _read(text, "person")] == ["Luis Quispe"]
    text = "Chủ tịch điều hành Diễn đàn Kinh tế thế giới gặp Đại sứ Peru Luis Quispe."
    assert [p.name for p in _read(text, "person")] == ["Luis Quispe"]


@pytest.mark.parametrize("style", ["", "đồng chí ", "ông "])
def test_who_leads_a_delegation_by_name_and_office_visits(style: str) -> None:
    text = (
        f"Đoàn đại biểu Chile do {style}Gabriel Rojas, Phó Chủ tịch Quốc hội Chile làm trưởng đoàn "
        "thăm và làm việc tại Peru từ ngày 3 đến 5/3."
    )
    (visit,) = _read(text, "visit")
    assert (visit.visitor.name, visit.visitor.country, visit.destination) == ("Gabriel Rojas", "CHL", "PER")


@pytest.mark.parametrize("words", ["coi Peru là đối tác quan trọng", "là đối tác"])
def test_the_verb_to_be_opens_no_clause(words: str) -> None:
    text = (
        "Ngoại trưởng Chile Gabriel Rojas gặp Ngoại trưởng Peru Luis Quispe. "
        f"Ngoại trưởng Rojas khẳng định Chile {words} và sẽ tiếp tục phối hợp chặt chẽ với Peru."
    )
    assert [(c.by, c.toward, c.mode) for c in _read(text, "commitment")] == [(("CHL",), ("PER",), "pledge")]
