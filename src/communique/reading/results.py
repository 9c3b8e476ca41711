"""What every stage of reading one document produced."""

from __future__ import annotations

from typing import Any

import msgspec

from communique.base.spans import Span
from communique.kinds.record import Record
from communique.mentions.matcher import Hits
from communique.text.document import Document
from communique.text.segments import Segment


class Mention(msgspec.Struct, frozen=True, gc=False):
    """Something found in the text: `type` is `state`, `person`, `role`, `date`, `amount`, `cue` …

    `value` is what it stands for (a code, an EDTF date, a number), `entry` what found it.
    """

    start: int
    end: int
    type: str
    value: str
    entry: str


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A fact as assembled, before settling: `slots` are the kind's own fields by name."""

    kind: str
    slots: dict[str, Any]
    spans: tuple[Span, ...]
    attribution: dict[str, Any]
    modality: str
    confidence: float
    rule: str
    headline: bool = False
    """Whether a headline says it, which most often only sums up what the text tells."""
    led: tuple[Span, ...] = ()
    """Evidence beside `spans` that only leads in to them: the words before a list."""
    at: int = -1
    """Where the words stand that tell it, -1 where none do alone."""


class Drop(msgspec.Struct, frozen=True, gc=False):
    """Something that was seen and not kept: where, what it would have been, and why."""

    start: int
    end: int
    kind: str
    rule: str
    reason: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One document read: `records` are the result, the rest shows how it came about."""

    document: Document
    segments: tuple[Segment, ...]
    hits: Hits
    candidates: tuple[Candidate, ...]
    records: tuple[Record, ...]
    drops: tuple[Drop, ...]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names and cues found, by place; made when asked for, as reading needs them no more."""
        found = sorted((*self.hits.names, *self.hits.cues), key=lambda h: (h.start, h.end, h.term.entry))
        return tuple(Mention(h.start, h.end, h.term.type, h.term.value, h.term.entry) for h in found)
