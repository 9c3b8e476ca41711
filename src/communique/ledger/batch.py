"""Rows of many documents, column by column, as they are handed to an engine in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Table

from communique.ledger.engines.arrow import arrow_table, columns_of
from communique.ledger.rows import OWN, Rows, Values
from communique.ledger.tables import DOCUMENTS, EVIDENCE, STATEMENT_COUNTRIES, STATEMENT_PEOPLE, STATEMENTS

# A transaction ends with whichever comes first: so many documents, or code points.
BATCH_DOCUMENTS = 4096
BATCH_CHARS = 8_000_000
# Rows are turned into columns while they are still in the processor's cache.
_SHEET_DOCUMENTS = 64
_SHARED = ("sha256", "first_seen", "last_seen", "reader_version")


class Batch:
    """Different documents and what was read from them; no document is in it twice."""

    def __init__(self) -> None:
        self.documents: set[str] = set()
        self.statements = 0
        self._chars = 0
        self._loose: list[Rows] = []
        self._sheets: dict[Table, list[Any]] = {}

    @classmethod
    def of(cls, rows: Rows) -> Batch:
        """A batch of one document."""
        batch = cls()
        batch.add(rows)
        return batch

    def takes(self, rows: Rows) -> bool:
        """Whether there is room for these rows, and the document is not in it yet."""
        full = len(self.documents) >= BATCH_DOCUMENTS or self._chars >= BATCH_CHARS
        return not full and rows.document["id"] not in self.documents

    def add(self, rows: Rows) -> None:
        """Add the rows of a document."""
        self.documents.add(rows.document["id"])
        self.statements += len(rows.statements)
        self._chars += len(rows.document["text"])
        self._loose.append(rows)
        if len(self._loose) >= _SHEET_DOCUMENTS:
            self._turn()

    def columns(self, table: Table) -> Any:
        """The rows of one table as a `pyarrow.Table`."""
        import pyarrow as pa  # type: ignore[import-untyped]

        self._turn()
        return pa.concat_tables(self._sheets[table])

    def parts(self, table: Table, held: Collection[str]) -> Any:
        """The rows of one table that belong to the statements which are not `held`."""
        import pyarrow as pa
        import pyarrow.compute as pc  # type: ignore[import-untyped]

        rows = self.columns(table)
        if not held:
            return rows
        return rows.filter(
            pc.invert(pc.is_in(rows["statement"], value_set=pa.array(sorted(held), pa.string())))
        )

    def claimed_twice(self) -> list[tuple[str, str, str]]:
        """Statements that two documents have: the later document, the id, and the document it stays with."""
        import pyarrow.compute as pc

        statements = self.columns(STATEMENTS)
        if pc.count_distinct(statements["id"]).as_py() == statements.num_rows:
            return []
        owners: dict[str, str] = {}
        pairs = zip(statements["document"].to_pylist(), statements["id"].to_pylist(), strict=True)
        return [
            (document, id, owners[id])
            for document, id in pairs
            if owners.setdefault(id, document) != document
        ]

    def without(self, documents: Collection[str]) -> Batch:
        """The batch without some of its documents and what was read from them."""
        import pyarrow as pa
        import pyarrow.compute as pc

        left = Batch()
        left.documents = self.documents - set(documents)
        refused = pa.array(sorted(documents), pa.string())

        def kept(table: Table, column: str, values: Any) -> Any:
            rows = self.columns(table)
            return rows.filter(pc.invert(pc.is_in(rows[column], value_set=values)))

        statements = self.columns(STATEMENTS)
        ids = statements.filter(pc.is_in(statements["document"], value_set=refused))["id"]
        left._sheets = {
            DOCUMENTS: [kept(DOCUMENTS, "id", refused)],
            STATEMENTS: [kept(STATEMENTS, "document", refused)],
            **{table: [kept(table, "statement", ids)] for table in PARTS},
        }
        left.statements = left._sheets[STATEMENTS][0].num_rows
        return left

    def _turn(self) -> None:
        if not self._loose:
            return
        documents = arrow_table(DOCUMENTS, [rows.document for rows in self._loose])
        self._keep(DOCUMENTS, documents)
        self._keep(STATEMENTS, _statements(self._loose, documents))
        for table, rows in _parts(self._loose):
            names = [str(name) for name in table.columns.keys()]  # noqa: SIM118
            self._keep(table, columns_of(table, names, rows))
        self._loose = []

    def _keep(self, table: Table, columns: Any) -> None:
        import pyarrow as pa

        self._sheets.setdefault(table, []).append(pa.table(columns))


PARTS = (STATEMENT_COUNTRIES, STATEMENT_PEOPLE, EVIDENCE)
"""The tables whose rows each belong to a statement."""


def _statements(given: list[Rows], documents: Any) -> dict[str, Any]:
    """The columns of statements; what they have in common with their documents is taken from there."""
    import pyarrow as pa

    own = columns_of(STATEMENTS, OWN, [row for rows in given for row in rows.statements])
    places = pa.array([at for at, rows in enumerate(given) for _ in rows.statements], pa.int32())
    return own | {name: documents[name].take(places) for name in _SHARED}


def _parts(given: list[Rows]) -> Iterator[tuple[Table, list[Values]]]:
    yield STATEMENT_COUNTRIES, [row for rows in given for row in rows.countries]
    yield STATEMENT_PEOPLE, [row for rows in given for row in rows.people]
    yield EVIDENCE, [row for rows in given for row in rows.evidence]


def batches(documents: Iterator[Rows]) -> Iterator[Batch]:
    """Batches within the bounds; before an error reaches the caller, what came before it is given out."""
    batch = Batch()
    try:
        for rows in documents:
            if not batch.takes(rows):
                yield batch
                batch = Batch()
            batch.add(rows)
    except (Exception, KeyboardInterrupt):
        if batch.documents:
            yield batch
        raise
    if batch.documents:
        yield batch
