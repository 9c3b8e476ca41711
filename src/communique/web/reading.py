"""Texts that are sent in, read and kept one after the other in the background, each with how far it has come."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b
from io import BytesIO
from secrets import token_hex
from threading import Lock
from typing import Literal

import msgspec

from communique.base.ids import content_id
from communique.errors import CommuniqueError, InputError
from communique.intake.documents import documents_in
from communique.ledger.auditing import noting
from communique.lexicon import languages
from communique.pipeline import read_document
from communique.settings import ReadSettings
from communique.text.document import Document
from communique.text.meta import Meta
from communique.web.held import Held
from communique.web.speaking import now

_KEPT = 500
"""Jobs that are remembered."""


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """One text as it was sent: its bytes, who sent it, what the file was called, and what is said of it."""

    data: bytes
    author: str
    name: str = ""
    date: str | None = None
    publisher: str | None = None
    lang: str | None = None
    title: str | None = None
    url: str | None = None


class Job(msgspec.Struct, kw_only=True):
    """How far a file or text has come. `documents` are the ids of what is kept of it, `error` why not all is."""

    id: str
    name: str
    state: Literal["waiting", "reading", "done", "failed"] = "waiting"
    documents: list[str] = []
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
            job.error, job.state = "something went wrong while reading; the server's log says what", "failed"
            raise

    def _read(self, job: Job, sent: Sent) -> None:
        """Keep every document of the file that can be read; the first reason why one cannot is the job's."""
        job.state = "reading"
        id = content_id("text", blake2b(sent.data).hexdigest())
        meta = Meta(
            doc=id, lang=sent.lang, date=sent.date, publisher=sent.publisher, url=sent.url, title=sent.title
        )
        settings = ReadSettings(max_chars=self._max_chars)
        stream, name = BytesIO(sent.data), sent.name or "the text"
        failed: CommuniqueError | None = None
        for found in documents_in(stream, id, name, settings, {id: meta}, languages()):
            if isinstance(found, CommuniqueError):
                failed = failed or found
            else:
                self._keep(
                    job, msgspec.structs.replace(found, title=found.title or sent.name or None), sent.author
                )
        if failed is not None or not job.documents:
            raise failed or InputError("holds no text that can be read")
        job.state = "done"

    def _keep(self, job: Job, document: Document, author: str) -> None:
        reading = read_document(document)
        with noting(author, "add", document.id, now()):
            self._held.ledger.add(reading, now())
        self._held.changed()
        job.documents.append(document.id)
        job.records += len(reading.records)
