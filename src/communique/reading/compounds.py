"""Names that end in a common noun, in text without spaces: how far they reach before the noun.

Without capitals or articles nothing marks where a name begins but the word before it that cannot be
part of one: a verb, a preposition, an adverb, a possessor's mark or a person.
"""

from __future__ import annotations

from communique.mentions.items import Item
from communique.reading.sentence import Sentence

_REACH = 16
_NAMES = frozenset({"state", "adj", "org", "region", "capital", "people"})
_BODIES = frozenset({"role", "side", "land"})


def compound_start(
    sentence: Sentence, noun: int, middles: frozenset[str], verbal: frozenset[str] = frozenset()
) -> int:
    """The first item of the name that ends in the noun at item `noun`.

    `middles` join two places inside it (`卡诺至卡杜纳铁路`); `verbal` are verbs that may be nouns in it.
    """
    items = sentence.items
    persons = {i for ref in sentence.refs if ref.name for i in range(ref.first, ref.last)}
    first = noun
    while first > max(0, noun - _REACH):
        item = items[first - 1]
        opener = items[first - 2] if first > 1 else item
        if item.text == "-" and opener.text[0].isalnum() and first < noun:
            first -= 1
        elif item.text in middles and first < noun and _names(opener) and _names(items[first]):
            first -= 1
        elif first - 1 not in persons and _joins(sentence, item, verbal):
            first -= 1
        else:
            break
    while first < noun and (items[first].start in sentence.verb_starts or items[first].text == "-"):
        first += 1
    return first


def tells_apart(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the items `[first, last)` hold more than common nouns: a name, a number or an unknown word."""
    known = sentence.lexicon.known_words
    return any(
        item.is_type(*_NAMES) or item.capital or item.text[0].isdigit() or item.text not in known
        for item in sentence.items[first:last]
    )


def _names(item: Item) -> bool:
    return item.capital or item.is_type(*_NAMES)


def _joins(sentence: Sentence, item: Item, verbal: frozenset[str]) -> bool:
    if item.term is not None:
        return item.term.type in _NAMES or item.term.type in _BODIES
    words = sentence.words
    text = item.text
    if not text[0].isalnum():
        return False
    if item.start in sentence.verb_starts:
        return text in verbal
    return not (
        text in words.prepositions
        or text in words.coordinators
        or text in words.determiners
        or text in words.owner_marks
        or text in words.perfect
        or text in words.adverbs
        or text in words.futures
        or text in words.place_preps
    )
