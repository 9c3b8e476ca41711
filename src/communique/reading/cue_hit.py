"""A cue where it stands in a sentence."""

from __future__ import annotations

import msgspec

from communique.lexicon.shape import Cue
from communique.mentions.matcher import Hit


class CueHit(msgspec.Struct, eq=False, gc=False):
    """A cue in a sentence: its item range, its entry, its verb form, and where its tail ends."""

    start: int
    end: int
    kind: str
    cue: Cue
    form: str
    first: int
    last: int
    clause: int
    tail_first: int
    tail_last: int
    open_last: int
    """Past the tail before the last one, or past the head."""
    closed: bool = False
    """Whether the last tail ends the clause's bracket, so that the object stands before it."""
    passive: bool = False
    modal: str = ""
    """The modal whose bracket the infinitive closes, where verbs come last."""

    @classmethod
    def of(cls, hit: Hit, cue: Cue, first: int, last: int, clause: int) -> CueHit:
        """The cue of a hit, no tail found yet."""
        term = hit.term
        return cls(hit.start, hit.end, term.value, cue, term.form, first, last, clause, last, last, last)
