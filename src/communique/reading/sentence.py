"""All that is asked of a sentence: beside dates and places its occasion, figures, sectors and ordinals."""

from __future__ import annotations

import re
from typing import Literal

from communique.base.once import once
from communique.base.roman import roman_value
from communique.base.spans import Span
from communique.lexicon.phrases import Phrase
from communique.mentions.amounts import Amount
from communique.reading.cue_hit import CueHit
from communique.reading.placed import Placed
from communique.world.currencies import is_of
from communique.world.states import STATES

_OCCASION_REACH = 18
_OWNED = (2, 3)
"""Words of a currency with whose it is."""
_MILLION = 1e6
_COMPOUND = (3, 2)
"""Words of an ordinal of several, with the one that joins them."""
_ORDER = 3
"""Digits of a number that tells an order."""
_ROMAN = re.compile(r"([IVX]|[IVXL]{2,6})([^\W\dA-Z]*)")
"""A Roman numeral, and the ending of an ordinal."""


class Sentence(Placed):
    """Everything a kind's assembly asks of one sentence; finders run only when asked."""

    @property
    def ordinals(self) -> dict[str, int]:
        """Ordinal words of the language."""
        return self.lexicon.numbers.ordinals

    # --- on what occasion ---------------------------------------------------------------------

    def meeting_format(self, hit: CueHit) -> Literal["in_person", "online", "phone"] | None:
        """The meeting's format as the sentence's words tell it, those of its own clause where relatives part them."""
        all_, of = self.clauses.all, self.clauses.of
        labels = set[str]()
        for phrase in self.phrases:
            other = of[self.item_at(phrase.start)]
            if other == hit.clause or "relative" not in (all_[other].kind, all_[hit.clause].kind):
                labels.add(phrase.label)
        if "format:phone" in labels:
            return "phone"
        return "online" if "format:online" in labels else "in_person"

    def occasion(self) -> str | None:
        """The occasion phrase (`on the sidelines of …`), up to the next comma or verb."""
        span = self.occasion_span
        return self.quote(span) if span else None

    @once
    def occasion_span(self) -> Span | None:
        """Where the occasion phrase stands."""
        for phrase in self.phrases:
            if phrase.label != "occasion":
                continue
            first, last = self.item_at(phrase.start), self.item_at(phrase.end - 1) + 1
            end = self._occasion_end(last)
            if any(i.text not in self.words.determiners for i in self.items[last:end]):
                return self.span(first, end)
        return None

    def _occasion_end(self, first: int) -> int:
        """Past an occasion's noun group: up to a mark or a verb that is no gathering's noun (`ministers' meeting`)."""
        told = [*self.cues.get("gathering", ()), *(h for h in self.cues.get("visit", ()) if not h.form)]
        nouns = {at for h in told for at in range(h.first, h.last)}
        days = {self.item_at(d.start) for d in self.dates if d.relative}
        behind = self.person_from(first + 1, len(self.items))
        bracket, end = False, first
        while end < len(self.items) and end - first < _OCCASION_REACH:
            text = self.items[end].text
            if text in (",", ";", ":", ".") or (text == ")" and not bracket):
                break
            if (
                end in days
                or end == behind
                or (self.items[end].start in self.verb_starts and end not in nouns)
            ):
                break
            bracket = text == "(" or (bracket and text != ")")
            end += 1
        while end in days and end > first and self.items[end - 1].text in self.words.prepositions:
            end -= 1
            days.add(end)
        return end

    def person_from(self, first: int, last: int) -> int:
        """Where a person begins whom nothing governs, as the subject behind a gathering's name; else `last`."""
        if not self.lexicon.properties.noun_cases:
            return last
        free = (r.first for r in self.refs if r.person and not (r.prep or r.genitive or r.objective))
        return next((at for at in free if first <= at < last), last)

    @once
    def phrases(self) -> list[Phrase]:
        """Words of measure, change, format and occasion in the sentence."""
        return self.finders.phrases.find(self.folded, self.segment.start, self.segment.end)

    def labels_near(self, start: int, end: int) -> set[str]:
        """The labels of phrases that lie inside `[start, end)`."""
        return {p.label for p in self.phrases if start <= p.start and p.end <= end}

    # --- how much -----------------------------------------------------------------------------

    def amounts(self) -> list[Amount]:
        """The sentence's numbers with their units, those inside dates left out."""
        if self._amounts is None and not self._numbered():
            self._amounts = []
        if self._amounts is None:
            found = self.finders.amounts.find(self.text, self.folded, self.items, self.texts)
            if len(found) == 1 and found[0].unit is None:
                found = []  # A number alone that counts nothing is no figure, whatever the dates are.
            # A year alone may be a number.
            dates = [d for d in self.dates if not self.folded[d.start : d.end].isdecimal()] if found else []
            self._amounts = self._in_money(
                [
                    self._own_currency(a)
                    for a in found
                    if not any(d.start < a.end and a.start < d.end for d in dates)
                ]
            )
        return self._amounts

    def _in_money(self, amounts: list[Amount]) -> list[Amount]:
        """The amounts, a bare number of millions behind a sum of money in its currency (`fell to 400 million`)."""
        last = None
        out: list[Amount] = []
        for amount in amounts:
            if amount.unit in self.finders.amounts.money:
                last = amount.unit
            elif amount.unit is None and amount.scale >= _MILLION and last:
                amount = amount._replace(unit=last)
            out.append(amount)
        return out

    def _own_currency(self, amount: Amount) -> Amount:
        """The amount in the currency of a state told here or before, where its word names several."""
        shared = self.finders.amounts.shared
        if not shared or amount.unit not in self.finders.amounts.money:
            return amount
        written = self.folded[amount.start : amount.end].split()
        two = " ".join(written[-2:])
        codes = shared.get(two) or shared.get(written[-1]) or shared.get(written[0].rstrip(".")) or ()
        # `Sri Lankan rupees` says whose they are.
        phrases = (" ".join(written[-n:]) for n in _OWNED)
        told = any(p in self.finders.amounts.currencies and p not in shared for p in phrases)
        if amount.unit not in codes or told:
            return amount
        here = [s for r in self.refs for s in r.states]
        for state in (*here, *(s for s, _ in self.discourse.counts.most_common())):
            known = STATES.get(state)
            found = next((c for c in codes if known and is_of(c, state, known.alpha2)), None)
            if found:
                return amount._replace(unit=found)
        return amount

    _amounts: list[Amount] | None = None

    def _numbered(self) -> bool:
        """Whether a digit or a number word stands in the sentence at all."""
        return self.segment.has_digit(self.folded) or self.finders.amounts.may_count(self.texts)

    @once
    def works(self) -> list[tuple[int, str]]:
        """The projects named in the sentence, each with the place of its name; filled as they are read."""
        return []

    # --- names and topics ---------------------------------------------------------------------

    def ordinal(self, first: int, last: int) -> int | None:
        """The ordinal number inside an item range or right before it, with no preposition between them."""
        begin = first
        while begin > max(0, first - 2) and self.items[begin - 1].text not in self.words.prepositions:
            begin -= 1
        for at in range(begin, last):
            value = self._ordinal(at)
            if value:
                return value
        return None

    def _ordinal(self, at: int) -> int | None:
        item = self.items[at]
        for words in _COMPOUND if item.text in self.lexicon.ordinal_heads else ():
            end = self.items[min(at + words, len(self.items)) - 1].end
            if (whole := self.ordinals.get(self.folded[item.start : end])) is not None:
                return whole
        if item.text in self.ordinals:
            return self.ordinals[item.text]
        if (article := self.lexicon.properties.article) and (number := self._counted_off(at, article)):
            return number
        suffixes = self.lexicon.numbers.day_suffixes
        if item.capital and (roman := _ROMAN.fullmatch(self.text[item.start : item.end])):
            numeral, ending = roman.groups()
            pronoun = numeral == "I" and not self.lexicon.properties.adjectives_follow
            return None if pronoun or (ending and ending not in suffixes) else roman_value(numeral)
        match = re.fullmatch(r"(\d{1,3})(\D*)", item.text)
        if not match or len(match[1]) > 3:
            return None
        behind = self.items[at + 1] if at + 1 < len(self.items) else None
        after = behind.text if behind is not None and behind.start == item.end else ""
        if match[2] in suffixes or (not match[2] and after in suffixes) or self._ranked(at):
            return int(match[1])
        return None

    def _ranked(self, at: int) -> bool:
        """Whether the sign that opens ordinals stands right before a number, where nothing parts words (`第31`)."""
        if self.lexicon.properties.word_boundary or not at or len(self.items[at - 1].text) > 1:
            return False
        sign = self.items[at - 1].text
        return any(word.startswith(sign) for word in self.ordinals)

    def _counted_off(self, at: int, article: str) -> int | None:
        """The number with the article before it or written to it (`القمة الـ34`), which tells an order."""
        digits = self.items[at].text.removeprefix(article)
        before = [item.text for item in self.items[max(0, at - 2) : at]]
        told = digits != self.items[at].text or before[-1:] == [article] or before == [article, "("]
        return int(digits) if told and digits.isdigit() and len(digits) <= _ORDER else None

    def sectors(self, span: Span) -> tuple[str, ...]:
        """The sectors that the words of a span tell, in order."""
        known = self._sectors.get(span)
        if known is None:
            known = self.lexicon.topics.labels(self.folded, span.start, span.end)
            self._sectors[span] = known
        return known

    @once
    def _sectors(self) -> dict[Span, tuple[str, ...]]:
        """The sectors by span, as far as they were asked for: each action of a sentence asks for all of it."""
        return {}

    def money_in(self, span: Span) -> bool:
        """Whether a sum of money stands inside a span."""
        money = self.finders.amounts.money
        return any(a.unit in money and span.start <= a.start and a.end <= span.end for a in self.amounts())

    def gathering_modality(self, hit: CueHit) -> str:
        """Planned when the sentence looks ahead to the gathering."""
        near = {i.text for i in self.items[max(0, hit.first - 8) : hit.last + 10]}
        default = "planned" if near & self.words.futures else "actual"
        return self.force.of_noun(hit, default, reported=self.retold(hit))
