"""Capitals that open a sentence without their accent, put back where the text is looked up."""

from __future__ import annotations

from communique.text.fold import fold
from communique.text.openers import accented


def test_only_the_first_word_of_a_sentence_is_read_with_its_accent() -> None:
    text = "A Lomé, il parle. A Paris aussi. La vitamine A est là ; Aa dit : « A demain ! »"
    read = accented(text, fold(text), {"A": "à"})
    assert read.startswith("à lomé, il parle. à paris aussi. la vitamine a est là ; aa dit : ")
    assert "à demain" in read
    assert len(read) == len(text)
