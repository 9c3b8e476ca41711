"""A sentence's dates, and which of them is whose."""

from __future__ import annotations

import re

from communique.base.edtf import bounds
from communique.base.once import once
from communique.base.spans import Span
from communique.lexicon.verbs import FUTURE
from communique.mentions.dates import DateMention, week_later, year_later, years_on
from communique.reading.context import Clausal
from communique.reading.cue_hit import CueHit

_BARE_YEAR = 4
_RELATIVE = 8
_LONG = 45
"""Days behind or before the document's date by which a day without a year tells its year by the tense."""
_DAY = 10
_TENSES = FUTURE | {"past", "pres"}
"""Forms of a verb that tell on which side of the report a day lies."""
_JUST_OVER = 100
"""Days for which a day without a year that is over is no coming one."""
_YEARS = re.compile(r"\d{4}/\d{4}")


class Timed(Clausal):
    """When what a sentence tells takes place."""

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
        """Whether an auxiliary of the future stands in the clause of a date, or a verb in the future beside it."""
        clause = self.clauses.of[self.item_at(date.start)]
        return self._is_future(clause) or self._beside_future(date, clause)

    def _is_future(self, clause: int) -> bool:
        """Whether an auxiliary of the future stands in a clause."""
        if self.texts.isdisjoint(self.words.futures):
            return False
        named = {at for ref in self.refs if ref.name for at in range(ref.first, ref.last)}
        near = {
            item.text
            for i, item in enumerate(self.items)
            if self.clauses.of[i] == clause and i not in named and not self._owned(i)
        }
        return not near.isdisjoint(self.words.futures)

    def _beside_future(self, date: DateMention, clause: int) -> bool:
        """Whether the verb before a date in its clause, else the one behind, is in the future (`se tiendra lundi`)."""
        if self.texts.isdisjoint(self.lexicon.future):
            return False
        at, finite, perfect = self.item_at(date.start), self.lexicon.finite, self.words.perfect
        verbs = [
            i
            for i, item in enumerate(self.items)
            if self.clauses.of[i] == clause
            and (item.text in finite or item.text in perfect)
            and not self._owned(i)
        ]
        before = [i for i in verbs if i < at]
        return bool(verbs) and self.items[before[-1] if before else verbs[0]].text in self.lexicon.future

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
            value = date.value
            if not value or self.bounds(date):
                continue
            if self._of_saying(date, hit):
                continue
            if trip and (self._of_years(value) or self._year_apart(date, hit)):
                continue
            if self.draft.dateline and self.item_at(date.start) < self.draft.dateline:
                continue  # the day of writing
            clause = self.clauses.of[self.item_at(date.start)]
            far = clause not in chain
            if self._told_aside(date, hit):
                continue
            if far and self._of_another(clause, hit):
                continue
            gap = min(abs(date.start - hit.end), abs(hit.start - date.end))
            told = value if far else self._sided(date, value, hit)
            near.append((far, clause != hit.clause, gap, date.start, told))
        return min(near)[4] if near else None

    def _told_aside(self, date: DateMention, hit: CueHit) -> bool:
        """`X, élu le 7 avril, a reçu Y`: whether a participle between commas, without the cue, has the date."""
        first = last = self.item_at(date.start)
        while first > 0 and self.items[first - 1].text != ",":
            first -= 1
        while last < len(self.items) and self.items[last].text != ",":
            last += 1
        if first == 0 or last == len(self.items) or first <= hit.first < last:
            return False
        opener = self.items[first].text
        return opener in self.lexicon.lemmas.get("part", ()) and opener not in self.lexicon.finite

    def _sided(self, date: DateMention, value: str, hit: CueHit) -> str:
        """A day without a year or a weekday on the side of the document's date that its verb's tense tells."""
        if not date.relative or not (hit.form in _TENSES or self._is_future(hit.clause)):
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

    def period(self, date: DateMention, reached: bool) -> str | None:
        """A date as the time of a figure: a month without a year is over where the figure is reached."""
        told, value = self.document.date, date.value
        if not reached or told is None or value is None or not date.relative or value <= told:
            return value
        named = value[: len(told)].startswith(told) or told.startswith(value)
        if (
            named
            or self._of_future(date)
            or not self.finders.dates.yearless(self.folded[date.start : date.end])
        ):
            return value
        return years_on(value, -1)

    def _of_years(self, value: str) -> bool:
        """Whether a date is a span of whole years, or a year ahead in a sentence that tells of nothing to come."""
        if _YEARS.fullmatch(value):
            return True
        told = self.document.date
        ahead = told is not None and len(value) == _BARE_YEAR and value > told[:_BARE_YEAR]
        return ahead and self.texts.isdisjoint(self.words.futures)

    def _of_saying(self, date: DateMention, hit: CueHit) -> bool:
        """`A met B, the ministry said on Tuesday`: whether a day is that of the saying behind the cue."""
        at = self.item_at(date.start)
        spans = (speech.span for speech in self.speeches if speech.comment and speech.span)
        return any(hit.last <= first <= at for first, _ in spans)

    def _year_apart(self, date: DateMention, hit: CueHit) -> bool:
        """`During talks with X, Y recalled the crisis two years ago`: a year alone, with a comma before it."""
        if date.value is None or len(date.value) != _BARE_YEAR:
            return False
        between = self.items[hit.last : self.item_at(date.start)]
        return any(item.text == "," for item in between)

    def _of_another(self, clause: int, hit: CueHit) -> bool:
        """Whether a clause only says who told so, or is a relative one and not of a noun before it that is the cue."""
        own = self.clauses.all[clause]
        if own.kind == "sub" and own.opener in self.lexicon.grammar.say_tails:
            return True
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
        """Whether a date is told as a weekday alone, a part of one (`Dienstagabend`), or from one to another."""
        told, known = self.folded[date.start : date.end], self.finders.dates.weekdays
        if told in known or ("/" in (date.value or "") and told.startswith(tuple(known))):
            return True
        return (
            self.lexicon.properties.compounds and told.isalpha() and told.startswith(self.lexicon.day_names)
        )

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
