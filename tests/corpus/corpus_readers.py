"""Readers that do what a faulty one might, for documents that ask for it."""

from __future__ import annotations

import os
import signal
import time

from communique.corpus.given import Given
from communique.corpus.plan import CorpusSettings
from communique.corpus.reading import read as really_read
from communique.ledger.rows import Rows


def poisonable(given: Given, source: str, settings: CorpusSettings) -> Rows:
    """Ends its process, hangs or raises where the text says so."""
    text = str(given.text)
    if "POISON" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "HANG" in text:
        time.sleep(600)
    if "RAISE" in text:
        raise ZeroDivisionError("by nothing")
    return really_read(given, source, settings)
