"""The stretch of a clause whose words can belong to a verb: its auxiliaries and its negation.

A word counts only where it can belong to the verb: in its own clause, and on the near side of another
verb that a comma or coordinator joins.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.base.once import once
from communique.reading.structure import Structure
from communique.syntax.complement import Complements

if TYPE_CHECKING:
    from communique.reading.cue_hit import CueHit

_GROUP_REACH = 5
_NOUN_REACH = 6
_VERB_BEHIND, _NOUN_AHEAD = 3, 12
_BARE = frozenset({"inf", "pres_pl"})


class Stretch:
    """Where in a sentence the auxiliaries and negations of its verbs can stand."""

    def __init__(self, structure: Structure, complements: Complements) -> None:
        lexicon = structure.lexicon
        self.lexicon = lexicon
        self.words = lexicon.words
        self.items = structure.items
        self.clauses = structure.clauses
        self.verb_starts = structure.verb_starts
        self.texts = structure.texts
        self.complements = complements
        self.final = lexicon.properties.verb_final
        self.phrases_first = lexicon.properties.objects_before
        self.auxiliaries = lexicon.auxiliaries
        self.verdicts: dict[int, tuple[bool, bool]] = {}
        self.order_ends: dict[int, int | None] = {}
        self._known_before: dict[tuple[int, int, int, str, bool], list[int]] = {}
        self._known_marked: dict[tuple[int, int, int, str], bool] = {}
        self.has_question = "?" in self.texts

    def _before(self, hit: CueHit) -> list[int]:
        """Items before the cue that may belong to its verb, nearest first."""
        key = hit.first, hit.last, hit.tail_last, hit.form, hit.passive
        known = self._known_before.get(key)
        if known is None:
            known = self._known_before[key] = self._walk_back(hit)
        return known

    def _walk_back(self, hit: CueHit) -> list[int]:
        clause = self.clauses.all[hit.clause]
        if self.final and hit.form:
            return list(self._back_to_verb(hit, clause.first))
        if self.phrases_first:
            return list(self._back_over_phrases(hit, clause.first))
        of, items = self.clauses.of, self.items
        reach = range(hit.first - 1, max(0, hit.first - _GROUP_REACH) - 1, -1)
        inside = [i for i in reach if of[i] == hit.clause]
        commas = [at for at, i in enumerate(inside) if items[i].text == ","] if not self.final else []
        if len(commas) == 1 and commas[0] + 1 < len(inside):
            return inside[: commas[0] + 1]
        first = clause.first + (items[clause.first].text == clause.opener)
        if hit.form and first < hit.first - _GROUP_REACH and self._first_verb(first, hit.first):
            inside.append(first)
        if self.final and not hit.form and (leading := self._leading(hit, clause.first)) is not None:
            inside.append(leading)
        return inside

    def _leading(self, hit: CueHit, first: int) -> int | None:
        """The auxiliary far before a noun that the infinitive at the end of its clause belongs to."""
        clause, of = self.clauses.all[hit.clause], self.clauses.of
        words = self.words
        for i in range(hit.first - _GROUP_REACH - 1, first - 1, -1):
            text = self.items[i].text
            if of[i] != hit.clause or self.items[i].term is not None:
                continue
            if text in words.futures or text in words.obligations or text in words.conditionals:
                return i if self._ends_bare(hit.last, clause.last, hit.clause) else None
            if text == "," or self.items[i].start in self.verb_starts:
                return None
        return None

    def _ends_bare(self, first: int, last: int, clause: int) -> bool:
        """Whether an infinitive is the last word in `items[first:last]` before a mark."""
        word = None
        for i in range(first, last):
            if self.clauses.of[i] == clause:
                if not self.items[i].text[0].isalnum():
                    break
                word = self.items[i]
        return word is not None and not word.capital and word.text in self.lexicon.lemmas.get("inf", ())

    def _back_over_phrases(self, hit: CueHit, first: int) -> Iterator[int]:
        """Back over the phrases that stand before their verb, to the verb or mark before them."""
        nouns = self.complements.verb_nouns
        for i in range(hit.first - 1, first - 1, -1):
            if self.clauses.of[i] != hit.clause:
                continue
            item = self.items[i]
            near = hit.first - i <= _GROUP_REACH
            if item.text == "," or (not near and item.start in self.verb_starts and item.text not in nouns):
                return
            yield i

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
            behind = [i.text for i in self.items[hit.last : hit.last + 2]]
            if behind and behind[-1] != self.lexicon.properties.infinitive_marker:
                reach = max(reach, 1)
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
                follow = self.items[min(i + 1, len(self.items) - 1)].text
                if follow in self.words.negation and text not in self.words.contrast:
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
        if self.lexicon.properties.infinitives_alone:
            return hit.form == "inf"
        if self.final:
            last = max(hit.last, hit.tail_last)
            verbs = self.lexicon.verb_words
            for k in range(at, last):
                if self.items[k].text in verbs and self.complements.marked_infinitive(self.items, k):
                    return True
            return (
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

    def _governing(self, hit: CueHit) -> list[str]:
        """The words before (in verb-final clauses also behind) the cue among which its auxiliaries are."""
        words = self.told
        found = [words[i] for i in self._before(hit)]
        if self.final:
            reach = _VERB_BEHIND if hit.form else _NOUN_AHEAD
            for i in range(hit.last, min(len(self.items), hit.last + reach)):
                if self.items[i].text in (",", ";", ":") or self.clauses.of[i] != hit.clause:
                    break
                found.append(self.items[i].text)
        return found

    @once
    def told(self) -> list[str]:
        """The items' texts, empty for a name inside the sentence (`in May` is no `may`)."""
        before, out = "", []
        for item in self.items:
            out.append("" if item.capital and before[:1].isalnum() else item.text)
            before = item.text
        return out
