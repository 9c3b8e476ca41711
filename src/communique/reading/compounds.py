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
    while (
        first > max(0, noun - _REACH) and first - 1 not in persons and not _ends_dateline(sentence, first - 1)
    ):
        inside = first < noun and _links(items, first - 1, middles)
        if not inside and not _joins(sentence, items[first - 1], verbal):
            break
        first -= 1
    while first < noun and (items[first].start in sentence.verb_starts or items[first].text == "-"):
        first += 1
    return first


def _ends_dateline(sentence: Sentence, at: int) -> bool:
    """Whether an item is the word that closes a dateline, right behind its day (`新华社达卡3月5日电`)."""
    lexicon = sentence.lexicon
    closes = at > 0 and sentence.items[at].text in lexicon.grammar.dateline_marks
    return closes and sentence.items[at - 1].text in lexicon.numbers.day_suffixes


def tells_apart(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the items `[first, last)` hold more than common nouns: a name, a number or an unknown word."""
    known = sentence.lexicon.known_words
    return any(
        item.is_type(*_NAMES)
        or item.capital
        or item.text[0].isdigit()
        or item.text in sentence.ordinals
        or item.text not in known
        for item in sentence.items[first:last]
    )


def _links(items: list[Item], at: int, middles: frozenset[str]) -> bool:
    """Whether a dash or a word joins the two parts of a name around it."""
    if at == 0 or not items[at - 1].text[0].isalnum():
        return False
    if items[at].text == "-":
        return True
    return items[at].text in middles and _names(items[at - 1]) and _names(items[at + 1])


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
