"""Briefs as Markdown with footnotes (`[^1]`), as GitHub, Pandoc and Obsidian read them, and record tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from communique.ledger.slots import date_text
from communique.ledger.stored import Stored
from communique.views.brief_shape import Brief, Facing, Line, Section
from communique.views.corrected import corrections_text
from communique.views.describe import visible
from communique.views.footnotes import Footnote, speaker
from communique.views.names import country_name
from communique.views.phrases import phrase_with_sides
from communique.views.quoted import whole

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")


def brief_markdown(brief: Brief) -> str:
    """The whole brief, ending in a line end."""
    return "\n".join(
        [*_head(brief), *(line for s in brief.sections for line in _section(s, brief)), *_notes(brief)]
    )


def escaped(text: str) -> str:
    """Text on one line in which nothing is Markdown any more."""
    return _SPECIAL.sub(r"\\\1", visible(" ".join(text.split())))


def _head(brief: Brief) -> Iterator[str]:
    yield f"# {escaped(brief.title)}"
    yield ""
    yield f"{brief.scope.capitalize()}."
    yield ""
    if brief.short:
        yield "## In short"
        yield ""
        yield from (f"- **{point.label}**: {_line(line)}" for point in brief.short for line in point.lines)
        yield ""
    if not brief.sections:
        yield "The ledger holds nothing on this.\n"


def _section(section: Section, brief: Brief) -> Iterator[str]:
    yield f"## {escaped(section.title)}"
    yield ""
    if section.facing:
        yield f"| {escaped(country_name(brief.a))} | {escaped(country_name(brief.b))} |"
        yield "| --- | --- |"
        yield from map(_row, section.facing)
        yield ""
    for group in section.groups:
        if group.label:
            yield f"### {escaped(group.label)}"
            yield ""
        yield from (f"- {_line(line)}" for line in group.lines)
        yield ""


def _row(row: Facing) -> str:
    return f"| {_line(row.a) if row.a else ''} | {_line(row.b) if row.b else ''} |"


def _line(line: Line) -> str:
    when = f"**{line.when}** " if line.when else ""
    aside = [*line.tags, *([f"reported {line.reported}"] if line.reported and not line.when else [])]
    tags = f" ({escaped('; '.join(aside))})" if aside else ""
    return f"{when}{escaped(line.text)}{tags}{''.join(f'[^{number}]' for number in line.notes)}"


def _notes(brief: Brief) -> Iterator[str]:
    for note in brief.footnotes:
        yield f"[^{note.number}]: “{escaped(note.quote)}” — {escaped('; '.join(_origin(note)))}"
    yield ""


def _origin(note: Footnote) -> list[str]:
    place = f"{note.document}, {note.start}–{note.end}"
    parts = (note.said, note.publisher, note.date, note.title, place, note.place, note.url, note.corrected)
    return [part for part in parts if part]


def records_markdown(records: Iterable[Stored]) -> Iterator[str]:
    """Records as the lines of a Markdown table."""
    yield "| date | kind | what | quote | said | publisher | document |\n"
    yield "| --- | --- | --- | --- | --- | --- | --- |\n"
    for item in records:
        text, tags = phrase_with_sides(item.record)
        tags = (*tags, *filter(None, [corrections_text(item)]))
        said = speaker(item.record.attribution, item.document.speaks_for)
        cells = [
            date_text(item.record) or item.document.date or "",
            item.record.kind,
            text + (f" ({'; '.join(tags)})" if tags else ""),
            whole(item.record),
            said,
            item.document.publisher or "",
            item.document.id,
        ]
        yield f"| {' | '.join(map(escaped, cells))} |\n"
