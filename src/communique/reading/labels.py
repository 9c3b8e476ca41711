"""Who has a turn in a transcript: the name that opens a line, with a colon or a dash behind it."""

from __future__ import annotations

from communique.mentions.refs import Ref
from communique.reading.draft import Draft

COLON = ":"
LABEL_MARKS = frozenset(":-–—")
_JOINTS = frozenset(".-")
_INITIAL = 2
"""Letters of the longest initial (`Дж.Махама`)."""
_QUOTE = '"'


def label_of(draft: Draft) -> Ref | None:
    """The person, office or state whose turn the line opens; no place that somebody reports from."""
    first = draft.refs[0] if draft.refs else None
    if first is None or not _marked(draft, first) or not _opens_line(draft, first):
        return None
    told = first.person is not None or bool(first.states)
    return first if told and not _is_dateline(draft, first) else None


def _marked(draft: Draft, first: Ref) -> bool:
    """Whether a colon follows who opens the line, or a dash (`M. Zuma - Je …`, `Sr. Rajoy.- España …`)."""
    items, at = draft.items, first.last
    if at + 2 < len(items) and items[at].text == "." and items[at + 1].text in LABEL_MARKS:
        return items[at].end == items[at + 1].start and items[at + 1].text != COLON
    if at + 1 >= len(items) or items[at].text not in LABEL_MARKS:
        return False
    if items[at].text == COLON:
        return True
    apart = items[at - 1].end < items[at].start and items[at].end < items[at + 1].start
    return apart and first.kind == "person" and items[at + 1].capital


def _opens_line(draft: Draft, first: Ref) -> bool:
    """Whether a reference opens its sentence, but for an honorific or initials (`M. Jacob Zuma`, `В.Путин`)."""
    honorifics = draft.lexicon.words.honorifics
    return first.first <= 1 or all(
        item.text in honorifics or item.text in _JOINTS or (item.capital and len(item.text) <= _INITIAL)
        for item in draft.items[: first.first]
    )


def _is_dateline(draft: Draft, first: Ref) -> bool:
    """`NAIROBI: Kenya has signed …`: a place before the colon, where nobody speaks for himself behind it."""
    behind = draft.items[first.last + 1].text
    placed = draft.items[first.first].is_type("state", "capital")
    return placed and behind != _QUOTE and not any(r.kind == "speaker" for r in draft.refs)
