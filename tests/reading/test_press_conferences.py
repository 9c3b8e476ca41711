"""Press conferences and interviews whose answers bear no name: who answers, and what is only asked."""

from __future__ import annotations

from typing import Any

import pytest

import communique


def _read(lang: str, text: str, kind: str) -> list[Any]:
    return [r for r in communique.read(text, lang=lang, date="2026-03-12").records if r.kind == kind]


def test_a_spokesperson_answers_and_nobody_of_whom_was_asked() -> None:
    text = (
        "智利外交部发言人罗哈斯主持例行记者会。\n\n应肯尼亚外长奥蒂诺邀请，智利外长巴尔克拉将于5月访问肯尼亚。\n\n"
        "问：秘鲁总统基斯佩宣布退出该协定。智方对此有何评论？\n\n答：我们反对秘鲁的这一决定。"
    )
    (stance,) = _read("zh", text, "position")
    assert (stance.by, stance.attribution.speaker) == (("CHL",), "罗哈斯")


def test_the_side_that_is_asked_answers_where_nobody_is_named_before() -> None:
    text = (
        "问：秘鲁总统基斯佩昨天会见了加纳总统马哈马。韩方对此有何评论？\n\n"
        "答：韩方注意到有关报道。我们支持加纳的倡议。"
    )
    (stance,) = _read("zh", text, "position")
    assert (stance.by, stance.attribution.speaker, stance.attribution.country) == (("KOR",), None, "KOR")


def test_an_answer_is_not_of_whom_its_question_was_about() -> None:
    text = (
        "Interview with Kenyan Foreign Minister Amina Otieno\n\n"
        "Q: Peruvian President Luis Quispe left the pact. What do you say?\n\nA: We oppose the decision of Peru."
    )
    (stance,) = _read("en", text, "position")
    assert (stance.by, stance.attribution.speaker) == (("KEN",), "Amina Otieno")


@pytest.mark.parametrize(
    ("lang", "asked", "said"),
    [
        ("zh", "智利是否反对秘鲁的这一决定？", "智利反对秘鲁的这一决定。"),
        ("zh", "智利支持加纳的倡议吗？", "智利支持加纳的倡议。"),
        ("vi", "Liệu Chile có phản đối quyết định của Peru?", "Chile phản đối quyết định của Peru."),
    ],
)
def test_what_a_particle_makes_a_question_is_not_said(lang: str, asked: str, said: str) -> None:
    assert _read(lang, asked, "position") == []
    assert len(_read(lang, said, "position")) == 1
