"""Sentences far from every state, and from who acts for one, give nothing; those near one do."""

from __future__ import annotations

import pytest

import communique

LOCAL = {
    "en": "The bakery on the corner closed. The ovens were cold. Snow fell on the roofs. Nobody came by.",
    "de": "Die Bäckerei an der Ecke schloss. Die Öfen waren kalt. Schnee fiel auf Dächer. Niemand kam vorbei.",
}
FIGURE = {
    "en": "The clinic treated 640 patients over the weekend.",
    "de": "Die Klinik behandelte am Wochenende 640 Patienten.",
}
STATE = {"en": "Kenya and Japan signed an agreement.", "de": "Kenia und Japan unterzeichneten ein Abkommen."}


def values(text: str, lang: str, **told: str) -> list[object]:
    reading = communique.read(text, lang=lang, **told)
    return [r.value for r in reading.records if r.kind == "indicator"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("lang", sorted(LOCAL))
def test_a_figure_of_nobodys_is_none(lang: str) -> None:
    assert values(f"{LOCAL[lang]} {FIGURE[lang]} {LOCAL[lang]}", lang) == []
    assert values(f"{STATE[lang]} {LOCAL[lang]} {FIGURE[lang]} {LOCAL[lang]}", lang) == []


@pytest.mark.parametrize("lang", sorted(LOCAL))
def test_a_figure_near_a_state_is_kept(lang: str) -> None:
    assert values(f"{LOCAL[lang]} {STATE[lang]} {FIGURE[lang]} {LOCAL[lang]}", lang) == [640]
    assert values(f"{LOCAL[lang]} {FIGURE[lang]} {STATE[lang]}", lang) == [640]


def test_a_pronoun_for_a_side_keeps_its_matter_near() -> None:
    text = (
        "Japan's foreign minister Yoko Kamikawa flew to Nairobi. She praised the hosts. She was in good spirits. "
        "She then went on to speak of health. She left it at that. The clinics treated 640 patients."
    )
    assert values(text, "en") == [640]


def test_a_headline_and_what_a_named_work_is_like_are_kept() -> None:
    work = "The Lekkor-Tamba railway is under construction. It rains there. It costs 900 million euros."
    assert values(f"{LOCAL['en']} {work} {LOCAL['en']}", "en") == [900_000_000]
    headline = f"Trade grows by 12 percent to 40 billion dollars\n\n{LOCAL['en']}"
    assert 40_000_000_000 in values(headline, "en")


def test_figures_may_be_of_the_state_whose_publisher_reports_them() -> None:
    text = f"{LOCAL['en']} Exports rose to 31 billion dollars. {LOCAL['en']}"
    assert values(text, "en") == []
    assert values(text, "en", publisher="Xinhua") == [31_000_000_000]


def test_who_speaks_is_heard_however_long() -> None:
    turn = "President William Ruto of Kenya: We thank you all."
    text = f"{turn}\n{LOCAL['en']} The clinics treated 640 patients."
    assert values(text, "en") == [640]


def test_it_is_told_why() -> None:
    text = f"{LOCAL['en']} The union agreed to sit down with the board on Monday. {LOCAL['en']}"
    reading = communique.read(text, lang="en")
    assert not reading.records
    (drop,) = [d for d in reading.drops if "The union" in text[d.start : d.end]]
    assert (drop.kind, drop.reason) == ("sentence", "far from every side")
    assert text[drop.start : drop.end].startswith("The union agreed")
