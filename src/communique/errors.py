"""Every error communique raises on purpose: one base, few subclasses, one exit code each."""

from __future__ import annotations

from pathlib import Path


class CommuniqueError(Exception):
    """Something the user can act on: what happened, in which file, at which entry.

    `exit_code` is the process status the command line ends with when this error stops it.
    """

    exit_code = 1

    def __init__(self, message: str, path: str | Path | None = None, entry: str | None = None) -> None:
        self.message = message
        self.path = str(path) if path is not None else None
        self.entry = entry
        super().__init__(str(self))

    def __str__(self) -> str:
        where = ": ".join(part for part in (self.path, self.entry) if part)
        return f"{where}: {self.message}" if where else self.message


class InputError(CommuniqueError):
    """A document that cannot be read: empty, not text, wrong encoding, too large, gone."""

    exit_code = 2


class StoreError(CommuniqueError):
    """An object store that cannot be reached, or does not allow what is asked of it."""


class RequestError(CommuniqueError):
    """Something asked of the ledger, or said to it, that cannot be: an unknown id, a value that is none."""

    exit_code = 2


class UnknownError(RequestError):
    """An id or name that the ledger holds nothing of."""


class RetractedError(RequestError):
    """Something that was said and is taken back already."""


class HeldError(RequestError):
    """Something that would take the place of what the ledger holds under the same id."""


class PackError(CommuniqueError):
    """A language pack or world table that is wrong; names the file and the entry."""

    exit_code = 3


class LanguageError(CommuniqueError):
    """A language no pack reads."""

    exit_code = 2


class LedgerError(CommuniqueError):
    """A ledger that cannot be opened or written: newer schema, locked, full disk, not a ledger."""

    exit_code = 4


class BusyLedgerError(LedgerError):
    """A ledger that another process has open just now; trying again soon may do."""


class RecordError(CommuniqueError):
    """A record that breaks the contract: unknown value, quote not in its text."""

    exit_code = 5


class FetchError(InputError):
    """An address that gave no text: `cause` is one word for it, and `retry_after` the wait a server asked for.

    `lasting` tells that asking again soon will not help: it is refused, gone, or too large.
    """

    def __init__(
        self, cause: str, message: str, url: str, *, retry_after: float | None = None, lasting: bool = False
    ) -> None:
        self.cause = cause
        self.retry_after = retry_after
        self.lasting = lasting
        super().__init__(message, url)
