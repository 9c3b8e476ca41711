"""Texts that are sent in, read and kept one after the other in the background, each with how far it has come."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from secrets import token_hex
from threading import Lock
from typing import Literal

import msgspec

from communique.base.ids import content_id
from communique.errors import CommuniqueError
from communique.lexicon import languages
from communique.pipeline import read_document
from communique.settings import ReadSettings
from communique.text.ingest import decode, document_from_text
from communique.text.meta import Meta
from communique.web.held import Held
from communique.web.speaking import now

_KEPT = 500
"""Jobs that are remembered."""


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """One text as it was sent: its bytes, what the file was called, and what is said of it."""

    data: bytes
    name: str = ""
    date: str | None = None
    publisher: str | None = None
    lang: str | None = None
    title: str | None = None
    url: str | None = None


class Job(msgspec.Struct, kw_only=True):
    """How far a text has come. `document` is its id once it is kept, `error` why it is not."""

    id: str
    name: str
    state: Literal["waiting", "reading", "keeping", "done", "failed"] = "waiting"
    document: str | None = None
    records: int = 0
    error: str | None = None

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in ("done", "failed")


class Desk:
    """Takes texts in and reads them in their order; one failing does not stop the next."""

    def __init__(self, held: Held, max_chars: int) -> None:
        self._held = held
        self._max_chars = max_chars
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="reading")
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()

    def take(self, sent: Sent) -> Job:
        """Queue a text; the job tells how far it has come."""
        job = Job(id=token_hex(8), name=sent.title or sent.name or "a text")
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > _KEPT:
                self._jobs.popitem(last=False)
        self._worker.submit(self._work, job, sent)
        return job

    def job(self, id: str) -> Job | None:
        """A job by its id, None when it is unknown or long ago."""
        with self._lock:
            return self._jobs.get(id)

    def close(self) -> None:
        """Finish the text that is being read; those that wait are not begun."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _work(self, job: Job, sent: Sent) -> None:
        try:
            self._read(job, sent)
        except CommuniqueError as error:
            job.error, job.state = error.message, "failed"
        except Exception:
            job.error, job.state = "something went wrong while reading; nothing of it was kept", "failed"
            raise

    def _read(self, job: Job, sent: Sent) -> None:
        job.state = "reading"
        text = decode(sent.data, job.name)
        id = content_id("text", text)
        meta = Meta(
            doc=id,
            lang=sent.lang,
            date=sent.date,
            publisher=sent.publisher,
            url=sent.url,
            title=sent.title or sent.name or None,
        )
        settings = ReadSettings(max_chars=self._max_chars)
        document = document_from_text(text, id, job.name, settings, meta, languages())
        reading = read_document(document)
        job.state = "keeping"
        self._held.ledger.add(reading, now())
        self._held.changed()
        job.document, job.records = id, len(reading.records)
        job.state = "done"
