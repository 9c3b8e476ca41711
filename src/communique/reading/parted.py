"""What a cue has behind its verb, where the verb's subject may stand between (`agreed X to`)."""

from __future__ import annotations

from communique.mentions.items import Item
from communique.reading.sentence import Sentence

_REACH = 24
"""Items between a verb and what belongs to it behind its subject."""
_BREAKS = frozenset({";", ":", '"', "."})


def behind_subject(sentence: Sentence, last: int, phrases: tuple[str, ...]) -> tuple[int, int] | None:
    """The items of the first of `phrases` behind item `last`: past references and what prepositions govern."""
    items, words = sentence.items, sentence.words
    held = {i for r in sentence.refs for i in range(r.first, r.last)}
    governed = False
    for at in range(last, min(len(items), last + _REACH)):
        item = items[at]
        if at in held:
            governed = False
            continue
        end = _standing(sentence, item.start, item.text, phrases)
        if end:
            return at, sentence.item_at(end - 1) + 1
        if item.text in _BREAKS or item.text in words.relatives or item.text in words.content:
            return None
        governed = item.text in words.prepositions or (governed and item.text[0].isalnum())
        if not governed and not _between(sentence, item):
            return None
    return None


def _between(sentence: Sentence, item: Item) -> bool:
    """Whether a word that no preposition governs may stand between a verb and what belongs to it."""
    words, lexicon, text = sentence.words, sentence.lexicon, item.text
    if item.term is not None or item.capital or not text[0].isalpha():
        return True
    timed = text in lexicon.day_names or text in lexicon.time_words or text in lexicon.numbers.relative_days
    return timed or text in words.adverbs or text in words.coordinators or text in words.skip


def _standing(sentence: Sentence, start: int, text: str, phrases: tuple[str, ...]) -> int:
    """Past the longest phrase that stands whole at `start`, or that is a word written to the next; else 0."""
    folded = sentence.folded
    for phrase in phrases:
        if not folded.startswith(phrase, start):
            continue
        end = start + len(phrase)
        if text == phrase or end >= len(folded) or not folded[end].isalnum():
            return end
    return 0
