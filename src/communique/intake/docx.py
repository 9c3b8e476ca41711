"""Word files (DOCX): their paragraphs and the cells of their tables, in order."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from communique.intake.found import Found, Given, Items
from communique.intake.page_parts import cleaned, without_controls
from communique.intake.reading import damaged, package, seekable
from communique.intake.written_days import heading_date
from communique.text.origin import places

_GAP = "\n\n"


def items(stream: BinaryIO, given: Given) -> Items:
    """The one document of a Word file; its date is one that stands alone near its beginning."""
    docx = package("docx", given, "Word files")
    source = seekable(stream, given, "a Word file")
    with damaged(given, "Word file"):
        _check_size(source, given)
        read = docx.Document(source)
        parts = [(number, line) for number, line in enumerate(_lines(read), start=1) if line]
        title = cleaned(read.core_properties.title)
    if not parts:
        raise given.refuse("this Word file holds no text")
    begins: list[tuple[int, str]] = []
    length = 0
    for number, line in parts:
        begins.append((length, f"paragraph {number}"))
        length += len(line) + len(_GAP)
    text = _GAP.join(line for _, line in parts)
    yield Found(text=text, title=title, date=heading_date(text), url=given.url, origin=places(begins))


def _check_size(source: BinaryIO, given: Given) -> None:
    """Refuse what would unpack to more than a file may hold; zip files cannot hold more than they declare."""
    with zipfile.ZipFile(source) as held:
        size = sum(member.file_size for member in held.infolist() if member.filename.endswith(".xml"))
    source.seek(0)
    if size > given.settings.max_bytes:
        raise given.refuse(f"unpacks to {size:,} bytes, more than {given.settings.max_bytes:,}; split it")


def _lines(part: Any) -> Iterator[str]:
    for inner in part.iter_inner_content():
        if hasattr(inner, "rows"):
            for row in inner.rows:
                seen: set[int] = set()
                for cell in row.cells:
                    if id(cell._tc) not in seen:  # a merged cell is told once for each column
                        seen.add(id(cell._tc))
                        yield from _lines(cell)
        else:
            yield without_controls(inner.text).strip()
