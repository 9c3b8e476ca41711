"""How far a noun's own words reach behind it, where adjectives follow it and no capital tells a name."""

from __future__ import annotations

from communique.mentions.items import Item
from communique.reading.sentence import Sentence

_REACH = 10
_TOLD = ("adj", "org", "state", "region", "capital", "people", "metonym")


def group_end(sentence: Sentence, first: int) -> int:
    """Past the adjectives, owners and names behind a noun, up to a verb, mark or preposition."""
    items, links = sentence.items, sentence.words.name_links
    last = at = first
    named = {r.first for r in sentence.refs if r.name}
    while at < len(items) and at - first < _REACH:
        item = items[at]
        if at in named or item.text in sentence.words.honorifics:
            break
        if _nominal(sentence, item):
            last = at = at + 1
        elif item.text in links or item.text in sentence.words.coordinators:
            behind = items[at + 1] if at + 1 < len(items) else None
            if at == first and item.text not in links:
                break
            if behind is None or not _nominal(sentence, behind, item.text in links):
                break
            at += 1
        else:
            break
    return last


def has_own(sentence: Sentence, first: int, last: int) -> bool:
    """Whether `items[first:last]` hold a name, a number or an ordinal: words that not any such noun has."""
    return any(
        item.is_type(*_TOLD)
        or (item.term is None and (item.capital or item.text[0].isdigit() or item.text in sentence.ordinals))
        for item in sentence.items[first:last]
    )


def _nominal(sentence: Sentence, item: Item, governed: bool = False) -> bool:
    """Whether an item can belong to a noun group; a word that may be a verb only behind a preposition."""
    words, lexicon, text = sentence.words, sentence.lexicon, item.text
    if item.term is not None:
        return item.is_type(*_TOLD, "role", "side", "land")
    if not text[0].isalnum() or text in lexicon.loose or text in lexicon.structure:
        return False
    if (
        text in words.not_names
        or text in lexicon.day_names
        or text in lexicon.time_words
        or text in words.adverbs
    ):
        return False
    if text in words.negation or text in lexicon.before_verbs:
        return False
    return governed or text not in lexicon.finite or text in lexicon.lemmas["inf"]
