"""A brief as one self-contained page: style and pictures inside, nothing fetched."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from communique.report.pictures import Picture
from communique.report.wording import aside, origin, quoted, when
from communique.views.brief_shape import Brief, Facing, Line, Section
from communique.views.describe import visible
from communique.views.footnotes import Footnote
from communique.views.names import country_name


def brief_html(brief: Brief, pictures: Sequence[Picture] = ()) -> str:
    """The whole page; the same brief gives the same bytes."""
    return "\n".join(_page(brief, pictures)) + "\n"


def _page(brief: Brief, pictures: Sequence[Picture]) -> Iterator[str]:
    style = files("communique.report").joinpath("page.css").read_text(encoding="utf-8")
    title = _text(brief.title)
    yield '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>\n{style}</style>"
    yield f"<h1>{title}</h1>"
    yield f'<p class="scope">{_text(brief.scope)}; dates in brackets are those of the reports</p>'
    if brief.short:
        yield '<section class="short"><h2>In short</h2><dl>'
        for point in brief.short:
            for line in point.lines:
                yield f"<dt>{_text(point.label or '')}</dt><dd>{_dated(line)}</dd>"
        yield "</dl></section>"
    if not brief.sections:
        yield "<p>The ledger holds nothing on this.</p>"
    for picture in pictures:
        yield f'<figure><img alt="{_text(picture.title)}" src="data:image/svg+xml;base64,'
        yield f'{b64encode(picture.svg).decode()}"></figure>'
    for section in brief.sections:
        yield from _section(section, brief)
    if brief.footnotes:
        yield '<h2>Quotes</h2>\n<ol class="notes">'
        yield from map(_note, brief.footnotes)
        yield "</ol>"
    yield "</html>"


def _section(section: Section, brief: Brief) -> Iterator[str]:
    yield f'<section id="{section.key}"><h2>{_text(section.title)}</h2>'
    if section.facing:
        heads = "".join(f"<th>{_text(country_name(code))}</th>" for code in (brief.a, brief.b))
        yield f"<table><tr>{heads}</tr>"
        yield from map(_row, section.facing)
        yield "</table>"
    for group in section.groups:
        if group.label:
            yield f"<h3>{_text(group.label)}</h3>"
        yield "<dl>"
        yield from (f"<dt>{_text(when(line))}</dt><dd>{_line(line)}</dd>" for line in group.lines)
        yield "</dl>"
    yield "</section>"


def _row(row: Facing) -> str:
    cells = (_line(line) if line else "–" for line in (row.a, row.b))
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _dated(line: Line) -> str:
    return f"{_text(when(line))} {_line(line)}".strip()


def _line(line: Line) -> str:
    marks = ", ".join(f'<a href="#n{number}">{number}</a>' for number in line.notes)
    tags = f'<span class="aside">{_text(aside(line))}</span>' if line.tags else ""
    return f'<bdi dir="ltr">{_text(line.text)}</bdi>{tags}' + (f"<sup>{marks}</sup>" if marks else "")


def _note(note: Footnote) -> str:
    quote = f'<q dir="auto" lang="{_text(note.lang)}">“{_text(quoted(note))}”</q>'
    return f'<li id="n{note.number}">{quote}<span>{_text(origin(note))}</span></li>'


def _text(text: str) -> str:
    return escape(visible(text))
