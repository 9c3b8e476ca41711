"""Whom a person meets: the states that the text pairs with theirs, and where the two meet."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import pairwise

from communique.lexicon.lexicon import Lexicon
from communique.mentions.person import Person
from communique.mentions.refs import Ref
from communique.reading.draft import Draft
from communique.reading.relations import Relations
from communique.reading.standing import heads_line, is_place, known_states, may_act

_HOSTED, _PAIRED = 3.0, 4.0


class Opposites:
    """Reasons for a person's state, from the other side of the person's meetings."""

    def __init__(
        self, drafts: list[Draft], counts: Counter[str], lexicon: Lexicon, relations: Relations
    ) -> None:
        self.drafts = drafts
        self.counts = counts
        self.lexicon = lexicon
        self.relations = relations
        self.at = {draft.index: n for n, draft in enumerate(drafts)}

    def reasons(self, person: Person) -> list[tuple[str, float]]:
        """States that the text pairs with the one that the person meets, and where the two meet."""
        out: list[tuple[str, float]] = []
        met: set[str] = set()
        for index, start, _ in person.where[:2]:
            draft = self.drafts[self.at[index]] if index in self.at else None
            ref = next((r for r in draft.refs if r.start == start), None) if draft else None
            if draft is None or ref is None or self._acted(draft, ref):
                continue
            facing = {c for other in draft.refs if self._face(draft, ref, other) for c in known_states(other)}
            met |= facing
            if facing:
                sites = [
                    r
                    for r in draft.refs
                    if is_place(r, self.lexicon) and r.kind == "state" and not self._apart(draft, ref, r)
                ]
                hosts = dict.fromkeys(c for r in sites for c in known_states(r) if c not in facing)
                out += [(c, _HOSTED) for c in hosts]
        paired = {code for state in met for code in self._beside.get(state, ())} - met
        least = min((count for _, count in self.counts.most_common(len(met) + 1)), default=0)
        pairs = [(code, _PAIRED) for code in sorted(paired) if self.counts[code] >= least]
        # Where the text pairs a state with the one met, two may have met in a third.
        return [*(pair for pair in out if not pairs or pair[0] in paired), *pairs]

    @cached_property
    def _beside(self) -> dict[str, set[str]]:
        """By state, those that the text pairs with it; what a state's name stands for never changes."""
        found: dict[str, set[str]] = {}
        for draft in self.drafts:
            for left, right in pairwise(draft.refs):
                if self._paired(draft, left, right) and not self._between(draft, left, right):
                    pair = {*known_states(left), *known_states(right)}
                    for code in pair:
                        found.setdefault(code, set()).update(pair)
        return found

    def _acted(self, draft: Draft, ref: Ref) -> bool:
        """Whether a state acts before the person in the sentence, which says more than pairs elsewhere."""
        return any(
            may_act(r) and known_states(r) and r.kind == "state" and not _only_named(draft, r)
            for r in draft.refs
            if r.last <= ref.first
        )

    def _face(self, draft: Draft, ref: Ref, other: Ref) -> bool:
        """Whether two persons or offices of a sentence meet each other."""
        if other is ref or other.person is ref.person or not (other.person or other.role):
            return False
        left, right = (ref, other) if ref.first < other.first else (other, ref)
        mirrored = right.counterpart and self.relations.links(draft.items, left, right)
        return left.last <= right.first and (mirrored or self.relations.meets(draft, left, right))

    def _apart(self, draft: Draft, ref: Ref, site: Ref) -> bool:
        """Whether another verb's clause begins between the person and the place."""
        low, high = min(ref.last, site.last), max(ref.first, site.first)
        marks = [n for n in range(low, high) if draft.items[n].text in (",", ";", ":")]
        return bool(marks) and any(i.start in draft.verb_starts for i in draft.items[marks[0] : high])

    def _between(self, draft: Draft, left: Ref, right: Ref) -> bool:
        """Whether a third state acts in the sentence that pairs two behind a word of meeting, as who mediates."""
        if left.prep not in self.lexicon.words.meeting_preps:
            return False
        pair = {*known_states(left), *known_states(right)}
        return any(r.kind == "state" and may_act(r) and not pair & set(known_states(r)) for r in draft.refs)

    def _paired(self, draft: Draft, left: Ref, right: Ref) -> bool:
        """Two states named side by side (`between Chad and Mali`, `Chad-Mali ties`)."""
        if left.kind not in ("state", "weak") or right.kind not in ("state", "weak"):
            return False
        dashed = [i.text for i in draft.items[left.last : right.first]] == ["-"]
        return dashed or self.relations.links(draft.items, left, right)


def _only_named(draft: Draft, ref: Ref) -> bool:
    """Whether a state acts for nobody: joined by a hyphen to the one before (`Chad-Mali ties`), or heading a line."""
    joined = ref.first > 0 and draft.items[ref.first - 1].text == "-"
    return joined or heads_line(draft.items, ref)
