"""One round over the sources: poll those that are due, note what is new, then read what waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice

import msgspec

from communique.errors import CommuniqueError, FetchError, LedgerError, PackError
from communique.fetch.client import Fetched, Validators
from communique.ledger.addresses import digest
from communique.ledger.watched import Watched
from communique.text.document import Document
from communique.watch.delays import failed, source_failed
from communique.watch.entries import Entry, entries_of
from communique.watch.gatherer import Arrival, Gatherer
from communique.watch.sources import Source, Sources
from communique.watch.states import answered, interleaved, recheck, waiting
from communique.watch.texts import documents_at, entries_in
from communique.watch.tools import Outcome, Tools

_TOGETHER = 500
"""So many texts of a feed are looked up together."""


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
        self._gatherer.note(answered(state, found, self._tools.now(), self._sources.interval(source)))

    def _note_entries(self, source: Source, entries: Sequence[Entry]) -> None:
        """Note what is new, before anything of it is read, so that an end at any moment loses nothing."""
        now = self._tools.now()
        states = {state.id: state for state in (waiting(source, entry, now) for entry in entries)}
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
        states = [waiting(source, Entry(url=url), now) for url, _ in made]
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
        for number, state in enumerate(interleaved(due)):
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
            now = self._tools.now()
            self._gatherer.note(answered(made, found, now, recheck(source, state, now)))

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
