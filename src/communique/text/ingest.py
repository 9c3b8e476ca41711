"""From files and bytes to documents; what cannot be read is refused with its cure.

The text is what the bytes say: a byte order mark at the start is dropped, nothing else is changed.
Line ends stay as they are (a CRLF is two code points), so that offsets are true of the file's own
text for every program that opens it without translating line ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from communique.base.edtf import is_edtf
from communique.errors import InputError, LanguageError
from communique.settings import ReadSettings
from communique.text import encoding
from communique.text.document import Document
from communique.text.language import detect
from communique.text.meta import Meta

_NO_TEXTS = {
    ".duckdb": "a ledger; ask it with `communique records --ledger FILE`",
}


def decode(data: bytes, source: str) -> str:
    """The text of UTF-8 bytes without a byte order mark; `InputError` names what they are instead."""
    known = encoding.signature(data)
    if known:
        raise InputError(f"this is {known[0]}, not text; {known[1]}", source)
    wide = encoding.utf16(data)
    if wide:
        raise InputError(f"not UTF-8: looks like {wide}; convert it with `iconv -f {wide} -t utf-8`", source)
    at = data.find(0)
    if at >= 0:
        raise InputError(f"binary data (a NUL at byte {at}), not text; give a UTF-8 text file", source)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(_not_utf8(data, error.start), source) from error
    return text.removeprefix("\ufeff")


def _not_utf8(data: bytes, at: int) -> str:
    guessed = encoding.guess(data)
    if guessed:
        return f"not UTF-8 at byte {at}: looks like {guessed}; convert it with `iconv -f {guessed} -t utf-8`"
    return f"not UTF-8 at byte {at}; find its encoding with `file -i` and convert it with iconv"


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A file for reading its bytes; `InputError` with the cure when that is not possible."""
    try:
        if path.suffix.lower() in _NO_TEXTS and path.is_file():
            raise InputError(f"this is {_NO_TEXTS[path.suffix.lower()]}", path)
        with path.open("rb") as stream:
            yield stream
    except FileNotFoundError as error:
        raise InputError("no such file, or its link leads nowhere; check the path", path) from error
    except IsADirectoryError as error:
        raise InputError(
            "a folder, not a file; `communique read FOLDER` reads the texts in it", path
        ) from error
    except PermissionError as error:
        raise InputError("not readable for this user; check its rights with `ls -l`", path) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", path) from error


def bounded(stream: BinaryIO, max_chars: int, source: str) -> bytes:
    """All of a stream unless it is longer than any text of `max_chars` code points."""
    data = stream.read(4 * max_chars + 1)
    if len(data) > 4 * max_chars:
        raise InputError(_too_large(f"more than {4 * max_chars:,} bytes", max_chars), source)
    return data


def _too_large(size: str, limit: int) -> str:
    return f"too large: {size}, and one document may hold {limit:,} characters; split it into several files"


def document_from_text(
    text: str, doc: str, source: str, settings: ReadSettings, meta: Meta | None, supported: Sequence[str]
) -> Document:
    """The document of one text. What `meta` says of it goes before what `settings` say of all."""
    if not text.strip():
        raise InputError("the text is empty" if not text else "the text holds only white space", source)
    if len(text) > settings.max_chars:
        raise InputError(_too_large(f"{len(text):,} characters", settings.max_chars), source)
    meta = meta or Meta(doc=doc)
    date = meta.date or settings.date
    if date is not None and not is_edtf(date):
        raise InputError(f"not a date: {date!r}; write 2024-07-03, 2024-07 or 2024", source)
    try:
        lang = detect(text, supported, meta.lang or settings.lang)
    except LanguageError as error:
        raise LanguageError(error.message, source) from error
    return Document(
        id=doc,
        text=text,
        lang=lang,
        date=date,
        publisher=meta.publisher or settings.publisher,
        url=meta.url,
        title=meta.title,
        source=source,
    )
