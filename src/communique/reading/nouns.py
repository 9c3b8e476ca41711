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
