"""The ledger, in a file or in a shared database: opened, added to in transactions, asked, closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from types import TracebackType

from sqlalchemy import Connection, Engine

from communique.errors import RecordError
from communique.ledger import auditing, counting, queries
from communique.ledger.accounts import Admitting
from communique.ledger.ahead import written_ahead
from communique.ledger.batch import Batch, batches
from communique.ledger.engines import compact, explained, index, open_engine, snapshot, writing_along
from communique.ledger.gathering import Gathering
from communique.ledger.looking import Looking
from communique.ledger.pages import At, DocumentPage, Page, select_document_page, select_page
from communique.ledger.rows import Stamp, rows_of
from communique.ledger.said import Said
from communique.ledger.schema import prepare
from communique.ledger.standing import standing
from communique.ledger.stored import Added, Counts, DocumentInfo, Stored
from communique.ledger.upkeep import Upkeep
from communique.ledger.writing import ClashError, write
from communique.reading.results import Reading
from communique.text.document import Document
from communique.version import __version__


class Ledger(Said, Looking, Gathering, Admitting, Upkeep):
    """An open ledger; a context manager. One process at a time may have a file open.

    Threads may share it: every question has a connection of its own, and writers wait in line.
    """

    def __init__(self, engine: Engine, path: str | Path) -> None:
        self._engine = engine
        self._path = path
        self._writing = Lock()
        self._pairs = None

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False) -> Ledger:
        """Open the ledger at `path`, making it when it is missing, upgrading it when it is older.

        `path` is a file, or the URL of a PostgreSQL database such as `postgresql://ann@host/press`,
        which several programs may read and write at once. `LedgerError` names the ledger and the cure
        when it cannot be opened: locked, no ledger, made by a newer version, in a place that cannot be
        written, missing with `read_only`.
        """
        with explained(path):
            engine = open_engine(path, read_only=read_only)
            try:
                with engine.begin() as connection:
                    prepare(connection, path, read_only=read_only)
            except BaseException:
                engine.dispose()
                raise
        return cls(engine, path)

    @classmethod
    def compact(cls, path: str | Path) -> tuple[int | None, int | None]:
        """Write the closed ledger at `path` anew without the room that nothing uses; bytes before and after.

        Nothing is dropped. A file is replaced in one step: until then, and when it fails, it stays as it was.
        """
        with cls.open(path) as ledger:
            before = ledger.info().size
        with explained(path):
            compact(path)
        with cls.open(path, read_only=True) as ledger:
            return before, ledger.info().size

    def close(self) -> None:
        """Write what is pending to the file and free it; closing twice does no harm."""
        with explained(self._path):
            self._engine.dispose()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def index(self) -> None:
        """Prepare for many small questions: have records looked up by id, by document and by state.

        A file of a million records takes six seconds, once, and grows by two fifths. Adding many readings drops
        a part of it again, and what this ledger was not told of is made anew when it is next prepared.
        """
        with self._writing, explained(self._path):
            self._pairs = index(self._engine)

    def add(self, reading: Reading, seen_at: dt.datetime, *, reader_version: str = __version__) -> Added:
        """Add one reading in one transaction; what the ledger holds already is not written again.

        `seen_at` (with a time zone) becomes `first_seen` of what is new and `last_seen` of the
        rest. A text that changed under its id is kept beside the old one. `RecordError` for a
        record that does not fit its document; nothing of the reading is then written.
        """
        added, refused = self._write(Batch.of(rows_of(reading, Stamp.of(seen_at, reader_version))))
        if refused:
            raise refused
        return added

    def add_many(
        self,
        readings: Iterable[Reading],
        seen_at: dt.datetime,
        *,
        progress: Callable[[Added], None] | None = None,
        reader_version: str = __version__,
    ) -> Added:
        """Add readings as they come, many to a transaction; `progress` gets the sum after each.

        An error stops it, and what is complete stays: the readings before one whose records are
        refused, the batches before one that could not be written. A batch is written while the next
        is read.
        """
        stamp = Stamp.of(seen_at, reader_version)
        return self.add_batches(batches(rows_of(reading, stamp) for reading in readings), progress)

    def add_batches(self, made: Iterator[Batch], progress: Callable[[Added], None] | None = None) -> Added:
        """Add batches of rows as they come, each in one transaction, as `add_many` does."""
        total = Added()
        with explained(self._path), writing_along(self._engine):
            for added in written_ahead(made, self._write):
                total += added
                if progress is not None:
                    progress(total)
        return total

    def records(
        self,
        kind: str | None = None,
        country: str | None = None,
        pair: tuple[str, str] | None = None,
        since: str | None = None,
        until: str | None = None,
        person: str | None = None,
        document: str | None = None,
        *,
        superseded: bool = False,
        as_read: bool = False,
    ) -> list[Stored]:
        """The records that meet every condition given (see `communique.ledger.queries.Query`).

        They come as they stand, with their corrections; with `as_read` as the reader left them.
        """
        query = queries.Query(
            kind=kind,
            country=country,
            pair=pair,
            since=since,
            until=until,
            person=person,
            document=document,
            superseded=superseded,
        )
        with self._asking() as connection:
            return queries.select_records(connection, query) if as_read else standing(connection, query)

    def page(self, query: queries.Query, limit: int, after: At | None = None) -> Page:
        """At most `limit` records of a question as they stand, behind a place in their order."""
        with self._asking() as connection:
            return select_page(connection, query, after, limit)

    def document_page(
        self,
        limit: int,
        after: tuple[dt.date, str] | None = None,
        *,
        lang: str | None = None,
        publisher: str | None = None,
    ) -> DocumentPage:
        """At most `limit` documents in their newest versions, by day and id, behind such a place."""
        with self._asking() as connection:
            return select_document_page(connection, after, limit, lang=lang, publisher=publisher)

    def documents_with(self, words: str, most: int) -> list[str]:
        """The ids of at most `most` documents whose text has these words to the letter, by date and id."""
        with self._asking() as connection:
            return queries.select_documents_with(connection, words, most)

    def document(self, document: str, sha256: str | None = None) -> Document | None:
        """A document with its text: the version asked for, else the one read last; None if unknown."""
        with self._asking() as connection:
            return queries.select_text(connection, document, sha256)

    def texts(self) -> list[tuple[str, str]]:
        """The id and the newest text of every document, by date and id."""
        with self._asking() as connection:
            return queries.select_texts(connection)

    def documents(self, document: str | None = None) -> list[DocumentInfo]:
        """Every version of every document, or of one, without the texts."""
        with self._asking() as connection:
            return queries.select_documents(connection, document)

    def counts(self) -> Counts:
        """How many documents and current statements there are, by kind, country and pair."""
        with self._asking() as connection:
            return counting.count(connection)

    def country_codes(self) -> set[str]:
        """Every code of a state, organisation or unit that some statement holds."""
        with self._asking() as connection:
            return counting.country_codes(connection)

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        with explained(self._path), self._engine.connect() as connection:
            yield snapshot(connection)

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        with self._writing, explained(self._path), self._engine.begin() as connection:
            yield connection
            auditing.write(connection)

    def _write(self, batch: Batch) -> tuple[Added, RecordError | None]:
        """Write a batch; documents with records of others are left out, and the error that says so is given."""
        try:
            with self._changing() as connection:
                added = write(connection, batch)
                if self._pairs is not None:
                    self._pairs.renew(connection, batch.documents)
                return added, None
        except ClashError as error:
            rest = batch.without(error.documents)
            return self._write(rest)[0] if rest.documents else Added(), error
