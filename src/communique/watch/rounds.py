"""One round over the sources: poll those that are due, note what is new, then read what waits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice, zip_longest
from urllib.parse import urlsplit

import msgspec

from communique.errors import CommuniqueError, FetchError, LedgerError, PackError
from communique.fetch.client import Fetched, Fetcher, Validators
from communique.fetch.limits import Timer
from communique.ledger.addresses import digest
from communique.ledger.watched import Watched
from communique.text.document import Document
from communique.watch.delays import failed, source_failed
from communique.watch.desk import Desk
from communique.watch.entries import Entry, entries_of
from communique.watch.gatherer import Arrival, Gatherer
from communique.watch.sources import Source, Sources, seconds
from communique.watch.texts import documents_at, entries_in

_TOGETHER = 500
"""So many texts of a feed are looked up together."""


class Tools(msgspec.Struct, frozen=True):
    """What a round works with: the client, the ledger, the time, and whether to stop.

    `told` is called with what is being done, how much of it is done, and how much there is.
    """

    fetcher: Fetcher
    desk: Desk
    timer: Timer
    now: Callable[[], dt.datetime]
    stop: Callable[[], bool]
    told: Callable[[str, int, int], None]


class Outcome(msgspec.Struct, kw_only=True):
    """What a round came to. `read` counts texts, `elsewhere` those known from another address."""

    polled: int = 0
    found: int = 0
    read: int = 0
    unchanged: int = 0
    elsewhere: int = 0
    statements: int = 0
    failures: list[Watched] = msgspec.field(default_factory=list)


class Round:
    """A round; what it has found stays noted whenever it ends."""

    def __init__(self, sources: Sources, tools: Tools) -> None:
        self._sources = sources
        self._tools = tools
        self._by_name = {source.name: source for source in sources.source}
        self._gatherer = Gatherer(tools.desk, tools.timer, tools.now)
        self.outcome = Outcome()

    def run(self) -> Outcome:
        """Poll and read until nothing is due, or until asked to stop; what was read is kept however it ends.

        `LedgerError` when the ledger cannot be written.
        """
        try:
            self._poll_due()
            self._gatherer.flush()
            self._read_due()
        except LedgerError:
            raise
        except BaseException:
            self._gatherer.flush()
            raise
        self._gatherer.flush()
        total = self._gatherer.total
        self.outcome.elsewhere = total.elsewhere
        self.outcome.statements = total.added.new_statements
        self.outcome.failures.extend(total.refused_states)
        return self.outcome

    def _poll_due(self) -> None:
        due = self._due_sources()
        for number, (source, state) in enumerate(due):
            if self._tools.stop():
                return
            self._tools.told("polling", number, len(due))
            self._guarded(source, state, partial(self._poll, source, state))

    def _due_sources(self) -> list[tuple[Source, Watched]]:
        now = self._tools.now()
        with self._tools.desk.ledger() as ledger:
            held = {state.source: state for state in ledger.watched(self._by_name, role="source")}
        due = []
        for name, source in self._by_name.items():
            state = held.get(name)
            if state is None or state.url != source.url:
                state = Watched(source=name, url=source.url, role="source", first_seen=now, last_seen=now)
            if state.due is None or state.due <= now:
                due.append((source, state))
        return due

    def _guarded(self, source: Source, state: Watched, work: Callable[[], object]) -> None:
        """Do the work for one address; what goes wrong becomes its state and never ends the round."""
        try:
            work()
            return
        except (LedgerError, PackError):
            raise
        except CommuniqueError as error:
            wrong = error
        except Exception as error:
            fault = f"this is a fault of communique, please report it: {type(error).__name__}: {error}"
            wrong = CommuniqueError(fault, state.url)
        self._fail(source, state, wrong)

    def _fail(self, source: Source, state: Watched, error: CommuniqueError) -> None:
        now = self._tools.now()
        every = self._sources.interval(source)
        made = (
            source_failed(state, error, now, every) if state.role == "source" else failed(state, error, now)
        )
        self.outcome.failures.append(made)
        self._gatherer.note(made)

    def _poll(self, source: Source, state: Watched) -> None:
        found = self._tools.fetcher.fetch(source.url, Validators(state.etag, state.last_modified))
        self.outcome.polled += 1
        if not found.unchanged:
            if source.follows:
                self._note_entries(source, entries_of(source, found))
            elif source.kind == "feed":
                if not self._take_feed(source, found):
                    return
            else:
                state = self._take(source, state, found, Entry(url=source.url))
        self._gatherer.note(self._seen(state, found, self._sources.interval(source)))

    def _seen(self, state: Watched, found: Fetched, again: float | None) -> Watched:
        """The state of an address that answered, due again after so many seconds."""
        now = self._tools.now()
        kept = found.validators
        return msgspec.structs.replace(
            state,
            status="read",
            etag=kept.etag or (state.etag if found.unchanged else None),
            last_modified=kept.last_modified or (state.last_modified if found.unchanged else None),
            cause=None,
            reason=None,
            attempts=0,
            due=None if again is None else now + dt.timedelta(seconds=again),
            last_seen=now,
        )

    def _note_entries(self, source: Source, entries: Sequence[Entry]) -> None:
        """Note what is new, before anything of it is read, so that an end at any moment loses nothing."""
        now = self._tools.now()
        states = {state.id: state for state in (_waiting(source, entry, now) for entry in entries)}
        with self._tools.desk.ledger() as ledger:
            held = ledger.watched_by_id(states.keys())
        for id, state in states.items():
            known = held.get(id)
            if known is None:
                self.outcome.found += 1
                self._gatherer.note(state)
            elif known.told != state.told and known.status != "waiting":
                again = {"status": "waiting", "due": now, "told": state.told, "attempts": 0}
                self._gatherer.note(msgspec.structs.replace(known, **again))

    def _take_feed(self, source: Source, found: Fetched) -> bool:
        """Read the texts that a feed itself holds, those that are new or changed; whether all were gone through."""
        entries = entries_in(source, found)
        taken = 0
        while made := list(islice(entries, _TOGETHER)):
            if not self._take_some(source, made, taken):
                return False
            taken += len(made)
        return True

    def _take_some(
        self, source: Source, made: Sequence[tuple[str, Document | CommuniqueError]], before: int
    ) -> bool:
        now = self._tools.now()
        states = [_waiting(source, Entry(url=url), now) for url, _ in made]
        with self._tools.desk.ledger() as ledger:
            held = ledger.watched_by_id({state.id for state in states})
        for number, ((url, item), state) in enumerate(zip(made, states, strict=True), start=before):
            if self._tools.stop():
                return False
            self._tools.told(source.name, number, number)
            known = held.get(state.id, state)
            self.outcome.found += state.id not in held
            self._guarded(source, known, partial(self._keep, known, [item], url))
        return True

    def _read_due(self) -> None:
        with self._tools.desk.ledger() as ledger:
            due = ledger.watched(self._by_name, role="entry", due=self._tools.now())
        for number, state in enumerate(_interleaved(due)):
            if self._tools.stop():
                return
            self._tools.told("reading", number, len(due))
            source = self._by_name[state.source]
            self._guarded(source, state, partial(self._read, source, state))

    def _read(self, source: Source, state: Watched) -> None:
        known = Validators(state.etag, state.last_modified) if state.sha256 else None
        found = self._tools.fetcher.fetch(state.url, known)
        entry = Entry(url=state.url, title=state.title, date=state.date)
        made = state if found.unchanged else self._take(source, state, found, entry)
        self.outcome.unchanged += found.unchanged
        if made.status != "failed":
            self._gatherer.note(self._seen(made, found, self._recheck(source, state)))

    def _take(self, source: Source, state: Watched, found: Fetched, entry: Entry) -> Watched:
        """Read what an address gave, if it is another text than before; the state that is to be kept."""
        return self._keep(state, documents_at(source, found, entry), entry.url)

    def _keep(self, state: Watched, made: Iterable[Document | CommuniqueError], url: str) -> Watched:
        items = list(made)
        documents = tuple(item for item in items if isinstance(item, Document))
        wrong = next((item for item in items if isinstance(item, CommuniqueError)), None)
        if wrong is not None and not documents:
            raise wrong
        if not documents:
            raise FetchError("no text", "nothing to read was found there", url)
        told = digest("\x1f".join(document.text for document in documents))
        now = self._tools.now()
        kept = msgspec.structs.replace(
            state, status="read", document=documents[0].id, sha256=told, due=None, attempts=0, last_seen=now
        )
        if wrong is not None:
            kept = failed(kept, wrong, now)
            self.outcome.failures.append(kept)
        if told == state.sha256:
            self.outcome.unchanged += 1
            if kept.status != state.status:
                self._gatherer.note(kept)
        else:
            self._gatherer.add(Arrival(url=url, documents=documents, state=kept))
            self.outcome.read += len(documents)
        return kept

    def _recheck(self, source: Source, state: Watched) -> float | None:
        if source.recheck is None:
            return None
        age = (self._tools.now() - state.first_seen).total_seconds()
        return seconds(source.recheck) if age < seconds(source.recheck_for) else None


def _waiting(source: Source, entry: Entry, now: dt.datetime) -> Watched:
    return Watched(
        source=source.name,
        url=entry.url,
        title=entry.title,
        date=entry.date,
        told=entry.told,
        due=now,
        first_seen=now,
        last_seen=now,
    )


def _interleaved(states: Sequence[Watched]) -> Iterator[Watched]:
    """The addresses host by host in turn, so that the pauses that one host wants are used for others."""
    hosts: dict[str, list[Watched]] = {}
    for state in states:
        hosts.setdefault(urlsplit(state.url).netloc, []).append(state)
    for turn in zip_longest(*hosts.values()):
        yield from (state for state in turn if state is not None)
