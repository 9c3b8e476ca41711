"""Filters and functions of the templates: codes in words, addresses, and texts made visible."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import quote, urlencode

import msgspec

from communique.kinds.registry import BY_NAME
from communique.lexicon import language_name
from communique.views.describe import plain, visible
from communique.views.names import country_name
from communique.web.forms import FIELD, MARK

_PLAIN = re.compile(r"[A-Za-z0-9_-]*")


def document_href(id: str, record: str | None = None, version: str | None = None) -> str:
    """The address of a document, at the mark of one of its records."""
    given = {"id": id} | ({"version": version} if version else {})
    return f"/document?{urlencode(given)}" + (f"#{_quoted(record)}" if record else "")


def person_href(name: str, country: str | None) -> str:
    """The address of a person, by any of the spellings of the name."""
    return f"/person?{urlencode({'name': name, 'country': country or ''})}"


def pair_href(a: str, b: str) -> str:
    """The address of two states, in alphabetical order."""
    one, other = sorted((a, b))
    return f"/pair/{_quoted(one)}/{_quoted(other)}"


def state_href(code: str) -> str:
    """The address of a state or organisation."""
    return f"/country/{_quoted(code)}"


NAMED = {"person": "persons", "agreement": "instruments", "project": "projects", "gathering": "gatherings"}
"""Kinds that bear names, and what several of them are called."""

NOUNS = {"agreement": "instrument", "project": "project", "gathering": "gathering"}
"""Kinds of events that have a name of their own in addresses."""


def event_href(kind: str, record: str) -> str:
    """The address of an event, by any of its records."""
    return f"/{NOUNS.get(kind, 'event')}/{_quoted(record)}"


def diff_href(record: str) -> str:
    """The address of the readouts of an event, compared."""
    return f"/diff/{_quoted(record)}"


def _quoted(part: str) -> str:
    """A part of an address; codes and ids need no care, which is told faster than taken."""
    return part if _PLAIN.fullmatch(part) else quote(part, safe="")


def in_words(value: str) -> str:
    """A value as it is kept (`["KEN"]`, `in_person`) in words that can be read: `Kenya`, `in person`."""
    if value[:1] in "[{":
        with suppress(msgspec.DecodeError):
            return plain(_named(msgspec.json.decode(value)))
    return str(_named(value))


def _named(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _named(part) for name, part in value.items() if part not in (None, False, [])}
    if isinstance(value, list):
        return [_named(part) for part in value]
    if not isinstance(value, str):
        return value
    return words(value) if value.isascii() and value.islower() and " " not in value else country_name(value)


def words(code: object) -> str:
    """A code of the vocabularies in words: `head_of_state` as `head of state`, nothing as nothing."""
    return str(code or "").replace("_", " ")


FILTERS: Mapping[str, Callable[..., Any]] = {
    "country": country_name,
    "in_words": in_words,
    "language": language_name,
    "visible": visible,
    "words": words,
}
GLOBALS: Mapping[str, Any] = {
    "diff_href": diff_href,
    "document_href": document_href,
    "event_href": event_href,
    "pair_href": pair_href,
    "person_href": person_href,
    "state_href": state_href,
    "kinds": tuple(BY_NAME),
    "named_kinds": NAMED,
    "token_field": FIELD,
    "token": MARK,
}
