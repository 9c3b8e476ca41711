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
