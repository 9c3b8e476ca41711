"""Reading many documents: each is a reading or a failure with its reason, and none stops the rest."""

from __future__ import annotations

import sys
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from communique.base.edtf import is_edtf
from communique.cli.addresses import documents_at
from communique.cli.inputs import STDIN, Address, Input
from communique.errors import CommuniqueError, InputError, PackError, RecordError
from communique.intake.columns import parsed
from communique.intake.documents import documents_from_file, documents_in, only
from communique.lexicon import languages
from communique.pipeline import read_document
from communique.reading.results import Reading
from communique.settings import IntakeSettings, ReadSettings
from communique.text.document import Document
from communique.text.language import chosen
from communique.text.meta import Meta
from communique.world.bodies import load


class Tally(msgspec.Struct):
    """What a batch came to: documents read, records by kind, failures in their order."""

    documents: int = 0
    kinds: Counter[str] = msgspec.field(default_factory=Counter)
    failures: list[CommuniqueError] = msgspec.field(default_factory=list)

    def add(self, reading: Reading) -> None:
        """Count one reading."""
        self.documents += 1
        self.kinds.update(record.kind for record in reading.records)


def settings_of(
    lang: str | None,
    date: str | None,
    publisher: str | None,
    columns: str | None = None,
    publishers: Path | None = None,
    allow_private: frozenset[str] = frozenset(),
) -> ReadSettings:
    """Settings from the options; `LanguageError` or `InputError` for what no document could be read with."""
    intake = IntakeSettings(columns=parsed(columns)) if columns else IntakeSettings()
    sides = load(publishers) if publishers else None
    if lang is not None:
        lang = chosen(lang, languages())
    if date is not None and not is_edtf(date):
        raise InputError(f"not a date: {date!r}; write 2024-07-03, 2024-07 or 2024", entry="--date")
    return ReadSettings(
        lang=lang,
        date=date,
        publisher=publisher,
        intake=intake,
        sides=sides,
        allow_private=allow_private,
    )


def read_all(
    files: Iterable[Input], settings: ReadSettings, meta: Mapping[str, Meta], failures: list[CommuniqueError]
) -> Iterator[Reading]:
    """The readings of the documents in `files`, in their order; what fails goes to `failures` instead.

    `PackError` stops it: a faulty language pack is no document's fault.
    """
    taken: dict[str, str] = {}
    for file in files:
        for document in documents(file, settings, meta):
            try:
                if isinstance(document, CommuniqueError):
                    raise document
                _claim(document, file, taken)
                yield _read(document, file)
            except PackError:
                raise
            except CommuniqueError as error:
                failures.append(error)


def _claim(document: Document, file: Input, taken: dict[str, str]) -> None:
    """Note whose id this is; `InputError` when it is another document's already."""
    if document.id in taken:
        raise InputError(
            f"its name without the ending, {document.id!r}, is the id of {taken[document.id]} too; "
            "rename one of them",
            file,
            document.origin,
        )
    taken[document.id] = str(file)


def documents(
    file: Input, settings: ReadSettings, meta: Mapping[str, Meta]
) -> Iterator[Document | CommuniqueError]:
    """The documents in a file, at an address, or on standard input for `-`, and what cannot be read."""
    if isinstance(file, Address):
        return documents_at(file, settings, meta, languages())
    if file == STDIN:
        return documents_in(sys.stdin.buffer, "stdin", "standard input", settings, meta, languages())
    return documents_from_file(file, settings, meta, languages())


def only_document(file: Path, settings: ReadSettings) -> Document:
    """The one document in a file or on standard input; `InputError` when there are several."""
    return only(documents(file, settings, {}), file)


def _read(document: Document, path: Input) -> Reading:
    """The reading, its quotes checked; whatever goes wrong becomes an error that names the file."""
    try:
        reading = read_document(document)
        for record in reading.records:
            for evidence in record.evidence:
                evidence.verify(document.text)
        return reading
    except RecordError as error:
        raise RecordError(error.message, path) from error
    except CommuniqueError:
        raise
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        raise CommuniqueError(
            f"the reader failed, which is a fault of communique: {type(error).__name__}: {error} "
            f"({Path(place.filename).name}:{place.lineno}); please report it with this text",
            path,
        ) from error
