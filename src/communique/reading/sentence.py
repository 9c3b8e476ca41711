"""A sentence's when, where and how much: dates, places, figures, sectors, occasions."""

from __future__ import annotations

import re
from typing import Literal

from communique.base.edtf import bounds
from communique.base.once import once
from communique.base.roman import roman_value
from communique.base.spans import Span
from communique.kinds.record import Place
from communique.lexicon.cases import LOCATIVE, may_be
from communique.lexicon.phrases import Phrase
from communique.mentions.amounts import Amount
from communique.mentions.dates import DateMention, week_later, year_later, years_on
from communique.mentions.items import Item
from communique.reading.context import Clausal
from communique.reading.cue_hit import CueHit
from communique.world.cities import find_city
from communique.world.places import place_named
from communique.world.states import STATES
from communique.world.subdivisions import find_subdivision

_OCCASION_REACH = 18
_BARE_YEAR = 4
_RELATIVE = 8
_LONG = 45
"""Days behind or before the document's date by which a day without a year tells its year by the tense."""
_MILLION = 1e6
_DAY = 10
_JUST_OVER = 100
"""Days for which a day without a year that is over is no coming one."""
_PAIR = 2
"""Characters of the shortest names, which common words may have too."""
_TOWN = 6
"""The most characters of a town's name where nothing parts words."""
_COMPOUND = (3, 2)
"""Words of an ordinal of several, with the one that joins them."""
_ORDER = 3
"""Digits of a number that tells an order."""
_YEARS = re.compile(r"\d{4}/\d{4}")
_ROMAN = re.compile(r"([IVX]|[IVXL]{2,6})([^\W\dA-Z]*)")
"""A Roman numeral, and the ending of an ordinal."""


class Sentence(Clausal):
    """Everything a kind's assembly asks of one sentence; finders run only when asked."""

    @property
    def ordinals(self) -> dict[str, int]:
        """Ordinal words of the language."""
        return self.lexicon.numbers.ordinals

    # --- when ---------------------------------------------------------------------------------

    @once
    def dates(self) -> list[DateMention]:
        """The sentence's dates."""
        found = self.finders.dates.find(
            self.text, self.folded, self.segment.start, self.segment.end, self.document.date
        )
        return [self._ahead(date) for date in found]

    def _ahead(self, date: DateMention) -> DateMention:
        """A bare weekday or a day of an earlier month is the next one where the clause tells of what is to come."""
        told, value = self.document.date or "", date.value
        if not date.relative or not value or len(told) != _DAY or not value < told:
            return date
        weekday = self.is_weekday(date)
        if not (weekday or self._past_by(date, _LONG)) or not self._of_future(date):
            return date
        return date._replace(value=week_later(value) if weekday else years_on(value, 1))

    def _past_by(self, date: DateMention, days: int) -> bool:
        """Whether a day or month without a year is over by so many days; below zero, lies so far ahead."""
        told, value = self.document.date or "", date.value
        if not value or len(told) != _DAY:
            return False
        gap = (bounds(told)[0] - bounds(value)[1]).days
        if (gap <= days) if days > 0 else (gap >= days):
            return False
        return self.finders.dates.yearless(self.folded[date.start : date.end])

    def _of_future(self, date: DateMention) -> bool:
        """Whether an auxiliary of the future stands in the clause of a date."""
        clause = self.clauses.of[self.item_at(date.start)]
        named = {at for ref in self.refs if ref.name for at in range(ref.first, ref.last)}
        near = {
            item.text
            for i, item in enumerate(self.items)
            if self.clauses.of[i] == clause and i not in named and not self._owned(i)
        }
        return not near.isdisjoint(self.words.futures)

    def _owned(self, at: int) -> bool:
        """Whether a possessive stands right before an item, which is a noun then (`its plans`, `Peru's plans`)."""
        words, before = self.words, self.items[at - 1].text if at else ""
        return before in words.possessives or before in words.owner_marks or before.endswith("'s")

    def date_near(self, hit: CueHit, trip: bool = False) -> str | None:
        """The date nearest to a cue, as EDTF: of its own clause or those around it, else of another.

        A date that only bounds a time, or is told of something in a relative clause, is not the cue's.
        `trip`: years that no meeting or visit is dated by are left out.
        """
        chain = self.clauses.chain(hit.clause)
        near: list[tuple[bool, bool, int, int, str]] = []
        for date in self.dates:
            clause = self.clauses.of[self.item_at(date.start)]
            far = clause not in chain
            far_off = trip and date.value is not None and self._of_years(date.value)
            if (
                date.value
                and not far_off
                and not self.bounds(date)
                and not (far and self._of_another(clause, hit))
            ):
                gap = min(abs(date.start - hit.end), abs(hit.start - date.end))
                near.append(
                    (
                        far,
                        clause != hit.clause,
                        gap,
                        date.start,
                        date.value if far else self._sided(date, date.value, hit),
                    )
                )
        return min(near)[4] if near else None

    def _sided(self, date: DateMention, value: str, hit: CueHit) -> str:
        """A day without a year or a weekday on the side of the document's date that its verb's tense tells."""
        if not date.relative or hit.form not in ("past", "pres"):
            return value
        if hit.form == "past":
            return years_on(value, -1) if self._past_by(date, -_LONG) else value
        if self.items[hit.first].text in self.lexicon.lemmas["part"] and not self.texts.isdisjoint(
            self.words.perfect
        ):
            return value
        told = self.document.date or ""
        if len(told) == _DAY and value < told and self.is_weekday(date):
            return week_later(value)
        return years_on(value, 1) if self._past_by(date, _LONG) else value

    def _of_years(self, value: str) -> bool:
        """Whether a date is a span of whole years, or a year ahead in a sentence that tells of nothing to come."""
        if _YEARS.fullmatch(value):
            return True
        told = self.document.date
        ahead = told is not None and len(value) == _BARE_YEAR and value > told[:_BARE_YEAR]
        return ahead and self.texts.isdisjoint(self.words.futures)

    def _of_another(self, clause: int, hit: CueHit) -> bool:
        """Whether a clause is a relative one, and not of a noun right before it that is the cue."""
        own = self.clauses.all[clause]
        told = not hit.form and 0 <= own.first - hit.last <= _RELATIVE
        return own.kind == "relative" and not told

    def bounds(self, date: DateMention) -> bool:
        """Whether a date only bounds a time (`since 2015`, `bis 2030`, `giai đoạn 2026-2030`)."""
        at = self.item_at(date.start)
        terms = self.lexicon.grammar.work_purposes if self.lexicon.properties.names_follow else ()
        if at > 0 and self.items[at - 1].text in terms:
            return True
        if at > 1 and self.items[at - 1].text in self.lexicon.numbers.half_links:
            at -= 1
        whole = date.value is not None and len(date.value) > 2 * _DAY
        return at > 0 and not whole and self.items[at - 1].text in self.lexicon.grammar.date_bounds

    def dated(self, date: str | None, modality: str) -> None:
        """Keep the day of an event that took place, unless the sentence looks back."""
        if date and len(date) == _DAY and modality == "actual" and not self._looks_back():
            self.discourse.day = self.discourse.day or date

    def event_day(self, beside: bool = False) -> str | None:
        """The day of the event told of, where the sentence has no date and does not look back.

        `beside`: the sentence's dates are known to be of something else.
        """
        return None if (self.dates and not beside) or self._looks_back() else self.discourse.day

    def _looks_back(self) -> bool:
        return not self.texts.isdisjoint(self.words.earlier)

    def due(self, span: Span) -> str | None:
        """A date inside an action: the time set for it, which is not over when the document is written."""
        inside = [d for d in self.dates if span.start <= d.start < span.end and d.value]
        return next((due for d in inside if (due := self._to_come(d)) is not None), None)

    def is_weekday(self, date: DateMention) -> bool:
        """Whether a date is told as a weekday alone."""
        return self.folded[date.start : date.end] in self.finders.dates.weekdays

    def is_over(self, date: DateMention) -> bool:
        """Whether a date lies before the day on which the document was written."""
        told, value = self.document.date, date.value
        return told is not None and value is not None and bounds(value)[1] < bounds(told)[0]

    def _to_come(self, date: DateMention) -> str | None:
        """A date's value; a day or month without year is the next one, and what is over is none.

        A day of the last months was meant as it is: nobody sets himself a time a whole year off by its day alone.
        """
        value, told = date.value, self.document.date
        if value is None or not self.is_over(date):
            return value
        if told is not None and len(value) == _DAY and (bounds(told)[0] - bounds(value)[1]).days < _JUST_OVER:
            return None
        named = value.count("-") == 1 or any(c.isdigit() for c in self.text[date.start : date.end])
        return year_later(value) if date.relative and named and "/" not in value else None

    # --- where --------------------------------------------------------------------------------

    def place_after(self, first: int, reach: int = 6, sited: bool = False) -> Place | None:
        """The place that a preposition of place governs within `reach` items behind item `first`.

        `sited`: only prepositions of where something is.
        """
        preps = self.lexicon.sites if sited else self.words.place_preps
        apart = self.lexicon.properties.verb_first
        titled = {i for r in self.refs if apart and r.role for i in range(r.first, r.last)}
        for i in range(first, min(len(self.items) - 1, first + reach)):
            if self.items[i].text in (";", ":"):
                break
            if i in titled:
                continue
            if self.items[i].text in preps:
                place = self._place(i + 1)
                if place:
                    return place
        return None

    def place_in_sentence(self) -> Place | None:
        """The place after a preposition of place: where something is first, a town before a state.

        What a noun holds counts last.
        """
        places: list[tuple[bool, bool, Place]] = []
        titled = {i for r in self.refs if r.name or r.role for i in range(r.first, r.last)}
        for at in range(len(self.items) - 1):
            if self.items[at].text in self.words.place_preps and at not in titled and self._still(at + 1):
                place = self._place(at + 1)
                if place:
                    places.append((self.items[at].text in self.lexicon.sites, self._tied(at), place))
        towns = [(sited, tied, p) for sited, tied, p in places if p.name]
        for sited, tied in ((True, False), (True, True)):
            found = next((p for s, t, p in towns if (s, t) == (sited, tied)), None)
            if found:
                return found
        states = [p for sited, tied, p in places if sited and not tied]
        return next(iter([*states, *(p for _, _, p in towns)]), None) or self._headed_for()

    def _still(self, at: int) -> bool:
        """Whether a name's case is that of where something is, not of where somebody goes."""
        term = self.items[at].term
        return term is None or may_be(term.cases, LOCATIVE)

    def _headed_for(self) -> Place | None:
        """The state that somebody goes to (`will fly to X for talks`)."""
        if self.lexicon.properties.noun_cases:
            return None
        ways = self.lexicon.ways
        for at in range(len(self.items) - 1):
            if self.items[at].text in ways and self.items[at + 1].is_type("state"):
                return self._place(at + 1)
        return None

    def _tied(self, at: int) -> bool:
        """Whether a preposition ties its place to the noun before it (`die Lage in X`), not to the event."""
        before = self.items[at - 1] if at else None
        if self.lexicon.properties.noun_cases:
            noun = before is not None and before.term is None and not before.capital
            noun = noun and before is not None and before.text[0].isalpha()
            return noun and before is not None and before.start not in self.verb_starts | self.cue_starts
        if self.lexicon.properties.adjectives_follow:
            noun = before is not None and self._plain_noun(before)
            further = self.items[at - 2] if at > 1 else None
            return noun and not (
                further and (further.start in self.cue_starts or self._timed(further, before))
            )
        return (
            self.lexicon.properties.nouns_capitalised
            and before is not None
            and before.capital
            and before.term is None
            and before.start not in self.cue_starts
            and not any(r.first < at <= r.last for r in self.refs)
        )

    def _timed(self, first: Item, last: Item | None) -> bool:
        """Whether two items are a time of day (`lundi soir`, `hier matin`, `esta tarde`)."""
        told = self.lexicon.numbers.relative_days
        both = f"{first.text} {last.text if last else ''}"
        return first.text in self.lexicon.day_names or first.text in told or both in told

    def _plain_noun(self, item: Item) -> bool:
        """Whether an item is a common word that is no verb, cue, adverb or word of time."""
        text = item.text
        if item.term is not None or item.capital or not text.isalpha():
            return False
        known = self.words.adverbs | self.words.prepositions | self.lexicon.time_words
        if text in known or item.end in self.cue_ends:
            return False
        return item.start not in self.verb_starts | self.cue_starts

    def place_at(self, at: int) -> Place | None:
        """The place that the item at `at` names."""
        return self._place(at)

    def _place(self, at: int) -> Place | None:
        items, told = self.items, None
        while at < len(items) and (
            items[at].text in self.words.determiners
            or items[at].text in self.words.oblique_determiners
            or items[at].is_type("adj", "land")
            or (items[at].is_type("people") and at + 1 < len(items) and items[at + 1].is_type("land"))
        ):
            told = items[at].term if items[at].is_type("adj", "people") else told
            at += 1
        if told is not None and items[at - 1].is_type("land"):
            linked = at < len(items) and items[at].text in self.lexicon.grammar.work_links
            if linked and self._town(at + 1) and (place := self._place(at + 1)):
                return place
            if not self._town(at):
                seat = items[at - 1].text in self.lexicon.grammar.capital_nouns
                return Place(STATES[told.value].capital if seat else None, told.value)
        if at >= len(items):
            return None
        item = items[at]
        if item.is_type("capital"):
            assert item.term is not None
            if at + 1 < len(items) and items[at + 1].text == "'s":
                return None
            return Place(STATES[item.term.value].capital, item.term.value)
        if item.is_type("state"):
            assert item.term is not None
            owner = item.term.possessive or not self.lexicon.properties.nouns_capitalised
            titled = at + 1 < len(items) and items[at + 1].is_type("role") and owner
            if titled or (at + 1 < len(items) and items[at + 1].text == "'s"):
                return None
            town = None if self.lexicon.properties.word_boundary else self._town_of(at + 1, item.term.value)
            return town or Place(None, item.term.value)
        if item.term is None and item.capital:
            behind = items[at + 1] if at + 1 < len(items) else None
            if behind is not None and behind.is_type("state") and behind.term and behind.term.possessive:
                return self._named_place(at) or Place(None, behind.term.value)
            whole = None if self.lexicon.properties.word_boundary else self._unparted_town(at)
            return whole or self._named_place(at)
        return None if self.lexicon.properties.word_boundary else self._unparted_town(at)

    def _town_of(self, at: int, state: str) -> Place | None:
        """The town right behind its state, where nothing parts words (`在瑞士日内瓦`)."""
        while at < len(self.items) and self.items[at].is_type("land"):
            at += 1
        if at >= len(self.items):
            return None
        term = self.items[at].term
        if self.items[at].is_type("capital") and term is not None:
            return Place(STATES[state].capital, state) if term.value == state else None
        town = self._unparted_town(at)
        return town if town is not None and town.country == state else None

    def _unparted_town(self, at: int) -> Place | None:
        """The town whose name begins at an item and ends with one, where nothing parts words."""
        ends = {i.end for i in self.items[at : at + _TOWN] if i.term is None or i.is_type("land")}
        start = self.items[at].start
        for end in sorted(ends, reverse=True):
            if end - start > _PAIR and (units := find_subdivision(self.text[start:end])):
                return Place(units[0].name, units[0].country)
            if 1 < end - start <= _TOWN and (city := find_city(self.text[start:end])):
                return Place(city.name, city.country)
        return None

    def _town(self, at: int) -> bool:
        """Whether a name stands at an item, as behind the noun of a town."""
        return at < len(self.items) and self.items[at].capital

    def _named_place(self, at: int) -> Place | None:
        items = self.items
        if at + 2 < len(items) and items[at + 1].text == "." and items[at].text in self.words.particles:
            city = find_city(self.text[items[at].start : items[at + 2].end], tuple(self.discourse.counts))
            return Place(city.name, city.country) if city else None
        middle = items[at + 1 : at + 3]
        if len(middle) == 2 and middle[1].capital and middle[0].text in self.words.particles:
            # `Rio de Janeiro`: a small word inside of a name.
            city = find_city(self.text[items[at].start : middle[1].end], tuple(self.discourse.counts))
            if city:
                return Place(city.name, city.country)
        for size in (3, 2, 1):
            run = items[at : at + size]
            if len(run) == size and all(i.term is None and i.capital for i in run):
                if self._name_goes_on(at + size):
                    continue
                for text in self._called(self.text[run[0].start : run[-1].end]):
                    city = find_city(text, tuple(self.discourse.counts))
                    unit = place_named(text)
                    if city and not (unit and unit.name == text != city.name):
                        return Place(city.name, city.country)
                    if unit:
                        return Place(unit.name, unit.country)
        return None

    def _name_goes_on(self, at: int) -> bool:
        """Whether a word of the same name stands at item `at` (`Palacio` in `Palacio Nacional` is no town)."""
        if self.lexicon.properties.nouns_capitalised or at >= len(self.items):
            return False
        item = self.items[at]
        return (
            item.term is None
            and item.capital
            and item.text[0].isalpha()
            and item.text not in self.words.not_names
        )

    def _called(self, name: str) -> list[str]:
        """A place's name as it is written, and what it may be in the nominative."""
        rules = [rule.partition(">")[::2] for rule in self.lexicon.properties.place_nominatives]
        return [name, *(name.removesuffix(end) + call for end, call in rules if name.endswith(end))]

    def meeting_format(self) -> Literal["in_person", "online", "phone"] | None:
        """The meeting's format as the sentence's words tell it."""
        labels = {p.label for p in self.phrases}
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
        bracket, end = False, first
        while end < len(self.items) and end - first < _OCCASION_REACH:
            text = self.items[end].text
            if text in (",", ";", ":", ".") or (text == ")" and not bracket):
                break
            if end in days or (self.items[end].start in self.verb_starts and end not in nouns):
                break
            bracket = text == "(" or (bracket and text != ")")
            end += 1
        while end in days and end > first and self.items[end - 1].text in self.words.prepositions:
            end -= 1
            days.add(end)
        return end

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
            dates = [d for d in self.dates if d.end - d.start > _BARE_YEAR] if found else []
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
        codes = shared.get(written[-1]) or shared.get(written[0].rstrip(".")) or ()
        if amount.unit not in codes:
            return amount
        here = [s for r in self.refs for s in r.states]
        for state in (*here, *(s for s, _ in self.discourse.counts.most_common())):
            known = STATES.get(state)
            found = next((c for c in codes if known and c.startswith(known.alpha2)), None)
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
