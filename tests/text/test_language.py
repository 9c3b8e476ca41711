from __future__ import annotations

import pytest

from communique.errors import LanguageError
from communique.text.language import by_words, detect

SUPPORTED = ("de", "en")
ENGLISH = (
    "The foreign ministers of the two countries met in the capital and said that they would work "
    "with each other on trade, which had grown by a third since the last visit."
)
GERMAN = (
    "Die Außenminister der beiden Länder trafen sich in der Hauptstadt und sagten, dass sie bei dem "
    "Handel, der seit dem letzten Besuch um ein Drittel gewachsen ist, mit einander arbeiten wollen."
)
FRENCH = (
    "Les ministres des affaires étrangères des deux pays se sont rencontrés dans la capitale et ont dit "
    "que le commerce entre les deux pays avait augmenté depuis la dernière visite."
)
CHINESE = "两国外长在首都会见,就双边关系和共同关心的国际和地区问题深入交换意见。双方同意加强贸易合作。" * 4


@pytest.mark.parametrize(("text", "lang"), [(ENGLISH, "en"), (GERMAN, "de")])
def test_plain_texts_are_told_without_a_model(text: str, lang: str) -> None:
    assert by_words(text) == lang
    assert detect(text, SUPPORTED) == lang


@pytest.mark.parametrize(
    ("text", "lang"), [("President met minister", "en"), ("Präsident traf Minister", "de")]
)
def test_short_texts_get_the_likelier_supported_language(text: str, lang: str) -> None:
    assert by_words(text) is None
    assert detect(text, SUPPORTED) == lang


@pytest.mark.parametrize(("text", "lang"), [(FRENCH, "fr"), (CHINESE, "zh")])
def test_a_language_without_a_pack_is_refused(text: str, lang: str) -> None:
    with pytest.raises(LanguageError, match=f"looks like language '{lang}'.*de, en.*pass --lang"):
        detect(text, SUPPORTED)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Η Ελλάδα και η Τουρκία υπέγραψαν συμφωνία.", "el"),
        ("Magyarország és Szerbia megállapodott.", "hu"),
        ("Premier Litwy przyjechał do Warszawy z wizytą.", "pl"),
        ("大統領は東京で外相と会談し、協定に署名した。二国間の経済協力を強化する。", "ja"),
    ],
)
def test_a_line_of_a_language_without_a_pack_is_refused(text: str, lang: str) -> None:
    with pytest.raises(LanguageError, match=f"looks like language '{lang}'"):
        detect(text, ("ar", "de", "en", "es", "fr", "ru", "vi", "zh"))


def test_the_wanted_language_is_taken_as_given() -> None:
    assert detect(FRENCH, SUPPORTED, "EN-gb") == "en"
    with pytest.raises(LanguageError, match="no pack reads language 'xx'; choose one of de, en"):
        detect(ENGLISH, SUPPORTED, "xx")


def test_a_text_without_words_has_no_language() -> None:
    with pytest.raises(LanguageError, match="pass --lang"):
        detect("2024 … 12 %", SUPPORTED)
