"""Texts on their way into the ledger: read, kept once however many addresses they have, written in batches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import msgspec

from communique.errors import CommuniqueError, LedgerError, RecordError
from communique.fetch.limits import Timer
from communique.ledger import Ledger
from communique.ledger.addresses import Address, digest, found_at
from communique.ledger.stored import Added
from communique.ledger.watched import Watched
from communique.mentions.matcher import Hits
from communique.pipeline import read_document
from communique.reading.results import Reading
from communique.text.document import Document
from communique.watch.delays import failed
from communique.watch.desk import Desk

DOCUMENTS = 200
CHARS = 2_000_000
SECONDS = 20.0
"""A batch is written when it holds so many documents or code points, or is so old."""


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """What one address gave: its documents, and its state once they are kept."""

    url: str
    documents: tuple[Document, ...]
    state: Watched | None = None


class Gathered(msgspec.Struct, kw_only=True):
    """What became of arrivals: what the ledger took, what it refused by address, and the texts it had already."""

    added: Added = msgspec.field(default_factory=Added)
    elsewhere: int = 0
    refused: dict[str, CommuniqueError] = msgspec.field(default_factory=dict)
    refused_states: list[Watched] = msgspec.field(default_factory=list)


class Gatherer:
    """Reads what arrives and writes it with its state, whole arrivals in one transaction."""

    def __init__(self, desk: Desk, timer: Timer, now: Callable[[], dt.datetime]) -> None:
        self._desk = desk
        self._timer = timer
        self._now = now
        self._begun = timer.monotonic()
        self._arrivals: list[Arrival] = []
        self._readings: dict[str, Reading] = {}
        self._chars = 0
        self.total = Gathered()

    def add(self, arrival: Arrival) -> None:
        """Read what arrived, and write the batch when it is due; `CommuniqueError` when it cannot be read."""
        made = [bare(read(document)) for document in arrival.documents]
        if any(reading.document.id in self._readings for reading in made):
            self.flush()
        self._readings.update({reading.document.id: reading for reading in made})
        self._arrivals.append(arrival)
        self._chars += sum(len(document.text) for document in arrival.documents)
        full = len(self._arrivals) >= DOCUMENTS or self._chars >= CHARS
        if full or self._timer.monotonic() - self._begun >= SECONDS:
            self.flush()

    def note(self, state: Watched) -> None:
        """Keep the state of an address that gave no new text."""
        self.add(Arrival(url=state.url, documents=(), state=state))

    def flush(self) -> None:
        """Write everything that is held back: in one transaction, or where a text is refused, one by one."""
        arrivals, self._arrivals = self._arrivals, []
        try:
            self._write(arrivals)
        except RecordError:
            for arrival in arrivals:
                self._write_alone(arrival)
        except BaseException:
            self._arrivals = arrivals
            raise
        self._readings, self._chars = {}, 0
        self._begun = self._timer.monotonic()

    def _write_alone(self, arrival: Arrival) -> None:
        try:
            self._write([arrival])
        except RecordError as error:
            self.total.refused[arrival.url] = error
            if arrival.state is not None:
                state = failed(arrival.state, error, self._now())
                self.total.refused_states.append(state)
                self._write([Arrival(url=arrival.url, documents=(), state=state)])

    def _write(self, arrivals: Sequence[Arrival]) -> None:
        if not arrivals:
            return
        with self._desk.ledger() as ledger:
            texts = {digest(given.text) for arrival in arrivals for given in arrival.documents}
            kept, found = self._sorted(arrivals, ledger.holders_of(texts))
            owners = {address.url: address.document for address in found}
            states = [_owned(a.state, owners.get(a.url)) for a in arrivals if a.state is not None]
            self.total.added += _taken(ledger, kept, found, states, self._now())

    def _sorted(
        self, arrivals: Sequence[Arrival], holders: dict[str, list[str]]
    ) -> tuple[list[Reading], list[Address]]:
        """The readings to keep, and where every text was found; a text that another document has is one."""
        now = self._now()
        kept: list[Reading] = []
        found: list[Address] = []
        for arrival in arrivals:
            for given in arrival.documents:
                sha = digest(given.text)
                owners = holders.setdefault(sha, [])
                own = given.id in owners or not owners
                if own:
                    kept.append(self._readings[given.id])
                    owners.append(given.id)
                else:
                    self.total.elsewhere += 1
                owner = given.id if own else owners[0]
                found.append(found_at(arrival.url, given, owner, now))
        return kept, found


def _taken(
    ledger: Ledger, kept: list[Reading], found: list[Address], states: list[Watched], now: dt.datetime
) -> Added:
    """What the ledger took; a fault in writing is the ledger's and no text's."""
    try:
        return ledger.take(kept, found, states, now)
    except CommuniqueError:
        raise
    except Exception as error:
        fault = f"writing failed, which is a fault of communique: {type(error).__name__}: {error}"
        raise LedgerError(f"{fault}; please report it") from error


def _owned(state: Watched, owner: str | None) -> Watched:
    return state if owner is None else msgspec.structs.replace(state, document=owner)


def read(document: Document) -> Reading:
    """The reading, its quotes checked; whatever goes wrong becomes an error that names the document."""
    try:
        reading = read_document(document)
        for record in reading.records:
            for evidence in record.evidence:
                evidence.verify(document.text)
        return reading
    except CommuniqueError:
        raise
    except Exception as error:
        raise CommuniqueError(
            f"the reader failed, which is a fault of communique: {type(error).__name__}: {error}; "
            "please report it with this text",
            document.source or document.id,
        ) from error


def bare(reading: Reading) -> Reading:
    """The reading without how it came about, which takes most of its room."""
    nothing = Hits([], [])
    return msgspec.structs.replace(reading, segments=(), hits=nothing, candidates=(), drops=())
