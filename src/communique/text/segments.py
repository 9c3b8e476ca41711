"""The parts of a document: what kind of text each is, and its sentences."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

_DIGIT = re.compile(r"\d")
SegmentKind = Literal["headline", "dateline", "sentence", "caption", "noise"]


class Segment(NamedTuple):
    """A stretch of the document's text, in code points.

    `article` and `paragraph` count from 0 through the document; `quoted` says that the segment
    is part of direct speech that stands without quotation marks (a transcript's turn).
    """

    start: int
    end: int
    kind: SegmentKind
    article: int
    paragraph: int

    def has_digit(self, text: str) -> bool:
        """Whether a digit stands in the segment of the text, or of the folded text."""
        return _DIGIT.search(text, self.start, self.end) is not None
