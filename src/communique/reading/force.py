"""How a verb is meant: said as done, or denied, asked, supposed or put off, by the words of its clause.

A negation, an auxiliary or a condition counts only where it can belong to the verb: in its own clause, on
the near side of another verb that a comma or coordinator joins, and not as half of `not only … but`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from communique.lexicon.lexicon import Lexicon
from communique.mentions.items import Item
from communique.syntax.clauses import Clauses
from communique.syntax.complement import Complements

if TYPE_CHECKING:
    from communique.reading.context import CueHit

_GROUP_REACH = 5
_NOUN_REACH = 6
_DENIAL_REACH = 8
_PREDICATE_REACH = 10
_VERB_BEHIND, _NOUN_AHEAD = 3, 12
"""How far behind a verb form or a noun its auxiliary of the future may stand in a verb-final clause."""
_BARE = frozenset({"inf", "pres_pl"})
_FRONT = frozenset({"main", "quote"})
_STOPS = frozenset({";", ":"})


class Force:
    """Negation, question, condition and future of the verbs of one sentence."""

    def __init__(
        self,
        lexicon: Lexicon,
        items: list[Item],
        clauses: Clauses,
        verb_starts: frozenset[int],
        complements: Complements,
    ) -> None:
        self.lexicon = lexicon
        self.words = lexicon.words
        self.items = items
        self.clauses = clauses
        self.verb_starts = verb_starts
        self.complements = complements
        self.final = lexicon.properties.verb_final
        self.auxiliaries = lexicon.auxiliaries
        self._known_marked: dict[tuple[int, int, int, str], bool] = {}
        self.has_question = "?" in [item.text for item in items]

    # --- denied -------------------------------------------------------------------------------

    def negated(self, hit: CueHit) -> bool:
        """Whether a negation of the cue's own clause, or a verb that refuses it, denies the cue."""
        negation = self.words.negation.difference(
            hit.cue.beside, [i.text for i in self.items[hit.tail_first : hit.tail_last]]
        )
        refusals = self.words.refusals
        governed = hit.form == "ger" or self.marked(hit)
        for i in self._before(hit):
            text = self.items[i].text
            if text in negation and not self._undone(i):
                return True
            if governed and text in refusals and not self._refused_not(i):
                return True
        return any(self.items[i].text in negation and not self._undone(i) for i in self._behind(hit))

    def denied(self, hit: CueHit) -> bool:
        """Whether the cue stands in what somebody denies (`denied that …`)."""
        for number in self.clauses.chain(hit.clause):
            clause = self.clauses.all[number]
            if clause.kind != "content" and clause.opener not in self.words.content:
                continue
            for i in range(max(0, clause.first - _DENIAL_REACH), clause.first):
                if (
                    self.items[i].text in self.words.denials
                    and self.clauses.of[i] != number
                    and not self._refused_not(i)
                ):
                    return True
        return False

    def _undone(self, at: int) -> bool:
        """`not only`, `no later than`: a negation that the next word makes none."""
        return at + 1 < len(self.items) and self.items[at + 1].text in self.words.undone

    def _refused_not(self, at: int) -> bool:
        """`did not refuse to`, `did not deny that`: the refusal is itself negated."""
        return any(i.text in self.words.negation for i in self.items[max(0, at - 3) : at])

    # --- the verb's own stretch ---------------------------------------------------------------

    def _before(self, hit: CueHit) -> Iterator[int]:
        """Items before the cue that may belong to its verb, nearest first."""
        clause = self.clauses.all[hit.clause]
        if self.final and hit.form:
            yield from self._back_to_verb(hit, clause.first)
            return
        inside = [
            i
            for i in range(hit.first - 1, max(0, hit.first - _GROUP_REACH) - 1, -1)
            if self.clauses.of[i] == hit.clause
        ]
        commas = [i for i in inside if self.items[i].text == ","]
        for i in inside:
            if len(commas) == 1 and i < commas[0] and not self.final:
                return
            yield i
        first = clause.first + (self.items[clause.first].text == clause.opener)
        if hit.form and first < hit.first - _GROUP_REACH and self._first_verb(first, hit.first):
            yield first

    def _first_verb(self, first: int, last: int) -> bool:
        """Whether no verb stands in `items[first:last]`, so that the next one has the subject there."""
        return all(self.items[i].start not in self.verb_starts for i in range(first, last))

    def _back_to_verb(self, hit: CueHit, first: int) -> Iterator[int]:
        """Back to the finite verb that the form belongs to; a finite form to the next mark."""
        finite = hit.form not in ("inf", "part", "ger") and not self.marked(hit) and not hit.passive
        bare = hit.form == "pres_pl" and not self.marked(hit)
        crossed = False
        for i in range(hit.first - 1, first - 1, -1):
            if self.clauses.of[i] != hit.clause:
                continue
            text = self.items[i].text
            if text == "," and finite and not bare:
                return
            crossed = crossed or text == "," or text in self.words.coordinators
            yield i
            if crossed and self.items[i].start in self.verb_starts:
                return

    def _behind(self, hit: CueHit) -> Iterator[int]:
        """Items behind the cue that may negate it: all of a verb-second clause, else the next ones."""
        clause = self.clauses.all[hit.clause]
        if not self.final:
            last = self.items[hit.last - 1].text
            reach = 2 if not hit.form or last in self.auxiliaries or last in self.words.questioners else 0
        elif hit.form and not hit.passive and (hit.first == clause.first or not self._bracketed(hit)):
            reach = len(self.items)
        elif self._bracketed(hit):
            reach = 1
        else:
            reach = _NOUN_REACH
        joined = False
        for i in range(hit.last, min(len(self.items), hit.last + reach)):
            if self.clauses.of[i] != hit.clause:
                continue
            text = self.items[i].text
            if text in (",", ";", ":"):
                return
            if text in self.words.coordinators:
                if i + 1 < len(self.items) and self.items[i + 1].text in self.words.negation:
                    return
                joined = True
            if joined and (self.items[i].start in self.verb_starts or text in self.auxiliaries):
                return
            yield i

    def _bracketed(self, hit: CueHit) -> bool:
        """Whether the form ends a clause that another verb leads, so that its negation stands before it."""
        if hit.form != "pres_pl":
            return hit.form in ("inf", "part")
        leads = self.lexicon.leads
        return self.marked(hit) or any(self.items[i].text in leads for i in self._before(hit))

    def marked(self, hit: CueHit) -> bool:
        """Whether the cue is an infinitive with its marker (`to sign`, `zu nennen`, `anzuerkennen`)."""
        key = hit.first, hit.last, hit.tail_last, hit.form
        known = self._known_marked.get(key)
        if known is None:
            known = self._known_marked[key] = self._is_marked(hit)
        return known

    def _is_marked(self, hit: CueHit) -> bool:
        marker = self.lexicon.properties.infinitive_marker
        at = hit.first
        if self.final:
            last = max(hit.last, hit.tail_last)
            return any(self.complements.marked_infinitive(self.items, k) for k in range(at, last)) or (
                last + 1 < len(self.items)
                and self.items[last].text == marker
                and self.items[last + 1].text in self.auxiliaries
            )
        if self.items[at].text == marker:
            return True
        while at > 0 and self._adverb(at - 1):
            at -= 1
        return at > 0 and self.items[at - 1].text == marker and hit.form in _BARE

    def _adverb(self, at: int) -> bool:
        text = self.items[at].text
        endings = self.complements.adverb_endings
        return text in self.words.adverbs or (bool(endings) and text.endswith(endings))

    def denied_before(self, at: int) -> bool:
        """Whether a negation stands right before an item, or before the verb right before it."""
        for i in (at - 1, at - 2):
            if i >= 0 and self.items[i].text in self.words.negation and not self._undone(i):
                return i == at - 1 or self.items[at - 1].start in self.verb_starts
        return False

    def of_noun(self, hit: CueHit, default: str, *, reported: bool) -> str:
        """What the predicate of a noun that is its subject makes of a default (`the forum was not held`)."""
        soft = self.words.futures if reported else frozenset[str]()
        found: list[str] = []
        for i in range(hit.last, min(len(self.items), hit.last + _PREDICATE_REACH)):
            text = self.items[i].text
            if text in (",", ";", ":") or self.clauses.of[i] != hit.clause or text in self.words.coordinators:
                break
            if text in self.words.negation and not self._undone(i):
                return "negated"
            found.append(text)
        return (
            "conditional" if any(t in self.words.conditionals and t not in soft for t in found) else default
        )

    # --- asked and supposed -------------------------------------------------------------------

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
                return any(self.items[i].text == "?" for i in span) and self._verb_first(clause.first)
            if clause.kind == "relative" or (
                clause.kind == "sub" and clause.opener not in self.words.content
            ):
                return False
        return False

    def supposed(self, hit: CueHit) -> bool:
        """Whether the cue stands in a condition or an indirect question: opened by a word, or by its verb."""
        opener = self.clauses.all[hit.clause].opener
        if opener in self.words.conditionals or opener in self.words.doubts:
            return True
        return self._condition_by_order(hit.first)

    def _condition_by_order(self, at: int) -> bool:
        """`Verhängt X Sanktionen, steigen die Preise`: a clause that begins with its verb, before another."""
        if not self.lexicon.properties.subject_may_follow or self.has_question:
            return False
        clause = self.clauses.all[self.clauses.of[at]]
        if clause.kind not in _FRONT or not self._verb_first(clause.first):
            return False
        for i in range(at, clause.last - 1):
            if self.items[i].text == "," and self.clauses.of[i + 1] == clause.index:
                follow = self.items[i + 1]
                return follow.text in self.auxiliaries or (
                    follow.text in self.lexicon.finite and follow.term is None and not follow.capital
                )
        return False

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

    # --- put off ------------------------------------------------------------------------------

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
        governing = self._governing(hit)
        soft = (
            self.words.futures | self.words.irrealis if reported and hit.form != "ger" else frozenset[str]()
        )
        if self.marked(hit) and any(text in self.words.wishes for text in governing):
            return "intended" if default == "actual" else default
        if any(text in self.words.conditionals and text not in soft for text in governing):
            return "conditional"
        if hit.form in ("part", "past") and any(
            t in self.words.irrealis and t not in soft for t in governing
        ):
            return "conditional"
        if default != "actual":
            return default
        ahead = self.words.futures | (self.words.prospects if self.marked(hit) else frozenset())
        if not self._ahead(hit, governing, lambda text: text in ahead):
            return default
        return "intended" if hit.modal in self.lexicon.grammar.intentions else "planned"

    def _ahead(self, hit: CueHit, governing: list[str], ahead: Callable[[str], bool]) -> bool:
        """Whether an auxiliary of the future governs the form; one that makes passives is there twice."""
        passive = self.words.passive
        if not self.final:
            if hit.passive:
                return "be" in governing and any(ahead(t) for t in governing)
            return hit.form in ("inf", "part", "") and any(ahead(t) for t in governing)
        if hit.passive:
            told = [t for t in governing if ahead(t)]
            return any(t not in passive for t in told) or len(told) > 1
        return (hit.form in (*_BARE, "") or self.marked(hit)) and any(ahead(t) for t in governing)

    def _governing(self, hit: CueHit) -> list[str]:
        """The words before (in verb-final clauses also behind) the cue among which its auxiliaries are."""
        found = [self.items[i].text for i in self._before(hit)]
        if self.final:
            reach = _VERB_BEHIND if hit.form else _NOUN_AHEAD
            for i in range(hit.last, min(len(self.items), hit.last + reach)):
                if self.items[i].text in (",", ";", ":") or self.clauses.of[i] != hit.clause:
                    break
                found.append(self.items[i].text)
        return found

    def depends(self, hit: CueHit) -> bool:
        """Whether a condition elsewhere in the sentence governs the cue's clause."""
        chain = self.clauses.chain(hit.clause)
        return any(
            clause.index not in chain
            and clause.opener in self.words.conditionals
            and (clause.parent in chain or clause.parent < 0)
            for clause in self.clauses.all
        )
