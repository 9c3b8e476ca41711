"""Reading one text, and coding its sentences, from Python."""

from __future__ import annotations

from communique.base.ids import content_id
from communique.coding import Event, coder
from communique.errors import InputError
from communique.lexicon import languages
from communique.pipeline import read_document
from communique.reading.results import Reading
from communique.settings import ReadSettings
from communique.text.ingest import document_from_text
from communique.text.language import chosen


def read(
    text: str,
    lang: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    doc: str | None = None,
) -> Reading:
    """Read one text and return everything that was found in it and dropped from it.

    `lang` is a BCP 47 code (told from the text when left out), `date` the document's own date (EDTF:
    `2024-07-03`, `2024-07` or `2024`), against which "yesterday" is resolved, `doc` its id (made from
    the text when left out). Raises `InputError` for an empty text or a date that is none, and
    `LanguageError` for a language that no pack reads.

    >>> import communique
    >>> reading = communique.read(
    ...     "Kenya's President William Ruto met Japan's Prime Minister Fumio Kishida in Tokyo.",
    ...     lang="en",
    ... )
    >>> meeting = next(record for record in reading.records if record.kind == "meeting")
    >>> meeting.countries
    ('KEN', 'JPN')
    >>> [actor.name for actor in meeting.participants]
    ['William Ruto', 'Fumio Kishida']
    >>> evidence = meeting.evidence[0]
    >>> reading.document.text[evidence.start : evidence.end] == evidence.quote
    True
    """
    settings = ReadSettings(lang=lang, date=date, publisher=publisher)
    doc = doc or content_id("text", text)
    return read_document(document_from_text(text, doc, doc, settings, None, languages()))


def code(text: str, lang: str = "en") -> tuple[Event, ...]:
    """Code the sentences of a text into PLOVER and CAMEO events, each sentence's main event first.

    Actors and recipients are PLOVER's codes: a state (ISO 3166-1 alpha-3) or a kind of actor of no one
    state (`IGO`, `NGO`, …), with a sector behind where the text tells it (`USAGOV`, `ISRMIL`). A
    sentence without an event gives none. Raises `LanguageError` for a language whose pack has no
    events, and `InputError` for an empty text.

    >>> import communique
    >>> event = communique.code("Norway urged Sweden to reopen the border on Monday.")[0]
    >>> event.plover, event.cameo, event.actors, event.recipients
    ('REQUEST', '020', ('NOR',), ('SWE',))
    >>> communique.code("Snow fell in Norway on Monday.")
    ()
    """
    if not text.strip():
        raise InputError("the text is empty")
    return coder(chosen(lang, languages())).code(text)
