"""Dates of a sentence: absolute, ranges, and relative to the document's date; EDTF out.

A date without a year takes the year that brings it nearest to the document's date; without a
document date it stays unknown (None).
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

from communique.base.edtf import bounds
from communique.lexicon.lexicon import Lexicon

_DAY = 10
"""Characters of a date that tells the day, at least."""
_MOST_YEARS = 10
"""Longer spans of years look back (`for the first time in 24 years`)."""
_SHORT_SCALE = 4
"""Scale words as short as this may be words of another sort behind a year (`en 2015 mil personas`)."""
_MEASURED = ("MW", "GW", "kW", "kV", "km", "TEU", "kWh", "MWh", "GWh", "TWh")
"""Units that stand behind no year."""
_MOST_UNITS = 100
"""Longer spans than this many days or months are written in figures of another sort."""


_LINK = 3
"""Letters of the words that only link others in a date."""


class DateMention(NamedTuple):
    """A date in the text: its span and its EDTF value (None when the year stays unknown)."""

    start: int
    end: int
    value: str | None
    relative: bool


def _measuring(lexicon: Lexicon) -> list[str]:
    """The scale words and units behind which four digits are no year (`2000 MW`, `2000 millones`)."""
    numbers = lexicon.numbers
    scales = [w for w in numbers.scales if len(w) > _SHORT_SCALE]
    return [*scales, *(w for code in _MEASURED for w in numbers.units.get(code, ()))]


class DateFinder:
    """Finds dates in one language from the pack's calendar and phrases."""

    def __init__(self, lexicon: Lexicon) -> None:
        numbers = lexicon.numbers
        self.months = {
            w.lower().rstrip("."): int(n) for n, words in lexicon.calendar["months"].items() for w in words
        }
        self.months.update({w.lower(): n for w, n in numbers.months.items()})
        self.weekdays = {
            w.lower(): int(n)
            for n, words in lexicon.calendar["weekdays"].items()
            for w in words
            if len(w) > 3 and w.lower() not in numbers.ordinals
        }
        self.weekdays.update({w.lower(): n for w, n in numbers.weekdays.items()})
        self.days = {k.lower(): v for k, v in numbers.relative_days.items()}
        self.periods = {p.lower(): key for key, phrases in numbers.relative_periods.items() for p in phrases}
        self.halves = {p.lower(): key for key, phrases in numbers.halves.items() for p in phrases}
        self.last = frozenset(w.lower() for w in numbers.last_words)
        self.next = frozenset(w.lower() for w in numbers.next_words)
        told = (word for phrase in self.periods for word in phrase.split() if len(word) > _LINK)
        self.yeared = self.last | self.next | frozenset(told)
        """Words beside a day or month that tell its year."""
        self.units = {w.lower(): unit for unit, listed in numbers.time_units.items() for w in listed}
        self.cardinals = {k.lower(): int(v) for k, v in numbers.cardinals.items() if v < _MOST_UNITS}
        self.case = lexicon.properties.case and any(
            w[:1].isupper() for words in lexicon.calendar["months"].values() for w in words
        )
        self.slashed = lexicon.properties.slashed_dates
        self.month_first = lexicon.properties.month_first_dates
        self.nouns_capitalised = lexicon.properties.nouns_capitalised
        words = {
            *self.months,
            *self.weekdays,
            *self.days,
            *self.periods,
            *self.halves,
            *self.last,
            *self.next,
        }
        words.update(numbers.month_leads)
        words.update(numbers.within)
        # Every form begins with a digit or one of these words: looking ahead spares trying all forms.
        bounded = lexicon.properties.word_boundary
        letter = r"\w" if bounded else r"\d"
        inside = r"(?<![\w.,])" if bounded else r"(?<!\d)(?<!\d[.,])"
        begin = rf"{inside}(?<!\d-)(?=\d|{_beginning(words)})"
        self.pattern = re.compile(
            begin + "(?:" + "|".join(f"(?:{f})" for f in self._forms(lexicon)) + rf")(?!{letter})"
        )
        leads = _any(numbers.range_leads)
        self.beside = re.compile(rf"(?:,? ?\(|, ?|\s)(?:(?:{leads})\s+)?")
        """Between a weekday or `today` and the day that it is (`Thursday, 26 November`, `today (Nov. 26)`)."""
        self.month_groups = tuple(self.pattern.groupindex[name] for name in _MONTH_GROUPS)

    def _forms(self, lexicon: Lexicon) -> list[str]:
        numbers = lexicon.numbers
        month, weekday = _any(self.months), _any(self.weekdays)
        relative, lead = _any([*self.last, *self.next]), _any(numbers.month_leads)
        suffix = f"(?:{_any(numbers.day_suffixes)})?" if numbers.day_suffixes else ""
        to = f"(?:\\s*(?:-|{_any(w for w in numbers.range_words if w.strip('- '))})\\s*)"
        of = rf"(?:(?:{_any(numbers.half_links)})\s+)?"
        link = rf"(?:(?:{_any([*numbers.half_links, *numbers.range_leads])})\s+)?"
        day = rf"(?P<{{}}>[0-3]?\d){suffix}"
        apart = _any(p for p, key in self.periods.items() if key in _YEARS_TOLD)
        year = rf"(?:,?\s+{of}(?P<{{}}>(?:19|20)\d\d|(?:{apart})(?!\w)))?"
        counted = _any([*numbers.percent, *numbers.scales])
        bounded = r"\b" if lexicon.properties.word_boundary else ""
        scaled = rf"|\s*(?:{_any(numbers.scales)}){bounded}"
        ending = f"(?:{_any(numbers.weekday_endings)})?"
        stroke = r"|/" if lexicon.properties.slashed_dates else ""
        open_month = r"(?!/\d)" if stroke else ""
        until = _any(numbers.day_leads)
        after = relative if lexicon.properties.adjectives_follow else "(?!)"
        behind = rf"(?:\s+(?P<rf>{after})(?!\w))?"
        no_day = (
            rf"(?!(?:{until})\s+(?:{month})\.?\s+[0-3]?\d{suffix}(?!\w|[.,]\d|\s*(?:{counted})))"
            if until
            else ""
        )
        return [
            *(self._slashed(to, link, lexicon) if stroke else (_STROKES,)),
            *self._year_first(lexicon, month),
            r"(?P<iso>(?:19|20)\d\d(?:-[01]\d-[0-3]\d|/[01]?\d/[0-3]?\d))",
            r"(?P<num>[0-3]?\d)\.\s?(?P<numm>[01]?\d)\.\s?(?P<numy>(?:19|20)\d\d)",
            rf"{day.format('d1')}(?:\s+{of}(?P<m0>{month})\.?{year.format('y0')})?{to}{link}{day.format('d2')}\s+{of}(?P<m1>{month})\.?{year.format('y1')}",
            rf"{day.format('d3')}\s+{of}(?P<m2>{month})\.?{year.format('y2')}",
            rf"(?P<m3>{month})\.?\s+{day.format('d4')}{to}{link}(?:(?P<m6>{month})\.?\s+)?{day.format('d5')}(?!\w|[.,]\d){year.format('y3')}",
            rf"(?P<m4>{month})\.?\s+{day.format('d6')}(?!\w|[.,]\d|\s*(?:{counted})){year.format('y4')}",
            rf"(?P<m7>{month})\.?{to}(?P<m8>{month})\.?{year.format('y6')}",
            rf"(?P<m5>{month})(?:\.?,?\s+{of}{stroke})(?P<y5>(?:19|20)\d\d)",
            rf"(?P<rm>{relative})\s+(?P<m9>{month})",
            rf"{no_day}(?:{lead})\s+(?P<m11>{month})\.?\s+{of}(?P<y7>{apart})(?!\w)",
            rf"(?P<m12>{month})\.?\s+{of}(?P<y8>{apart})(?!\w)",
            rf"(?P<y9>{apart}),?\s+(?:(?:{lead})\s+)?(?P<m13>{month})(?!\w)",
            rf"{no_day}(?:{lead})\s+(?:(?P<rl>{relative})\s+)?(?P<m10>{month})\.?{open_month}(?!,?\s+{of}(?:19|20)\d\d){behind}",
            rf"(?P<m14>{month})\s+(?P<rg>{after})(?!\w)",
            rf"(?P<half>{_any(self.halves)})\s*{of}(?:(?P<hy>(?:19|20)\d\d)|(?P<hp>{_any(self.periods)}))?",
            rf"(?P<period>{_any(self.periods)})",
            rf"(?:{_any(numbers.within)})\s+(?!{_any(self.halves)})(?P<count>\d{{1,2}}|{_any(self.cardinals)})\s+(?P<unit>{_any(self.units)})(?!\s+\d)",
            rf"(?P<rel>{_any(self.days)})",
            rf"(?P<wd1>{weekday}){ending}{to}{link}(?P<wd2>{weekday}){ending}",
            rf"(?:(?P<rwd>{relative})\s+)?(?P<wd>{weekday}){ending}",
            rf"(?P<ya>(?:19|20)\d\d)(?:{to}(?P<yb>(?:19|20)\d\d)|[-/](?P<ys>\d\d)(?!\d|-))",
            rf"(?P<year>(?:19|20)\d\d)(?![\d.,]*\d|\s*(?:{_any(numbers.percent)}){scaled}"
            rf"|\s*(?:{_any(_measuring(lexicon))})(?!\w)|\s+(?:{_any(numbers.year_names)})(?!\w))",
        ]

    def _slashed(self, to: str, link: str, lexicon: Lexicon) -> list[str]:
        """Days by number: `25/11`, `25/11/2026`, `18 - 19/6`, and `25-11`, `25.11` behind a word for a day."""
        day, month, year = r"[0-3]?\d", r"[01]?\d", r"(?:19|20)\d\d"
        leads, words = lexicon.numbers.range_leads, lexicon.numbers.range_words
        behind = "|".join(rf"(?<={re.escape(word)}\s)" for word in leads) or r"(?!)"
        until = rf"\s+(?:{_any(w for w in words if w.strip('- '))})\s+{link}"
        both = rf"\s+(?:{_any(lexicon.grammar.coordinators)})\s+{link}"
        return [
            rf"(?P<s1>{day})(?:(?:/(?P<n1>{month}))?{to}{link}|{both})(?P<s2>{day})/(?P<n2>{month})(?:/(?P<z1>{year}))?(?!/|\d)",
            rf"(?P<s3>{day})/(?P<n3>{month})(?:/(?P<z2>{year}))?(?!/|\d)",
            rf"(?:{behind})(?P<s5>{day})(?:-(?P<n5>{month}))?{until}(?P<s6>{day})-(?P<n6>{month})(?:-(?P<z4>{year}))?(?![/-]|\d)",
            rf"(?:{behind})(?P<s4>{day})(?P<tie>[-.])(?P<n4>{month})(?:(?P=tie)(?P<z3>{year}))?(?![/-]|\.?\d)",
        ]

    def _year_first(self, lexicon: Lexicon, month: str) -> list[str]:
        """`2024年7月3日`, `7月3日至5日`, `2024年7月`, `2024年`, `3日`: year, month and day with a mark behind each."""
        marks = lexicon.properties.year_marks
        if not marks:
            return []
        day, to = _any(lexicon.numbers.day_suffixes), _any(lexicon.numbers.range_words)
        year = rf"(?:(?P<led_year>(?:19|20)\d\d)(?:{_any(marks)})|(?P<led_period>{_any(self.periods)}))"
        days = rf"(?P<led_day>[0-3]?\d)(?:{day})?(?:(?:{to})(?P<led_last>[0-3]?\d))?(?:{day})"
        return [
            rf"{year}?(?P<led_month>{month})(?:{days})?",
            rf"(?P<lone_day>[0-3]?\d)(?:(?:{day})?(?:{to})(?P<lone_last>[0-3]?\d))?(?:{day})",
            rf"(?P<lone_year>(?:19|20)\d\d)(?:{_any(marks)})(?P<lone_half>{_any(self.halves)})?",
        ]

    def _marked(self, g: dict[str, str | None], origin: dt.date | None) -> tuple[str | None, bool] | None:
        """The value of a date of `_year_first`."""
        year = g["led_year"]
        if g["led_period"] and origin:
            year = _period(self.periods[g["led_period"]], origin)
            year = year if year and len(year) == 4 else None
        if g["led_month"]:
            number = self.months[g["led_month"]]
            if g["led_last"]:
                return _range(
                    (g["led_day"] or "", number, year), (g["led_last"], number, year), origin
                ), not g["led_year"]
            if g["led_day"]:
                return _day(g["led_day"], number, year, origin), not g["led_year"]
            return (f"{year}-{number:02}" if year else self._month(g["led_month"], None, origin)), not g[
                "led_year"
            ]
        if g["lone_day"]:
            if origin is None:
                return None, True
            if g["lone_last"]:
                return _range(
                    (g["lone_day"], origin.month, str(origin.year)),
                    (g["lone_last"], origin.month, str(origin.year)),
                    origin,
                ), True
            return _day(g["lone_day"], origin.month, str(origin.year), origin), True
        if g["lone_half"]:
            return _half(self.halves[g["lone_half"]], g["lone_year"], None, origin), False
        return g["lone_year"], False

    def find(self, text: str, folded: str, start: int, end: int, anchor: str | None) -> list[DateMention]:
        """Dates in `folded[start:end]`; `anchor` is the document's date (EDTF)."""
        origin = _origin(anchor)
        out: list[DateMention] = []
        weekday = False
        for match in self.pattern.finditer(folded, start, end):
            if self._is_word(text, match, start):
                continue
            found = self._value(match, origin)
            if found is None:
                continue
            value, relative = found
            first = match.start()
            whole = value is not None and len(value) >= _DAY
            if weekday and whole and self.beside.fullmatch(folded, out[-1].end, first):
                first = out.pop().start
            out.append(DateMention(first, match.end(), value, relative))
            weekday = match["rel"] is not None or (match["wd"] is not None and match["rwd"] is None)
        return out

    def _is_word(self, text: str, match: re.Match[str], start: int) -> bool:
        """Whether case shows a verb in a month's name, or a noun in a day's word (`march`, `am Morgen`).

        It tells nothing where months are written in lower case.
        """
        if not self.case:
            return False
        places = match.regs
        for group in self.month_groups:
            at = places[group][0]
            if at >= 0 and not text[at].isupper():
                return True
        at = match.start("rel")
        return self.nouns_capitalised and at > start and text[at].isupper()

    def _value(self, match: re.Match[str], origin: dt.date | None) -> tuple[str | None, bool] | None:
        g = match.groupdict()
        told = [name for name in _YEAR_GROUPS if g[name] and not g[name].isdigit()]
        for name in told:
            g[name] = _period(self.periods[g[name]], origin)
            if g[name] is None:
                return None, True
        if self.slashed and (g["s1"] or g["s3"] or g["s4"] or g["s5"]):
            return _by_number(g, origin)
        if not self.slashed and g["k1"]:
            return _by_strokes(int(g["k1"]), int(g["k2"]), g["ky"] or "", self.month_first), False
        if any(g.get(name) for name in ("led_month", "lone_day", "lone_year")):
            return self._marked(g, origin)
        if g["iso"]:
            year, month, day = g["iso"].replace("/", "-").split("-")
            return _checked(f"{year}-{int(month):02}-{int(day):02}"), False
        if g["num"]:
            return _checked(f"{g['numy']}-{int(g['numm']):02}-{int(g['num']):02}"), False
        if g["d1"]:
            first, last = self.months[g["m0"] or g["m1"]], self.months[g["m1"]]
            return _range((g["d1"], first, g["y0"] or g["y1"]), (g["d2"], last, g["y1"]), origin), not g["y1"]
        if g["d3"]:
            return _day(g["d3"], self.months[g["m2"]], g["y2"], origin), not g["y2"]
        if g["m3"]:
            first, last = self.months[g["m3"]], self.months[g["m6"] or g["m3"]]
            return _range((g["d4"], first, g["y3"]), (g["d5"], last, g["y3"]), origin), not g["y3"]
        if g["m4"]:
            return _day(g["d6"], self.months[g["m4"]], g["y4"], origin), not g["y4"]
        if g["m7"]:
            return _months(self.months[g["m7"]], self.months[g["m8"]], g["y6"], origin), not g["y6"]
        if g["m5"]:
            return f"{g['y5']}-{self.months[g['m5']]:02}", False
        if named := g["m11"] or g["m12"] or g["m13"]:
            return f"{g['y7'] or g['y8'] or g['y9']}-{self.months[named]:02}", True
        if named := g["m9"] or g["m10"] or g["m14"]:
            return self._month(named, g["rm"] or g["rl"] or g["rf"] or g["rg"], origin), True
        if g["half"]:
            return _half(self.halves[g["half"]], g["hy"], self.periods.get(g["hp"] or ""), origin), True
        if g["period"]:
            return _period(self.periods[g["period"]], origin), True
        if g["count"]:
            return _term(
                self.cardinals.get(g["count"]) or int(g["count"]), self.units[g["unit"]], origin
            ), True
        if g["rel"]:
            return (_shift(origin, self.days[g["rel"]]), True)
        if g["wd1"]:
            return _weekdays(self.weekdays[g["wd1"]], self.weekdays[g["wd2"] or ""], origin), True
        if g["wd"]:
            return _weekday(self.weekdays[g["wd"]], self._step(g["rwd"]), origin), True
        if g["ya"]:
            return _years(g["ya"], g["yb"], g["ys"]), False
        return (g["year"], False) if g["year"] else None

    def yearless(self, folded: str) -> bool:
        """Whether a date (folded) is a day or month that takes its year from the document."""
        words = folded.replace(".", " ").split()
        if self.yeared.intersection(words) or folded[-4:].isdigit():
            return False
        return not self.months.keys().isdisjoint(words)

    def _step(self, word: str | None) -> int:
        """-1 for words like `last`, 1 for words like `next`, 0 without one."""
        return -1 if word in self.last else 1 if word in self.next else 0

    def _month(self, name: str, word: str | None, origin: dt.date | None) -> str | None:
        """A month without year: the nearest to the document's date, or the one `last` or `next` means."""
        if origin is None:
            return None
        number, step = self.months[name], self._step(word)
        ahead = (number - origin.month) % 12 or (12 if step else 0)
        back = ahead - 12 if ahead < 12 or step else 0
        shift = ahead if step > 0 else back if step < 0 else min(ahead, back, key=abs)
        index = origin.year * 12 + origin.month - 1 + shift
        return f"{index // 12}-{index % 12 + 1:02}"


_STROKES = r"(?P<k1>[0-3]?\d)/(?P<k2>[0-3]?\d)/(?P<ky>(?:19|20)\d\d)(?!/|\d)"
"""A day by number with its year; day and month may change places."""
_MONTH_GROUPS = tuple(f"m{number}" for number in range(15))
_YEAR_GROUPS = ("y0", "y1", "y2", "y3", "y4", "y6", "y7", "y8", "y9")
"""A year in figures, or told from the document's date (`в июне прошлого года`)."""
_YEARS_TOLD = frozenset({"this_year", "last_year", "next_year", "year_before_last", "in_two_years"})


def _by_strokes(first: int, second: int, year: str, either: bool) -> str | None:
    """`26/11/2026`, `11/26/2026`: the year alone where `either` may be the month and the figures do not tell."""
    if first > _MONTHS or first == second or not either:
        return _checked(f"{year}-{second:02}-{first:02}")
    return _checked(f"{year}-{first:02}-{second:02}") if second > _MONTHS else year


def _by_number(g: dict[str, str | None], origin: dt.date | None) -> tuple[str | None, bool] | None:
    """The value of a day or range of days written by number; None when the month is none."""
    months = [int(g[name] or 0) for name in ("n1", "n2", "n3", "n4", "n5", "n6") if g[name]]
    if not all(1 <= month <= _MONTHS for month in months):
        return None
    begin, end, told = g["s1"] or g["s5"], g["s2"] or g["s6"], g["z1"] or g["z4"]
    if begin and end:
        return _range((begin, months[0], told), (end, months[-1], told), origin), not told
    year = g["z2"] or g["z3"]
    return _day(g["s3"] or g["s4"] or "", months[0], year, origin), not year


_MONTHS = 12


def _any(words: object) -> str:
    listed = sorted({str(w) for w in words}, key=lambda w: (-len(w), w))  # type: ignore[attr-defined]
    return "|".join(re.escape(w) for w in listed) or r"(?!)"


def _beginning(words: set[str]) -> str:
    """A pattern for the words, branching letter by letter so that it fails fast; it stops at the shortest."""
    if not words or "" in words:
        return "" if words else r"(?!)"
    rest: dict[str, set[str]] = {}
    for word in words:
        rest.setdefault(word[0], set()).add(word[1:])
    branches = [re.escape(letter) + _beginning(rest[letter]) for letter in sorted(rest)]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


@lru_cache(maxsize=256)
def _origin(anchor: str | None) -> dt.date | None:
    return bounds(anchor)[0] if anchor else None


def _checked(text: str) -> str | None:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return None
    return text


def _day(day: str, month: int, year: str | None, origin: dt.date | None) -> str | None:
    if year:
        return _checked(f"{year}-{month:02}-{int(day):02}")
    if origin is None:
        return None
    options = []
    for candidate in (origin.year - 1, origin.year, origin.year + 1):
        text = _checked(f"{candidate}-{month:02}-{int(day):02}")
        if text:
            options.append(dt.date.fromisoformat(text))
    return min(options, key=lambda d: abs(d - origin)).isoformat() if options else None


def _range(
    first: tuple[str, int, str | None], last: tuple[str, int, str | None], origin: dt.date | None
) -> str | None:
    low, high = _day(*first, origin), _day(*last, origin)
    if not low or not high or low > high:
        return high
    return f"{low}/{high}"


def _months(first: int, last: int, year: str | None, origin: dt.date | None) -> str | None:
    if not year:
        if origin is None:
            return None
        year = str(origin.year - (last > origin.month))
    return f"{year}-{first:02}/{year}-{last:02}" if first < last else None


def _years(first: str, last: str | None, short: str | None) -> str | None:
    last = last or first[:2] + str(short)
    return f"{first}/{last}" if first < last else None


def _shift(origin: dt.date | None, days: int) -> str | None:
    return (origin + dt.timedelta(days=days)).isoformat() if origin else None


def _term(count: int, unit: str, origin: dt.date | None) -> str | None:
    """When a span of time from the document's date ends, as exact as its unit."""
    if origin is None:
        return None
    if unit == "year":
        return str(origin.year + count) if count <= _MOST_YEARS else None
    if unit == "month":
        number = origin.year * 12 + origin.month - 1 + count
        return f"{number // 12}-{number % 12 + 1:02}"
    return _shift(origin, count * (7 if unit == "week" else 1))


def year_later(value: str) -> str:
    """The day or month of the next year; the 29th of February becomes the 28th."""
    return years_on(value, 1)


def years_on(value: str, years: int) -> str:
    """A day, month or interval of them (EDTF) some years on or, below zero, back."""
    return "/".join(
        _checked(moved) or f"{moved[:4]}-02-28"
        if len(moved := f"{int(part[:4]) + years}{part[4:]}") == _DAY
        else moved
        for part in value.split("/")
    )


def week_later(value: str) -> str:
    """A day or a span of days (EDTF) a week on: the weekday that lies ahead."""
    week = dt.timedelta(days=7)
    return "/".join((dt.date.fromisoformat(day) + week).isoformat() for day in value.split("/"))


def _weekdays(first: int, last: int, origin: dt.date | None) -> str | None:
    """The days from a weekday at or before the document's date to the next of another (`Sunday to Tuesday`)."""
    begin = _weekday(first, 0, origin)
    if begin is None or first == last:
        return begin
    end = dt.date.fromisoformat(begin) + dt.timedelta(days=(last - first) % 7)
    return f"{begin}/{end.isoformat()}"


def _weekday(number: int, step: int, origin: dt.date | None) -> str | None:
    """The weekday at or before the document's date; before it for step -1, behind it for step 1."""
    if origin is None:
        return None
    back = (origin.isoweekday() - number) % 7
    if step > 0:
        back -= 7
    elif step < 0 and back == 0:
        back = 7
    return (origin - dt.timedelta(days=back)).isoformat()


def _half(key: str, year: str | None, period: str | None, origin: dt.date | None) -> str | None:
    if not year:
        if origin is None:
            return None
        year = str(origin.year + {"last_year": -1, "next_year": 1}.get(period or "", 0))
    if key.startswith("m"):
        first, last = 1, int(key[1:])
    else:
        size = 6 if key.startswith("h") else 3
        last = size * int(key[1:])
        first = last - size + 1
    return f"{year}-{first:02}/{year}-{last:02}"


def _period(key: str, origin: dt.date | None) -> str | None:
    """A period told from the document's date, by its key in `relative_periods`."""
    if origin is None:
        return None
    if key in _YEARS_APART:
        first, last = _YEARS_APART[key]
        return str(origin.year + first) if first == last else f"{origin.year + first}/{origin.year + last}"
    step = {"last": -1, "next": 1}.get(key.split("_", 1)[0], 0)
    if key.endswith("year"):
        return str(origin.year + step)
    if key.endswith("decade"):
        return f"{origin.year // 10 * 10}/{origin.year // 10 * 10 + 9}" if step == 0 else None
    if key.endswith("quarter"):
        index = origin.year * 4 + (origin.month - 1) // 3 + step
        return f"{index // 4}-{index % 4 * 3 + 1:02}/{index // 4}-{index % 4 * 3 + 3:02}"
    if key.endswith("month"):
        number = origin.year * 12 + origin.month - 1 + step
        return f"{number // 12}-{number % 12 + 1:02}"
    if key.endswith("week"):
        monday = origin - dt.timedelta(days=origin.weekday()) + dt.timedelta(weeks=step)
        return f"{monday.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}"
    return None


_YEARS_APART = {
    "decade_ago": (-10, -10),
    "five_years_ago": (-5, -5),
    "year_before_last": (-2, -2),
    "in_two_years": (2, 2),
    "last_decade": (-10, 0),
    "last_five_years": (-5, 0),
    "next_decade": (0, 10),
    "next_five_years": (0, 5),
}
"""Keys of `relative_periods` to the first and last year, counted from the document's year."""
