"""Chinese readings: whose officials are whose, ministries and names of many presses, figures, who acts."""

from __future__ import annotations

from typing import Any

import pytest

import communique


def _read(text: str, kind: str) -> list[Any]:
    return [r for r in communique.read(text, lang="zh", date="2025-03-05").records if r.kind == kind]


def _states(text: str) -> dict[str, str | None]:
    return {p.name: p.country for p in _read(text, "person")}


def test_titles_behind_names_in_a_list_are_each_of_their_own_name() -> None:
    text = "古巴总理马雷罗访问中国。吴强主席会见马雷罗总理，孙毅总理、陈立委员长将分别同他会谈。"
    roles = {p.name: p.role for p in _read(text, "person")}
    assert roles["马雷罗"] == roles["孙毅"] == "head_of_government"
    assert roles["陈立"] == "speaker_of_parliament"


def test_a_second_holder_of_an_office_is_of_the_other_state() -> None:
    text = "古巴总理马雷罗访问中国。吴强主席会见马雷罗总理，孙毅总理、陈立委员长将分别同他会谈。"
    states = _states(text)
    assert (states["孙毅"], states["陈立"]) == ("CHN", "CHN")


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("荷兰贸易与发展合作部部长", "minister"),
        ("新加坡律政部长", "minister"),
        ("新加坡国家发展部部长", "minister"),
        ("泰国数码经济与社会部副部长", "vice_minister"),
    ],
)
def test_ministries_that_no_list_has(title: str, role: str) -> None:
    (person,) = _read(f"越南总理与{title}卡维签署协议。", "person")
    assert (person.role_text, person.role) == (title, role)
    assert person.country in {"NLD", "SGP", "THA"}


def test_no_ministry_is_made_of_a_session_or_a_verb() -> None:
    text = "秘鲁愿落实中拉论坛第四届部长会议成果。秘鲁希望部长卡维来访。"
    assert {p.role_text for p in _read(text, "person")} == {"部长"}


def test_a_president_of_the_press_of_an_island() -> None:
    text = "副總統陳麗雲今天接見巴拉圭國會議長拉托雷，感謝巴拉圭對台灣的支持。外交部次長許志宏陪同。"
    assert _states(text) == {"陳麗雲": "TWN", "拉托雷": "PRY", "許志宏": "TWN"}


def test_names_in_latin_letters_stand_before_titles_too() -> None:
    text = "智利外长巴尔克拉同來訪的費科（Jan Ficko）總統會談。"
    assert "費科" in _states(text)


def test_short_names_of_states_in_several_presses() -> None:
    assert _states("馬國首相卡立會見紐國總理拉克森。") == {"卡立": "MYS", "拉克森": "NZL"}
    assert _states("日本愿以国际法为基础处理分歧。") == {}


def test_longer_names_than_the_ones_listed() -> None:
    assert "莫迪尔" in _states("智利总统莫迪尔抵达秘鲁。")


def test_who_meets_in_a_clause_of_time_is_told_behind_it() -> None:
    text = (
        "智利外长巴尔克拉先后会见秘鲁外长谢雷尔、古巴外长罗德里格斯。会见谢雷尔时，巴尔克拉表示，两国关系良好。"
        "谢雷尔感谢智方。会见罗德里格斯时，巴尔克拉表示，智古关系良好。"
    )
    met = {frozenset(m.countries) for m in _read(text, "meeting")}
    assert frozenset({"CHL", "CUB"}) in met
    assert frozenset({"PER", "CUB"}) not in met


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("3亿5000万美元", 350_000_000, "USD"),
        ("新台币2.5亿元", 250_000_000, "TWD"),
        ("12亿日币", 1_200_000_000, "JPY"),
        ("1亿元人民币", 100_000_000, "CNY"),
    ],
)
def test_sums_of_money(written: str, value: float, unit: str) -> None:
    (figure,) = _read(f"日本向智利提供{written}贷款。", "indicator")
    assert (figure.value, figure.unit) == (value, unit)


def test_a_visit_called_off() -> None:
    (visit,) = _read("智利总统博里奇取消访问秘鲁。", "visit")
    assert visit.modality == "negated"


def test_names_with_letters_in_brackets_stand_as_without() -> None:
    text = "智利外长费科（Jan Ficko）访问秘鲁。"
    assert [v.visitor.name for v in _read(text, "visit")] == ["费科"]


def test_names_that_a_dash_joins_and_verbs_of_saying_behind_names() -> None:
    text = "伊朗总统府发言人阿卜杜-礼萨·卡里米说，外交部发言人毛平说，中国和伊朗将合作。"
    assert set(_states(text)) == {"阿卜杜-礼萨·卡里米", "毛平"}


def test_titles_of_honour_stand_between_an_office_and_a_name() -> None:
    assert _states("大马首相拿督斯里卡立会见泰国总理佩通坦。")["卡立"] == "MYS"


def test_an_envoy_is_not_the_leader_who_sends_him() -> None:
    text = "张立主席特使、国务委员孙毅访问肯尼亚。"
    assert {p.name: p.role for p in _read(text, "person")}.get("张立") != "special_envoy"
    assert [v.visitor.name for v in _read(text, "visit")] == ["孙毅"]


def test_states_of_one_character_side_by_side_act_together() -> None:
    (pledge,) = _read("日智将扩大矿业合作。日本和智利重视环境。", "commitment")
    assert set(pledge.by) == {"JPN", "CHL"}


def test_a_city_is_no_row_of_states() -> None:
    (railway,) = _read("秘鲁企业承建的肯尼亚蒙巴萨铁路通车。", "project")
    assert set(railway.parties) == {"PER", "KEN"}


def test_a_conference_of_ministers_is_no_future() -> None:
    (meeting,) = _read("秘鲁外长谢雷尔在东盟外长会期间会见了智利外长巴尔克拉。", "meeting")
    assert meeting.modality == "actual"


def test_what_is_opposed_may_be_told_before() -> None:
    (position,) = _read("发言人孙毅说，美方的单边关税损害自由贸易，中方坚决反对。", "position")
    assert (position.by, position.stance) == (("CHN",), "oppose")
    assert position.issue == "美方的单边关税损害自由贸易"


def test_hope_in_one_character() -> None:
    (pledge,) = _read("智利希与秘鲁扩大贸易。", "commitment")
    assert (pledge.by, pledge.toward) == (("CHL",), ("PER",))


def test_the_day_of_a_date_is_no_state() -> None:
    text = "希腊和约旦签署协议。4月19日外长马丁尼答记者问。"
    assert "JPN" not in _states(text).values()
    (sanction,) = [r for r in _read("6月7日美方宣布制裁伊朗。", "act") if r.plover == "SANCTION"]
    assert sanction.by == ("USA",)


def test_whom_an_actor_meets_is_of_another_side() -> None:
    text = "希腊外长耶拉佩特访问了约旦。此访正值约旦新政府成立，耶拉佩特外长同哈桑首相会见，同侯赛因副首相举行会谈。"
    assert _states(text) == {"耶拉佩特": "GRC", "哈桑": "JOR", "侯赛因": "JOR"}


def test_two_of_one_side_may_meet_a_third_together() -> None:
    text = "希腊总理米佐同外长耶拉佩特会见约旦首相哈桑。"
    assert _states(text) == {"米佐": "GRC", "耶拉佩特": "GRC", "哈桑": "JOR"}


def test_who_visits_a_state_is_not_of_it() -> None:
    assert _states("外长哈桑访问了希腊。约旦感谢希腊。") == {"哈桑": "JOR"}


def test_the_subject_stands_behind_a_clause_of_time() -> None:
    text = "希腊与约旦爆发冲突后，智利外长巴尔克拉同秘鲁外长舍莱尔通电话。"
    (meeting,) = _read(text, "meeting")
    assert set(meeting.countries) == {"CHL", "PER"}


@pytest.mark.parametrize(
    "text",
    [
        "智利外长巴尔克拉分别同秘鲁外长舍莱尔和约旦外长萨法迪通电话。",
        "智利外长巴尔克拉先后会见秘鲁外长舍莱尔、约旦外长萨法迪。",
    ],
)
def test_one_by_one_are_as_many_meetings(text: str) -> None:
    meetings = _read(text, "meeting")
    assert {tuple(a.name for a in m.participants) for m in meetings} == {
        ("巴尔克拉", "舍莱尔"),
        ("巴尔克拉", "萨法迪"),
    }


def test_two_hosts_receive_a_guest_one_by_one() -> None:
    text = "智利总统博里奇、外长巴尔克拉分别会见约旦首相哈桑。"
    names = [tuple(a.name for a in m.participants) for m in _read(text, "meeting")]
    assert sorted(names) == [("博里奇", "哈桑"), ("巴尔克拉", "哈桑")]


def test_a_list_goes_on_behind_a_comma() -> None:
    text = "智利外长巴尔克拉应邀同秘鲁外长舍莱尔，以及约旦外长萨法迪通电话。"
    (meeting,) = _read(text, "meeting")
    assert meeting.countries == ("CHL", "PER", "JOR")


def test_both_sides_act_behind_a_phrase_about_them() -> None:
    text = "智利和秘鲁举行会谈。为加强对智秘关系的引领，双方决定成立委员会。"
    assert {c.by for c in _read(text, "commitment")} == {("CHL", "PER")}


def test_who_asks_at_a_press_conference_ends_the_turn_of_who_answers() -> None:
    text = (
        "希腊外交部发言人帕帕主持记者会。\n帕帕：希腊愿同约旦加强合作。\n"
        "安莎社记者：约旦外长萨法迪访问了智利。智利总统感谢约旦。\n帕帕：我们支持约旦。"
    )
    thanks = _read(text, "courtesy")
    assert [c.attribution.speaker for c in thanks] == [None]
    (position,) = _read(text, "position")
    assert position.attribution.speaker == "帕帕"


def test_a_future_goes_on_over_a_comma() -> None:
    text = "希腊总统米佐将于5月访问约旦，并同约旦首相哈桑举行会谈。"
    assert [m.modality for m in _read(text, "meeting")] == ["planned"]
    text = "希腊总统米佐5月访问了约旦，并同约旦首相哈桑举行会谈。"
    assert [m.modality for m in _read(text, "meeting")] == ["actual"]


def test_a_stance_is_held_whatever_is_planned() -> None:
    text = "希腊将设立基金，支持约旦的改革。"
    assert [p.modality for p in _read(text, "position")] == ["actual"]


@pytest.mark.parametrize(
    ("title", "country"),
    [
        ("希腊外交部条约司司长", "GRC"),
        ("希腊外交部欧洲司司长", "GRC"),
        ("约旦代表团团长、外交部裁军司司长", "JOR"),
    ],
)
def test_departments_of_a_ministry(title: str, country: str) -> None:
    people = _read(f"{title}帕帕会见智利外长巴尔克拉。", "person")
    assert {p.name: p.country for p in people} == {"帕帕": country, "巴尔克拉": "CHL"}
    assert people[0].role_text == title


def test_names_that_hold_the_name_of_a_place() -> None:
    text = "智利总统科罗马和政府总理波松会见约旦首相哈桑。"
    assert _states(text) == {"科罗马": "CHL", "波松": "CHL", "哈桑": "JOR"}


def test_a_reason_that_ends_a_name() -> None:
    assert set(_states("智利外长巴尔克拉同约旦首相侯赛因举行会谈。")) == {"巴尔克拉", "侯赛因"}
    assert set(_states("智利外长巴尔克拉因涉嫌贪腐被捕。")) == {"巴尔克拉"}


def test_a_number_before_a_scale_is_no_year() -> None:
    (figure,) = _read("2023年智利和约旦贸易额达2000万美元。", "indicator")
    assert (figure.value, figure.period) == (20_000_000, "2023")


def test_condolences_of_many_go_to_whom_the_first_go() -> None:
    text = "多国向约旦表示慰问。智利总统科罗马向约旦表示哀悼。\n希腊总理米佐对遇难者表示深切哀悼。"
    courtesies = [c for c in _read(text, "courtesy") if c.by.country == "GRC"]
    assert [(c.by.name, c.to.country) for c in courtesies] == [("米佐", "JOR")]


def test_telegrams_both_ways_and_to_several() -> None:
    mutual = _read("智利总统科罗马同约旦国王哈桑互致贺电。", "courtesy")
    assert {(c.by.name, c.to.name) for c in mutual} == {("科罗马", "哈桑"), ("哈桑", "科罗马")}
    several = _read("智利总统科罗马祝贺约旦国王哈桑和首相侯赛因。", "courtesy")
    assert {c.to.name for c in several} == {"哈桑", "侯赛因"}


def test_two_of_one_side_speak_for_it() -> None:
    text = "约旦国王哈桑、首相侯赛因表示，约旦愿向智利提供帮助。"
    (pledge,) = _read(text, "commitment")
    assert (pledge.by, pledge.attribution.country, pledge.attribution.manner) == (("JOR",), "JOR", "indirect")


def test_an_invitation_of_two_states() -> None:
    text = "应智利总统博里奇、秘鲁总统科罗马邀请，约旦国王哈桑将对智利和秘鲁进行国事访问。"
    invitations = _read(text, "invitation")
    assert {(i.inviter.name, i.invitee.name) for i in invitations} == {("博里奇", "哈桑"), ("科罗马", "哈桑")}
    visits = _read(text, "visit")
    assert {(v.visitor.name, v.destination) for v in visits} == {("哈桑", "CHL"), ("哈桑", "PER")}
    assert not _read(text, "commitment")


def test_a_state_that_chairs_an_organisation_invites_for_itself() -> None:
    text = "应东盟轮值主席国菲律宾总统科罗马邀请，约旦国王哈桑将访问菲律宾。"
    (invitation,) = _read(text, "invitation")
    assert (invitation.inviter.country, invitation.invitee.country) == ("PHL", "JOR")


def test_a_stance_is_not_that_of_the_clause_before() -> None:
    text = "智利对秘鲁发起的制裁违反国际法，约方对此予以谴责。约旦支持秘鲁。"
    assert not [p for p in _read(text, "position") if p.by == ("CHL",)]
    (position,) = _read("约旦对智利的制裁表示谴责。", "position")
    assert (position.by, position.stance) == (("JOR",), "condemn")


def test_ministers_by_their_korean_titles() -> None:
    text = "韩国外交部长官赵贤会见智利国防部长巴尔克拉，统一部长官郑东在座。"
    roles = {p.name: (p.country, p.role) for p in _read(text, "person")}
    assert roles["赵贤"] == ("KOR", "foreign_minister")
    assert roles["郑东"][1] == "minister"


def test_an_invitation_that_a_spokesman_announces() -> None:
    text = "约旦外交部发言人帕帕主持记者会。\n帕帕：应约旦国王哈桑邀请，智利总统博里奇将于5月10日访问约旦。"
    (invitation,) = _read(text, "invitation")
    assert (invitation.inviter.name, invitation.invitee.name) == ("哈桑", "博里奇")
    assert invitation.attribution.speaker == "帕帕"
