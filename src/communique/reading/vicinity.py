"""Which sentences stand near one that names a side; far from all sides nothing happens between them."""

from __future__ import annotations

from communique.mentions.refs import Ref
from communique.reading.draft import Draft
from communique.reading.results import Candidate

_REACH = 3
"""Sentences behind one with a side to which its matter may go on."""
_SIDES = frozenset({"group", "own", "guest"})


class Vicinity:
    """Follows the sides through the sentences of one document, and tells those that are far from every one.

    News of a court, a match or a market between reports of states is passed over with little work, and gives
    no figures of nobody's.
    """

    def __init__(self, folded: str, drafts: list[Draft], home: str | None) -> None:
        self.folded = folded
        self.home = home
        self.sides = {draft.index for draft in drafts if any(map(_is_side, draft.refs))}
        """The sentences that name a side by themselves."""
        self.last = -_REACH - 1
        """The last sentence with a side, pronouns that stand for one too, or with a fact."""

    def enter(self, draft: Draft) -> bool:
        """Note the sides of the next sentence, whose references are resolved; whether it is far from every one.

        A headline may lead to all that follows, and the figures of a document whose own state is known may be
        that state's.
        """
        index, segment = draft.index, draft.segment
        if index in self.sides or any(map(_is_side, draft.refs)):
            self.last = index
            return False
        if index - self.last <= _REACH or index + 1 in self.sides or segment.kind == "headline":
            return False
        return self.home is None or not segment.has_digit(self.folded)

    def told(self, index: int, candidates: list[Candidate]) -> None:
        """Note what a sentence told: the figures of a named work may follow it, as a side's do."""
        if any(candidate.kind != "indicator" for candidate in candidates):
            self.last = index


def _is_side(ref: Ref) -> bool:
    """Whether a reference is to a state, or to who acts for one."""
    return bool(ref.states) or ref.kind in _SIDES or (ref.person is not None and bool(ref.person.country))
