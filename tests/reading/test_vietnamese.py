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


def test_each_of_two_visits_in_a_sentence_is_its_own_visitor_s() -> None:
    text = (
        "Tổng thống Kenya William Ruto dự định thăm Ghana, "
        "Tổng thống Ghana John Mahama cũng sẽ có chuyến thăm Kenya."
    )
    visits = {(v.visitor.country, v.destination) for v in _only(text, "visit")}
    assert visits == {("KEN", "GHA"), ("GHA", "KEN")}


def test_a_visit_praised_before_its_owner() -> None:
    (visit,) = _only("Chuyến thăm Ghana rất tốt đẹp của Tổng thống Kenya William Ruto đã kết thúc.", "visit")
    assert (visit.visitor.name, visit.destination) == ("William Ruto", "GHA")


def test_who_leads_a_delegation_of_a_government_travels() -> None:
    text = "Thủ tướng Lào Khăm Xi đã dẫn đầu đoàn đại biểu Chính phủ Lào rời Vientiane, lên đường thăm Ghana."
    assert [(v.visitor.name, v.destination) for v in _only(text, "visit")] == [("Khăm Xi", "GHA")]


def test_a_matter_of_a_state_acts_for_nobody() -> None:
    text = (
        "Vấn đề Sudan được thảo luận rất lâu và Accra sẵn sàng hợp tác với Nairobi. Kenya và Ghana vui mừng."
    )
    (pledge,) = _only(text, "commitment")
    assert (pledge.by, pledge.toward) == (("GHA",), ("KEN",))
    assert all("SDN" not in m.countries for m in _only(text, "meeting"))


def test_both_countries_are_those_of_the_offices_in_the_sentence() -> None:
    text = (
        "Ngoại trưởng Kenya Musalia Mudavadi gặp Ngoại trưởng Ghana Ama Boateng. Ngoại trưởng Chile gặp "
        "người đồng cấp Peru và cho biết hai nước đã nhất trí mở rộng thương mại."
    )
    (agreed,) = _only(text, "commitment")
    assert set(agreed.by) == {"CHL", "PER"}


@pytest.mark.parametrize(
    ("title", "role", "country"),
    [
        ("Tổng Thư ký Hiệp hội các quốc gia Đông Nam Á (ASEAN)", "igo_head", "ASEAN"),
        ("Đại diện cấp cao về đối ngoại và an ninh của Liên minh châu Âu (EU)", "foreign_minister", "EU"),
        ("Tổng cục trưởng Tổng cục Hải quan Ghana", "agency_head", "GHA"),
        ("Thứ trưởng phụ trách Bộ Ngoại giao Ghana", "vice_foreign_minister", "GHA"),
        ("Phó Chủ nhiệm Ủy ban Kế hoạch Ghana", "agency_head", "GHA"),
    ],
)
def test_long_titles(title: str, role: str, country: str) -> None:
    (person,) = _only(f"{title} Ama Boateng thăm Kenya.", "person")
    assert (person.name, person.role, person.country) == ("Ama Boateng", role, country)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kenya dự Diễn đàn Kinh tế Đông Phi và làm việc tại Ghana.", "Diễn đàn Kinh tế Đông Phi"),
        (
            "Kenya dự Phiên họp lần thứ 3 Ủy ban chỉ đạo hợp tác Kenya - Ghana tại Accra.",
            "Phiên họp lần thứ 3 Ủy ban chỉ đạo hợp tác Kenya - Ghana",
        ),
    ],
)
def test_where_a_gathering_s_name_ends(text: str, name: str) -> None:
    assert [g.name for g in _only(text, "gathering")] == [name]


def test_no_accusation_in_a_word_for_a_factor() -> None:
    assert not _only("Kenya coi đây là yếu tố quan trọng trong quan hệ với Ghana.", "act")


def test_what_is_opposed_may_be_told_before() -> None:
    (position,) = _only("Hành động của Kenya gây phức tạp tình hình, Ghana kiên quyết phản đối.", "position")
    assert (position.by, position.stance) == (("GHA",), "oppose")
    assert position.issue == "Hành động của Kenya gây phức tạp tình hình"


def test_two_leaders_side_by_side_are_of_the_two_states() -> None:
    text = "Chủ tịch nước Hồ Văn Nam và Thủ tướng Tanaka thông báo Việt Nam - Nhật Bản nâng cấp quan hệ."
    assert {p.name: p.country for p in _only(text, "person")} == {"Hồ Văn Nam": "VNM", "Tanaka": "JPN"}


def test_a_name_of_another_land_is_of_none_of_the_own_offices() -> None:
    text = (
        "Chủ tịch nước Hồ Văn Nam và Thủ tướng Rojas hội đàm tại Lima. Việt Nam và Peru mở rộng thương mại."
    )
    assert {p.name: p.country for p in _only(text, "person")}["Rojas"] == "PER"


def test_a_region_that_acts_is_not_the_state_before_it() -> None:
    text = "Ghana gửi quân, trong khi châu Âu cân nhắc triển khai binh sĩ tại Kenya."
    assert not [c for c in _only(text, "commitment") if c.mode == "consider"]


def test_spokespersons_by_what_they_speak_for() -> None:
    text = "Phát ngôn viên điện Kremlin Ivan Orlov cáo buộc Ghana vi phạm thỏa thuận."
    (person,) = _only(text, "person")
    assert (person.name, person.role, person.country) == ("Ivan Orlov", "spokesperson", "RUS")


def test_a_name_set_off_by_commas_or_dashes_behind_its_title_and_state() -> None:
    for text in (
        "Thủ tướng Kenya, ông Musalia Mudavadi, cảm ơn Ghana.",
        "Thủ tướng Kenya - bà Musalia Mudavadi - cảm ơn Ghana.",
        "Đại sứ Kenya tại Ghana, Musalia Mudavadi, cảm ơn Ghana.",
    ):
        (person,) = _only(text, "person")
        assert (person.name, person.country) == ("Musalia Mudavadi", "KEN")


def test_titles_of_a_peoples_congress_and_a_syllable_that_is_a_land() -> None:
    text = (
        "Thủ tướng Kenya Musalia Mudavadi gặp Ủy viên trưởng Ủy ban Thường vụ Đại hội Đại biểu Nhân dân Toàn quốc "
        "Trần Bang Minh và Chủ tịch Ủy ban Toàn quốc Hội nghị Hiệp thương Chính trị Nhân dân Trung Quốc Lý Khánh."
    )
    roles = {p.name: (p.country, p.role) for p in _only(text, "person")}
    assert roles["Trần Bang Minh"] == roles["Lý Khánh"] == ("CHN", "speaker_of_parliament")
    assert not _only(text, "gathering")


def test_the_number_of_a_session_is_no_name() -> None:
    text = "Kenya chúc mừng ông Musalia Mudavadi, Chủ tịch Đại hội đồng Liên hợp quốc Khóa 81."
    assert {p.name for p in _only(text, "person")} == {"Musalia Mudavadi"}


def test_a_future_goes_on_over_a_comma() -> None:
    text = (
        "Tổng thống Ghana John Mahama sẽ hội đàm với Tổng thống Kenya William Ruto, "
        "hội kiến với Thủ tướng Kenya Musalia Mudavadi."
    )
    assert [m.modality for m in _only(text, "meeting")] == ["planned", "planned"]
    assert {m.modality for m in _only(text.replace("sẽ", "đã"), "meeting")} == {"actual"}


def test_who_is_met_one_after_the_other() -> None:
    text = (
        "Tổng thống Ghana John Mahama lần lượt hội kiến Tổng thống Kenya William Ruto "
        "và Tổng thống Peru Jose Jeri."
    )
    assert {m.countries for m in _only(text, "meeting")} == {("GHA", "KEN"), ("GHA", "PER")}


def test_a_toast_is_a_speech_and_no_meeting() -> None:
    text = (
        "Lời chúc rượu của Tổng thống Ghana John Mahama tại tiệc chiêu đãi chào mừng "
        "Tổng thống Kenya William Ruto\n\nThưa Ngài Tổng thống,\n"
        "Tôi cảm ơn Kenya đã giúp đỡ Ghana."
    )
    assert not _only(text, "meeting")
    (thanks,) = _only(text, "courtesy")
    assert (thanks.by.name, thanks.attribution.speaker) == ("John Mahama", "John Mahama")


def test_an_invitation_of_several_states() -> None:
    text = (
        "Nhận lời mời của Tổng thống Kenya William Ruto, Tổng thống Peru Jose Jeri và Quốc vương Jordan Hassan Talal, "
        "Thủ tướng Phạm Minh Chính thăm chính thức Kenya, Peru và Jordan."
    )
    invitations = _only(text, "invitation")
    assert {i.inviter.country for i in invitations} == {"KEN", "PER", "JOR"}
    assert {i.invitee.name for i in invitations} == {"Phạm Minh Chính"}


def test_telegrams_to_several_and_both_ways() -> None:
    text = "Tổng thống Kenya William Ruto gửi điện mừng tới Quốc vương Jordan Hassan Talal và Thủ tướng Omar Razzaz."
    assert {c.to.name for c in _only(text, "courtesy")} == {"Hassan Talal", "Omar Razzaz"}
    text = "Tổng thống Kenya William Ruto và Quốc vương Jordan Hassan Talal trao đổi điện mừng."
    assert {c.by.country for c in _only(text, "courtesy")} == {"KEN", "JOR"}
    assert not _only(text, "meeting")


@pytest.mark.parametrize(
    "titles",
    [
        "Tổng Bí thư Ban Chấp hành Trung ương Đảng Nhân dân Cách mạng Lào, Chủ tịch nước Cộng hòa Dân chủ Nhân dân Lào",
        "Ủy viên Bộ Chính trị Trung ương Đảng Nhân dân Cách mạng Lào, Thủ tướng",
    ],
)
def test_a_post_in_a_party_and_an_office_are_of_one(titles: str) -> None:
    text = f"Tổng thống Kenya William Ruto hội kiến {titles} Sonexay Siphandone."
    (meeting,) = _only(text, "meeting")
    assert [(a.name, a.country) for a in meeting.participants] == [
        ("William Ruto", "KEN"),
        ("Sonexay Siphandone", "LAO"),
    ]


def test_the_own_spokesperson_announces_an_invitation() -> None:
    text = (
        "Người phát ngôn Lê Thu Hà: Nhận lời mời của Tổng thống Kenya William Ruto, "
        "Thủ tướng Phạm Minh Chính thăm Kenya."
    )
    (invitation,) = _only(text, "invitation")
    assert (invitation.inviter.country, invitation.invitee.name) == ("KEN", "Phạm Minh Chính")
    told = "Trả lời báo chí, Người phát ngôn Lê Thu Hà cho biết Thủ tướng thăm Kenya. Việt Nam cảm ơn Kenya."
    assert {p.name: p.country for p in _only(told, "person")}["Lê Thu Hà"] == "VNM"
