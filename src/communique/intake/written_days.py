"""Days as people write them in a short line: in figures, or in the words of the text's language."""

from __future__ import annotations

import re

from communique.errors import LanguageError
from communique.intake.days import day_of
from communique.lexicon import languages, load
from communique.text.fold import fold
from communique.text.language import detect

SHORT = 110
"""The greatest length of a line that can be no more than a date and what belongs to it."""
_ALONE, _HEAD = 60, 8
"""The length of a line in which a day stands nearly alone, and how many first lines are looked at."""
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sep>[-/.]|\s?年\s?)(?P<m>\d{1,2})(?:[-/.]|\s?月\s?)(?P<d>\d{1,2})(?!\d)"
)
_YEAR_LAST = re.compile(
    r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?!\d)"
)
_GLUED = re.compile(r"((?:19|20|١٩|٢٠)\d\d)(?=[^\W\d_])")
"""A year with a letter behind it, which stands for `year` or for the calendar (`2024г`, `٢٠٢٤م`)."""


def heading_date(text: str) -> str | None:
    """The day that stands alone, or nearly, in one of the first lines of a text."""
    head = [line.strip() for line in text[:2000].split("\n") if line.strip()][:_HEAD]
    try:
        lang = detect(text, languages())
    except LanguageError:
        return None
    near = (line for line in head if len(line) <= _ALONE)
    return next((day for line in near if (day := first_day(line, lang))), None)


def first_day(line: str, lang: str) -> str | None:
    """The first day with its year that a short line names; None for a long line, and for months or years."""
    if len(line) > SHORT:
        return None
    folded = fold(line)
    return _in_figures(folded, lang) or _in_words(line, lang)


def _in_figures(folded: str, lang: str) -> str | None:
    """`2024-07-03`, `2024年07月03日`, `03/07/2024`: in figures a day is written the same way in most languages."""
    first = _YEAR_FIRST.search(folded)
    if first:
        return day_of(f"{first['y']}/{first['m']}/{first['d']}")
    last = _YEAR_LAST.search(folded)
    if last is None:
        return None
    day, month = int(last["a"]), int(last["b"])
    if load(lang).properties.month_first_dates and last["sep"] != ".":
        if day <= 12 and month <= 12 and day != month:
            return None  # nobody can tell
        day, month = (month, day) if month > 12 else (day, month)
    return day_of(f"{last['y']}/{month}/{day}")


def _in_words(line: str, lang: str) -> str | None:
    from communique.reading.finders import finders

    spaced = _GLUED.sub(r"\1 ", line)
    dates = finders(lang).dates.find(spaced, fold(spaced), 0, len(spaced), None)
    full = (d.value for d in dates if d.value and len(d.value) == 10 and not d.relative)
    return next(full, None)
