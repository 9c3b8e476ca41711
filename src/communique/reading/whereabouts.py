"""What travelling and receiving tell of a person's state: guests, hosts and who is met where."""

from __future__ import annotations

from communique.lexicon.lexicon import Lexicon
from communique.mentions.matcher import Hit
from communique.mentions.refs import Ref
from communique.reading.draft import Draft
from communique.reading.standing import is_place, may_act

_HOST, _HOST_OF_VISIT, _BOUND, _VENUE = 6.0, 3.0, -3.0, -2.0
_REACH = 16
_MARKS = frozenset({",", ";", ":"})


class Whereabouts:
    """Reasons for and against a person's state, from the places of the person's sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.relatives = frozenset(lexicon.grammar.place_relatives)

    def reasons(self, draft: Draft, ref: Ref) -> list[tuple[Ref, float]]:
        """References to places, each with the weight that its state has for the person of `ref`."""
        out: list[tuple[Ref, float]] = []
        owner = ref.genitive and bool(self.lexicon.properties.noun_cases)
        if owner or not (ref.prep or ref.objective):
            out.extend((place, _BOUND) for place in self._bound_for(draft, ref))
            out.extend((place, _VENUE) for place in self._attended(draft, ref))
            if self._receives(draft, ref):
                out.extend((place, _HOST) for place in self._places(draft.refs, ref.last)[:1])
        elif ref.prep in self.lexicon.words.meeting_preps and self._within_visit(draft, ref):
            before = [r for r in draft.refs if r.last <= ref.first]
            out.extend((place, _HOST_OF_VISIT) for place in self._places(before, 0)[:1])
        elif not ref.states and (ref.prep in self.lexicon.words.meeting_preps or self._hosting(draft, ref)):
            out.extend((place, _HOST) for place in self._opened_by(draft, ref))
        out.extend((place, _HOST) for place in self._met_where(draft, ref))
        out.extend((place, _HOST) for place in self._beside_name(draft, ref))
        out.extend((place, _HOST) for place in self._asked_to(draft, ref))
        out.extend((place, _HOST) for place in self._invited_to(draft, ref))
        return out

    def _hosting(self, draft: Draft, ref: Ref) -> bool:
        """`was received by X`: whether a person is the agent behind a verb of receiving."""
        if ref.prep not in self.lexicon.words.agents:
            return False
        return any(self._welcomes(h) and h.end <= ref.start for h in draft.cues)

    def _attended(self, draft: Draft, ref: Ref) -> list[Ref]:
        """`X is taking part in the summit, which is held in Peru`: where a gathering is that somebody attends."""
        held = [h for h in draft.cues if h.term.value == "gathering" and h.start >= ref.end]
        if not held:
            return []
        near = (r for r in self._places(draft.refs, ref.last) if r.start >= held[0].end)
        return [r for r in near if r.prep in self.lexicon.sites][:1]

    def _opened_by(self, draft: Draft, ref: Ref) -> list[Ref]:
        """`In Nauru, X will hold talks with President Y`: the place that opens the sentence before a comma.

        Without the comma nobody may be told between it and the person: `En Nauru se reunió con Y`.
        """
        first = draft.refs[0] if draft.refs else None
        if first is None or first.first > 1 or not self._governed(first) or not first.prep:
            return []
        closed = first.last < len(draft.items) and draft.items[first.last].text == ","
        if not closed and self.lexicon.properties.verb_final:
            return []
        alone = closed or not any(first.last <= r.first < ref.first for r in draft.refs)
        return [first] if alone and first.prep in self.lexicon.sites else []

    def _places(self, refs: list[Ref], first: int) -> list[Ref]:
        return [r for r in refs if r.first >= first and is_place(r, self.lexicon)]

    def _bound_for(self, draft: Draft, ref: Ref) -> list[Ref]:
        """Where somebody travels (`X will fly to Kenya`), who is not of there."""
        trips = [h for h in draft.cues if self._travels(draft, h) and self._clause_of(draft, h, ref)]
        near = next((r for r in draft.refs if r.first >= ref.last and (r.name or r.role)), None)
        if not trips or (near is not None and trips[0].start >= near.start):
            return []
        return [r for r in draft.refs if r.first >= ref.last and self._governed(r)]

    def _travels(self, draft: Draft, hit: Hit) -> bool:
        """Whether a cue tells of a traveller, not of who receives one, and its other words may follow."""
        if hit.term.value != "visit" or "hosted" in self.lexicon.cues[hit.term.entry].needs:
            return False
        behind = {item.text for item in draft.items if item.start >= hit.end} if hit.term.tails else set()
        return all(any(words.rstrip("$").split()[-1] in behind for words in tail) for tail in hit.term.tails)

    def _clause_of(self, draft: Draft, hit: Hit, ref: Ref) -> bool:
        """Whether a cue stands behind the traveller, or before one whom the verb may precede."""
        if hit.start >= ref.start:
            return True
        if not self.lexicon.properties.subject_may_follow:
            return False
        return not any(i.text in _MARKS for i in draft.items if hit.end <= i.start < ref.start)

    def _governed(self, ref: Ref) -> bool:
        """A place that one travels to, or a state without a preposition (`besucht Peru`)."""
        if ref.role or ref.name:
            return False
        bare = ref.kind == "state" and not (ref.prep or ref.weak or ref.genitive)
        return ref.prep in self.lexicon.words.place_preps or (bare and self.lexicon.properties.verb_final)

    def _receives(self, draft: Draft, ref: Ref) -> bool:
        """Whether a person is the first in the sentence and welcomes somebody behind."""
        if any(may_act(r) for r in draft.refs if r.last <= ref.first):
            return False
        if self.lexicon.properties.noun_cases and not any(
            r.name or r.role for r in draft.refs if r is not ref
        ):
            return False  # `принимает участие в форуме в Чили`: nobody is there to be received
        return any(
            self._welcomes(h) and self._behind(draft, h, ref) and not self._takes(draft, h)
            for h in draft.cues
        )

    def _takes(self, draft: Draft, hit: Hit) -> bool:
        """`received a call from Y`: whether something of the other side is received, and no visit of it."""
        behind = (r for r in draft.refs if r.start >= hit.end and (r.name or r.role or r.counterpart))
        other = next(behind, None)
        if other is None or other.prep not in self.lexicon.words.owners:
            return False
        told = (h for h in draft.cues if hit.end <= h.start and h.end <= other.start)
        return not any(self._travels(draft, h) for h in told)

    def _welcomes(self, hit: Hit) -> bool:
        """Whether a cue tells who has a guest."""
        if hit.term.value not in ("courtesy", "visit"):
            return False
        cue = self.lexicon.cues[hit.term.entry]
        return "hosted" in cue.needs or (cue.set.get("act") == "welcome" and "person_object" in cue.needs)

    def _behind(self, draft: Draft, hit: Hit, ref: Ref) -> bool:
        """Whether a verb has the person before it, or right behind it where verbs come first."""
        if hit.start >= ref.end:
            return True
        return self.lexicon.properties.verb_first and self._clause_of(draft, hit, ref)

    def _within_visit(self, draft: Draft, ref: Ref) -> bool:
        """`his state visit to Kenya began with a reception by X`: a visit is told before the person."""
        return any(h.term.value == "visit" and h.end <= ref.start for h in draft.cues)

    def _asked_to(self, draft: Draft, ref: Ref) -> list[Ref]:
        """`应X邀请,Y对Z进行访问`: where the guest goes of whom an inviter told before him asks a visit."""
        if (
            not self.lexicon.properties.objects_before
            or ref.prep not in self.lexicon.grammar.lead_prepositions
        ):
            return []
        end = draft.items[min(ref.last, len(draft.items) - 1)]
        if not any(
            h.term.value == "invitation" and ref.end <= h.end and h.start <= end.start for h in draft.cues
        ):
            return []
        visits = {h.end for h in draft.cues if h.term.value == "visit" and h.start >= ref.end}
        targets = self.lexicon.numbers.target_prepositions
        behind = [
            r for r in draft.refs if r.first >= ref.last and r.kind == "state" and not (r.role or r.head)
        ]
        return [r for r in behind if r.start in visits or (visits and r.prep in targets)][:1]

    def _invited_to(self, draft: Draft, ref: Ref) -> list[Ref]:
        """`at the invitation of X, Y visited Kenya`: where the guest goes of whom an inviter is named first."""
        if not any(h.term.value == "invitation" and h.end <= ref.start for h in draft.cues):
            return []
        if any(r.last <= ref.first and (r.name or r.role) for r in draft.refs):
            return []
        trips = [h.end for h in draft.cues if h.start >= ref.end and self._travels(draft, h)]
        return [
            r
            for r in draft.refs
            if trips
            and r.first >= ref.last
            and r.kind == "state"
            and not (r.role or r.name or r.weak)
            and (self._governed(r) or any(0 <= r.start - end <= 1 for end in trips))
        ][:1]

    def _beside_name(self, draft: Draft, ref: Ref) -> list[Ref]:
        """`von Präsident X in Peru empfangen`: the state right behind the name of who is met or receives there."""
        words = self.lexicon.words
        if not self.lexicon.properties.verb_final or ref.prep not in words.agents | words.meeting_preps:
            return []
        if self._owns_visit(draft, ref):
            return []
        return [
            r
            for r in draft.refs
            if ref.name and 0 < r.first - ref.last <= 2 and r.kind == "state" and r.prep in self.lexicon.sites
        ][:1]

    def _owns_visit(self, draft: Draft, ref: Ref) -> bool:
        """`der Besuch von X in Peru`: whether the preposition before a person ties a visit to him."""
        at = ref.first - 1
        while at > 0 and draft.items[at].text != ref.prep:
            at -= 1
        return any(
            h.term.value == "visit" and h.end >= draft.items[at - 1].end
            for h in draft.cues
            if h.start < ref.start
        )

    def _met_where(self, draft: Draft, ref: Ref) -> list[Ref]:
        """`in Nairobi, where he met X`: the place that a relative before the person takes up."""
        out: list[Ref] = []
        for at in range(max(1, ref.first - _REACH), ref.first):
            if draft.items[at].text in self.relatives:
                preps = self.lexicon.words.place_preps
                near = [r for r in draft.refs if 0 <= at - r.last <= 1]
                out.extend([r for r in near if r.prep in preps or self._visited(draft, r)][-1:])
        return out

    def _visited(self, draft: Draft, place: Ref) -> bool:
        """`visited Nauru, where he met X`: whether a bare state is the object of a verb of travelling."""
        if place.kind != "state" or place.prep or place.weak or place.head:
            return False
        end = draft.items[place.first - 1].end if place.first else 0
        return any(h.end == end and self._travels(draft, h) for h in draft.cues)
