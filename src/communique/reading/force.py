"""How a verb is meant: said as done, or denied, asked, supposed or put off, by the words of its clause."""

from __future__ import annotations

from collections.abc import Collection, Set
from typing import TYPE_CHECKING

from communique.lexicon.verbs import CONDITIONAL, FUTURE
from communique.reading.denial import Denial

if TYPE_CHECKING:
    from communique.reading.cue_hit import CueHit

_BARE = frozenset({"inf", "pres_pl"})
_NOMINAL = frozenset({"inf", ""})
_FREE = frozenset({"inf", "part", ""})
_NONE = frozenset[str]()
_FRONT = frozenset({"main", "quote"})
_STOPS = frozenset({";", ":"})
_JOINTS = frozenset({",", ";"})
_PURPOSE = 6
"""Items from the word of purpose to its noun, with all that stands between."""
_MATRIX = 3
"""Items before a content clause among which a word tells what it makes of it."""


class Force(Denial):
    """Negation, question, condition and future of the verbs of one sentence."""

    def asked(self, hit: CueHit) -> bool:
        """Whether the cue is what a question asks whether it is so (`Will X sign …?`)."""
        return self.has_question and self.asked_at(hit.first)

    def asked_at(self, at: int) -> bool:
        """Whether the item stands in what a question asks whether it is so."""
        if not self.has_question:
            return False
        for number in self.clauses.chain(self.clauses.of[at]):
            clause = self.clauses.all[number]
            if clause.kind in _FRONT or clause.opener in _STOPS:
                span = range(clause.first, clause.last)
                if not any(self.items[i].text == "?" for i in span):
                    return False
                asking = {*self.lexicon.properties.enclitics, *self.words.question_particles}
                turned = bool(asking) and any(self.items[i].text in asking for i in span)
                return turned or self._verb_first(clause.first)
            if clause.kind == "relative" or (
                clause.kind == "sub" and clause.opener not in self.words.content
            ):
                return False
        return False

    def supposed(self, hit: CueHit) -> bool:
        """Whether the cue stands in a condition or an indirect question: opened by a word, or by its verb."""
        opener = self.clauses.all[hit.clause].opener
        if opener in self.words.conditionals or opener in self.words.doubts or self.left_open(hit):
            return True
        end = self._condition_by_order(hit.clause)
        return end is not None and hit.first < end

    def _condition_by_order(self, number: int) -> int | None:
        """Where a condition ends that is told by its order: `Verhängt X Sanktionen, steigen die Preise`."""
        if number not in self.order_ends:
            self.order_ends[number] = self._order_end(number)
        return self.order_ends[number]

    def _order_end(self, number: int) -> int | None:
        clause = self.clauses.all[number]
        usual = self.lexicon.properties.verb_first
        if usual or self.has_question or clause.kind not in _FRONT or not self._verb_first(clause.first):
            return None
        comma = next((i for i in range(clause.first, clause.last - 1) if self.items[i].text == ","), None)
        if comma is None:
            return None
        if not self.lexicon.properties.subject_may_follow:
            first = next((i for i in range(clause.first, comma) if self.items[i].text[0].isalnum()), comma)
            return comma if self.items[first].text in self.words.inverters else None
        follow = self.items[comma + 1]
        verb = follow.text in self.lexicon.finite and follow.term is None and not follow.capital
        return comma if verb or follow.text in self.auxiliaries else None

    def _verb_first(self, first: int) -> bool:
        """Whether the clause at `first` begins with its finite verb or auxiliary."""
        at = first
        while at < len(self.items) and (
            not self.items[at].text[0].isalnum() or self.items[at].text in self.words.coordinators
        ):
            at += 1
        if at + 1 >= len(self.items):
            return False
        text = self.items[at].text
        if text in self.words.perfect or text in self.words.be or text in self.words.questioners:
            return True
        if text in self.words.futures or text in self.words.conditionals or text in self.words.passive:
            return not self._opens_clause(text)
        inverted = self.lexicon.properties.subject_may_follow and text in self.lexicon.finite
        return inverted and self.items[at + 1].text not in self.auxiliaries

    def _opens_clause(self, text: str) -> bool:
        return text in self.words.subordinators

    def modality(self, hit: CueHit, default: str, *, reported: bool = False) -> str:
        """What the verb's clause makes of a default modality.

        `reported` tells that the clause is another's words, in which a conditional form is a future of the
        past (`said it would`) or no more than a mark of reporting.
        """
        if default == "negated":
            return default
        if self.denied(hit):
            return default if self.negated(hit) else "negated"
        if self.negated(hit):
            return "negated"
        if self.supposed(hit):
            return "conditional"
        if hit.form in FUTURE and default == "actual":
            return "conditional" if self.depends(hit) else "planned"
        if hit.form in CONDITIONAL and not reported:
            return "conditional"
        governing = self._governing(hit)
        if self.lexicon.properties.verb_first and (turned := self._turned(hit, default, governing)):
            return turned
        words, soft = self.words, self.lexicon.soft if reported and hit.form != "ger" else _NONE
        if not words.wishes.isdisjoint(governing) and self.marked(hit):
            return "intended" if default == "actual" else default
        if _among(words.conditionals, governing, soft):
            return "conditional"
        if _among(words.irrealis, governing, soft) and self._participle(hit):
            return "conditional"
        if default != "actual":
            return "conditional" if default == "planned" and self.depends(hit) else default
        if self._ahead(hit, governing, self.lexicon.ahead if self.marked(hit) else words.futures):
            if self.depends(hit):
                return "conditional"
            return "intended" if hit.modal in self.lexicon.grammar.intentions else "planned"
        if self._goes_on_ahead(hit) or self._led_ahead(hit):
            return "conditional" if self.depends(hit) else "planned"
        if self.final and self._ahead(hit, governing, words.obligations):
            return "proposed"
        if hit.form == "ger" and self._looked_forward_to(hit.first):
            return "planned"
        if hit.form in _NOMINAL and not self.lexicon.future.isdisjoint(governing):
            return "planned"
        if self._bound_to(hit):
            return "planned"
        return "intended" if self._governed(hit, governing) else default

    def _goes_on_ahead(self, hit: CueHit) -> bool:
        """`sẽ hội đàm với X, hội kiến Y`: whether the future of the verb before goes on over a comma.

        A stance is held by who plans something, whatever is planned.
        """
        if (
            "stance" in hit.cue.set
            or not hit.form
            or hit.first < _MATRIX
            or not self.lexicon.properties.verbs_unchanging
        ):
            return False
        last = self._own_comma(hit)
        for text in reversed(self.told[:last]) if last else ():
            if text in self.words.perfect or text == ":":
                return False
            if text in self.words.futures:
                return True
        return False

    def _led_ahead(self, hit: CueHit) -> bool:
        """`将出席A并访问B`: whether the future of the verbs before goes on to the last one of their row."""
        if not self.phrases_first or "stance" in hit.cue.set or self.texts.isdisjoint(self.words.futures):
            return False
        words, own = self.words, self.clauses.all[hit.clause]
        if not words.perfect.isdisjoint(self.told[hit.last - 1 : hit.last + 1]):
            return False
        for i in range(hit.first - 1, own.first - 1, -1):
            text = self.told[i]
            if text in words.perfect or text in _JOINTS or self.clauses.of[i] != hit.clause:
                return False
            if text in words.futures:
                return True
        return False

    def _own_comma(self, hit: CueHit) -> int:
        """The comma behind which the verb stands with nothing but its phrases before it, so no subject; else 0."""
        at, words = hit.first - 1, self.words
        if self.phrases_first:
            while at > 0 and self.items[at].text not in _JOINTS:
                at -= 1
            first = at + 1
            while first < hit.first and self._only_leads(self.told[first]):
                first += 1
            if first < hit.first and self.told[first] not in words.prepositions:
                return 0
        return at if at > 0 and self.items[at].text in _JOINTS else 0

    def _only_leads(self, text: str) -> bool:
        """Whether a word is an adverb or coordinator, and none that governs whom a verb is done with."""
        words = self.words
        return (text in words.adverbs or text in words.coordinators) and text not in words.prepositions

    def _looked_forward_to(self, at: int) -> bool:
        """Whether a word for what is to come governs the gerund at `at` (`forward to hosting`)."""
        marker = self.lexicon.properties.infinitive_marker
        return at > 1 and self.items[at - 1].text == marker and self.items[at - 2].text in self.lexicon.ahead

    def _participle(self, hit: CueHit) -> bool:
        return self.items[hit.first].text in self.lexicon.lemmas["part"]

    def _turned(self, hit: CueHit, default: str, governing: list[str]) -> str | None:
        """What a word before makes of a clause that the verb leads, or of a verbal noun (`it is planned that`)."""
        clause, words = self.clauses.all[hit.clause], self.words
        noun = hit.form in _NOMINAL
        if clause.kind == "content" and not noun:
            governing = [i.text for i in self.items[max(0, clause.first - _MATRIX) : clause.first]]
        elif not noun:
            return None
        elif not words.denials.isdisjoint(governing):
            return "negated"
        if not words.conditionals.isdisjoint(governing):
            return "conditional"
        ahead = default == "actual" and not self.lexicon.ahead.isdisjoint(governing)
        return "planned" if ahead else None

    def foretells(self, hit: CueHit) -> bool:
        """Whether the first verb of the cue's clause is in the future (`signeront un accord après les entretiens`)."""
        if hit.form or self.texts.isdisjoint(self.lexicon.future):
            return False
        own, finite = self.clauses.all[hit.clause], self.lexicon.finite
        verb = next((t for t in self.told[own.first : own.last] if t in finite), None)
        return verb in self.lexicon.future

    def purpose_of_plan(self, hit: CueHit) -> bool:
        """`is due to leave on Friday for a visit`: a noun that is the purpose of a verb that is still ahead."""
        first = self.clauses.all[hit.clause].first
        at = hit.first - 1
        while at > first and hit.first - at < _PURPOSE and self.items[at].text not in self.words.prepositions:
            at -= 1
        if at <= first or self.items[at].text not in self.lexicon.grammar.work_purposes:
            return False
        verb = next((i for i in range(at - 1, first - 1, -1) if self._parts_or_tells(i)), first - 1)
        if verb < first or self.items[verb].start not in self.verb_starts:
            return False
        before = self.told[max(first, verb - 2) : verb]
        if before[-1:] == [self.lexicon.properties.infinitive_marker]:
            return before[0] in self.lexicon.ahead
        return self.told[verb] in self.lexicon.future or not self.words.futures.isdisjoint(before[-1:])

    def _parts_or_tells(self, at: int) -> bool:
        """Whether an item is a verb, or a mark behind which another clause may begin."""
        return self.items[at].start in self.verb_starts or self.items[at].text in (",", ";", ":")

    def _bound_to(self, hit: CueHit) -> bool:
        """`is to hold talks`: an infinitive, or its noun, with its marker right behind a form of `be`."""
        if self.final or hit.form not in _NOMINAL or hit.first < 2:
            return False
        first = hit.first - int(not hit.form and self.items[hit.first - 1].text in self.lexicon.lemmas["inf"])
        if first < 2:
            return False
        marker, verb = self.items[first - 1].text, self.items[first - 2].text
        return marker == self.lexicon.properties.infinitive_marker and verb in self.words.be

    def _governed(self, hit: CueHit, governing: list[str]) -> bool:
        """Where verbs come last, an infinitive with its marker behind a comma: nothing says that it is done."""
        if not self.final or hit.form not in _BARE or not self.marked(hit) or "," not in governing:
            return False
        return self.words.settling.isdisjoint(governing)

    def _ahead(self, hit: CueHit, governing: list[str], ahead: frozenset[str]) -> bool:
        """Whether an auxiliary of the future governs the form; one that makes passives is there twice."""
        if ahead.isdisjoint(governing):
            return False
        passive = self.words.passive
        told = [t for t in governing if t in ahead]
        if not self.final:
            if hit.passive:
                bare = self.lexicon.bare_be
                return any(t in bare or (t in passive and t in told) for t in governing)
            going_on = hit.form == "ger" and not self.lexicon.bare_be.isdisjoint(governing)
            return going_on or hit.form in _FREE or self.lexicon.properties.verbs_unchanging
        if hit.passive:
            return not passive.issuperset(told) or len(told) > 1
        return not hit.form or hit.form in _BARE or self.marked(hit)

    def depends(self, hit: CueHit) -> bool:
        """Whether a condition elsewhere in the sentence governs the cue's clause."""
        chain = self.clauses.chain(hit.clause)
        for number in chain:
            end = self._condition_by_order(number)
            if end is not None and hit.first > end:
                return True
        return not self.texts.isdisjoint(self.words.conditionals) and any(
            clause.index not in chain
            and clause.opener in self.words.conditionals
            and (clause.parent in chain or clause.parent < 0)
            for clause in self.clauses.all
        )


def _among(words: Set[str], texts: Collection[str], without: Set[str]) -> bool:
    """Whether one of the words, but for those left out, is among the texts."""
    return not words.isdisjoint(texts) and any(t in words and t not in without for t in texts)
