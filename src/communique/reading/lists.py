"""Lists written out: each point as a sentence of its own, with the words that lead in to it before it.

`The two sides agreed to: - open a road; - build a dam.` is read as `The two sides agreed to open a road.` and `The
two sides agreed to build a dam.`. What is found there is then traced back to where the text has it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from communique.base.spans import Span, tidy
from communique.lexicon.lexicon import Lexicon
from communique.mentions.matcher import Hit, Hits
from communique.reading.results import Candidate, Drop
from communique.text.segments import Segment

_MARK = r"(?:[-–—*•·▪●○◦‣➢►→]|\(?\d{1,2}[.)]|\(?(?:[a-zA-Z]|[ivx]{2,4})\))\s+"
"""What marks a point of a list: a bullet, a number or a letter."""
_UNPARTED_MARK = r"(?:[%s]{1,3}、|[（(][%s\d]{1,3}[)）]|\d{1,2}[.．、](?=[\u4e00-\u9fff]))\s*"
"""What marks it too where nothing parts words, with the numerals of the language."""
_INSTRUMENT = "agreement"
"""The kind of the cues that name an instrument or its status."""
_COLONS = (":", "：")
_ENDS = " ;,.；，。、"
_LONGEST_LEAD = 400
_LEAST = 2
"""Points of the shortest list."""
_SENTENCE = 120
"""Characters within which a point that is a sentence has its verb."""
_WORD = re.compile(r"\w+")
_OPENING = 24
"""Characters of a point within which a cue has its subject in the words that lead in."""


class Piece(NamedTuple):
    """A stretch of the written-out text, from `at` on, and where the text has it; `lead`: the words that lead in."""

    at: int
    start: int
    end: int
    lead: bool


def _place(piece: Piece) -> int:
    return piece.at


class WrittenOut(NamedTuple):
    """A text with its lists written out."""

    text: str
    pieces: list[Piece]

    def back(self, start: int, end: int) -> list[tuple[Span, bool]]:
        """The spans of the text that a span of the written-out text stands for, and which of them lead in."""
        found: list[tuple[Span, bool]] = []
        number = max(0, bisect_right(self.pieces, start, key=_place) - 1)
        while number < len(self.pieces) and self.pieces[number].at < end:
            piece = self.pieces[number]
            number += 1
            low, high = max(start, piece.at) - piece.at, min(end - piece.at, piece.end - piece.start)
            if low >= high:
                continue
            span = Span(piece.start + low, piece.start + high)
            if found and found[-1][1] == piece.lead and found[-1][0].end == span.start:
                span = Span(found.pop()[0].start, span.end)
            found.append((span, piece.lead))
        return found

    def candidate(self, found: Candidate, text: str) -> Candidate:
        """A candidate with its evidence in the text: the point, and what leads in where that says something of it."""
        spans: dict[Span, None] = {}
        led: dict[Span, None] = {}
        for span in found.spans:
            parts = self.back(span.start, span.end)
            points = [tidy(text, *part) for part, lead in parts if not (lead or text[slice(*part)].isspace())]
            leads = [tidy(text, *part) for part, lead in parts if lead]
            if leads and points:
                points, leads = self._telling(found, points, leads, text)
            spans.update(dict.fromkeys(points or leads))
            led.update(dict.fromkeys(leads if points else ()))
        return msgspec.structs.replace(found, spans=tuple(spans), led=tuple(led), at=-1)

    def _telling(
        self, found: Candidate, points: list[Span], leads: list[Span], text: str
    ) -> tuple[list[Span], list[Span]]:
        at = self.back(found.at, found.at + 1) if found.at >= 0 else []
        if not at:
            return points, []
        here, lead = at[0]
        if lead:
            said = " ".join(" ".join(text[p.start : p.end].split()) for p in points)
            told = [v for v in found.slots.values() if isinstance(v, str) and len(v) > 1]
            return (points, leads) if any(value in said for value in told) else ([], leads)
        return points, leads if here.start - points[0].start <= _OPENING else []

    def hits(self, found: Hits) -> Hits:
        """Name and cue hits at their places in the text, each once."""
        return Hits(list(self._hits(found.names)), list(self._hits(found.cues)))

    def _hits(self, found: Iterable[Hit]) -> Iterator[Hit]:
        seen: set[tuple[int, int, str]] = set()
        for hit in found:
            for span, _ in self.back(hit.start, hit.end)[:1]:
                key = span.start, span.end, hit.term.entry
                if key not in seen:
                    seen.add(key)
                    yield Hit(span.start, span.end, hit.term)

    def drops(self, found: Iterable[Drop]) -> list[Drop]:
        """Drops at their places in the text, each once."""
        placed = (
            msgspec.structs.replace(drop, start=span.start, end=span.end)
            for drop in found
            for span, _ in self.back(drop.start, drop.end)[:1]
        )
        return list(dict.fromkeys(placed))


def write_out(
    text: str, folded: str, segments: list[Segment], hits: Hits, lexicon: Lexicon
) -> WrittenOut | None:
    """The text with its lists written out; None where it has none, as most have not."""
    marks = _marks(lexicon)
    within = ";" in text and ": " in text
    numbers = [
        number
        for number, segment in enumerate(segments)
        if within
        or (
            (segment.kind == "headline" or text.startswith(_COLONS, segment.end - 1))
            and _point_behind(text, segments, number, marks)
        )
    ]
    if not numbers:
        return None
    instruments = frozenset(hit.start for hit in hits.cues if hit.term.value == _INSTRUMENT)
    announced = _Announced(folded, lexicon, marks)
    writer = _Writer(text, folded, hits, instruments, announced, lexicon)
    for number in numbers:
        held = announced.within(text, segments[number]) if within else None
        if held is not None:
            writer.write(*held)
        elif _leads(text, segments[number], instruments, marks):
            points = _points(text, segments, number, instruments, marks)
            if len(points) >= _LEAST:
                writer.write(segments[number], points)
    return writer.finish() if writer.done else None


@cache
def _marks(lexicon: Lexicon) -> re.Pattern[str]:
    """What marks a point of a list in a language."""
    if lexicon.properties.word_boundary:
        return re.compile(_MARK)
    numerals = "".join(word for word in lexicon.numbers.cardinals if len(word) == 1)
    return re.compile(f"{_MARK}|{_UNPARTED_MARK % (numerals, numerals)}")


def _point_behind(text: str, segments: list[Segment], number: int, marks: re.Pattern[str]) -> bool:
    """Whether what may be a point stands behind a segment."""
    behind = segments[number + 1] if number + 1 < len(segments) else None
    return behind is not None and (behind.kind == "headline" or marks.match(text, behind.start) is not None)


def _points(
    text: str,
    segments: list[Segment],
    number: int,
    instruments: frozenset[int],
    marks: re.Pattern[str],
) -> list[tuple[int, int]]:
    """The bounds of the points behind a segment."""
    points: list[tuple[int, int]] = []
    paragraph = segments[number].paragraph
    for at in range(number + 1, len(segments)):
        segment = segments[at]
        if segment.paragraph == paragraph:
            points[-1:] = [(start, segment.end) for start, _ in points[-1:]]
            continue
        start = _point(text, segment, instruments, marks)
        if start is None:
            break
        paragraph = segment.paragraph
        points.append((start, segment.end))
    return [(start, end) for start, end in points if start < end]


class _Announced:
    """Tells what only announces a list, and finds lists within sentences (`agreed to: open a road; build a dam`)."""

    def __init__(self, folded: str, lexicon: Lexicon, marks: re.Pattern[str]) -> None:
        self.folded = folded
        self.marks = marks
        self.phrases = lexicon.list_leads
        self.unfinished = lexicon.unfinished

    def end(self, start: int, end: int) -> int:
        """Past the words that lead in, without what only announces the list (`the following:`)."""
        words = self.folded[start:end].rstrip(" :")
        for phrase in self.phrases:
            if words.endswith(phrase):
                words = words.removesuffix(phrase).rstrip(" ,")
                break
        return start + len(words)

    def within(self, text: str, segment: Segment) -> tuple[Segment, list[tuple[int, int]]] | None:
        """The list that a sentence holds: behind a colon that cannot end it, with semicolons between the points."""
        colon = text.find(": ", segment.start, segment.end)
        if colon < 0 or text.find(";", colon, segment.end) < 0:
            return None
        lead = self.folded[segment.start : colon].rstrip()
        if not lead.endswith(self.phrases) and lead.rpartition(" ")[2] not in self.unfinished:
            return None
        points, start = [], colon + 2
        for part in text[start : segment.end].split(";"):
            blank = len(part) - len(part.lstrip())
            mark = self.marks.match(text, start + blank)
            points.append((mark.end() if mark else start + blank, start + len(part)))
            start += len(part) + 1
        return segment._replace(end=colon + 1), points


def _leads(text: str, lead: Segment, instruments: frozenset[int], marks: re.Pattern[str]) -> bool:
    """Whether a list may follow: a colon stands at the end, or a headline tells of instruments."""
    if lead.end - lead.start > _LONGEST_LEAD or marks.match(text, lead.start):
        return False
    if text.startswith(_COLONS, lead.end - 1):
        return True
    return lead.kind == "headline" and any(lead.start < at < lead.end for at in instruments)


def _point(text: str, segment: Segment, instruments: frozenset[int], marks: re.Pattern[str]) -> int | None:
    """Where the words of a point begin: behind its mark, or at the instrument that its line names; else None."""
    mark = marks.match(text, segment.start)
    if mark is not None:
        return mark.end()
    return segment.start if segment.kind == "headline" and segment.start in instruments else None


class _Writer:
    """Puts the text together anew, piece by piece."""

    def __init__(
        self,
        text: str,
        folded: str,
        hits: Hits,
        instruments: frozenset[int],
        announced: _Announced,
        lexicon: Lexicon,
    ) -> None:
        self.text = text
        self.folded = folded
        self.named = {hit.start: hit.end for hit in hits.names}
        self.instruments = instruments
        self.announced = announced
        spaced = lexicon.properties.word_boundary
        self.space, self.colon = (" ", ": ") if spaced else ("", "：")
        self.lexicon = lexicon
        words = lexicon.words
        self.subjects = words.first_plural | words.first_singular | words.plural | words.determiners
        self.out: list[str] = []
        self.length = 0
        self.pieces: list[Piece] = []
        self.done = 0

    def write(self, lead: Segment, points: list[tuple[int, int]]) -> None:
        """Write out one list, unless each of its points is a sentence; what stands before it is taken as it is."""
        bounds = [(start, self._end(start, end)) for start, end in points]
        led = [not self._own_subject(start, end) for start, end in bounds]
        if not any(led) or lead.start < self.done:
            return
        self._copy(self.done, lead.start)
        for (start, end), leads in zip(bounds, led, strict=True):
            if leads:
                self._copy(lead.start, self.announced.end(lead.start, lead.end), lead=True)
                self._add(self.colon if start in self.instruments else self.space)
            self._copy(start, start + 1, as_text=self._opened(start))
            self._copy(start + 1, end)
            self._add(".\n\n")
        self.done = points[-1][1]

    def finish(self) -> WrittenOut:
        """The whole, once all lists are written."""
        self._copy(self.done, len(self.text))
        return WrittenOut("".join(self.out), self.pieces)

    def _add(self, made: str) -> None:
        self.out.append(made)
        self.length += len(made)

    def _copy(self, start: int, end: int, *, lead: bool = False, as_text: str | None = None) -> None:
        if start < end:
            self.pieces.append(Piece(self.length, start, end, lead))
            self._add(self.text[start:end] if as_text is None else as_text)

    def _end(self, start: int, end: int) -> int:
        """Past the words of a point, without the mark at its end and an `and` before the next one."""
        if self.text.startswith(".", end - 1):
            end -= 1
        end = start + len(self.text[start:end].rstrip(_ENDS))
        word = self.folded[start:end].rpartition(" ")[2]
        if word in self.lexicon.words.coordinators:
            end = start + len(self.text[start : end - len(word)].rstrip(_ENDS))
        return end

    def _opened(self, at: int) -> str:
        """The first letter of a point: small where a verb begins it, as it now stands within a sentence."""
        word = re.match(r"\w+", self.folded[at : at + 40])
        return self.text[at].lower() if word and word[0] in self.lexicon.verb_words else self.text[at]

    def _own_subject(self, start: int, end: int) -> bool:
        """Whether a point is a sentence by itself: it begins with a side or a pronoun, and a verb follows."""
        words = _WORD.findall(self.folded[start : min(end, start + _SENTENCE)])
        if not words or not (start in self.named or words[0] in self.subjects):
            return False
        lexicon = self.lexicon
        return any(word in lexicon.auxiliaries or word in lexicon.finite for word in words[1:])
