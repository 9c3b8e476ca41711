"""The part of an open ledger that takes in what is found on the web or in a folder, each text once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from communique.ledger import addresses, watched
from communique.ledger.addresses import Address
from communique.ledger.batch import Batch
from communique.ledger.rows import Stamp, rows_of
from communique.ledger.stored import Added
from communique.ledger.watched import Status, Watched
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

    def watched(self, source: str | None = None, status: Status | None = None) -> list[Watched]:
        """The state of the addresses of one source or all, in one state or any."""
        with self._asking() as connection:
            return watched.select_watched(connection, source, status)
