"""The part of an open ledger that looks after it: what it holds, whether it is sound, carrying it elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection

from communique.ledger import arriving, counting, leaving, verifying
from communique.ledger.engines import Pairs, shown, stored_bytes
from communique.ledger.info import Info, info
from communique.ledger.schema import HEAD, known_revisions
from communique.ledger.verifying import Fault
from communique.version import __version__

Told = Callable[[int], None]
"""Is told how many more documents or rows are done."""


class Upkeep:
    """Upkeep of an open ledger; the ledger gives the connections."""

    _path: str | Path
    _pairs: Pairs | None

    def _asking(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def _changing(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def info(self) -> Info:
        """Size, schema, counts and the versions of the readers that filled it."""
        with self._asking() as connection:
            current = sum(counting.current_kinds(connection).values())
            return info(connection, shown(self._path), stored_bytes(connection, self._path), HEAD, current)

    def verify(self, checked: Told = lambda number: None) -> Iterator[Fault]:
        """Every fault found when texts, quotes, ids and lookup rows are made again; none is the aim.

        `checked` is told the number of documents after each page.
        """
        with self._asking() as connection:
            yield from verifying.verify(connection, checked)

    def export_lines(self) -> Iterator[bytes]:
        """The whole ledger as portable JSON lines; equal ledgers give equal lines, from every engine."""
        with self._asking() as connection:
            yield from leaving.lines(connection, HEAD, __version__)

    def import_lines(
        self, lines: Iterable[bytes], source: str, taken: Told = lambda number: None
    ) -> dict[str, int]:
        """Take in what `export_lines` gave; the number of new rows by table. Nothing is taken twice.

        `LedgerError` names the line of `source` that is wrong; what came before it is kept.
        """
        self._pairs = None
        return arriving.take_in(lines, self._changing, source, known_revisions(), taken)
