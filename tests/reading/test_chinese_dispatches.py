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
