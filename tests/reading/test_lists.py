"""Lists: each point is read with the words that lead in to it, and is quoted where the text has it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import communique
from communique.views.quoted import whole

MET = "Foreign Ministers Penny Wong of Australia and Takeshi Iwaya of Japan met in Tokyo."


def records(lang: str, text: str, kind: str) -> list[Any]:
    return [r for r in communique.read(text, lang=lang, date="2025-06-02").records if r.kind == kind]


def quotes(text: str, found: list[Any]) -> list[list[str]]:
    assert all(text[part.start : part.end] == part.quote for r in found for part in r.evidence)
    return [[part.quote for part in r.evidence] for r in found]


@pytest.mark.parametrize("mark", ["- ", "• ", "1. ", "(a) ", "2) "])
def test_points_have_the_subject_that_leads_in(mark: str) -> None:
    text = (
        f"{MET} The two ministers:\n\n{mark}welcomed the truce;\n{mark}condemned the attack on Ghana; and\n"
    )
    text += f"{mark}Agreed to build a port.\n"
    found = records("en", text, "position")
    assert [(r.stance, set(r.by)) for r in found] == [
        ("support", {"AUS", "JPN"}),
        ("condemn", {"AUS", "JPN"}),
    ]
    assert quotes(text, found)[1] == ["condemned the attack on Ghana", "The two ministers"]
    (pact,) = records("en", text, "commitment")
    assert (pact.mode, pact.action) == ("agree", "build a port")


@pytest.mark.parametrize(
    ("lang", "text", "actions"),
    [
        (
            "en",
            MET + " The two sides agreed to:\n- set up a joint commission\n- open a consulate in Perth",
            ["set up a joint commission", "open a consulate in Perth"],
        ),
        (
            "en",
            MET + " The two sides agreed on the following: (a) annual summits; (b) more flights.",
            ["annual summits", "more flights"],
        ),
        (
            "de",
            "Die Außenminister Penny Wong aus Australien und Takeshi Iwaya aus Japan trafen sich in Tokio. "
            "Die beiden Minister vereinbarten:\n\n- den Bau einer Brücke,\n- die Öffnung eines Konsulats.",
            ["den Bau einer Brücke", "die Öffnung eines Konsulats"],
        ),
        (
            "es",
            "El presidente de Chile, Gabriel Boric, y el presidente de Perú, José Jerí, se reunieron en Lima. "
            "Ambos presidentes acordaron:\n- construir un puente\n- abrir un consulado",
            ["construir un puente", "abrir un consulado"],
        ),
        (
            "fr",
            "Le président kényan William Ruto et le président ghanéen John Mahama se sont rencontrés à Accra. "
            "Les deux présidents ont convenu de :\n- construire un pont ;\n- ouvrir un consulat à Kumasi.",
            ["construire un pont", "ouvrir un consulat à Kumasi"],
        ),
        (
            "ru",
            "Президент Кении Уильям Руто и президент Ганы Джон Махама встретились в Аккре. Стороны "
            "договорились:\n— построить мост;\n— открыть консульство в Кумаси.",
            ["построить мост", "открыть консульство в Кумаси"],
        ),
        (
            "ar",
            "التقى الرئيس الكيني وليام روتو الرئيس الغاني جون ماهاما في أكرا. واتفق الجانبان على ما يلي:\n"
            "- إنشاء لجنة مشتركة\n- فتح قنصلية في كوماسي",
            ["إنشاء لجنة مشتركة", "فتح قنصلية في كوماسي"],
        ),
        (
            "vi",
            "Tổng thống Kenya William Ruto hội đàm với Tổng thống Ghana John Mahama tại Accra. Hai bên nhất "
            "trí:\n- mở lãnh sự quán;\n- tăng cường hợp tác nông nghiệp.",
            ["mở lãnh sự quán", "tăng cường hợp tác nông nghiệp"],
        ),
        (
            "zh",
            "肯尼亚总统鲁托同加纳总统马哈马在阿克拉会谈。双方一致同意：\n一、成立联合委员会；\n二、扩大农业合作。",
            ["成立联合委员会", "扩大农业合作"],
        ),
    ],
)
def test_points_are_what_the_verb_before_the_colon_governs(lang: str, text: str, actions: list[str]) -> None:
    found = records(lang, text, "commitment")
    assert sorted(r.action for r in found) == sorted(actions)
    assert {r.mode for r in found} == {"agree"}
    assert all(len(parts) == 2 for parts in quotes(text, found))


def test_instruments_below_a_title_are_signed() -> None:
    text = (
        "List of documents signed during the visit of the Prime Minister of India to Namibia\n\n"
        "Memorandum of understanding on health\n\nProtocol on double taxation"
    )
    found = records("en", text, "agreement")
    assert [(r.instrument, r.status, r.title) for r in found] == [
        ("memorandum", "signed", "Memorandum of understanding on health"),
        ("protocol", "signed", "Protocol on double taxation"),
    ]
    assert all(set(r.parties) == {"IND", "NAM"} for r in found)


def test_points_that_are_sentences_need_nothing_before_them() -> None:
    text = (
        f"{MET} They declared the following:\n\n1. Australia supports the truce in Ghana.\n\n"
        "2. Japan condemns the attack on Mali."
    )
    found = records("en", text, "position")
    assert [(r.by, r.stance) for r in found] == [(("AUS",), "support"), (("JPN",), "condemn")]
    assert quotes(text, found) == [
        ["Australia supports the truce in Ghana."],
        ["Japan condemns the attack on Mali."],
    ]


def test_what_leads_in_is_told_once_and_where_it_stands() -> None:
    text = (
        "Foreign Ministers Penny Wong of Australia and Takeshi Iwaya of Japan met in Tokyo and agreed to:\n"
        "- build a bridge\n- open a consulate\n\nJapan thanked Australia for its help."
    )
    (meeting,) = records("en", text, "meeting")
    lead = text[: text.index(":")]
    assert quotes(text, [meeting]) == [[lead]]
    (thanks,) = records("en", text, "courtesy")
    assert quotes(text, [thanks]) == [["Japan thanked Australia for its help."]]
    for person in records("en", text, "person"):
        assert len(person.evidence) == 1


@pytest.mark.parametrize("mark", ["- ", "2. "])
@pytest.mark.parametrize("lang", ["ar", "de", "en", "es", "fr", "ru", "vi", "zh"])
def test_every_quote_stands_where_the_text_has_it(lang: str, mark: str) -> None:
    folder = Path(__file__).parents[2] / "examples" / "texts"
    for path in sorted(folder.glob(f"{lang}-*.txt"))[:2]:
        first, *rest = re.split(r"(?<=[.。])\s*", path.read_text(encoding="utf-8"))
        text = first.rstrip(".。") + ":\n" + "\n".join(mark + part for part in rest if part)
        reading = communique.read(text, lang=lang, date="2025-06-02")
        assert reading.records
        for part in (part for record in reading.records for part in record.evidence):
            assert text[part.start : part.end] == part.quote
        assert all(0 <= drop.start < drop.end <= len(text) for drop in reading.drops)


def test_the_whole_quote_reads_as_the_text_does() -> None:
    text = f"{MET} They agreed to:\n- build a bridge\n- open a consulate"
    assert {whole(r) for r in records("en", text, "commitment")} == {
        "They agreed to […] build a bridge",
        "They agreed to […] open a consulate",
    }
