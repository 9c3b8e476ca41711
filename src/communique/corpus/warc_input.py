"""Pages of WARC and WET files: plain texts as they are, of web pages the main text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from communique.corpus.given import Given
from communique.corpus.place import Place
from communique.corpus.refusals import reason
from communique.errors import InputError
from communique.intake.charset import characters
from communique.intake.found import Budget, Found
from communique.intake.found import Given as Page
from communique.intake.html import article

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_PLAIN = "text/plain"
_INSTALL = "install it with `pip install 'communique[ingest]'`"


def pages(place: Place, source: str, max_chars: int) -> Iterator[Given]:
    """The pages with text, each at the byte where its record begins; other records are passed over.

    A page's id is that of its record, its date the day when it was fetched unless the page tells another.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ModuleNotFoundError as error:
        raise InputError(f"WARC files need fastwarc; {_INSTALL}", source) from error
    kinds = WarcRecordType.response | WarcRecordType.conversion | WarcRecordType.resource
    number = at = 0
    with place.opened() as stream:
        try:
            for record in ArchiveIterator(
                _Readable(stream), record_types=kinds, auto_decode="all", fsspec_args=False
            ):
                at = record.stream_pos
                media = _media(record)
                if media in _HTML or media == _PLAIN:
                    data = record.reader.read(4 * max_chars + 1)
                    yield _page(record, data, media in _HTML, number, at, source)
                    number += 1
        except (OSError, ValueError) as error:
            said = f"the file is damaged behind byte {at}: {reason(error)}; copy it again"
            raise InputError(said, source) from error


class _Readable:
    """What the iterator asks of a stream."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        return bytes(self._stream.read(None if size < 0 else size))

    def tell(self) -> int:
        return int(self._stream.tell())

    def seek(self, offset: int, whence: int = 0) -> int:
        return int(self._stream.seek(offset, whence))

    def close(self) -> None:
        self._stream.close()


def _media(record: Any) -> str | None:
    """The media type of what was fetched; None for an answer that is no page."""
    if record.http_headers is not None:
        status = record.http_headers.status_code
        return record.http_content_type if status is None or status == 200 else None
    told = record.headers.get("Content-Type")
    return told.partition(";")[0].strip().lower() if told else None


def _page(record: Any, data: bytes, html: bool, number: int, at: int, source: str) -> Given:
    id = str(record.record_id or f"{source}@{at}").strip("<>")
    url = record.headers.get("WARC-Target-URI")
    day = record.record_date.date().isoformat() if record.record_date else None
    known = {name: value for name, value in (("url", url), ("date", day)) if value}
    text: str | bytes | None = data
    problem = None
    if len(data) < record.content_length and not _packed(record):
        problem = "this record is cut off; copy the archive again"
    elif html:
        try:
            page = _article(data, record.http_charset, url, f"{source} byte {at}")
        except InputError as error:
            problem = error.message
        else:
            text = page.text
            told = (("title", page.title), ("date", page.date), ("publisher", page.publisher))
            known |= {name: value for name, value in told if value}
    return Given(
        number=number,
        place=f"byte {at}",
        id=id,
        text=None if problem else text,
        known=known,
        problem=problem,
    )


def _packed(record: Any) -> bool:
    """Whether a page came compressed, so that its length is another than that of its bytes."""
    return record.http_headers is not None and bool(record.http_headers.get("Content-Encoding"))


def _article(data: bytes, charset: str | None, url: str | None, place: str) -> Found:
    about = Page(name=place, budget=Budget(len(data)), charset=charset, url=url)
    return article(characters(data, charset), about)
