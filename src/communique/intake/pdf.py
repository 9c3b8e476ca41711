"""PDF: the text of its pages, and where each page begins in it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any, BinaryIO

from communique.intake.found import Found, Given, Items
from communique.intake.page_parts import cleaned, without_controls
from communique.intake.reading import damaged, guarded, package, seekable
from communique.intake.wrapping import unwrapped
from communique.intake.written_days import heading_date
from communique.text.origin import places

_GAP = "\n\n"


def items(stream: BinaryIO, given: Given) -> Items:
    """The one document of a PDF file; its date is one that stands alone near its beginning."""
    pypdf = package("pypdf", given, "PDF")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with damaged(given, "PDF file"):
        reader = pypdf.PdfReader(seekable(stream, given, "PDF"), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise given.refuse("this PDF file asks for a password; save it without one")
        title = cleaned(reader.metadata.title) if reader.metadata else None
    text, begins = _joined(guarded(_pages(reader), given, "PDF file"), given)
    if not text:
        raise given.refuse("this PDF file holds no text (pictures of pages?); recognise it with ocrmypdf")
    yield Found(text=text, title=title, date=heading_date(text), url=given.url, origin=places(begins))


def _pages(reader: Any) -> Iterator[str]:
    for page in reader.pages:
        yield page.extract_text() or ""


def _joined(pages: Iterator[str], given: Given) -> tuple[str, list[tuple[int, str]]]:
    """The pages one after the other, and the offset at which each begins."""
    parts: list[str] = []
    begins: list[tuple[int, str]] = []
    length = 0
    for number, page in enumerate(pages, start=1):
        text = unwrapped(without_controls(page))
        if not text:
            continue
        begins.append((length, f"page {number}"))
        parts.append(text)
        length += len(text) + len(_GAP)
        if length > given.settings.max_chars:
            raise given.refuse(f"too large: more than {given.settings.max_chars:,} characters; split it")
    return _GAP.join(parts), begins
