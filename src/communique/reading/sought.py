"""Talks that somebody only asks for, offers or refuses."""

from __future__ import annotations

from communique.reading.cue_hit import CueHit
from communique.reading.sentence import Sentence

_WANTING = ("commitment", "position", "act")
"""Kinds whose cues may have talks for their object that have not been held."""
_GROUP = 3
"""Words before a noun that may belong to it."""


def sought(sentence: Sentence, hit: CueHit) -> bool:
    """`called for talks with X`, `lehnte Gespräche mit X ab`: a noun that somebody only asks for or refuses."""
    lexicon, items = sentence.lexicon, sentence.items
    if hit.form or hit.cue.object != "between" or lexicon.caseless:
        return False
    first = hit.first
    while first and hit.first - first < _GROUP and items[first - 1].start not in sentence.verb_starts:
        text = items[first - 1].text
        if text in sentence.words.prepositions or not text[0].isalpha() or items[first - 1].term is not None:
            break
        first -= 1
    for rival in (h for kind in _WANTING for h in sentence.cues.get(kind, ())):
        if rival.clause != hit.clause or not _wants(rival):
            continue
        if rival.last == first or (lexicon.properties.verb_final and not _governed(sentence, hit)):
            return True
    return False


def _wants(hit: CueHit) -> bool:
    """Whether a cue tells that something is asked for, offered or refused."""
    told = hit.cue.set
    wanted = told.get("mode") in ("request", "propose", "offer", "consider")
    return wanted or told.get("stance") == "oppose" or told.get("plover") in ("REJECT", "SANCTION")


def _governed(sentence: Sentence, hit: CueHit) -> bool:
    """Whether a preposition stands before a noun, with no more than its article and adjectives between."""
    items, words = sentence.items, sentence.words
    for at in range(hit.first - 1, max(-1, hit.first - 1 - _GROUP), -1):
        if items[at].text in words.prepositions:
            return True
        if items[at].capital or items[at].start in sentence.verb_starts:
            return False
    return False
