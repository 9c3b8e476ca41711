"""One sentence with everything a kind needs to assemble records from its cues."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from communique.base.spans import Span, tidy
from communique.kinds.record import Actor, Attribution
from communique.lexicon.shape import Cue
from communique.lexicon.verbs import FINITE
from communique.mentions.items import Item
from communique.mentions.matcher import Hit
from communique.mentions.refs import Ref
from communique.reading.discourse import Discourse, Speaker
from communique.reading.draft import Draft
from communique.reading.finders import Finders
from communique.reading.results import Candidate, Drop
from communique.syntax.clauses import Clauses
from communique.syntax.complement import region_end
from communique.text.document import Document

_NONFINITE = frozenset({"inf", "ger"})
_OBJECT_REACH = 8
_FREE_REACH = 24
_BREAKS = frozenset({";", ":"})


_NOUN_AHEAD = 8
"""Items behind a noun among which its clause's verb tells that it lies ahead."""


class CueHit:
    """A cue in a sentence: its item range, its entry, its verb form, and where its tail ends."""

    __slots__ = (
        "clause",
        "closed",
        "cue",
        "end",
        "first",
        "form",
        "kind",
        "last",
        "open_last",
        "passive",
        "start",
        "tail_first",
        "tail_last",
    )

    def __init__(self, hit: Hit, cue: Cue, first: int, last: int, clause: int) -> None:
        self.start = hit.start
        self.end = hit.end
        self.kind = hit.term.value
        self.cue = cue
        self.form = hit.term.form
        self.first = first
        self.last = last
        self.clause = clause
        self.tail_first = self.tail_last = last
        self.open_last = last
        """Past the tail before the last one, or past the head."""
        self.closed = False
        """Whether the last tail ends the clause's bracket, so that the object stands before it."""
        self.passive = False


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
        self.refs = draft.refs
        self.verb_starts = draft.verb_starts
        self.finders = finders
        self.lexicon = finders.lexicon
        self.words = finders.lexicon.words
        self.complements = finders.complements
        self.discourse = discourse
        self.clauses = Clauses(self.lexicon, self.items, self.refs, self.verb_starts)
        self.ref_clause = {id(r): self.clauses.of[r.first] for r in self.refs}
        self.speaker: Speaker | None = None
        self.say_clause: int | None = None
        self.say_span: tuple[int, int] | None = None
        self.comment: tuple[int, int] | None = None
        """Items of the comment that names the speaker behind or between what is said."""
        self.reported = False
        self.quoted = False
        self.joint = False
        self.passive_say = False
        self.cues: dict[str, list[CueHit]] = {}
        """The sentence's cues by kind."""
        self.told: list[Span] = []
        """Actions that a commitment of the sentence holds."""
        self.candidates: list[Candidate] = []
        self.drops: list[Drop] = []

    def asks(self) -> bool:
        """Whether the sentence is a question of the text itself."""
        return self.folded[max(self.segment.start, self.segment.end - 1) : self.segment.end] == "?"

    def topic(self) -> list[Ref]:
        """The subject of the main clause, as far as the references tell: the first that may be one."""
        for ref in self.refs:
            if (
                self.ref_clause[id(ref)] == 0
                and (ref.states or ref.person)
                and not ref.prep
                and not ref.weak
                and not ref.objective
            ):
                return [ref, *self.coordinated(ref)]
        return []

    # --- places -------------------------------------------------------------------------------

    def item_at(self, position: int) -> int:
        """Index of the item that holds the code point, or of the first one behind it."""
        items = self.items
        low, high = 0, len(items)
        while low < high:
            middle = (low + high) // 2
            if items[middle].end <= position:
                low = middle + 1
            else:
                high = middle
        return low

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
            heads = [r for r in self.antecedent(own.first) if r.last == own.first - 1 and not r.weak]
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
        here = [r for r in self.refs if self.ref_clause[id(r)] == clause and not self._comments(r, hit)]
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
        return []

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
        free = self.words.adverbs | self.words.futures | self.words.perfect | self.words.be | self.words.conditionals
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

    def _comments(self, ref: Ref, hit: CueHit) -> bool:
        """Whether a reference only stands in the comment that says who says so (`…, said X`)."""
        span = self.comment
        return span is not None and span[0] <= ref.first < span[1] and not span[0] <= hit.first < span[1]

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
        near = [r for r in self.refs if r.last <= opener and opener - r.last <= 2]
        return near[-1:]

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
            between = [i.text for i in self.items[last : other.first]]
            link = [t for t in between if t in self.words.coordinators or t == ","]
            rest = [i for i in self.items[last : other.first] if i.text not in link and not self._lead(i)]
            if not link or rest or other.weak:
                break
            if between and between[-1] == "," and not any(t in self.words.coordinators for t in between):
                nxt = [i.text for i in self.items[other.last : other.last + 1]]
                if not nxt or (nxt[0] not in self.words.coordinators and nxt[0] != ","):
                    break
            out.append(other)
            last = other.last
        return out

    def _lead(self, item: Item) -> bool:
        """Whether an item may stand between a coordinator and the reference it joins: article or adjective."""
        words = self.words
        if item.text in words.determiners or item.text in words.possessives:
            return True
        if item.text in words.oblique_determiners or item.is_type("side"):
            return True
        endings = tuple(e for e in self.lexicon.properties.adjective_endings if e)
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
        out = []
        for ref in self.refs:
            joined = self.states([ref, *self.coordinated(ref)]) if len(ref.states) == 1 else ()
            if len(joined) == 2:
                out.append(joined)
        return out

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
        reach = _OBJECT_REACH if hit.form or not self.lexicon.properties.verb_final else _FREE_REACH
        return len(between) > reach or any(i.text in (";", ":") for i in between)

    def states(self, refs: Iterable[Ref]) -> tuple[str, ...]:
        """The states and organisations of references, in order, once each."""
        return tuple(dict.fromkeys(s for r in refs for s in r.states))

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
        say = self.say_span
        if say and say[0] >= first:
            last = min(last, say[0])
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
        """Whether a negation stands in the cue's clause, near it."""
        for i in range(max(0, hit.first - 5), hit.first):
            if self.items[i].text in self.words.negation and self.clauses.of[i] == hit.clause:
                return True
        after = 6 if self.lexicon.properties.verb_final else 2
        for i in range(hit.last, min(len(self.items), hit.last + after)):
            if self.items[i].text in (",", ";", ":"):
                break
            if self.items[i].text in self.words.negation and self.clauses.of[i] == hit.clause:
                return True
        return False

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
        """Negation, condition and future in the cue's own clause turn the default."""
        clause = self.clauses.all[hit.clause]
        if self.negated(hit):
            return "negated"
        if clause.opener in self.words.conditionals:
            return "conditional"
        if default != "actual":
            return default
        final = self.lexicon.properties.verb_final
        if self._is_to(hit):
            return "planned"
        if self.around(hit, self.words.conditionals, 4, 6 if final else 0):
            return "conditional"
        behind = 3 if final else _NOUN_AHEAD if not hit.form else 0
        if (
            hit.form in ("inf", "part", "")
            and self.around(hit, self.words.futures, 5, behind)
            and not hit.passive
        ):
            return "planned"
        return default

    def _is_to(self, hit: CueHit) -> bool:
        """`are to meet`, `is to visit`: an infinitive with its marker behind a form of being."""
        at = hit.first - 1
        return (
            hit.form == "inf"
            and at > 0
            and self.items[at].text == self.lexicon.properties.infinitive_marker
            and (self.items[at - 1].text in self.words.be or self.items[at - 1].text in self.words.futures)
        )

    def depends(self, hit: CueHit) -> bool:
        """Whether a condition in the sentence governs the cue's clause."""
        chain = self.clauses.chain(hit.clause)
        for clause in self.clauses.all:
            if clause.index in chain or clause.opener not in self.words.conditionals:
                continue
            if clause.parent in chain or clause.parent < 0:
                return True
        return False

    def in_quotes(self, hit: CueHit) -> bool:
        """Whether the cue stands in direct speech."""
        return self.quoted or any(self.clauses.all[c].kind == "quote" for c in self.clauses.chain(hit.clause))

    def attribution(
        self, hit: CueHit | None = None, subject: list[Ref] | None = None
    ) -> dict[str, str | None]:
        """Who says what this cue reports: the speaker in whose words it stands, else whoever says it."""
        speaker = self.speaker
        if speaker and (hit is None or self._reports(hit)):
            if speaker.source and not speaker.name and not speaker.country:
                return _said(None, None, speaker.source, "joint" if self.joint else None)
            direct = self.quoted if hit is None else self.in_quotes(hit)
            return _said(speaker.name, speaker.country, speaker.source, "direct" if direct else "indirect")
        if subject and self._speaks(hit):
            states = self.states(subject)
            who = self.actor(subject)
            if len(subject) == 1 and who and who.name and len(states) <= 1:
                return _said(who.name, who.country, None, "indirect")
            if len(states) > 1:
                return _said(None, None, None, "joint")
        if self.joint:
            return _said(None, None, None, "joint")
        if self.passive_say:
            return _said(None, None, None, "passive")
        return {}

    def _speaks(self, hit: CueHit | None) -> bool:
        """Whether the cue's act is done by saying it."""
        return hit is not None and (hit.cue.speech or hit.kind == "position")

    def _reports(self, hit: CueHit) -> bool:
        """Whether the cue stands in what the speaker says, not beside the verb of saying."""
        if self.reported or self.quoted or self.say_clause is None or self.say_span is None:
            return True
        first, last = self.say_span
        if hit.clause != self.say_clause or hit.last <= first:
            return True
        return any(
            self.items[i].text in (",", '"', ":") or self.items[i].text in self.words.content
            for i in range(last, hit.first)
        )

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
        attribution: dict[str, str | None] | None = None,
        spans: tuple[Span, ...] = (),
        rule: str = "",
        confidence: float = 0.6,
    ) -> None:
        """Keep a candidate."""
        self.candidates.append(
            Candidate(
                kind=kind,
                slots=slots,
                spans=spans or self.evidence(hit),
                attribution=attribution if attribution is not None else self.attribution(hit),
                modality=modality,
                confidence=hit.cue.confidence if hit else confidence,
                rule=hit.cue.id if hit else rule,
            )
        )

    def drop(self, hit: CueHit, reason: str) -> None:
        """Note that a cue was seen and gave no record."""
        self.drops.append(Drop(hit.start, hit.end, hit.kind, hit.cue.id, reason))


def _said(
    name: str | None, country: str | None, source: str | None, manner: str | None
) -> dict[str, str | None]:
    return {"speaker": name, "country": country, "source": source, "manner": manner}


def attribution_of(values: dict[str, str | None]) -> Attribution:
    """The attribution structure from plain values."""
    return Attribution(**values)  # type: ignore[arg-type]
