"""A brief as a PDF of A4 pages, set by Typst."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import msgspec

from communique.errors import InputError
from communique.report.pictures import Picture
from communique.report.wording import CHINESE, RIGHT_TO_LEFT, aside, origin, quoted, when
from communique.views.brief_shape import Brief, Line, Section
from communique.views.describe import visible
from communique.views.footnotes import Footnote
from communique.views.names import country_name

_GLYPHS = (
    (CHINESE, ("Noto Serif CJK SC", "Noto Sans CJK SC"), "fonts-noto-cjk"),
    (RIGHT_TO_LEFT, ("Noto Naskh Arabic", "Noto Sans Arabic"), "fonts-noto-core"),
)


def brief_pdf(brief: Brief, pictures: Sequence[Picture] = ()) -> bytes:
    """The PDF; `InputError` where Typst, or a font for a language that is quoted, is missing."""
    try:
        import typst
    except ModuleNotFoundError as error:
        raise InputError(
            f"PDF needs {error.name}; install it with `pip install 'communique[report]'`"
        ) from error
    fonts = typst.Fonts()
    _check_glyphs(brief, set(fonts.families()))
    parts = {f"{at}.svg": picture.svg for at, picture in enumerate(pictures)}
    shown = [{"file": f"{at}.svg", "title": picture.title} for at, picture in enumerate(pictures)]
    page = files("communique.report").joinpath("page.typ").read_bytes()
    content = msgspec.json.encode({**_content(brief), "pictures": shown})
    given: Any = {"main": page, "brief.json": content, **parts}
    return bytes(typst.compile(given, font_paths=fonts, format="pdf", timestamp=0))


def _check_glyphs(brief: Brief, families: set[str]) -> None:
    quoted = {note.lang for note in brief.footnotes}
    for languages, fonts, package in _GLYPHS:
        if quoted & languages and not families & set(fonts):
            named = ", ".join(sorted(quoted & languages))
            raise InputError(
                f"no font here shows quotes in {named}; install one of {', '.join(fonts)} "
                f"(Debian: apt-get install {package}), or take --format html"
            )


def _content(brief: Brief) -> dict[str, Any]:
    return {
        "title": visible(brief.title),
        "scope": brief.scope,
        "sides": [country_name(code) for code in (brief.a, brief.b) if code],
        "short": [{"label": p.label, "line": _line(line)} for p in brief.short for line in p.lines],
        "sections": [_section(section) for section in brief.sections],
        "footnotes": [_note(note) for note in brief.footnotes],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": section.title,
        "facing": [[_line(x) if x else None for x in (row.a, row.b)] for row in section.facing],
        "groups": [{"label": g.label, "lines": [_line(x) for x in g.lines]} for g in section.groups],
    }


def _line(line: Line) -> dict[str, Any]:
    return {"text": visible(line.text), "when": when(line), "aside": aside(line), "notes": line.notes}


def _note(note: Footnote) -> dict[str, Any]:
    return {
        "number": note.number,
        "quote": f"“{quoted(note)}”",
        "origin": origin(note),
        "lang": note.lang,
        "rtl": note.lang in RIGHT_TO_LEFT,
    }
