"""The part of an open ledger that takes in what is found on the web or in a folder, each text once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from communique.kinds.record import Record
from communique.ledger import addresses, watched
from communique.ledger.addresses import Address
from communique.ledger.batch import Batch
from communique.ledger.rows import Stamp, rows_of
from communique.ledger.stored import Added, DocumentInfo
from communique.ledger.watched import Role, Status, Watched
from communique.ledger.writing import write
from communique.reading.results import Reading
from communique.version import __version__


class Gathering:
    """Texts with their addresses, and the state of what is watched; the ledger gives the connections."""

    def _asking(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def _changing(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def take(
        self,
        readings: Sequence[Reading],
        found: Collection[Address],
        state: Collection[Watched],
        seen_at: dt.datetime,
        *,
        reader_version: str = __version__,
    ) -> Added:
        """Add readings, where their texts were found, and what is watched, all in one transaction or nothing.

        No two readings are of one document. `RecordError` for a record that does not fit its document.
        """
        stamp = Stamp.of(seen_at, reader_version)
        batch = Batch()
        for reading in readings:
            batch.add(rows_of(reading, stamp))
        with self._changing() as connection:
            added = write(connection, batch) if batch.documents else Added()
            addresses.save(connection, found)
            watched.save(connection, state)
        return added

    def holders_of(self, digests: Collection[str]) -> dict[str, list[str]]:
        """The ids of the documents that have each of these texts, by the SHA-256 of the text."""
        with self._asking() as connection:
            return addresses.holders_of(connection, digests)

    def addresses(self, document: str | None = None) -> list[Address]:
        """Every address at which a text, or one of a document's, was found."""
        with self._asking() as connection:
            return addresses.select_addresses(connection, document)

    def watched(
        self,
        sources: Collection[str] | None = None,
        *,
        role: Role | None = None,
        status: Status | None = None,
        due: dt.datetime | None = None,
    ) -> list[Watched]:
        """The state of the addresses of some sources or all; with `due`, of those asked for by then."""
        with self._asking() as connection:
            return watched.select_watched(connection, sources, role=role, status=status, due=due)

    def watched_by_id(self, ids: Collection[str]) -> dict[str, Watched]:
        """The state of the addresses of these ids that are known."""
        with self._asking() as connection:
            return watched.select_by_id(connection, ids)

    def next_due(self, sources: Collection[str]) -> dt.datetime | None:
        """When the first address of these sources is asked for."""
        with self._asking() as connection:
            return watched.next_due(connection, sources)

    def arrived(
        self, sources: Collection[str], since: dt.datetime | None
    ) -> Iterator[tuple[Record, DocumentInfo]]:
        """The statements first read after `since` from what these sources gave, one at a time."""
        with self._asking() as connection:
            yield from watched.arrived(connection, sources, since)

    def texts_since(self, sources: Collection[str], since: dt.datetime | None) -> list[tuple[str, bool]]:
        """The documents that are new since then from these sources, and whether each is a revised one."""
        with self._asking() as connection:
            return watched.texts_since(connection, sources, since)
