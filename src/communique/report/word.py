"""A brief as a Word document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from communique.errors import InputError
from communique.report.pictures import Picture
from communique.report.wording import RIGHT_TO_LEFT, aside, origin, quoted, when
from communique.views.brief_shape import Brief, Line, Section
from communique.views.describe import visible
from communique.views.footnotes import Footnote
from communique.views.names import country_name

_MADE = dt.datetime(2000, 1, 1)
_MARGIN_MM, _PICTURE_MM = 17, 160


def brief_docx(brief: Brief, pictures: Sequence[Picture] = ()) -> bytes:
    """The document; `InputError` says how to get python-docx where it is missing."""
    try:
        import docx
        from docx.shared import Mm, Pt
    except ModuleNotFoundError as error:
        raise InputError(
            "Word needs python-docx; install it with `pip install 'communique[report]'`"
        ) from error
    made: Any = docx.Document()
    made.core_properties.created = made.core_properties.modified = _MADE
    made.core_properties.title, made.core_properties.author = visible(brief.title), "communique"
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(_MARGIN_MM)
    made.styles["Normal"].font.size = Pt(10)
    made.styles["Normal"].paragraph_format.space_after = Pt(3)
    made.add_heading(visible(brief.title), 0)
    made.add_paragraph(f"{brief.scope}; dates in brackets are those of the reports")
    for point in brief.short:
        for line in point.lines:
            paragraph = made.add_paragraph()
            paragraph.add_run(f"{point.label}: ").bold = True
            _line(paragraph, line)
    for picture in pictures:
        made.add_picture(BytesIO(picture.png), width=Mm(_PICTURE_MM))
    for section in brief.sections:
        _section(made, section, brief)
    if brief.footnotes:
        made.add_heading("Quotes", 1)
    for note in brief.footnotes:
        _note(made, note, Pt(8))
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def _section(made: Any, section: Section, brief: Brief) -> None:
    made.add_heading(visible(section.title), 1)
    if section.facing:
        table = made.add_table(rows=1, cols=2)
        for cell, code in zip(table.rows[0].cells, (brief.a, brief.b), strict=True):
            cell.text = country_name(code)
        for row in section.facing:
            for cell, line in zip(table.add_row().cells, (row.a, row.b), strict=True):
                if line:
                    _line(cell.paragraphs[0], line)
    for group in section.groups:
        if group.label:
            made.add_heading(visible(group.label), 2)
        for line in group.lines:
            _line(made.add_paragraph(), line)


def _line(paragraph: Any, line: Line) -> None:
    if day := when(line):
        paragraph.add_run(f"{day}  ")
    paragraph.add_run(visible(line.text))
    paragraph.add_run(aside(line)).italic = True
    if line.notes:
        paragraph.add_run(", ".join(map(str, line.notes))).font.superscript = True


def _note(made: Any, note: Footnote, size: Any) -> None:
    from docx.oxml import OxmlElement

    paragraph = made.add_paragraph()
    paragraph.add_run(f"{note.number}  ").font.size = size
    run = paragraph.add_run(f"“{quoted(note)}”")
    run.font.size, run.font.rtl = size, note.lang in RIGHT_TO_LEFT
    if note.lang in RIGHT_TO_LEFT:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    paragraph.add_run(f"  {origin(note)}").font.size = size
