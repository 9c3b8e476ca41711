"""A cue's noun without its case ending."""

from __future__ import annotations

from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence


def genitive_cut(sentence: Sentence, hit: CueHit) -> int:
    """Letters of a genitive ending on the cue's noun, where its patterns list the plain form too."""
    noun = sentence.items[hit.last - 1].text
    literals = {p.strip("*") for p in hit.cue.patterns}
    return max(
        (
            len(ending)
            for ending in sentence.lexicon.properties.genitive_endings
            if any(w + ending in literals and noun.endswith(w + ending) for w in literals)
        ),
        default=0,
    )


def in_noun_group(sentence: Sentence, hit: CueHit) -> bool:
    """`condemned the terrorist attacks on …`: plain words lead back from a verb's form to an article, as from nouns."""
    items, lexicon, at = sentence.items, sentence.lexicon, hit.first - 1
    while at >= 0 and items[at].text not in lexicon.articles:
        item = items[at]
        plain = item.term is None and item.text.isalpha() and item.text not in lexicon.structure
        if not plain or any(r.first <= at < r.last for r in sentence.refs):
            return False
        at -= 1
    return at >= 0 and at < hit.first - 1
