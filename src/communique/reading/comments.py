"""References in the order of a sentence: `"…", he wrote` means nobody whom the quotation names."""

from __future__ import annotations

from communique.mentions.refs import Ref
from communique.reading.discourse import Discourse
from communique.reading.draft import Draft

_QUOTE = '"'
_BEHIND = 6
"""Items between the end of a quotation and the pronoun of who says it."""


class Comments:
    """Resolves the references of sentences, and knows whom the text was about before a quotation."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.teller: Ref | None = None

    def resolve(self, draft: Draft, quoted: bool) -> None:
        """Give the references of a sentence their states and persons; `quoted`: it begins inside a quotation."""
        discourse = self.discourse
        marks = _marks(draft) if _QUOTE in draft.texts else []
        if marks and not quoted:
            self.teller = discourse.figure
        before: list[Ref] = []
        for ref in draft.refs:
            if marks and ref.kind == "pronoun" and _behind(ref, marks, quoted):
                figure, discourse.figure = discourse.figure, self.teller
                discourse.resolve(ref, [r for r in before if not _inside(r, marks, quoted)])
                discourse.figure = figure
            else:
                discourse.resolve(ref, before)
            before.append(ref)


def _marks(draft: Draft) -> list[int]:
    """The items that are quotation marks."""
    return [at for at, item in enumerate(draft.items) if item.text == _QUOTE]


def _inside(ref: Ref, marks: list[int], quoted: bool) -> bool:
    """Whether a reference stands within quotation marks."""
    return (sum(at < ref.first for at in marks) + quoted) % 2 == 1


def _behind(ref: Ref, marks: list[int], quoted: bool) -> bool:
    """Whether a pronoun stands right behind a quotation."""
    return not _inside(ref, marks, quoted) and any(0 < ref.first - at <= _BEHIND for at in marks)
