"""One sentence with everything a kind needs to assemble records from its cues."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

import msgspec

from communique.base.spans import Span, tidy
from communique.kinds.record import Actor
from communique.lexicon.shape import Cue
from communique.lexicon.verbs import FINITE
from communique.mentions.items import Item
from communique.mentions.matcher import Hit
from communique.mentions.refs import Ref
from communique.reading.discourse import Discourse, Speaker
from communique.reading.draft import Draft
from communique.reading.finders import Finders
from communique.reading.force import Force
from communique.reading.relay import relayed
from communique.reading.results import Candidate, Drop
from communique.reading.speech import Speech, credit
from communique.syntax.clauses import Clauses
from communique.syntax.complement import region_end
from communique.text.document import Document

_NONFINITE = frozenset({"inf", "ger"})
_OBJECT_REACH = 8
_FREE_REACH = 24
_BREAKS = frozenset({";", ":"})


class CueHit(msgspec.Struct, eq=False, gc=False):
    """A cue in a sentence: its item range, its entry, its verb form, and where its tail ends."""

    start: int
    end: int
    kind: str
    cue: Cue
    form: str
    first: int
    last: int
    clause: int
    tail_first: int
    tail_last: int
    open_last: int
    """Past the tail before the last one, or past the head."""
    closed: bool = False
    """Whether the last tail ends the clause's bracket, so that the object stands before it."""
    passive: bool = False
    modal: str = ""
    """The modal whose bracket the infinitive closes, where verbs come last."""

    @classmethod
    def of(cls, hit: Hit, cue: Cue, first: int, last: int, clause: int) -> CueHit:
        """The cue of a hit, no tail found yet."""
        term = hit.term
        return cls(hit.start, hit.end, term.value, cue, term.form, first, last, clause, last, last, last)


class Clausal:
    """The sentence as items, references and clauses: who acts on whom, about what, said by whom."""

    def __init__(
        self, document: Document, folded: str, draft: Draft, finders: Finders, discourse: Discourse
    ) -> None:
        self.document = document
        self.text = document.text
        self.folded = folded
        self.segment = draft.segment
        self.index = draft.index
        self.items = draft.items
        self.ends = [item.end for item in draft.items]
        self.refs = draft.refs
        self.verb_starts = draft.verb_starts
        self.cue_starts = frozenset(h.start for h in draft.cues)
        self.finders = finders
        self.lexicon = finders.lexicon
        self.words = finders.lexicon.words
        self.complements = finders.complements
        self.discourse = discourse
        self.clauses = Clauses(self.lexicon, self.items, self.refs, self.verb_starts)
        self.force = Force(self.lexicon, self.items, self.clauses, self.verb_starts, self.complements)
        self.ref_clause = {id(r): self.clauses.of[r.first] for r in self.refs}
        self._free_subjects()
        self.speaker: Speaker | None = None
        self.speeches: list[Speech] = [Speech(0, len(self.items))]
        """Who speaks, part after part between semicolons."""
        self.reported = False
        self.quoted = False
        self.cues: dict[str, list[CueHit]] = {}
        """The sentence's cues by kind."""
        self.told: list[Span] = []
        """Actions that a commitment of the sentence holds."""
        self.candidates: list[Candidate] = []
        self.drops: list[Drop] = []

    def _free_subjects(self) -> None:
        """The subject of a clause is not governed by its subordinator, though that may be a preposition."""
        for ref in self.refs:
            clause = self.clauses.all[self.ref_clause[id(ref)]]
            if clause.kind == "sub" and ref.prep == clause.opener and ref.first - clause.first <= 2:
                ref.prep = None

    def topic(self) -> list[Ref]:
        """The subject of the main clause, as far as the references tell: the first that may be one."""
        for ref in self.refs:
            if (
                not ref.prep
                and not ref.weak
                and not ref.objective
                and (ref.states or ref.person)
                and self.ref_clause[id(ref)] == 0
            ):
                return [ref, *self.coordinated(ref)]
        return []

    # --- places -------------------------------------------------------------------------------

    def item_at(self, position: int) -> int:
        """Index of the item that holds the code point, or of the first one behind it."""
        return bisect_right(self.ends, position)

    def span(self, first: int, last: int) -> Span:
        """The span of items `[first, last)` without outer white space."""
        last = min(max(last, first + 1), len(self.items))
        return tidy(self.text, self.items[first].start, self.items[last - 1].end)

    def quote(self, span: Span) -> str:
        """The text of a span, white space folded to single spaces."""
        return " ".join(self.text[span.start : span.end].split())

    # --- who ----------------------------------------------------------------------------------

    def subject(self, hit: CueHit) -> list[Ref]:
        """The subject of the cue's clause (the agent of a passive): coordinated references."""
        if hit.passive:
            agent = self._agent(hit)
            return [agent, *self.coordinated(agent)] if agent else []
        return self._subject(hit)

    def patient(self, hit: CueHit) -> list[Ref]:
        """The grammatical subject, whatever the voice."""
        return self._subject(hit)

    def _subject(self, hit: CueHit) -> list[Ref]:
        own = self.clauses.all[hit.clause]
        if (
            own.kind == "relative"
            and self.lexicon.properties.verb_final
            and own.opener not in self.words.oblique_determiners
        ):
            heads = [
                r for r in self.antecedent(own.first) if r.last == self._head_end(own.first) and not r.weak
            ]
            if heads:
                return heads
        for number, clause in enumerate(self.clauses.chain(hit.clause)):
            found = self._subject_in(clause, hit, number == 0)
            if found:
                return found
            opened = self.clauses.all[clause]
            if opened.kind == "relative":
                return self.antecedent(opened.first)
            if opened.kind in ("content", "quote") or opened.opener in _BREAKS:
                break
            if opened.kind == "sub" and hit.form in FINITE:
                break
        return []

    def _subject_in(self, clause: int, hit: CueHit, own: bool) -> list[Ref]:
        here = [r for r in self.refs if self.ref_clause[id(r)] == clause]
        comment = self._comment(hit)
        if comment is not None:
            here = [r for r in here if not comment[0] <= r.first < comment[1]]
        if own and self._nobody(clause, hit):
            return []
        before = [r for r in here if r.end <= hit.start]
        spoken = self._pronoun_before(before, hit)
        if spoken is not None:
            return [spoken]
        for ref in before:
            if not ref.prep and not ref.objective and not ref.weak:
                return [ref, *self.coordinated(ref)]
        if self.lexicon.properties.subject_may_follow:
            named = self._front_is_named(clause, hit)
            for ref in here:
                if named and ref.kind not in ("pronoun", "speaker", "group"):
                    continue
                if ref.start >= hit.end and not ref.prep and not ref.objective and not ref.weak:
                    return [ref, *self.coordinated(ref)]
        for ref in before:
            if ref.weak and not ref.prep and not self._behind_verb(clause, ref):
                return [ref]
        if comment is not None and comment[1] <= hit.first and own:
            return self._telling(comment)
        return []

    def _telling(self, comment: tuple[int, int]) -> list[Ref]:
        """Who says so in a comment that the cue stands behind: nobody else acts (`…, X recalled his visit`)."""
        inside = [r for r in self.refs if comment[0] <= r.first < comment[1]]
        return [r for r in inside if not r.prep and not r.objective and not r.weak][:1]

    def _nobody(self, clause: int, hit: CueHit) -> bool:
        """Whether a pronoun that names nobody opens the clause or follows its verb (`man werde X helfen`)."""
        if not self.lexicon.properties.verb_final:
            return False
        opened = self.clauses.all[clause]
        first = opened.first + (1 if opened.opener and self.items[opened.first].text == opened.opener else 0)
        while first < hit.first and not self.items[first].text[0].isalnum():
            first += 1
        near = [self.items[i].text for i in (first, hit.last) if i < len(self.items)]
        return any(text in self.words.impersonal for text in near)

    def _behind_verb(self, clause: int, ref: Ref) -> bool:
        """Whether a verb of the clause stands before a qualifying mention, which is then no subject."""
        if self.lexicon.properties.verb_final:
            return False
        first = self.clauses.all[clause].first
        return any(
            self.items[i].start in self.verb_starts and self.clauses.of[i] == clause
            for i in range(first, ref.first)
        )

    def _pronoun_before(self, before: list[Ref], hit: CueHit) -> Ref | None:
        """`Dear Alberto, I thank you`: a pronoun beside the verb, when someone else is named before it."""
        if self.lexicon.properties.subject_may_follow or len(before) < 2:
            return None
        ref = before[-1]
        if ref.prep or ref.objective or ref.weak or ref.head in self.words.objective:
            return None
        if ref.kind not in ("speaker", "pronoun") and not self._own_subject(before, ref, hit):
            return None
        between = [i.text for i in self.items[ref.last : hit.first]]
        free = (
            self.words.adverbs
            | self.words.futures
            | self.words.perfect
            | self.words.be
            | self.words.conditionals
        )
        return ref if all(t in free or self.is_adverb(t) for t in between) else None

    def _own_subject(self, before: list[Ref], ref: Ref, hit: CueHit) -> bool:
        """`…, a charge the Taliban deny`: a noun beside a finite verb, behind another verb of another subject."""
        beside = hit.form == "inf" and ref.last == hit.first
        if not (hit.form in FINITE or beside) or ref.kind not in ("state", "org", "person", "role"):
            return False
        first = next((r for r in before if not r.prep and not r.weak and not r.objective), ref)
        if first is ref or ref in self.coordinated(first):
            return False
        verbs = [i for i in range(first.last, ref.first) if self.items[i].start in self.verb_starts]
        return bool(verbs) and self.items[ref.first - 1].text not in self.words.prepositions

    def is_adverb(self, text: str) -> bool:
        """Whether a word ends as the language's adverbs do."""
        endings = tuple(self.lexicon.grammar.adverb_endings)
        return bool(endings) and text.endswith(endings) and text not in self.lexicon.verb_words

    def _comment(self, hit: CueHit) -> tuple[int, int] | None:
        """The comment that only says who says so (`…, said X`), unless the cue stands in it."""
        speech = self.speech_at(hit.first)
        span = speech.span if speech.comment else None
        return None if span is None or span[0] <= hit.first < span[1] else span

    def _front_is_named(self, clause: int, hit: CueHit) -> bool:
        """Whether a noun group that may be the subject stands before the verb: no reference behind it is."""
        first = self.clauses.all[clause].first
        while first < hit.first and not self.items[first].text[0].isalnum():
            first += 1
        if first >= hit.first - 1 or self.items[first].text not in self.words.determiners:
            return False
        return self.items[first].text not in self.words.oblique_determiners

    def antecedent(self, opener: int) -> list[Ref]:
        """The reference that a relative clause opened at item `opener` is about."""
        end = self._head_end(opener)
        near = [r for r in self.refs if r.last <= end + 1 and end + 1 - r.last <= 2]
        return near[-1:]

    def _head_end(self, opener: int) -> int:
        """Past the noun group before a relative clause; a verb that closes its bracket may stand between."""
        end = opener - 1
        if self.lexicon.properties.verb_final and end > 1 and self.items[end - 1].start in self.verb_starts:
            end -= 1
            if self.items[end - 1].text == ",":
                end -= 1
        return end

    def _agent(self, hit: CueHit) -> Ref | None:
        for ref in self.refs:
            if (
                ref.prep in self.words.agents
                and ref.start >= hit.start
                and (not self.lexicon.properties.verb_final or self.ref_clause[id(ref)] == hit.clause)
            ):
                return ref
        for ref in self.refs:
            if (
                ref.prep in self.words.agents
                and self.lexicon.properties.subject_may_follow
                and self.ref_clause[id(ref)] == hit.clause
            ):
                return ref
        return None

    def coordinated(self, ref: Ref) -> list[Ref]:
        """References joined to `ref` by coordinators or commas, directly behind it."""
        out: list[Ref] = []
        last = ref.last
        for other in self.refs:
            if other.first < last:
                continue
            if other.weak or not self._joined(last, other, ref.prep) or self._apart(ref, other):
                break
            out.append(other)
            last = other.last
        return out

    def _joined(self, last: int, other: Ref, prep: str | None) -> bool:
        """Whether only coordinators and commas, articles and adjectives lead from item `last` to `other`."""
        comma = coordinated = False
        for at in range(last, other.first):
            text = self.items[at].text
            if text in self.words.coordinators:
                coordinated = True
            elif text == ",":
                comma = True
            elif coordinated and text == prep and at == other.first - 1:
                continue
            elif not self._lead(self.items[at]):
                return False
        if not comma or coordinated or self.items[other.first - 1].text != ",":
            return comma or coordinated
        behind = self.items[other.last].text if other.last < len(self.items) else ""
        return behind == "," or behind in self.words.coordinators

    def _lead(self, item: Item) -> bool:
        """Whether an item may stand between a coordinator and the reference it joins (article, adjective)."""
        words = self.words
        if item.text in words.determiners or item.text in words.possessives:
            return True
        if item.text in words.oblique_determiners or item.is_type("side"):
            return True
        endings = self.lexicon.adjective_endings
        return (
            bool(endings)
            and item.term is None
            and not item.capital
            and item.text.endswith(endings)
            and item.text not in self.lexicon.verb_words
            and item.text not in words.prepositions
        )

    def couples(self) -> list[tuple[str, ...]]:
        """Pairs of states that the sentence names side by side."""
        out: list[tuple[str, ...]] = []
        for ref in self.refs:
            others = self.coordinated(ref) if len(ref.states) == 1 else []
            if others and len(joined := self.states([ref, *others])) == 2:
                out.append(joined)
        return out

    def _apart(self, ref: Ref, other: Ref) -> bool:
        """Whether a reference stands in a relative clause that the one before it does not stand in."""
        clause = self.ref_clause[id(other)]
        return clause != self.ref_clause[id(ref)] and self.clauses.all[clause].kind == "relative"

    def objects(self, hit: CueHit, subject: list[Ref], where: str = "object") -> list[Ref]:
        """The other side: the first reference that is not the subject, or the one after given words."""
        taken = {id(r) for r in subject}
        allowed = frozenset(where.removeprefix("after:").split("|")) if where.startswith("after:") else None
        chain = self.clauses.chain(hit.clause)[:1]
        pool = [r for r in self.refs if id(r) not in taken]
        pool.sort(key=lambda r: r.genitive)
        if allowed is not None:
            for ref in pool:
                if ref.prep in allowed and (ref.start >= hit.start or self.lexicon.properties.verb_final):
                    return [ref, *self.coordinated(ref)]
            return []
        for ref in pool:
            if ref.start >= hit.end and not ref.prep and (not ref.weak) and self.ref_clause[id(ref)] in chain:
                if self._barred(hit, ref):
                    break
                return [ref, *self.coordinated(ref)]
        if self.lexicon.properties.verb_final:
            for ref in pool:
                if (
                    ref.end <= hit.start
                    and not ref.prep
                    and not ref.weak
                    and self.ref_clause[id(ref)] in chain
                ):
                    return [ref, *self.coordinated(ref)]
        return []

    def _barred(self, hit: CueHit, ref: Ref) -> bool:
        """Whether a verb or comma stands between the cue and a reference, so that it is not its object."""
        between = self.items[hit.last : ref.first]
        if not self.lexicon.properties.verb_final and self._infinitive_between(hit.last, ref.first):
            return True
        reach = _OBJECT_REACH if hit.form or not self.lexicon.properties.verb_final else _FREE_REACH
        return len(between) > reach or any(i.text in (";", ":") for i in between)

    def _infinitive_between(self, first: int, last: int) -> bool:
        """Whether an infinitive with its marker stands there, whose object a reference behind it is."""
        marker = self.lexicon.properties.infinitive_marker
        return any(
            self.items[i].text == marker and self.items[i + 1].text in self.complements.infinitives
            for i in range(first, last - 1)
        )

    def states(self, refs: Iterable[Ref]) -> tuple[str, ...]:
        """The states and organisations of references, in order, once each."""
        out: dict[str, None] = {}
        for ref in refs:
            for state in ref.states:
                out[state] = None
        return tuple(out)

    def units(self, refs: Iterable[Ref]) -> tuple[str, ...]:
        """The subdivisions of references."""
        return tuple(dict.fromkeys(u for r in refs for u in r.units))

    def actor(self, refs: list[Ref]) -> Actor | None:
        """The first reference as an actor."""
        for ref in refs:
            name = ref.person.name if ref.person else None
            country = (ref.person.country if ref.person else None) or (ref.states[0] if ref.states else None)
            if name or country:
                return Actor(name, country)
        return None

    # --- what ---------------------------------------------------------------------------------

    def actions(self, hit: CueHit) -> list[Span]:
        """The actions behind the cue (or between its two parts)."""
        if hit.cue.complement == "inside":
            return self.complements.actions(self.text, self.items, hit.last, hit.tail_first)[:1]
        first = hit.tail_last
        last = self.complement_end(first)
        return self.complements.actions(self.text, self.items, first, last)

    def complement_end(self, first: int) -> int:
        """Past the end of the complement that begins at item `first`."""
        last = region_end(self.items, first, len(self.items))
        for speech in self.speeches:
            if speech.span and not speech.performing and speech.span[0] >= first:
                last = min(last, speech.span[0])
        for i in range(first, last):
            if (
                self.items[i].text == ","
                and i + 1 < last
                and self.items[i + 1].text in self.lexicon.grammar.say_tails
            ):
                return i
        return last

    def noun(self, first: int, last: int | None = None) -> Span | None:
        """The noun group behind item `first`: up to a comma that opens a clause, or the region's end."""
        end = self.complement_end(first) if last is None else last
        spans = self.complements.actions(self.text, self.items, first, end)
        if not spans:
            return None
        return Span(spans[0].start, spans[-1].end)

    def evidence(self, hit: CueHit | None = None, *spans: Span) -> tuple[Span, ...]:
        """The sentence as evidence, narrowed to the clause when the sentence is long."""
        start, end = self.segment.start, self.segment.end
        return (Span(start, end),)

    # --- how ----------------------------------------------------------------------------------

    def negated(self, hit: CueHit) -> bool:
        """Whether the words of its clause deny the cue."""
        return self.force.negated(hit)

    def around(self, hit: CueHit, words: frozenset[str], before: int = 5, after: int = 0) -> bool:
        """Whether one of the words stands near the cue in its clause."""
        low, high = max(0, hit.first - before), min(len(self.items), hit.last + after)
        return any(
            self.items[i].text in words
            and self.clauses.of[i] == hit.clause
            and not (i and self.items[i].capital)
            for i in range(low, high)
        )

    def modality(self, hit: CueHit, default: str) -> str:
        """What negation, condition and future in the cue's clause make of a default."""
        return self.force.modality(hit, default, reported=self.retold(hit))

    def event_modality(self, hit: CueHit) -> str:
        """The modality of a visit or meeting that a verb tells, or a noun with a predicate of its own."""
        found = self.modality(hit, hit.cue.modality or "actual")
        if hit.form not in ("", "ger") or found not in ("actual", "planned"):
            return found
        return self.force.of_noun(hit, found, reported=self.retold(hit))

    def retold(self, hit: CueHit) -> bool:
        """Whether the cue stands in another's words."""
        content = any(self.clauses.all[c].kind == "content" for c in self.clauses.chain(hit.clause))
        return content or self.reported or self.speaker is not None

    def attribution(
        self, hit: CueHit | None = None, subject: list[Ref] | None = None, at: int | None = None
    ) -> dict[str, Any]:
        """Who says what this cue, or the item at `at`, reports: see `speech.credit`."""
        return credit(self, hit, subject, at)

    def speech_at(self, at: int) -> Speech:
        """The voice of the part of the sentence that holds the item."""
        if len(self.speeches) == 1:
            return self.speeches[0]
        return next((s for s in self.speeches if at < s.last), self.speeches[-1])

    def inside_action(self, hit: CueHit) -> bool:
        """Whether the cue is an infinitive or gerund of an action that another cue governs."""
        return hit.form in _NONFINITE and any(s.start <= hit.start < s.end for s in self.told)

    # --- products -----------------------------------------------------------------------------

    def emit(
        self,
        hit: CueHit | None,
        kind: str,
        slots: dict[str, Any],
        *,
        modality: str = "actual",
        attribution: dict[str, Any] | None = None,
        spans: tuple[Span, ...] = (),
        rule: str = "",
        confidence: float = 0.6,
        at: int | None = None,
    ) -> None:
        """Keep a candidate, unless the words of its cue are only asked.

        Without a cue, `at` is the item that tells who says it.
        """
        if hit is not None and kind != "project" and self.force.asked(hit):
            self.drop(hit, "asked, not said")
            return
        said = attribution if attribution is not None else self.attribution(hit, at=at)
        discourse = self.discourse
        if relayed(discourse.home, said.get("country"), discourse.dyad, slots):
            said = {**said, "reported_by_other_side": True}
        self.candidates.append(
            Candidate(
                kind=kind,
                slots=slots,
                spans=spans or self.evidence(hit),
                attribution=said,
                modality=modality,
                confidence=hit.cue.confidence if hit else confidence,
                rule=hit.cue.id if hit else rule,
                headline=self.segment.kind == "headline",
            )
        )

    def drop(self, hit: CueHit, reason: str) -> None:
        """Note that a cue was seen and gave no record."""
        self.drops.append(Drop(hit.start, hit.end, hit.kind, hit.cue.id, reason))
