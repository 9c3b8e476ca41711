"""What the ledger gives back: records with their documents, and counts."""

from __future__ import annotations

import datetime as dt

import msgspec

from communique.kinds.record import Record
from communique.ledger.corrections import Correction
from communique.world.publishers import publisher_state


class DocumentInfo(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a document without its text; `sha256` tells versions of one id apart.

    `first_seen` and `last_seen` are in UTC; `reader_version` is that of the first reading.
    """

    id: str
    sha256: str
    lang: str
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    source: str | None = None
    origin: str | None = None
    side: str | None = None
    first_seen: dt.datetime
    last_seen: dt.datetime
    reader_version: str

    @property
    def speaks_for(self) -> str | None:
        """The state that its publisher speaks for: what the user's table said when it was read, or the program's."""
        return self.side or (publisher_state(self.publisher) if self.publisher else None)


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """A record, and the version of the document that its evidence points into.

    `current` is false when the latest reading of the document no longer found the record.
    `corrections` are those that stand, oldest first; they are applied in `record`, and keep what was read.
    """

    record: Record
    document: DocumentInfo
    first_seen: dt.datetime
    last_seen: dt.datetime
    current: bool = True
    corrections: tuple[Correction, ...] = ()


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What adding did: statements written and already held, documents written, documents read.

    `new_versions` counts the new documents whose id the ledger held with another text.
    """

    new_statements: int = 0
    known_statements: int = 0
    new_documents: int = 0
    new_versions: int = 0
    documents: int = 0

    @property
    def new_document(self) -> bool:
        """Whether a document, or a new version of one, was written."""
        return self.new_documents > 0

    def __add__(self, other: Added) -> Added:
        return Added(
            new_statements=self.new_statements + other.new_statements,
            known_statements=self.known_statements + other.known_statements,
            new_documents=self.new_documents + other.new_documents,
            new_versions=self.new_versions + other.new_versions,
            documents=self.documents + other.documents,
        )


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How much a ledger holds, current statements only; mappings run from most to least.

    `pairs` counts the statements in which both countries take part, keys in alphabetical order.
    """

    documents: int
    versions: int
    statements: int
    kinds: dict[str, int]
    countries: dict[str, int]
    pairs: dict[tuple[str, str], int]
