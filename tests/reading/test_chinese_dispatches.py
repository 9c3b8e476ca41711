"""Chinese dispatches: who acts behind an opening phrase, plans in a row, stances on what was told, counts of points."""

from __future__ import annotations

from typing import Any

import pytest

import communique


def _read(text: str, kind: str) -> list[Any]:
    return [r for r in communique.read(text, lang="zh", date="2026-03-12").records if r.kind == kind]


def test_who_acts_stands_behind_a_phrase_of_purpose() -> None:
    text = "为支持肯尼亚人民抗灾，加纳政府将向肯尼亚政府提供300万美元的援助。"
    assert [(r.by, r.toward) for r in _read(text, "act")] == [(("GHA",), ("KEN",))]


def test_a_future_goes_on_over_the_verbs_of_a_row() -> None:
    text = "智利外长巴尔克拉将于3月20日应邀对秘鲁、玻利维亚和巴拉圭进行正式访问。"
    assert {(v.destination, v.modality) for v in _read(text, "visit")} == {
        ("PER", "planned"),
        ("BOL", "planned"),
        ("PRY", "planned"),
    }
    text = "智利副总统加西亚将于3月20日出席利马论坛并访问秘鲁。"
    assert [v.modality for v in _read(text, "visit")] == ["planned"]


def test_a_future_behind_what_was_done_is_not_of_it() -> None:
    text = "智利外长巴尔克拉访问了秘鲁，并将于5月会见秘鲁总统博鲁阿尔特。"
    assert [v.modality for v in _read(text, "visit")] == ["actual"]
    assert [m.modality for m in _read(text, "meeting")] == ["planned"]


@pytest.mark.parametrize("words", ["强烈不满、坚决反对", "表示强烈不满和坚决反对", "深表遗憾"])
def test_a_stance_on_what_was_told_in_another_sentence(words: str) -> None:
    text = f"秘鲁宣布提高关税。智利外交部发言人加西亚表示，智方对此{words}。"
    (stance,) = [p for p in _read(text, "position") if p.by == ("CHL",)]
    assert (stance.stance, stance.issue) == ("oppose", None)


def test_to_own_up_to_a_deed_is_no_recognition() -> None:
    assert _read("智利军方承认误击秘鲁渔船。", "position") == []


def test_the_numbers_of_points_count_nothing() -> None:
    text = "一是智利与秘鲁贸易往来加深。二是双向投资扩大。三是重大项目投资落地。"
    assert _read(text, "indicator") == []


def test_a_leader_whom_his_own_spokesman_tells_of() -> None:
    text = "法国总统新闻秘书勒科克表示，总统马克龙与加纳总统马哈马通了电话。"
    persons = {p.name: p.country for p in _read(text, "person")}
    assert persons["马克龙"] == "FRA"


def test_a_day_just_over_is_no_time_that_is_set() -> None:
    text = "加纳政府将向肯尼亚政府提供一批药品，首批药品于10日从阿克拉启运。"
    assert [c.due for c in _read(text, "commitment")] == [None]


def test_what_stands_behind_even_if_is_a_condition() -> None:
    text = "秘鲁外长表示，即便智利向玻利维亚提供导弹，也不会改变局势。"
    assert {a.modality for a in _read(text, "act")} <= {"conditional"}


def test_a_delegation_of_guests_is_no_visit_of_its_host() -> None:
    text = "智利总统博里奇接见秘鲁国会庆贺团。博里奇接见了秘鲁访团。"
    assert _read(text, "visit") == []
    assert _read(text, "courtesy") == []


def test_rulers_have_numbers_behind_their_names() -> None:
    text = "西班牙国王费利佩六世会见约旦国王阿卜杜拉二世。费利佩六世表示，西班牙愿同约旦加强合作。"
    assert {p.name for p in _read(text, "person")} == {"费利佩六世", "阿卜杜拉二世"}


def test_a_style_behind_a_name_is_none_of_it() -> None:
    text = "鲁托总统对加纳总统马哈马先生和外交部长阿布拉夸女士表示感谢。肯尼亚外长在座。"
    persons = {p.name: p.country for p in _read(text, "person")}
    assert (persons["马哈马"], persons["阿布拉夸"]) == ("GHA", "GHA")


def test_who_gives_a_speech_is_named_on_the_line_below_its_title() -> None:
    text = (
        "在秘鲁议会的演讲\n（2026年3月10日，利马）\n智利共和国总统 李大伟\n尊敬的博鲁阿尔特总统，\n"
        "各位朋友：\n感谢博鲁阿尔特总统的热情接待。智方愿同秘方扩大贸易。"
    )
    assert {p.name: p.country for p in _read(text, "person")}["李大伟"] == "CHL"
    assert [c.attribution.speaker for c in _read(text, "commitment")] == ["李大伟"]


def test_who_tells_of_a_call_took_no_part_in_it() -> None:
    text = (
        "肯尼亚总统鲁托和加纳总统马哈马12日通电话。"
        "肯尼亚总统新闻秘书科里尔12日晚说，鲁托在通话中邀请马哈马访问内罗毕。"
    )
    (call,) = _read(text, "meeting")
    assert [p.name for p in call.participants] == ["鲁托", "马哈马"]


@pytest.mark.parametrize(
    ("where", "name", "country"),
    [
        ("在瑞士日内瓦", "Geneva", "CHE"),
        ("在埃塞俄比亚首都亚的斯亚贝巴", "Addis Ababa", "ETH"),
        ("在上海", "Shanghai", "CHN"),
        ("在埃塞俄比亚", None, "ETH"),
    ],
)
def test_towns_behind_their_states(where: str, name: str | None, country: str) -> None:
    (meeting,) = _read(f"肯尼亚总统鲁托{where}会见加纳总统马哈马。", "meeting")
    assert (meeting.place.name, meeting.place.country) == (name, country)


def test_a_gathering_with_a_number_and_the_place_before_it() -> None:
    (summit,) = _read("肯尼亚总统鲁托出席在秘鲁利马举行的第12届美洲峰会。", "gathering")
    assert (summit.ordinal, summit.place.name, summit.place.country) == (12, "Lima", "PER")
    assert _read("肯尼亚总统鲁托出席在秘鲁利马举行的第12届美洲峰会。", "meeting") == []


def test_what_two_agree_that_they_will_do_is_agreed() -> None:
    text = "智利和秘鲁两国总统一致同意，将坚定不移加强双边合作。"
    assert [(c.mode, c.modality) for c in _read(text, "commitment")] == [("agree", "agreed")]


def test_each_treaty_is_with_whom_its_own_phrase_names() -> None:
    text = "肯尼亚同加纳签署渔业协定，同多哥签署贸易协定。"
    parties = {a.title: set(a.parties) for a in _read(text, "agreement")}
    assert parties == {"渔业协定": {"KEN", "GHA"}, "贸易协定": {"KEN", "TGO"}}


@pytest.mark.parametrize(
    "text",
    [
        "肯尼亚总统鲁托分别致电加纳总统马哈马和多哥总统福雷，就洪灾表示诚挚慰问。",
        "肯尼亚总统鲁托12日分别向加纳总统马哈马、多哥总统福雷致慰问电。",
    ],
)
def test_telegrams_to_several(text: str) -> None:
    assert {(c.to.name, c.to.country) for c in _read(text, "courtesy")} == {
        ("马哈马", "GHA"),
        ("福雷", "TGO"),
    }


def test_a_visit_looked_forward_to_is_not_one_of_the_guest() -> None:
    text = "肯尼亚总统鲁托会见加纳前外长阿伊瓦，表示期待今年内对加纳进行国事访问。"
    assert [(v.visitor.name, v.destination) for v in _read(text, "visit")] == []


def test_envoys_posted_to_a_state_of_one_character() -> None:
    text = "外交部長陳志明今天接受海地新任駐台大使潘恩、巴拉圭新任駐台大使費拉迪加呈遞國書。台灣感謝友邦。"
    persons = {p.name: p.country for p in _read(text, "person")}
    assert (persons["潘恩"], persons["費拉迪加"]) == ("HTI", "PRY")


def test_two_offices_side_by_side_are_of_one() -> None:
    text = "中国政府特使外交部副部长李大伟会见了智利外长巴尔克拉。"
    (meeting,) = _read(text, "meeting")
    assert {(p.name, p.country) for p in meeting.participants} == {("李大伟", "CHN"), ("巴尔克拉", "CHL")}


def test_who_is_only_heard_does_not_speak() -> None:
    text = "智利外长巴尔克拉同秘鲁外长席勒通话。听取席勒介绍秘方立场后，巴尔克拉表示，智方愿同秘方扩大贸易。"
    assert [c.attribution.speaker for c in _read(text, "commitment")] == ["巴尔克拉"]


def test_an_attack_that_is_spoken_of_is_not_the_speakers() -> None:
    text = "秘鲁外交部回应，袭击智利领导人严重违反国际法，秘方对此予以坚决反对和强烈谴责。"
    assert "ASSAULT" not in {a.plover for a in _read(text, "act")}
    assert {p.stance for p in _read(text, "position")} == {"oppose", "condemn"}


def test_what_is_hoped_of_both_is_proposed() -> None:
    text = "智利总统博里奇会见秘鲁总统博鲁阿尔特。博里奇希望双方加强科技合作，扩大贸易。"
    assert {(c.mode, c.by) for c in _read(text, "commitment")} == {("propose", ("CHL",))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("外交部长李大伟将于3月18日访问肯尼亚。", "李大伟"),
        ("商务部部长李文海会见肯尼亚贸易部长金扬朱。", "李文海"),
        ("外交部副部长马朝旭会见肯尼亚驻华大使。", "马朝旭"),
    ],
)
def test_ministers_of_the_own_state_that_is_not_named(text: str, name: str) -> None:
    assert {p.name: p.country for p in _read(text, "person")}[name] == "CHN"


def test_a_second_minister_of_one_office_is_of_the_guests() -> None:
    text = "中国外长李大伟会见越南总理范文明。外交部长裴青山在座。"
    assert {p.name: p.country for p in _read(text, "person")}["裴青山"] == "VNM"


def test_three_who_met_agree_together() -> None:
    text = "智利总统博里奇在利马同秘鲁总统博鲁阿尔特、巴西总统卢拉举行三方会谈。三国元首一致同意扩大贸易。"
    assert [set(c.by) for c in _read(text, "commitment")] == [{"CHL", "PER", "BRA"}]


def test_a_gathering_begins_behind_the_dateline() -> None:
    text = "新华社达卡3月5日电 第十二届南盟峰会5日在达卡开幕。"
    assert [(g.name, g.ordinal) for g in _read(text, "gathering")] == [("第十二届南盟峰会", 12)]


@pytest.mark.parametrize(
    "text",
    [
        "驻秘鲁大使李津津拜会秘鲁总统何塞·赫里。李大使表示，中国愿同秘鲁加强合作。",
        "中国驻秘鲁大使馆举行招待会。驻秘鲁大使李津津致辞。",
    ],
)
def test_an_envoy_without_a_state_is_not_of_the_one_posted_to(text: str) -> None:
    envoy = next(p for p in _read(text, "person") if p.name == "李津津")
    assert (envoy.country, envoy.role_text) == ("CHN", "驻秘鲁大使")


@pytest.mark.parametrize(
    ("title", "name", "country", "units"),
    [
        ("海南省省长", "刘小明", "CHN", ("CN-HI",)),
        ("云南省委书记", "王宁", "CHN", ("CN-YN",)),
        ("旧金山市市长", "李孟贤", "USA", ()),
    ],
)
def test_the_place_before_a_local_office_tells_its_state(
    title: str, name: str, country: str, units: tuple[str, ...]
) -> None:
    found = _read(f"{title}{name}10日在利马会见秘鲁总统何塞·赫里。", "person")
    person = next(p for p in found if p.name == name)
    assert (person.country, tuple(person.units), person.role_text) == (country, units, title)


def test_a_visit_to_a_province() -> None:
    assert [v.destination for v in _read("秘鲁总统何塞·赫里访问海南省。", "visit")] == ["CHN"]


def test_an_embassy_told_by_where_it_is_alone_is_the_own_side_s() -> None:
    text = "新华社利伯维尔3月11日电 驻加蓬使馆11日向加蓬卫生部捐赠一批药品。"
    assert [(a.plover, a.by, a.toward) for a in _read(text, "act")] == [("AID", ("CHN",), ("GAB",))]
    text = "3月11日，李明大使代表驻加蓬使馆向加蓬政府捐赠100吨大米。"
    assert _read(text, "act") == []
    assert [p.country for p in _read(text, "person")] == [None]
    text = "韩国驻加蓬使馆11日向加蓬卫生部捐赠一批药品。"
    assert [(a.by, a.toward) for a in _read(text, "act")] == [(("KOR",), ("GAB",))]


def test_a_negation_before_a_verb_s_phrase_behind_a_comma() -> None:
    text = "智利一向光明磊落，从未向秘鲁提供致命武器。"
    assert [a.modality for a in _read(text, "act")] == ["negated"]
    text = "智利光明磊落，不因分歧止步，愿向秘鲁提供小麦。"
    assert [c.modality for c in _read(text, "commitment")] == ["intended"]


@pytest.mark.parametrize("month", ["3月份", "3月的会议上", "去年9月份"])
def test_the_number_of_a_month_counts_nothing(month: str) -> None:
    figures = _read(f"智利在{month}向秘鲁提供10吨大米。", "indicator")
    assert [f.value for f in figures] == [10]
