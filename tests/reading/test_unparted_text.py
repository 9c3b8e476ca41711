"""Text without spaces: its words, the names in it, states of one character, and phrases before their verb."""

from __future__ import annotations

import pytest

import communique
from communique.kinds.record import Record
from communique.lexicon import load
from communique.mentions.characters import Characters
from communique.mentions.matcher import find
from communique.mentions.name_runs import NameRuns
from communique.mentions.short_states import ShortStates
from communique.text.fold import fold

LEXICON = load("zh")


def _names(text: str) -> set[str]:
    folded = fold(text)
    found = NameRuns(LEXICON, Characters(LEXICON)).find(text, folded, find(LEXICON, text, folded).names)
    return set() if found is None else {match[0] for match in found.finditer(folded)}


def _states(text: str) -> list[tuple[str, str]]:
    folded = fold(text)
    hits = ShortStates(LEXICON).add(folded, find(LEXICON, text, folded).names, None)
    return [(text[h.start : h.end], h.term.value) for h in hits if h.term.type == "state"]


def _records(text: str, kind: str) -> list[Record]:
    return [r for r in communique.read(text, lang="zh", date="2025-03-05").records if r.kind == kind]


def test_known_words_are_the_longest() -> None:
    text = "深化人文交流"
    pieces = Characters(LEXICON).cut(text, 0, len(text))
    assert [text[p.start : p.end] for p in pieces] == ["深化", "人文", "交流"]


def test_no_word_goes_past_the_end_or_begins_at_it() -> None:
    characters, text = Characters(LEXICON), "深化"
    assert [characters.word_at(text, 0, end) for end in (0, 1, 2)] == [0, 1, 2]
    assert characters.word_at(text, len(text), len(text)) == 0


def test_phrases_of_cues_fall_apart() -> None:
    assert "实施制裁" not in LEXICON.known_words
    assert {"实施", "制裁"} <= LEXICON.known_words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("智利总统博里奇会见秘鲁总理阿拉纳。", {"博里奇", "阿拉纳"}),
        ("外交部长王毅表示赞赏。", {"王毅"}),
        ("日本首相石破茂抵达。", {"石破茂"}),
        ("中方愿同卢拉总统保持沟通。", {"卢拉"}),
        ("總理盧克森抵達。", {"卢克森"}),
        ("埃塞俄比亚总理阿比·艾哈迈德发表讲话。", {"阿比·艾哈迈德"}),
        ("美国总统特朗普宣布加征关税。特朗普通电话。", {"特朗普"}),
        ("中日外长举行会谈，中国和日本同意合作。", set()),
    ],
)
def test_names_beside_titles(text: str, names: set[str]) -> None:
    assert _names(text) == names


def test_states_of_one_character() -> None:
    assert _states("中美关系") == [("中", "CHN"), ("美", "USA")]
    assert _states("中方重视。") == [("中方", "CHN")]
    assert _states("对华出口") == [("华", "CHN")]
    assert _states("双方就此讨论美好未来。") == []


def test_a_shared_character_means_whom_the_text_names() -> None:
    assert ("巴方", "BRA") in _states("巴西总统到访，巴方欢迎。")
    assert ("巴方", "PAK") in _states("巴基斯坦总统到访，巴方欢迎。")
    assert _states("新方案") == []


def test_a_relative_clause_stands_before_its_noun() -> None:
    text = "智利总统博里奇同来华进行国事访问的秘鲁总统博鲁阿尔特举行会谈。"
    (meeting,) = _records(text, "meeting")
    assert {p.name for p in meeting.participants} == {"博里奇", "博鲁阿尔特"}  # type: ignore[attr-defined]
    (visit,) = _records(text, "visit")
    assert visit.visitor.name == "博鲁阿尔特"  # type: ignore[attr-defined]
    assert visit.destination == "CHN"  # type: ignore[attr-defined]


def test_comma_clauses_are_actions_of_their_own() -> None:
    text = "智利总统博里奇表示，智方愿同秘方以此访为契机，扩大贸易，深化矿业合作，加强人文交流。秘方赞赏。"
    actions = [r.action for r in _records(text, "commitment")]  # type: ignore[attr-defined]
    assert sorted(actions) == sorted(["扩大贸易", "深化矿业合作", "加强人文交流"])


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2024年7月3日", "2024-07-03"),
        ("7月3日", "2025-07-03"),
        ("去年10月", "2024-10"),
        ("4日至5日", "2025-03-04/2025-03-05"),
    ],
)
def test_dates_begin_with_the_year(written: str, date: str) -> None:
    text = f"{written}，智利总统博里奇会见秘鲁总统博鲁阿尔特。"
    (meeting,) = _records(text, "meeting")
    assert meeting.date == date  # type: ignore[attr-defined]


def test_classifiers_stand_before_what_is_counted() -> None:
    (figure,) = _records("智利和秘鲁签署20多项协议。", "indicator")
    assert (figure.measure, figure.value, figure.bound) == ("agreements", 20, "over")  # type: ignore[attr-defined]


def test_a_full_stop_ends_a_sentence_before_a_number() -> None:
    reading = communique.read("智利和秘鲁扩大贸易。2024年贸易额达30亿美元。", lang="zh")
    assert len(reading.segments) == 2


def test_a_name_may_begin_with_that_of_a_state() -> None:
    (met,) = _records("智利外长捷克索夫会见约旦首相哈桑。", "meeting")
    assert met.countries == ("CHL", "JOR")
    assert [p.name for p in met.participants] == ["捷克索夫", "哈桑"]
    assert [p.name for p in _records("秘鲁外长加西亚访问约旦。", "person")] == ["加西亚"]


def test_a_given_name_that_is_a_word_ends_before_one_of_saying() -> None:
    assert [p.name for p in _records("智利外长林刚说，智利支持该计划。", "person")] == ["林刚"]


def test_a_state_told_by_one_character_and_the_word_for_state() -> None:
    text = "巴拉圭外长罗哈斯访问约旦。巴国将向约旦提供小麦。"
    assert ("巴国", "PRY") in _states(text)
    assert [(a.by, a.toward) for a in _records(text, "act")] == [(("PRY",), ("JOR",))]


def test_formal_names_of_states() -> None:
    assert _states("塔吉克斯坦共和国外长与南苏丹共和国外长") == [
        ("塔吉克斯坦共和国", "TJK"),
        ("南苏丹共和国", "SSD"),
    ]
    text = "肯尼亚共和国外长奥蒂诺和塔吉克斯坦共和国外长穆赫里丁出席会晤。"
    assert {p.name: p.country for p in _records(text, "person")} == {"奥蒂诺": "KEN", "穆赫里丁": "TJK"}
