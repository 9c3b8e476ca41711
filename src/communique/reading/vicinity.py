"""Which sentences stand near one that names a side; far from all sides nothing happens between them."""

from __future__ import annotations

import re

from communique.mentions.refs import Ref
from communique.reading.draft import Draft
from communique.reading.results import Candidate

_REACH = 3
"""Sentences behind one with a side to which its matter may go on."""
_SIDES = frozenset({"group", "own", "guest"})
_DIGIT = re.compile(r"\d")


class Vicinity:
    """Follows the sides through the sentences of one document, and tells those that are far from every one.

    News of a court, a match or a market between reports of states is passed over with little work, and gives
    no figures of nobody's.
    """

    def __init__(self, folded: str, drafts: list[Draft], home: str | None) -> None:
        self.folded = folded
        self.drafts = drafts
        self.home = home
        self.sides = [any(map(_is_side, draft.refs)) for draft in drafts]
        """Whether a sentence names a side by itself."""
        self.last = -_REACH - 1
        """The place of the last sentence with a side, pronouns that stand for one too, or with a fact."""

    def remote(self, at: int) -> bool:
        """Whether the sentence of the draft at place `at` is far from every side; asked in the order of the text.

        Its references are resolved. A headline may lead to all that follows, and the figures of a document whose
        own state is known may be that state's.
        """
        draft = self.drafts[at]
        if self.sides[at] or any(map(_is_side, draft.refs)):
            self.last = at
            return False
        if at - self.last <= _REACH or draft.segment.kind == "headline":
            return False
        if at + 1 < len(self.sides) and self.sides[at + 1]:
            return False
        segment = draft.segment
        return self.home is None or _DIGIT.search(self.folded, segment.start, segment.end) is None

    def told(self, at: int, candidates: list[Candidate]) -> None:
        """Note what the sentence at place `at` told: a named work's figures may follow it, as a side's do."""
        if any(candidate.kind != "indicator" for candidate in candidates):
            self.last = at


def _is_side(ref: Ref) -> bool:
    """Whether a reference is to a state, or to who acts for one."""
    return bool(ref.states) or ref.kind in _SIDES or (ref.person is not None and bool(ref.person.country))
