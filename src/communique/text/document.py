"""A document as it is read: its text never changes after this point."""

from __future__ import annotations

import msgspec


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One file's text and what is known about it from outside.

    `date` is the document's date (EDTF day, month or year), against which relative dates are
    resolved; None stays unknown. `lang` is a BCP 47 primary language subtag. `origin` says where in its
    source the text stood (see `communique.text.origin`); None for a source that is the text. `side` is the
    state that the publisher speaks for where the user's own table says so; None leaves it to the publisher.
    """

    id: str
    text: str
    lang: str
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    source: str | None = None
    origin: str | None = None
    side: str | None = None
