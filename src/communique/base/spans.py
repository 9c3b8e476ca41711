"""Spans of a document's text, in Unicode code points, and the evidence made of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from communique.errors import RecordError


class Span(NamedTuple):
    """Half-open interval `[start, end)` in code points of the document's text."""

    start: int
    end: int


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """A quote and where it stands: `quote == text[start:end]`, in code points."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, span: Span) -> Evidence:
        """The evidence of `span` in `text`; refuses a span that is empty or outside the text."""
        start, end = span
        if not 0 <= start < end <= len(text):
            raise RecordError(f"span {start}..{end} is not inside a text of {len(text)} code points")
        return cls(start, end, text[start:end])

    def verify(self, text: str) -> None:
        """Raise `RecordError` unless the quote is really `text[start:end]`."""
        if not 0 <= self.start < self.end <= len(text) or text[self.start : self.end] != self.quote:
            raise RecordError(f"quote is not text[{self.start}:{self.end}]: {self.quote[:60]!r}")


def tidy(text: str, start: int, end: int) -> Span:
    """The span without white space at either end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Sorted spans with those inside or overlapping another joined to it."""
    out: list[Span] = []
    for span in sorted(set(spans)):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
