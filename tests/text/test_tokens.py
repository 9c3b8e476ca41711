"""The row of a sentence's words is what the pattern of tokens finds, however it is found."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from communique.base.spans import Span
from communique.lexicon import load
from communique.mentions.characters import Characters
from communique.mentions.items import items_of
from communique.text.fold import fold

LETTERS = st.text(st.sampled_from("aÉßsЖжمَ中đ'’-–.,:;()\"“…12_ \u00a0\n\u200b"), max_size=60)
CHINESE = st.text(st.sampled_from("习近平同俄罗斯总统a·-—5.,,x ⅧA国中"), max_size=40)


@pytest.mark.parametrize("lang", ["ar", "de", "en", "es", "fr", "ru", "vi"])
@given(text=LETTERS | st.text(max_size=40))
@example(text="Kenya's envoy, it's said, met them. They're well-known; l'an, dit-il.")
@example(text=" a, b. c,, d.. 1. 2,5, x1. ..a a_b. ")
@settings(deadline=None)
def test_items_are_the_tokens(lang: str, text: str) -> None:
    text = text.replace("\u2014", "-")  # A dash between words parts them, whatever the pattern says.
    token, folded = load(lang).token, fold(text)
    for start, end in ((0, len(text)), (min(2, len(text)), max(min(2, len(text)), len(text) - 3))):
        found = items_of(text, folded, start, end, [], token)
        wanted = [(m.start(), m.end(), m[0]) for m in token.finditer(folded, start, end)]
        assert [(i.start, i.end, i.text) for i in found] == wanted
        assert all(i.capital == text[i.start].isupper() and i.term is None for i in found)


@given(
    text=LETTERS
    | st.text(st.sampled_from("习近平同俄罗斯总统a·-—5.,,x ⅧA国中"), max_size=40)
    | st.text(max_size=40)
)
@settings(deadline=None)
def test_words_of_unparted_text_are_made_of_whole_tokens(text: str) -> None:
    lexicon, folded = load("zh"), fold(text)
    found = Characters(lexicon).items_of(text, folded, Span(0, len(text)), [], None)
    tokens = [(m.start(), m.end()) for m in lexicon.token.finditer(folded)]
    starts, ends = {s for s, _ in tokens}, {e for _, e in tokens}
    if "\u2014" not in text:
        assert all(i.start in starts and i.end in ends for i in found)
    assert "".join(i.text for i in found) == "".join(folded[s:e] for s, e in tokens)
