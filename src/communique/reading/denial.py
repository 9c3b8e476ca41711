"""What is denied: by a negation, by a verb that refuses, denies or calls off, or by a claim negated.

A negation counts where it can belong to the verb, and not as half of `not only … but`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.stretch import Stretch

if TYPE_CHECKING:
    from communique.reading.cue_hit import CueHit

_GROUP_REACH = 5
_DENIAL_REACH = 8
_VERB_REACH = 6
_PREDICATE_REACH = 18


class Denial(Stretch):
    """Whether the verbs and nouns of one sentence are denied."""

    def negated(self, hit: CueHit) -> bool:
        """Whether a negation of the cue's own clause, or a verb that refuses it, denies the cue."""
        if self.texts.isdisjoint(self.lexicon.negating):
            return False
        negation = self.words.negation.difference(
            hit.cue.beside, [i.text for i in self.items[hit.tail_first : hit.tail_last]]
        )
        refusals = self.words.refusals
        governed = hit.form == "ger" or self.marked(hit) or self.phrases_first
        for i in self._before(hit):
            text = self.items[i].text
            if text in negation and not self._undone(i) and self._reaches(i, hit):
                return True
            if governed and text in refusals and not self._negation_near(i):
                return True
        return any(self.items[i].text in negation and not self._undone(i) for i in self._behind(hit))

    def _reaches(self, at: int, hit: CueHit) -> bool:
        """Whether a negation belongs to the cue's verb: it leads the clause, or only the verb group is between."""
        if not hit.form and self._of_other_noun(at, hit):
            return False
        if self.final or not hit.form:
            return True
        if at <= self.clauses.all[hit.clause].first + 1:
            return True
        if self.phrases_first and self._before_phrase(at, hit.first):
            return True
        marker = self.lexicon.properties.infinitive_marker
        return all(
            item.start in self.verb_starts
            or item.text in self.auxiliaries
            or item.text in self.words.refusals
            or item.text == marker
            or self._adverb(k)
            for k, item in enumerate(self.items[at + 1 : hit.first], at + 1)
        )

    def _before_phrase(self, at: int, verb: int) -> bool:
        """`从未向X提供`: whether a negation stands before the phrase of a verb that has its phrases before it."""
        led = self.items[at + 1].text in self.words.prepositions
        return led and all(item.text != "," for item in self.items[at + 1 : verb])

    def _of_other_noun(self, at: int, hit: CueHit) -> bool:
        """`no deal after talks`: whether a negation belongs to another noun than the cue's."""
        grammar = self.lexicon.grammar
        if self.items[at].text not in grammar.noun_negation:
            return False
        return any(item.text in grammar.time_prepositions for item in self.items[at + 2 : hit.first])

    def refrained(self, hit: CueHit) -> bool:
        """Whether an infinitive with its marker is itself negated (`decided not to recall`)."""
        for i in self._before(hit):
            if self.items[i].text == ",":
                return False
            if self.items[i].text in self.words.negation and not self._undone(i):
                return True
            if not self.final and self.items[i].start in self.verb_starts:
                return False
        return False

    def denied(self, hit: CueHit) -> bool:
        """Whether the cue stands in what somebody denies (`denied that …`, `denied doing`)."""
        if self.texts.isdisjoint(self.lexicon.doubting):
            return False
        if hit.form == "ger" or self.marked(hit):
            for i in self._before(hit):
                text = self.items[i].text
                denial = text in self.words.denials and text not in self.words.conditionals
                if denial and not self._negation_near(i):
                    return True
        if self._behind_denial(hit):
            return True
        return any(
            denies and not doubtful for denies, doubtful in map(self._verdict, self.clauses.chain(hit.clause))
        )

    def left_open(self, hit: CueHit) -> bool:
        """Whether the cue stands in what somebody fears or does not deny."""
        if self.texts.isdisjoint(self.lexicon.doubting):
            return False
        return any(doubtful for _, doubtful in map(self._verdict, self.clauses.chain(hit.clause)))

    def _verdict(self, number: int) -> tuple[bool, bool]:
        """Whether a content clause is denied, and whether it is left open."""
        if number not in self.verdicts:
            self.verdicts[number] = self._governed_by(number)
        return self.verdicts[number]

    def _governed_by(self, number: int) -> tuple[bool, bool]:
        """What the words that govern a content clause make of it: denied, left open."""
        clause = self.clauses.all[number]
        if clause.kind != "content" and clause.opener not in self.words.content:
            return False, False
        near = range(max(0, clause.first - _DENIAL_REACH), clause.first)
        if clause.first == 0 and self.final:
            near = range(clause.last, min(len(self.items), clause.last + _DENIAL_REACH))
        for i in near:
            text = self.items[i].text
            if self.clauses.of[i] == number:
                continue
            if text in self.words.claims and self._negation_near(i):
                return True, False
            if text in self.words.denials:
                return True, self._negation_near(i)
            if text in self.words.surmises:
                return False, True
        return False, False

    def _behind_denial(self, hit: CueHit) -> bool:
        """`wies Vorwürfe zurück, es habe …`: a reported clause without subordinator, behind a denial."""
        if not self.final:
            return bool(self.lexicon.properties.infinitive_marker) and self._bare(hit)
        if hit.form not in ("part", "subj", "subj_pl", "pres", "past"):
            return False
        first = self.clauses.all[hit.clause].first
        at = next((i for i in range(hit.first - 1, max(first, 1) - 1, -1) if self.items[i].text == ","), None)
        return at is not None and (
            self.items[at - 1].text in self.words.denials
            and any(i.text in self.lexicon.subjunctive for i in self.items[at : hit.last + 2])
        )

    def _bare(self, hit: CueHit) -> bool:
        """`denied it had …`: a content clause without its word, whose subject and verb stand right behind a denial."""
        for i in range(hit.first - 1, self.clauses.all[hit.clause].first, -1):
            text = self.items[i].text
            if text in (",", ";", ":") or text in self.words.coordinators:
                return False
            if text in self.words.denials and text in self.lexicon.finite:
                subject, verb = self.items[i + 1], self.items[min(i + 2, hit.first)]
                words = self.words
                pronoun = subject.text in words.masculine | words.feminine | words.plural | words.neuter
                told = pronoun or subject.is_type("state", "org", "capital")
                acts = verb.start in self.verb_starts or verb.text in self.auxiliaries
                return told and acts and i + 1 < hit.first and not self._negation_near(i)
        return False

    def denied_before(self, at: int) -> bool:
        """Whether a negation stands right before an item, or before the verb right before it."""
        for i in range(at - 1, max(at - _VERB_REACH, -1), -1):
            if self.clauses.of[i] != self.clauses.of[at] or self.items[i].text == ",":
                return False
            if self.items[i].text in self.words.negation and not self._undone(i):
                return i == at - 1 or self.items[i + 1].start in self.verb_starts
        return False

    def denied_near(self, at: int) -> bool:
        """Whether a negation stands among the few words before an item (`is not the largest`)."""
        near = range(max(0, at - 3), at)
        return any(self.items[i].text in self.words.negation and not self._undone(i) for i in near)

    def of_noun(self, hit: CueHit, default: str, *, reported: bool) -> str:
        """What the predicate of a noun makes of a default (`the forum was not held`, `cancelled the visit`)."""
        clause = self.clauses.all[hit.clause]
        if self._called_off(max(clause.first, hit.first - _GROUP_REACH), hit.first, clause.last):
            return "negated"
        if self.final and self._struck(hit, clause.last):
            return "negated"
        if not self._leads(hit, clause.first):
            return default
        soft = self.words.futures if reported else frozenset[str]()
        found: list[str] = []
        begun = False
        for i in range(hit.last, min(len(self.items), hit.last + _PREDICATE_REACH)):
            text = self.told[i]
            if text in (",", ";", ":") or self.clauses.of[i] != hit.clause:
                break
            if text in self.words.coordinators and begun:
                break
            begun = begun or text in self.auxiliaries or self.items[i].start in self.verb_starts
            if text in self.words.cancellations or (text in self.words.negation and not self._undone(i)):
                return "negated"
            found.append(text)
        if any(t in self.words.conditionals and t not in soft for t in found):
            return "conditional"
        ahead = any(t in self.words.futures for t in found) or self._foretold(found)
        return "planned" if default == "actual" and ahead else default

    def _foretold(self, predicate: list[str]) -> bool:
        """Whether the first finite verb of a noun's predicate has a form of the future (`se tiendra lundi`)."""
        if self.texts.isdisjoint(self.lexicon.future):
            return False
        verb = next((t for t in predicate if t in self.lexicon.finite or t in self.words.perfect), None)
        return verb in self.lexicon.future

    def _struck(self, hit: CueHit, last: int) -> bool:
        """Whether the verb that ends the noun's clause calls it off (`hat seinen Besuch in X abgesagt`)."""
        for i in range(hit.last, last):
            text = self.told[i]
            if text in (",", ";", ":") or text in self.words.coordinators:
                return False
            if self.clauses.of[i] == hit.clause and text in self.words.cancellations:
                return True
        return False

    def _called_off(self, first: int, at: int, last: int) -> bool:
        """Whether a verb in `items[first:at]` calls off what stands at `at`; its particle may end the clause."""
        before = {i.text for i in self.items[first:at]}
        if not self.words.cancellations.isdisjoint(before):
            return True
        inside = before | {i.text for i in self.items[at:last]}
        return any(
            verb in before and particle in inside
            for verb, _, particle in (w.partition(" ") for w in self.words.cancellations if " " in w)
        )

    def _leads(self, hit: CueHit, first: int) -> bool:
        """Whether a noun leads its clause as its subject: no preposition governs it and no verb is before it."""
        at = hit.first - 1
        if at > first and self.items[at].text in self.words.determiners | self.words.possessives:
            at -= 1
        if at > first and at < hit.first - 1 and self.items[at].text in self.words.coordinators:
            first = at + 1  # `will travel, and her talks with X will be held`: a clause of its own
        for i in range(first, hit.first):
            text = self.items[i].text
            if text in self.words.prepositions or text in self.auxiliaries:
                return False
            beside = i == hit.first - 1 and self.items[max(i - 1, 0)].text in self.words.determiners
            if self.items[i].start in self.verb_starts and text in self.lexicon.finite and not beside:
                return False
        return True

    def _undone(self, at: int) -> bool:
        """`not only`, `no later than`: a negation that the next word makes none."""
        return at + 1 < len(self.items) and self.items[at + 1].text in self.words.undone

    def _negation_near(self, at: int) -> bool:
        """Whether a negation stands beside a word: `did not deny that`, `no evidence that`, `stimmt nicht, dass`."""
        near = (*self.items[max(0, at - 3) : at], *self.items[at + 1 : at + 2])
        return any(i.text in self.words.negation for i in near)
