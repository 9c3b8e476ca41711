"""One sentence with everything a kind needs to assemble records from its cues."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from communique.base.edtf import bounds
from communique.base.once import once
from communique.base.spans import Span, tidy
from communique.lexicon.verbs import FINITE
from communique.mentions.person import name_tokens
from communique.mentions.refs import Ref
from communique.reading.company import with_parts
from communique.reading.coordination import Coordination
from communique.reading.cue_hit import CueHit
from communique.reading.discourse import Discourse, Speaker
from communique.reading.draft import Draft
from communique.reading.finders import Finders
from communique.reading.force import Force
from communique.reading.objects import Objects
from communique.reading.parties import actor_of, states_of, units_of
from communique.reading.relay import relayed
from communique.reading.results import Candidate, Drop
from communique.reading.speech import Speech, credit
from communique.reading.structure import Structure
from communique.reading.subjects import Subjects
from communique.syntax.clauses import Clauses
from communique.syntax.complement import CLOSE, UNBROKEN, region_end
from communique.text.document import Document

_NONFINITE = frozenset({"inf", "ger"})
_WISHED = frozenset({"subj", "subj_pl"})


_TELLER = 8
"""Items of a name and its verb that end a sentence behind a comma."""


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
        self.draft = draft
        self.finders = finders
        self.lexicon = finders.lexicon
        self.words = finders.lexicon.words
        self.complements = finders.complements
        self.discourse = discourse
        self.marks = UNBROKEN if self.lexicon.properties.verbs_unchanging else CLOSE
        self.texts = draft.texts
        if draft.refs:
            self.structure  # noqa: B018  The clauses free subjects of their subordinators.
        self.speaker: Speaker | None = None
        self.speeches: list[Speech] = [Speech(0, len(self.items))]
        """Who speaks, part after part between semicolons."""
        self.reported = False
        self.quoted = False
        self.cues: dict[str, list[CueHit]] = {}
        """The sentence's cues by kind."""
        self.told: list[Span] = []
        self.undertaken: list[tuple[Span, str]] = []
        """Actions that sides agree on, promise or propose, with their force."""
        """Actions that a commitment of the sentence holds."""
        self.candidates: list[Candidate] = []
        self.drops: list[Drop] = []

    # What follows is made only for the sentences that ask for it; most of ordinary news do not.

    @once
    def verb_starts(self) -> frozenset[int]:
        """Where verb forms begin."""
        return self.draft.verb_starts

    @once
    def structure(self) -> Structure:
        """The clauses and what stands in them."""
        return Structure(self.lexicon, self.items, self.refs, self.verb_starts, self.texts)

    @once
    def clauses(self) -> Clauses:
        """The sentence's clauses."""
        return self.structure.clauses

    @once
    def ref_clause(self) -> dict[int, int]:
        """The number of the clause that a reference stands in, by the identity of the reference."""
        return self.structure.ref_clause

    @once
    def coordination(self) -> Coordination:
        """Which references are joined."""
        return Coordination(self.structure)

    @once
    def subjects(self) -> Subjects:
        """Who does what a verb tells."""
        return Subjects(self.structure, self.coordination)

    @once
    def object_finder(self) -> Objects:
        """Whom something is done to."""
        return Objects(self.structure, self.coordination, self.complements.infinitives)

    @once
    def force(self) -> Force:
        """How the verbs are meant."""
        return Force(self.structure, self.complements)

    @once
    def wording(self) -> set[str]:
        """The sentence's words, those of names of several words too."""
        return with_parts(self.texts)

    @once
    def cue_starts(self) -> frozenset[int]:
        """Where the words of cues begin."""
        return frozenset([hit.start for hit in self.draft.cues])

    @once
    def cue_ends(self) -> frozenset[int]:
        """Where the words of cues end."""
        return frozenset([hit.end for hit in self.draft.cues])

    def topic(self) -> list[Ref]:
        """The subject of the main clause, as far as the references tell."""
        return self.subjects.topic()

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

    def written(self, first: int, last: int) -> str:
        """The words of some items as a name: its article is whole where a preposition is written to it (`للقمة`)."""
        name = self.quote(self.span(first, last))
        item, article = self.items[first], self.lexicon.properties.article
        merged = bool(article) and item.text.startswith(article) and item.end - item.start < len(item.text)
        return article[:-1] + name if merged else name

    # --- who ----------------------------------------------------------------------------------

    def subject(self, hit: CueHit) -> list[Ref]:
        """The subject of the cue's clause (the agent of a passive): coordinated references."""
        own = self._spoken(hit) if self._in_first_person(hit) else []
        found = own or self.subjects.acting(hit, self._comment(hit))
        if found or not self.lexicon.properties.subject_dropped:
            return found or self._implied(hit)
        return self._dropped(hit)

    def _implied(self, hit: CueHit) -> list[Ref]:
        """`Рад приветствовать вас`: who speaks, where an adjective needs no pronoun for him."""
        before = self.items[hit.first - 1].text if hit.first else ""
        glad = self.quoted and hit.form == "inf" and before in self.lexicon.grammar.own_adjectives
        return self._spoken(hit) if glad else []

    def _dropped(self, hit: CueHit) -> list[Ref]:
        """The subject told last, of a finite verb that has none of its own."""
        if hit.passive or hit.form not in FINITE or self.subjects.fronted(hit):
            return []
        if self.quoted or "quote" in self.clauses.kinds(hit.clause):
            return self._spoken(hit)
        several = hit.form.endswith("_pl")
        kind = self.clauses.all[hit.clause].kind
        if kind in ("content", "sub"):
            above = self.subjects.above(hit)
            if above and several == (len(above) > 1 or above[0].plural):
                return above
        elif (
            kind == "relative" and self.clauses.all[hit.clause].opener in self.lexicon.grammar.place_relatives
        ):
            return self.subjects.above(hit)
        elif kind not in ("main", "coord"):
            return []
        if several:
            return self.discourse.several()
        return [self.discourse.subject] if self.discourse.subject is not None else []

    def _in_first_person(self, hit: CueHit) -> bool:
        """Whether the verb's form or its auxiliary's says that who speaks is the subject (`agradezco`)."""
        own = self.lexicon.own_verbs
        if not own or hit.form not in FINITE or hit.passive or own.isdisjoint(self.texts):
            return False
        at = self.before_auxiliary(hit.first)
        before = self.items[at - 1].text if at > 0 else ""
        governed = before in self.lexicon.closed and before not in self.words.coordinators
        return not governed and any(item.text in own for item in self.items[at : hit.first + 1])

    def _spoken(self, hit: CueHit) -> list[Ref]:
        """Who speaks, as the subject of a verb in direct speech that has none of its own."""
        speaker = self.speech_at(hit.first).speaker or self.discourse.turn
        if speaker is None or not speaker.country:
            return []
        ref = Ref("speaker", 0, 0, 0, 0, states=(speaker.country,), plural=hit.form.endswith("_pl"))
        if speaker.name and not ref.plural:
            ref.person = self.discourse.register.by_name(list(name_tokens(speaker.name)))
        return [ref]

    def patient(self, hit: CueHit) -> list[Ref]:
        """The grammatical subject, whatever the voice."""
        return self.subjects.grammatical(hit, self._comment(hit))

    def _comment(self, hit: CueHit) -> tuple[int, int] | None:
        """The items of the comment that says who says so (`…, said X`)."""
        speech = self.speech_at(hit.first)
        return speech.span if speech.comment else None

    def antecedent(self, opener: int) -> list[Ref]:
        """The reference that a relative clause opened at item `opener` is about."""
        return self.subjects.antecedent(opener)

    def coordinated(self, ref: Ref) -> list[Ref]:
        """References joined to `ref` by coordinators or commas, directly behind it."""
        return self.coordination.behind(ref)

    def couples(self) -> list[tuple[str, ...]]:
        """Pairs of states that the sentence names side by side."""
        return self.coordination.couples()

    def objects(self, hit: CueHit, subject: list[Ref], where: str = "object") -> list[Ref]:
        """The other side: the first reference that is not the subject, or the one after given words."""
        return self.object_finder.of(hit, subject, where)

    states = staticmethod(states_of)
    units = staticmethod(units_of)
    actor = staticmethod(actor_of)

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
        last = region_end(self.items, first, len(self.items), self.marks)
        for speech in self.speeches:
            if speech.span and not speech.performing and speech.span[0] >= first:
                last = min(last, self._past_teller(self.before_auxiliary(speech.span[0], first), first))
        for i in range(first, last):
            if (
                self.items[i].text == ","
                and i + 1 < last
                and (self.items[i + 1].text in self.lexicon.grammar.say_tails or self._told_by(i + 1))
            ):
                return i
        return last

    def _told_by(self, at: int) -> bool:
        """Whether a name and a verb that ends the sentence stand at item `at` (`…, the Emirates agency reported.`)."""
        items, last = self.items, len(self.items) - 1
        if self.lexicon.properties.verb_final or last - at > _TELLER + 1:
            return False
        verb = last - 1 if items[last].text == "." else last
        named = all(
            i.capital or i.term is not None or i.text in self.words.determiners for i in items[at:verb]
        )
        return at < verb and named and items[verb].start in self.verb_starts

    def _past_teller(self, at: int, first: int) -> int:
        """Before the comma and the state that lead to who says so (`…, the US State Department announced`)."""
        last = at
        while last > first and (
            self.items[last - 1].is_type("adj", "state")
            or self.items[last - 1].text in self.words.determiners
        ):
            last -= 1
        return last - 1 if first < last < at and self.items[last - 1].text == "," else at

    def before_auxiliary(self, at: int, first: int = 0) -> int:
        """The place of the perfect's auxiliary before the verb at `at`, else `at` (`…, a annoncé X`)."""
        aux = at
        while aux > first and (
            self.items[aux - 1].text in self.lexicon.properties.enclitics
            or self.items[aux - 1].text in self.words.adverbs
            or self.lexicon.is_adverb(self.items[aux - 1].text)
        ):
            aux -= 1
        return aux - 1 if aux > first and self.items[aux - 1].text in self.words.perfect else at

    def noun(self, first: int, last: int | None = None) -> Span | None:
        """The noun group behind item `first`: up to a comma that opens a clause, or the region's end."""
        end = self.complement_end(first) if last is None else last
        spans = self.complements.actions(self.text, self.items, first, end)
        if not spans:
            return None
        return Span(spans[0].start, spans[-1].end)

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

    def event_modality(self, hit: CueHit, date: str | None = None) -> str:
        """The modality of a visit or meeting that a verb tells, or a noun with a predicate of its own.

        What is told in the present of a day to come is planned.
        """
        found = self.modality(hit, hit.cue.modality or "actual")
        told = self.document.date
        if found == "actual" and hit.form == "pres" and date and told and bounds(date)[0] > bounds(told)[1]:
            return "planned"
        if found == "actual" and self.lexicon.properties.objects_before and self.inside_action(hit):
            return "planned"
        if found == "actual" and not hit.form and self.force.purpose_of_plan(hit):
            return "planned"
        if hit.form not in ("", "ger") or found not in ("actual", "planned"):
            return found
        return self.force.of_noun(hit, found, reported=self.retold(hit))

    def retold(self, hit: CueHit) -> bool:
        """Whether the cue stands in another's words."""
        return self.reported or self.speaker is not None or "content" in self.clauses.kinds(hit.clause)

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
        """Whether the cue is an infinitive, gerund or subjunctive of an action that another cue governs."""
        properties = self.lexicon.properties
        wished = hit.form in _WISHED and not properties.reported_mood
        governed = wished or hit.form in _NONFINITE or (bool(hit.form) and properties.verbs_unchanging)
        return governed and any(s.start <= hit.start < s.end for s in self.told)

    # --- products -----------------------------------------------------------------------------

    def emit(
        self,
        hit: CueHit | None,
        kind: str,
        slots: dict[str, Any],
        *,
        modality: str = "actual",
        attribution: dict[str, Any] | None = None,
        rule: str = "",
        confidence: float = 0.6,
        at: int | None = None,
    ) -> None:
        """Keep a candidate, unless the words of its cue are only asked; the sentence is its evidence.

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
                spans=(Span(self.segment.start, self.segment.end),),
                attribution=said,
                modality=modality,
                confidence=hit.cue.confidence if hit else confidence,
                rule=hit.cue.id if hit else rule,
                headline=self.segment.kind == "headline",
                at=hit.start if hit else self.items[at].start if at is not None else -1,
            )
        )

    def drop(self, hit: CueHit, reason: str) -> None:
        """Note that a cue was seen and gave no record."""
        self.drops.append(Drop(hit.start, hit.end, hit.kind, hit.cue.id, reason))
