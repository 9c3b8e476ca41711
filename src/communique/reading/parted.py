"""What a cue has behind its verb, where the verb's subject may stand between (`agreed X to`)."""

from __future__ import annotations

from communique.reading.sentence import Sentence

_REACH = 24
"""Items between a verb and what belongs to it behind its subject."""
_BREAKS = frozenset({";", ":", '"', "."})


def behind_subject(sentence: Sentence, last: int, phrases: tuple[str, ...]) -> tuple[int, int] | None:
    """The items of the first of `phrases` behind item `last`: in no reference, before any other verb."""
    items, words, finite = sentence.items, sentence.words, sentence.lexicon.finite
    held = {i for r in sentence.refs for i in range(r.first, r.last)}
    for at in range(last, min(len(items), last + _REACH)):
        item = items[at]
        if at not in held:
            end = _standing(sentence, item.start, item.text, phrases)
            if end:
                return at, sentence.item_at(end - 1) + 1
            if item.text in words.relatives or item.text in words.content:
                return None
        verb = item.text in finite and item.text not in sentence.lexicon.verbal_nouns
        if item.text in _BREAKS or (at > last and at not in held and verb):
            return None
    return None


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
