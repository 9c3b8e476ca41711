"""Cuts a document into sentences, headlines and captions, and counts articles and paragraphs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources

import sentencex  # type: ignore[import-untyped]

from communique.base.spans import Span, tidy
from communique.lexicon.shape import Grammar, Properties
from communique.text.fold import PAUSE
from communique.text.segments import Segment, SegmentKind

_LINE = re.compile(r"[^\n]+")
_TERMINALS = frozenset(".!?。！？…:;")
_CLOSERS = "\"'”“»)]’"
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)]")
"""A point's number or letter."""
_DASHES = "-–—"
_NAME_STOP = re.compile(r"[^,()\d]{2,40}\.")
"""Who has the floor, with a stop and a dash behind the name (`Sr. Rajoy.- España apoya …`); no place and day."""
_MARKUP = re.compile(r"^\s*(?:#+|[>*•·—–-])\s+")
_DATELINE = re.compile(r"[^\W\d_][\w .,'’/()-]{1,70}?(?: [–—-]{1,2} |\) ?[–—-] )")
"""`LUSAKA – `, `Wien/Bern (APA) – `, `OSLO, 3 May – `."""
_MAX_HEADLINE_WORDS = 22
_MAX_SENTENCE = 4000

_NAME_LIKE_NUMBER = re.compile(r"\b([XVILMCD][ivxlmcd]+)\.(?=\s+[^\W\d_])")


_BEFORE_YEAR = re.compile(r"[^\W\d_]{3,}[.!?](?=\s+(?:1\d|20)\d\d\s[^\W\d_])")
"""A full stop before a year that opens the next sentence (`… ab. 1973 einigten sich …`)."""


_BEFORE_DIGIT = re.compile(r"[。！？](?=\d)")
"""A wide full stop, which ends a sentence whatever stands behind it (`…合作。2024年…`)."""


_QUOTATION = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|\"[^\"]*\"")
_INNER_STOP = re.compile(r"[.!?…][’'\"]?\s|[。！？]")


def segment(text: str, properties: Properties, grammar: Grammar) -> list[Segment]:
    """The document's segments in order; white space and empty lines belong to none."""
    out: list[Segment] = []
    article = 0
    body_seen = False
    lines = list(_paragraphs(text))
    separators = frozenset(grammar.separators)
    cuts = _cuts(text)
    for paragraph, span in enumerate(lines):
        kind = _line_kind(text, span, separators)
        if kind == "headline" and body_seen and _opens_article(text, lines, paragraph):
            article += 1
            body_seen = False
        if kind == "sentence":
            body_seen = True
            for piece in _sentences(text, span, properties, cuts):
                out.append(Segment(piece.start, piece.end, "sentence", article, paragraph))
        else:
            out.append(Segment(span.start, span.end, kind, article, paragraph))
    return out


def _paragraphs(text: str) -> Iterator[Span]:
    """Lines, with a line that goes on in lower case joined to the one before it."""
    open_span: Span | None = None
    for match in _LINE.finditer(text):
        span = tidy(text, match.start(), match.end())
        if span.start == span.end:
            continue
        if (
            open_span
            and text.count("\n", open_span.end, span.start) == 1
            and text[span.start].islower()
            and not _NUMBERED.match(text, span.start)
            and not _is_closed(text[max(open_span.start, open_span.end - 8) : open_span.end])
        ):
            open_span = Span(open_span.start, span.end)
            continue
        if open_span:
            yield open_span
        open_span = span
    if open_span:
        yield open_span


def _is_closed(line: str) -> bool:
    """Whether a line ends in a mark that closes a sentence, quotation marks and brackets behind it left out."""
    return line.rstrip().rstrip(_CLOSERS)[-1:] in _TERMINALS


def _line_kind(text: str, span: Span, separators: frozenset[str]) -> SegmentKind:
    line = text[span.start : span.end]
    if line.lower() in separators or not (line[:1].isalpha() or any(c.isalpha() for c in line)):
        return "noise"
    if _is_caption(line):
        return "caption"
    if not _is_closed(line) and len(line.split()) <= _MAX_HEADLINE_WORDS and not _MARKUP.match(line):
        return "headline"
    return "sentence"


def _is_caption(line: str) -> bool:
    """Whether a line is a picture's; most have no sign of it, which is told much faster than by the pattern."""
    caption, signs = _captions()
    return any(sign in line for sign in signs) and caption.search(line) is not None


@cache
def _captions() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """The pattern of captions, and signs of which one stands in each of them."""
    table = tomllib.loads(resources.files("communique.text").joinpath("captions.toml").read_text("utf-8"))
    labels, numbered = ("|".join(map(re.escape, table[key])) for key in ("labels", "numbered"))
    pattern = re.compile(rf"\((?:{labels})\b[^)]*\)|\b(?:{numbered}) \d", re.IGNORECASE)
    first = {sign for word in table["numbered"] for sign in (word[0], word[0].upper())}
    return pattern, ("(", *sorted(first))


def _opens_article(text: str, lines: list[Span], index: int) -> bool:
    """A headline after a body opens an article when a line with a place of writing follows it."""
    return any(_DATELINE.match(text, line.start, line.end) for line in lines[index + 1 : index + 2])


_Cut = Callable[[str, Span, Properties], Iterator[Span]]


def _cuts(text: str) -> list[_Cut]:
    """What may have to cut sentences of this text further: most texts have no sign of any."""
    found = [cut for sign, cut in _FURTHER if sign.search(text)]
    if any(_INNER_STOP.search(match[0], 1, len(match[0]) - 1) for match in _QUOTATION.finditer(text)):
        found.append(_within_quotations)
    return found


def _parts(text: str, whole: Span, properties: Properties, cuts: list[_Cut]) -> list[Span]:
    parts = [whole]
    for cut in cuts:
        parts = [piece for part in parts for piece in cut(text, part, properties)]
    return parts


def _sentences(text: str, span: Span, properties: Properties, cuts: list[_Cut]) -> list[Span]:
    part = text[span.start : span.end]
    pieces: list[Span] = []
    for boundary in sentencex.get_sentence_boundaries(properties.code, part):
        whole = tidy(text, span.start + boundary["start_index"], span.start + boundary["end_index"])
        for piece in _parts(text, whole, properties, cuts) if cuts else (whole,):
            if piece.start == piece.end:
                continue
            if pieces and _goes_on(text, pieces[-1], piece, properties):
                pieces[-1] = Span(pieces[-1].start, piece.end)
            else:
                pieces.append(piece)
    if all(piece.end - piece.start <= _MAX_SENTENCE for piece in pieces):
        return pieces
    return [bounded for piece in pieces for bounded in _bounded(text, piece)]


def _behind_names(text: str, span: Span, properties: Properties) -> Iterator[Span]:
    """Cuts behind a name that looks like a Roman number, which would not end a sentence (`… said Xi. The …`)."""
    start = span.start
    for match in _NAME_LIKE_NUMBER.finditer(text, span.start, span.end):
        if match[1] not in properties.abbreviations:
            yield tidy(text, start, match.end())
            start = match.end()
    yield tidy(text, start, span.end)


def _before_years(text: str, span: Span, properties: Properties) -> Iterator[Span]:
    """Cuts before a year that opens a sentence."""
    start = span.start
    for match in _BEFORE_YEAR.finditer(text, span.start, span.end):
        if match[0][:-1] not in properties.abbreviations:
            yield tidy(text, start, match.end())
            start = match.end()
    yield tidy(text, start, span.end)


def _behind_stops(text: str, span: Span, properties: Properties) -> Iterator[Span]:
    """Cuts behind wide full stops before a number."""
    start = span.start
    for match in _BEFORE_DIGIT.finditer(text, span.start, span.end):
        yield tidy(text, start, match.end())
        start = match.end()
    yield tidy(text, start, span.end)


def _within_quotations(text: str, span: Span, properties: Properties) -> Iterator[Span]:
    """Cuts between the sentences of a quotation, which `sentencex` keeps whole."""
    start = span.start
    for match in _QUOTATION.finditer(text, span.start, span.end):
        inside = match[0][1:-1]
        if not _INNER_STOP.search(inside):
            continue
        for boundary in sentencex.get_sentence_boundaries(properties.code, inside)[:-1]:
            end = match.start() + 1 + boundary["end_index"]
            yield tidy(text, start, end)
            start = end
    yield tidy(text, start, span.end)


_FURTHER: tuple[tuple[re.Pattern[str], _Cut], ...] = (
    (re.compile(r"[XVILMCD][ivxlmcd]+\."), _behind_names),
    (re.compile(r"[.!?]\s+(?:1\d|20)\d\d\s"), _before_years),
    (_BEFORE_DIGIT, _behind_stops),
)
"""Ways to cut a sentence further, each with a sign that a text has where there is such a place."""


def _goes_on(text: str, before: Span, after: Span, properties: Properties) -> bool:
    if before.end - before.start > _MAX_SENTENCE:
        return False
    if text.startswith(PAUSE, before.end - len(PAUSE.rstrip())):
        return True
    if before.end == after.start and text[after.start] in _DASHES and _NAME_STOP.fullmatch(text, *before):
        return True
    word = _last_word(text[max(before.start, before.end - 24) : before.end])
    if not word:
        return text[after.start].islower() and text[before.end - 1] not in '!?"”“»'
    if properties.ordinal_dot and word.isdigit() and len(word) <= 2:
        return True
    if word in properties.closing_abbreviations and text[after.start].isupper():
        return False
    return word in properties.abbreviations or (len(word) == 1 and word.isupper())


def _last_word(tail: str) -> str:
    """The word right before a full stop that ends the text; empty where there is none."""
    words = tail[:-1].replace("(", " ") if tail.endswith(".") else ""
    return words.split()[-1] if words and not words[-1].isspace() else ""


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """A sentence longer than any written one is cut at white space, so that work stays linear."""
    start = span.start
    while span.end - start > _MAX_SENTENCE:
        cut = text.rfind(" ", start + 1, start + _MAX_SENTENCE)
        cut = cut if cut > start else start + _MAX_SENTENCE
        piece = tidy(text, start, cut)
        if piece.start < piece.end:
            yield piece
        start = cut
    piece = tidy(text, start, span.end)
    if piece.start < piece.end:
        yield piece
