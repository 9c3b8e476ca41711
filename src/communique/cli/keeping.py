"""Keeping readings in a ledger as they come, or nowhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from communique.errors import CommuniqueError, RecordError
from communique.reading.results import Reading

if TYPE_CHECKING:
    from communique.ledger import Added, Ledger
    from communique.ledger.addresses import Address


class Keeper:
    """Adds readings to a ledger; without one it only lets them pass."""

    def __init__(self, ledger: Ledger | None = None, place: str | Path | None = None) -> None:
        self._ledger = ledger
        self._place = place
        self._added: list[Added] = []
        self._found: list[Address] = []
        self._owners: dict[str, list[str]] = {}

    def keep(self, readings: Iterator[Reading], failures: list[CommuniqueError]) -> None:
        """Take every reading; `LedgerError` when the ledger cannot be written.

        A reading that holds a record the ledger refuses goes to `failures`, and the rest is still kept.
        """
        if self._ledger is None:
            for _ in readings:
                pass
            return
        from communique.ledger import Added

        apart = self._apart(self._ledger, readings)
        refused = True
        while refused:
            refused = False
            self._added.append(Added())
            try:
                self._ledger.add_many(apart(), dt.datetime.now(dt.UTC), progress=self._note)
            except RecordError as error:
                failures.append(error)
                refused = True
        if self._found:
            self._ledger.take([], self._found, [], dt.datetime.now(dt.UTC))

    def _apart(self, ledger: Ledger, readings: Iterator[Reading]) -> Callable[[], Iterator[Reading]]:
        """Those to keep: of texts from the web, one that another address gave already is only noted."""
        from communique.ledger.addresses import digest, found_at

        def kept() -> Iterator[Reading]:
            for reading in readings:
                document = reading.document
                if not (document.source or "").startswith(("http://", "https://")):
                    yield reading
                    continue
                sha = digest(document.text)
                owners = self._owners.setdefault(sha, ledger.holders_of([sha]).get(sha, []))
                own = not owners or document.id in owners
                if own:
                    owners.append(document.id)
                    yield reading
                owner = document.id if own else owners[0]
                url = document.source or document.id
                self._found.append(found_at(url, document, owner, dt.datetime.now(dt.UTC)))

        return kept

    def _note(self, added: Added) -> None:
        self._added[-1] = added

    def report(self) -> str | None:
        """One line on what the ledger took, or None without a ledger."""
        if self._ledger is None or self._place is None:
            return None
        from communique.ledger.engines.place import shown

        new = sum(added.new_statements for added in self._added)
        known = sum(added.known_statements for added in self._added)
        documents = sum(added.new_documents for added in self._added)
        return f"{shown(self._place)}: {new} new statements, {known} known already; {documents} new documents"


@contextmanager
def keeper(place: str | Path | None) -> Iterator[Keeper]:
    """A keeper on the ledger at `place`, made when it is missing; on none for None."""
    if place is None:
        yield Keeper()
        return
    from communique.ledger import Ledger

    with Ledger.open(place) as ledger:
        yield Keeper(ledger, place)
