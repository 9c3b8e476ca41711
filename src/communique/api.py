"""Reading one text, coding its sentences, and asking a ledger what happened and who is who, from Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from communique.base.ids import content_id
from communique.coding import Event, coder
from communique.errors import InputError, RequestError
from communique.lexicon import languages
from communique.pipeline import read_document
from communique.reading.results import Reading
from communique.settings import ReadSettings
from communique.text.ingest import document_from_text
from communique.text.language import chosen

if TYPE_CHECKING:
    from communique.ledger import Ledger
    from communique.resolve.events import Event as Happened
    from communique.resolve.people import Known
    from communique.resolve.register import Answer
    from communique.vocab import Role


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


def people(ledger: Ledger, country: str | None = None) -> list[Known]:
    """Who is who in a ledger, one entry a person, by country and name; of one state (a code) or all.

    The offices are those of the reports, and those of the register that was taken in, which have a
    `source`. `Ledger.replace_holders` takes a register in.
    """
    from communique.resolve.people import people as known
    from communique.resolve.register import registered
    from communique.resolve.resolution import verdicts

    told = known(ledger.records(kind="person"), verdicts(ledger, "person"))
    listed = registered(told, ledger.holders())
    return [person for person in listed if country is None or person.country == country]


def people_of_state(ledger: Ledger, country: str) -> list[Known]:
    """As `people` of one state, from the reports that give its persons alone, so that a large ledger answers
    fast; who is told without a state is left out."""
    from communique.resolve.people import people as known
    from communique.resolve.register import registered
    from communique.resolve.resolution import verdicts

    told = known(ledger.records(kind="person", country=country), verdicts(ledger, "person"))
    return [person for person in registered(told, ledger.holders()) if person.country == country]


def events(ledger: Ledger, *states: str, kind: str | None = None) -> list[Happened]:
    """What happened, each event once however many texts and languages tell it, by day.

    `states` are codes that must all take part, `kind` is a kind of record. Each event keeps the ids of its
    records, the values in which they differ, which texts are copies, and what made each link; judgements
    that stand are applied (see docs/resolution.md).
    """
    from communique.resolve.resolution import resolve

    wanted = set(states)
    found = resolve(ledger).events
    return [event for event in found if wanted <= set(event.states) and kind in (None, event.kind)]


def who(ledger: Ledger, title: str, country: str, on: str) -> list[Answer]:
    """Who held an office of a state on a day, the likeliest first, each with what says so.

    `title` is a role (`foreign_minister`) or a title in any language that is read, `country` a code or a
    name, `on` a day, month or year (EDTF). Raises `RequestError` for what is no state or date. An empty
    list means that neither a report within some 400 days nor the register tells.
    """
    from communique.base.edtf import is_edtf
    from communique.kinds.codes import code_of
    from communique.lexicon.titles import role_named
    from communique.resolve.register import who as holders_on

    if not is_edtf(on):
        raise RequestError(f"{on!r} is no date such as 2024, 2024-07 or 2024-07-03")
    code = code_of(country, "country", "country")
    role = cast("Role | None", role_named(title))
    told = ledger.records(kind="person", country=code)
    return holders_on(people(ledger, code), told, role, title, code, on)
