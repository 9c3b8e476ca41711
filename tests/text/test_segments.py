"""Where one sentence ends and the next begins."""

from __future__ import annotations

import pytest

import communique
from communique.lexicon import load
from communique.text.segmenter import segment


def _evidence(text: str) -> list[str]:
    records = communique.read(text, lang="de").records
    return [record.evidence[0].quote for record in records if record.kind == "commitment"]


def test_a_year_opens_a_sentence() -> None:
    text = "Malta und Libyen streiten um ein Riff. 1973 einigten sich die Staaten auf eine Seegrenze."
    assert _evidence(text) == ["1973 einigten sich die Staaten auf eine Seegrenze."]


@pytest.mark.parametrize(
    ("lang", "text", "pieces"),
    [
        ("en", "“We met. We signed,” he said. He left.", ["“We met.", "We signed,” he said.", "He left."]),
        ("de", "„Wir trafen uns. Es war gut“, sagte sie.", ["„Wir trafen uns.", "Es war gut“, sagte sie."]),
        ("ru", "«Мы встретились. Это важно», — сказал он.", ["«Мы встретились.", "Это важно», — сказал он."]),
        ("zh", "他说：“双方会谈。双方签约。”", ["他说：“双方会谈。", "双方签约。”"]),
        (
            "en",
            "They signed the “Pact on Trade No. 4” today.",
            ["They signed the “Pact on Trade No. 4” today."],
        ),
    ],
)
def test_a_quotation_is_cut_into_its_sentences(lang: str, text: str, pieces: list[str]) -> None:
    lexicon = load(lang)
    found = segment(text, lexicon.properties, lexicon.grammar)
    assert [text[s.start : s.end] for s in found] == pieces
