"""Reading one document of an archive: rows for the archive, or why there are none."""

from __future__ import annotations

import datetime as dt
import traceback
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Literal

import msgspec

from communique.corpus.given import Given
from communique.corpus.plan import CorpusSettings
from communique.errors import CommuniqueError, PackError
from communique.ledger.rows import Rows, Stamp, rows_of
from communique.lexicon import languages
from communique.pipeline import read_document
from communique.settings import ReadSettings
from communique.text.ingest import decode, document_from_text
from communique.text.meta import Meta

Sort = Literal["refused", "fault", "died", "damaged"]
"""Not to be read; a fault of the reader; ended the process that read it; the file cannot be read on."""

_NEVER = Stamp(dt.datetime(1970, 1, 1), "")
"""When something was read is kept once for the archive, in its manifest."""

Read = Callable[[Given, str, CorpusSettings], Rows]


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """What was not read: where it stands, which document it is, and why."""

    source: str
    place: str
    document: str | None
    sort: Sort
    message: str


def read(given: Given, source: str, settings: CorpusSettings) -> Rows:
    """Read one document; every quote is compared with its text. Raises what the document gives rise to."""
    where = f"{source} {given.place}"
    if given.problem is not None or given.text is None:
        raise CommuniqueError(given.problem or "no text")
    text = given.text if isinstance(given.text, str) else decode(given.text, where)
    told = Meta(doc=given.id, **given.known)
    options = ReadSettings(
        lang=settings.lang, date=settings.date, publisher=settings.publisher, max_chars=settings.max_chars
    )
    document = document_from_text(text, given.id, where, options, told, languages())
    return rows_of(read_document(document), _NEVER)


def attempt(given: Given, source: str, settings: CorpusSettings) -> Rows | Failure:
    """The rows of a document, or the failure; a faulty language pack is no document's fault and stops all."""
    sort: Sort = "refused"
    try:
        return _reader(settings.reader)(given, source, settings)
    except PackError:
        raise
    except CommuniqueError as error:
        message = f"{error.entry}: {error.message}" if error.entry else error.message
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        sort = "fault"
        message = f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
    return failed(given, source, sort, message)


def failed(given: Given, source: str, sort: Sort, message: str) -> Failure:
    """The failure of a document that was given."""
    return Failure(source=source, place=given.place, document=given.id, sort=sort, message=message)


@cache
def _reader(name: str) -> Read:
    module, _, function = name.partition(":")
    found: Read = getattr(import_module(module), function)
    return found
