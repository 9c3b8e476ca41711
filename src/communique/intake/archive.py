"""Zip archives: each member of a kind that can be read."""

from __future__ import annotations

import io
import zipfile
from typing import BinaryIO, cast

from communique.intake import docx
from communique.intake.formats import readable
from communique.intake.found import Given, Items
from communique.intake.nesting import member_key, nested
from communique.intake.packed import Unpacked
from communique.intake.reading import damaged, seekable
from communique.text.origin import named

_OFFICE = {
    "xl/workbook.xml": "a spreadsheet; save it as CSV",
    "ppt/presentation.xml": "slides; save them as PDF",
    "mimetype": "an OpenDocument file or an e-book; save it as DOCX, PDF or text",
}


def items(stream: BinaryIO, given: Given) -> Items:
    """The documents of its members, in the archive's order; a Word file is read as one."""
    source = seekable(stream, given, "a zip archive")
    with damaged(given, "zip archive"):
        archive = zipfile.ZipFile(source)
        names = set(archive.namelist())
    if "word/document.xml" in names:
        source.seek(0)
        yield from docx.items(source, given)
        return
    office = next((what for name, what in _OFFICE.items() if name in names), None)
    if office:
        raise given.refuse(f"this is {office}")
    members = [m for m in archive.infolist() if _wanted(m.filename)]
    if not members:
        raise given.refuse("this archive holds no file of a kind that is read")
    for member in members:
        yield from _member(archive, member, given)


def _wanted(name: str) -> bool:
    hidden = name.endswith("/") or any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
    return not hidden and readable(name)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, given: Given) -> Items:
    if member.flag_bits & 1:
        yield given.refuse("asks for a password; unpack the archive first", member.filename)
        return
    with damaged(given, "zip archive", member.filename):
        opened = archive.open(member)
    stream = io.BufferedReader(Unpacked(opened, given, "zip"))
    step, key = named(member.filename), member_key(member.filename)
    yield from nested(cast(BinaryIO, stream), given, member.filename, step, key=key)
