"""What the states named around a person in the sentence tell of the person's own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from communique.lexicon.lexicon import Lexicon
from communique.mentions.person import HIGHEST
from communique.mentions.refs import Ref
from communique.reading.draft import Draft, opening_end
from communique.reading.relations import OPENERS, Relations
from communique.reading.sharing import UNIQUE
from communique.reading.standing import known_states, may_act

_JOINED, _SUBJECT, _BESIDE, _FAR = 6.0, 4.0, 1.5, 0.4
_FACING, _ACROSS, _ABROAD, _JUDGED, _SPEAKS, _HOSTS = -2.5, -6.0, -6.0, -6.0, 2.5, 2.0
_ENDS = frozenset({",", ";", ":"})
_SERVING = frozenset({"spokesperson", "official", "agency_head"})
"""Offices that tell of what a leader of theirs says or does."""
_VERB = 6
"""Items of a verb with what leads to it."""
_NEAR = 3
"""Items behind a state of which one may begin what it does."""
_FRONTED = 3
"""A comma, the verb behind it and an article, before the subject where the verb comes second."""
_STYLES = 3
"""Items from a verb of meeting to who meets, with styles between (`التقى سمو الشيخ X`)."""


class Neighbours:
    """Reasons for and against a person's state, from the references of the person's sentence."""

    def __init__(self, lexicon: Lexicon, relations: Relations) -> None:
        self.lexicon = lexicon
        self.relations = relations
        self.targets = frozenset(lexicon.numbers.target_prepositions)
        self.portfolios = _portfolios(lexicon)

    def beside(self, draft: Draft, ref: Ref, before: list[Ref], facing: bool) -> Iterator[tuple[Ref, float]]:
        """States named before the person in the sentence: who shares a list, the subject, the nearest."""
        last = before[-1] if before else None
        across = last is not None and self.relations.across(draft, last, ref)
        if last is not None and across:
            yield last, _ACROSS
        joined = (
            last is not None
            and not across
            and (last.name or last.role)
            and self.relations.links(draft.items, last, ref)
        )
        if last is not None and joined:
            apart = self._rivals(last, ref) or self.relations.confer(draft, last, ref)
            yield last, _FACING if apart else _JOINED
        acting = [r for r in before if may_act(r)]
        nearest = facing and self.lexicon.properties.comma_clauses
        subject = next(iter(reversed(acting) if nearest else acting), None)
        if subject is not None and known_states(subject):
            against = facing or ref.counterpart
            against = against or (
                subject.role is not None and bool(subject.states) and not self._reports(draft, subject, ref)
            )
            against = against or (subject is last and bool(joined) and self._rivals(subject, ref))
            against = against or (subject is last and self.relations.confer(draft, subject, ref))
            if any(i.text in (";", ":") for i in draft.items[subject.last : ref.first]) or self._tells(
                draft, ref
            ):
                against = self._bidden(draft, subject)
            elif subject.kind == "state" and self.lexicon.properties.verb_final:
                quoted = self.relations.quoted(draft, ref)
                against = against or (not quoted and self.relations.judges(draft, subject, ref))
            if not (across and subject is last):
                yield subject, _FACING if against else _SUBJECT
        for other in before:
            if other is subject or (other is last and self.relations.links(draft.items, other, ref)):
                continue
            if other.role and other.states:
                together = facing and subject is not None and other.first > subject.first
                yield other, _BESIDE if together else _FACING
        if facing and self.lexicon.properties.objects_before and not across:
            company = [r for r in before if r.person and r.prep in self.lexicon.words.meeting_preps]
            if company and subject is not None and subject.last <= company[-1].first:
                yield company[-1], _JOINED
        near = [
            r for r in before if r is not subject and known_states(r) and not (r.name or r.role or r.bearing)
        ]
        if near:
            met = may_act(near[-1]) and self.relations.meets(draft, near[-1], ref)
            yield near[-1], _FACING if met else _BESIDE

    def behind(self, draft: Draft, ref: Ref, behind: list[Ref]) -> Iterator[tuple[Ref, float]]:
        """A person with a state behind this one faces it; an unmarked one in its list is of its side."""
        last = ref
        end = opening_end(draft, self.lexicon.words.subordinators)
        for other in behind:
            if ref.last <= end < other.first or (
                other.genitive and other.states and self.lexicon.properties.noun_cases
            ):
                yield other, _FAR
            elif ((other.role or other.counterpart) and other.states) or (
                other.person is not None and self.relations.meets(draft, ref, other)
            ):
                yield other, _FACING
                if self._meets_office(draft, ref, other):
                    yield other, _FACING
            elif other.person is not None and self.relations.links(draft.items, last, other):
                yield other, _JOINED / 2
                last = other
            elif not ref.prep and not ref.objective and self._judged(draft, ref, other):
                against = not other.weak and self.relations.opposes(draft, ref)
                yield other, _JUDGED if against else _FACING
            elif self._addressed(draft, ref, other):
                yield other, _FACING
            elif not other.weak and self._acts_past(draft, ref, other):
                yield other, -_BESIDE
            elif not other.weak and not other.person:
                yield other, self._told_behind(draft, ref, other)

    def _meets_office(self, draft: Draft, ref: Ref, other: Ref) -> bool:
        """Whether a person surely meets the holder of another state's office: as host, or by the verb before both."""
        received = other.role == "ambassador" and ref.role in HIGHEST and not ref.prep
        return received or self._met_first(draft, ref, other)

    def _met_first(self, draft: Draft, ref: Ref, other: Ref) -> bool:
        """`التقى X وزير خارجية Y`: whether a verb of meeting stands right before both."""
        if not self.lexicon.properties.verb_first or ref.prep or other.prep or not ref.first:
            return False
        start, end = draft.items[max(0, ref.first - _STYLES)].start, draft.items[ref.first].start
        return any(h.term.value == "meeting" and start <= h.start and h.end <= end for h in draft.cues)

    def _bidden(self, draft: Draft, subject: Ref) -> bool:
        """`Peru should stop …, X said`: whether a state alone is told what it should do, by another mostly."""
        at = subject.last
        lone = subject.kind == "state" and at < len(draft.items)
        return lone and draft.items[at].text in self.lexicon.words.obligations

    def _acts_past(self, draft: Draft, ref: Ref, other: Ref) -> bool:
        """`Scrapped by President X, Kenya …`: a state that acts behind the clause that an agent ends."""
        if ref.prep not in self.lexicon.words.agents or not may_act(other):
            return False
        between = [i.text for i in draft.items[ref.last : other.first]]
        if not self.lexicon.properties.verb_final:
            return between == [","]
        comma = between.index(",") if "," in between else 0
        passive = not self.lexicon.words.passive.isdisjoint(between[:comma])
        return passive and len(between) - comma <= _FRONTED

    def _addressed(self, draft: Draft, ref: Ref, other: Ref) -> bool:
        """Whether a person asks another state to do something (`призвал Москву`)."""
        if not self.lexicon.properties.noun_cases or ref.prep or ref.objective:
            return False
        cues = self.lexicon.cues
        end = draft.items[other.first - 1].end
        return any(h.end == end and cues[h.term.entry].set.get("mode") == "request" for h in draft.cues)

    def _told_behind(self, draft: Draft, ref: Ref, other: Ref) -> float:
        """What a state named behind the person weighs: whom one meets somewhere is mostly the host."""
        if self._hosts(draft, ref, other):
            return _HOSTS
        if self._visits(draft, ref, other):
            return _ABROAD
        if self._attacks(draft, ref, other):
            return _FACING
        abroad = other.prep in self.targets and any(h.term.value == "visit" for h in draft.cues)
        return _SPEAKS if self._speaks_for(draft, ref, other) else -_BESIDE if abroad else _FAR

    def _visits(self, draft: Draft, ref: Ref, other: Ref) -> bool:
        """`Minister X visited Peru`: whether only a word of visiting parts the person from the state."""
        between = draft.items[ref.last : other.first]
        if len(between) > _VERB or other.bearing or any(i.text in _ENDS for i in between):
            return False
        cues = self.lexicon.cues
        trips = (
            h for h in draft.cues if h.term.value == "visit" and "hosted" not in cues[h.term.entry].needs
        )
        visit = next((h for h in trips if ref.end <= h.start), None)
        if visit is None or visit.end > other.start:
            return False
        return all(self.lexicon.leads_verb(i.text) for i in between if i.end <= visit.start)

    def _attacks(self, draft: Draft, ref: Ref, other: Ref) -> bool:
        """`X said that Kenya could attack …`: whether a speaker tells of a state that it does violence."""
        if ref.prep or ref.objective or other.prep in self.targets or other.kind != "state":
            return False
        cues, ahead = self.lexicon.cues, draft.items[other.last : other.last + _NEAR]
        starts = {item.start for item in ahead}
        acts = (h for h in draft.cues if h.term.value == "act" and h.start in starts)
        if not any(cues[h.term.entry].set.get("plover") == "ASSAULT" for h in acts):
            return False
        return any(h.term.value == "say" and ref.end <= h.start < other.start for h in draft.cues)

    def _hosts(self, draft: Draft, ref: Ref, other: Ref) -> bool:
        """`he will meet with X in Lima`: the place behind whom somebody meets that is not his own."""
        if (
            ref.prep not in self.lexicon.words.meeting_preps
            or other.prep not in self.lexicon.words.place_preps
        ):
            return False
        if any(i.text in _ENDS for i in draft.items[ref.last : other.first]):
            return False
        acting = [r for r in draft.refs if r.last <= ref.first and may_act(r)]
        if not acting or any(set(known_states(r)) & set(known_states(other)) for r in acting):
            return False
        return any(h.term.value == "meeting" for h in draft.cues)

    def _reports(self, draft: Draft, subject: Ref, ref: Ref) -> bool:
        """`French spokesman X said President Y …`: whether who serves a leader tells of one without a state."""
        if subject.role not in _SERVING or ref.role not in HIGHEST or ref.states:
            return False
        return any(
            h.term.value == "say" and subject.end <= h.start and h.end <= ref.start for h in draft.cues
        )

    def _rivals(self, first: Ref, second: Ref) -> bool:
        """Whether two titles are one office of two states (`Secretary of Defense A and Minister of Defense B`)."""
        if first.role != second.role:
            return False
        if first.role in UNIQUE:
            return first.head == second.head
        portfolio = first.head.rsplit(" ", 1)[-1]
        return portfolio in self.portfolios and portfolio == second.head.rsplit(" ", 1)[-1]

    def _judged(self, draft: Draft, ref: Ref, other: Ref) -> bool:
        """Whether a person acts against another's, which is not what acts in the sentence before it."""
        own = {s for r in draft.refs if r.last <= ref.first and may_act(r) for s in known_states(r)}
        return not own & set(known_states(other)) and self.relations.judges(draft, ref, other)

    def _speaks_for(self, draft: Draft, ref: Ref, other: Ref) -> bool:
        """`X said that Kenya …`: the first state that a speaker tells about is mostly the speaker's own."""
        if ref.prep or ref.objective or other.prep or other.objective or other.kind != "state":
            return False
        at = other.first - 1
        while at > ref.last and draft.items[at].text in self.lexicon.words.determiners:
            at -= 1
        before = draft.items[at].text
        opens = before in self.lexicon.words.content or (before == "," and self.lexicon.properties.verb_final)
        return opens and any(h.term.value == "say" and h.end <= other.start for h in draft.cues)

    def _tells(self, draft: Draft, ref: Ref) -> bool:
        """Whether a person says all that stands before: `…, X told`, `…, a affirmé X`."""
        if not ref.first:
            return False
        items, words = draft.items, self.lexicon.words
        if items[ref.first - 1].text in OPENERS:
            behind = items[ref.last].start if ref.last < len(items) else -1
            return any(h.term.value == "say" and h.start == behind for h in draft.cues)
        last = ref.first
        while last and (items[last - 1].text in words.determiners or items[last - 1].text in words.skip):
            last -= 1
        if last < 3 or items[last - 2].text not in words.perfect or items[last - 3].text not in OPENERS:
            return False
        said = items[last - 1]
        return any(h.term.value == "say" and h.start == said.start for h in draft.cues)


@cache
def _portfolios(lexicon: Lexicon) -> frozenset[str]:
    """The words of ministers' portfolios, in lower case."""
    return frozenset(word.lower() for word in lexicon.roles.portfolios)
