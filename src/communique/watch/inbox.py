"""A folder that texts arrive in: each is read once it is whole, and moved aside as done or failed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from communique.errors import CommuniqueError, InputError, LedgerError, PackError
from communique.intake.documents import documents_from_file
from communique.lexicon import languages
from communique.settings import ReadSettings
from communique.text.document import Document
from communique.text.meta import Meta
from communique.watch.gatherer import Arrival, Gatherer

DONE, FAILED = "done", "failed"
REASON = ".reason.txt"
FILES = 100
"""So many files are read before they are written and moved together."""

Shape = tuple[int, int, int]
"""What changes while a file is being written: its size, the time of its last change, its number on the disk."""


class Handled(msgspec.Struct, kw_only=True):
    """What became of files: texts read, files done, and why others failed."""

    read: int = 0
    done: list[Path] = msgspec.field(default_factory=list)
    failed: dict[Path, list[CommuniqueError]] = msgspec.field(default_factory=dict)


class Inbox:
    """The folder; `look` is called again and again, and `take` for the files that have come to rest."""

    def __init__(
        self, folder: Path, gatherer: Gatherer, settings: ReadSettings, meta: Mapping[str, Meta]
    ) -> None:
        if not folder.is_dir():
            raise InputError("no such folder; make it first", folder)
        self._folder = folder
        self._gatherer = gatherer
        self._settings = settings
        self._meta = meta
        self._shapes: dict[Path, Shape] = {}
        self.handled = Handled()

    def look(self) -> list[Path]:
        """The files that have not changed since the last look, by name."""
        found = dict(self._present())
        still = [path for path, shape in sorted(found.items()) if self._shapes.get(path) == shape]
        self._shapes = found
        return still

    def take(self, files: list[Path], stop: Callable[[], bool], told: Callable[[int, int], None]) -> None:
        """Read files into the ledger and move them; ends early, with all it read kept, when asked to stop."""
        for at in range(0, len(files), FILES):
            read: dict[Path, list[CommuniqueError]] = {}
            try:
                for number, path in enumerate(files[at : at + FILES], start=at):
                    if stop():
                        break
                    told(number, len(files))
                    read[path] = list(self._read(path))
            finally:
                self._gatherer.flush()
                for path, failures in read.items():
                    self._settle(path, failures)
            if stop():
                return

    def _present(self) -> Iterator[tuple[Path, Shape]]:
        with os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.name.startswith(".") or not entry.is_file():
                    continue
                state = entry.stat()
                yield Path(entry.path), (state.st_size, state.st_mtime_ns, state.st_ino)

    def _read(self, path: Path) -> Iterator[CommuniqueError]:
        """Read the documents of a file; what fails is given out."""
        found = 0
        for item in documents_from_file(path, self._settings, self._meta, languages()):
            found += 1
            if not isinstance(item, Document):
                yield item
                continue
            try:
                self._gatherer.add(Arrival(url=path.name, documents=(item,)))
                self.handled.read += 1
            except (LedgerError, PackError):
                raise
            except CommuniqueError as error:
                yield error
        if not found:
            yield InputError("no text in this file", path)

    def _settle(self, path: Path, failures: list[CommuniqueError]) -> None:
        refused = self._gatherer.total.refused.pop(path.name, None)
        failures = [*failures, refused] if refused else failures
        if not failures:
            self.handled.done.append(_moved(path, self._folder / DONE))
            return
        there = _moved(path, self._folder / FAILED)
        reasons = "".join(f"{error}\n" for error in failures)
        there.with_name(there.name + REASON).write_text(reasons, encoding="utf-8")
        self.handled.failed[there] = failures


def _moved(path: Path, folder: Path) -> Path:
    """Move a file into a folder, under a name that is free there."""
    folder.mkdir(exist_ok=True)
    target, number = folder / path.name, 2
    while target.exists() or target.with_name(target.name + REASON).exists():
        target, number = folder / f"{path.stem}-{number}{path.suffix}", number + 1
    path.rename(target)
    return target
