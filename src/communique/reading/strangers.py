"""Those whom a demand names and who are no known side: `urged all States to …`, `asked the companies to …`."""

from __future__ import annotations

from communique.base.spans import Span
from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence


def asks_strangers(sentence: Sentence, hit: CueHit, span: Span) -> bool:
    """Whether a noun that is no side stands between a demand and its infinitive: nobody known is asked then."""
    marker = sentence.lexicon.properties.infinitive_marker
    items, first = sentence.items, sentence.item_at(span.start)
    if not marker or items[first - 1].text != marker or not hit.tail_last < first - 1:
        return False
    gap = items[hit.tail_last : first - 1]
    owners = sentence.words.owners
    if any(i.text in sentence.words.prepositions and i.text not in owners for i in gap):
        return False
    if any(r.states for r in sentence.refs if hit.tail_last <= r.first < first):
        return False
    return any(_noun(sentence, item.text) for item in gap if item.term is None or item.is_type("group"))


def _noun(sentence: Sentence, text: str) -> bool:
    """Whether a word has no class of its own, as nouns have none."""
    lexicon = sentence.lexicon
    if not text[0].isalpha() or lexicon.is_adverb(text):
        return False
    return text not in lexicon.closed and text not in lexicon.loose and text not in lexicon.structure
