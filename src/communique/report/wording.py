"""Words that every form of a brief shares."""

from __future__ import annotations

from communique.views.brief_shape import Line
from communique.views.describe import visible
from communique.views.footnotes import Footnote

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
CHINESE = frozenset({"zh", "ja", "ko"})


def when(line: Line) -> str:
    """The fact's own date, or that of the reports in brackets."""
    return line.when or (f"({line.reported})" if line.reported else "")


def aside(line: Line) -> str:
    """The tags in brackets, or nothing."""
    return f" ({visible(' · '.join(line.tags))})" if line.tags else ""


def origin(note: Footnote) -> str:
    """Who says it, where it was published and when."""
    place = f"{note.document} {note.start}–{note.end}"
    return visible(
        " · ".join(part for part in (note.said, note.publisher, note.date, place, note.place) if part)
    )


def quoted(note: Footnote) -> str:
    """The quote on one line."""
    return visible(" ".join(note.quote.split()))
