"""Which sentences of a text carry no record, and why: boilerplate told apart from a miss."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import Literal

import msgspec

from communique.mentions.matcher import Hit
from communique.reading.results import Drop, Reading
from communique.text.segments import Segment

Reason = Literal[
    "record",
    "headline",
    "caption",
    "noise",
    "dropped",
    "unread_cue",
    "only_saying",
    "names",
    "figures",
    "no_cue",
]

MEANINGS: dict[Reason, str] = {
    "record": "a record stands in it",
    "headline": "a headline without a record of its own",
    "caption": "a caption",
    "noise": "a separator or a line without words",
    "dropped": "a cue was seen and dropped",
    "unread_cue": "a cue was seen that gave neither a record nor a drop",
    "only_saying": "somebody says something for which no cue is known",
    "names": "only names of states, persons or offices",
    "figures": "only figures or dates",
    "no_cue": "no name, no figure and no cue",
}
"""What each reason says; a possible miss is `dropped`, `unread_cue` or `only_saying`."""

_ASIDE: dict[str, Reason] = {"headline": "headline", "caption": "caption", "noise": "noise"}


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One segment: its place in code points, its text, why it has or lacks a record, and the details.

    `details` are the kinds of its records, or for a drop `kind: reason`, or the kinds of unread cues.
    """

    start: int
    end: int
    text: str
    reason: Reason
    details: tuple[str, ...] = ()


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """The sentences of one document and the totals by reason.

    Headlines, captions and noise are not `counted`.
    """

    document: str
    sentences: tuple[Sentence, ...]
    totals: dict[Reason, int]
    counted: int
    covered: int
    share: float
    """Share of the counted sentences in which a record stands; 0 without any."""


def coverage(reading: Reading) -> Coverage:
    """Every segment of a reading with its reason, in the order of the text."""
    places = _Places(reading)
    sentences = tuple(places.sentence(segment) for segment in reading.segments)
    counted = [s for s, g in zip(sentences, reading.segments, strict=True) if g.kind == "sentence"]
    covered = sum(s.reason == "record" for s in counted)
    found = Counter(sentence.reason for sentence in sentences)
    return Coverage(
        document=reading.document.id,
        sentences=sentences,
        totals={reason: found[reason] for reason in MEANINGS if found[reason]},
        counted=len(counted),
        covered=covered,
        share=round(covered / len(counted), 4) if counted else 0.0,
    )


class _Places:
    """What was found where, for look-up by segment."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.document.text
        self.names = reading.hits.names
        self.cues = reading.hits.cues
        self.drops = sorted(reading.drops, key=lambda d: (d.start, d.end))
        self.records = sorted(
            (evidence.start, evidence.end, record.kind)
            for record in reading.records
            if record.kind != "person"
            for evidence in record.evidence
        )
        self.longest = max((end - start for start, end, _ in self.records), default=0)

    def sentence(self, segment: Segment) -> Sentence:
        reason, details = self._why(segment)
        text = " ".join(self.text[segment.start : segment.end].split())
        return Sentence(start=segment.start, end=segment.end, text=text, reason=reason, details=details)

    def _why(self, segment: Segment) -> tuple[Reason, tuple[str, ...]]:
        kinds = self._kinds(segment)
        if kinds:
            return "record", kinds
        if segment.kind in _ASIDE:
            return _ASIDE[segment.kind], ()
        drops = self._drops(segment)
        if drops:
            return "dropped", tuple(dict.fromkeys(f"{drop.kind}: {drop.reason}" for drop in drops))
        cues = tuple(dict.fromkeys(hit.term.value for hit in _within(self.cues, segment)))
        if any(kind != "say" for kind in cues):
            return "unread_cue", tuple(kind for kind in cues if kind != "say")
        if cues:
            return "only_saying", ()
        if _within(self.names, segment):
            return "names", ()
        digits = any(char.isdigit() for char in self.text[segment.start : segment.end])
        return ("figures" if digits else "no_cue"), ()

    def _kinds(self, segment: Segment) -> tuple[str, ...]:
        """The kinds of the records whose evidence touches the segment, each once."""
        at = bisect_left(self.records, (segment.start - self.longest, 0, ""))
        out = []
        while at < len(self.records) and self.records[at][0] < segment.end:
            if self.records[at][1] > segment.start:
                out.append(self.records[at][2])
            at += 1
        return tuple(dict.fromkeys(out))

    def _drops(self, segment: Segment) -> Sequence[Drop]:
        first = bisect_left(self.drops, segment.start, key=lambda d: d.start)
        return self.drops[first : bisect_left(self.drops, segment.end, key=lambda d: d.start)]


def _within(hits: list[Hit], segment: Segment) -> list[Hit]:
    first = bisect_left(hits, segment.start, key=lambda h: h.start)
    return hits[first : bisect_left(hits, segment.end, key=lambda h: h.start)]
