"""Whether a ledger holds what it says: every text, quote, id and lookup row made again and compared.

Documents are walked a page at a time with their statements, so a ledger of any size fits in memory.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Select, String, Table, cast, exists, select

from communique.base.edtf import bounds
from communique.errors import RecordError, RequestError
from communique.kinds.identity import PREFIX, record_id
from communique.kinds.record import Record
from communique.kinds.registry import decode
from communique.ledger.corrections import Correction, applied, by_statement, select_corrections
from communique.ledger.paging import Stretch, stretches
from communique.ledger.rows import OWN, Row, country_rows, evidence_rows, people_rows, statement_values
from communique.ledger.tables import (
    CORRECTIONS,
    DOCUMENTS,
    EVIDENCE,
    STATEMENT_COUNTRIES,
    STATEMENT_PEOPLE,
    STATEMENTS,
)

PAGE = 500
"""Documents looked at together, with their texts and statements."""
_MADE = ((STATEMENT_COUNTRIES, country_rows), (STATEMENT_PEOPLE, people_rows), (EVIDENCE, evidence_rows))

Sort = Literal["document", "record", "id", "quote", "lookup", "orphan", "correction"]


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is not as it should be, and where.

    `document`: its text or date · `record`: what the ledger has beside the record differs from it ·
    `id`: not the hash of the record · `quote`: not in the text · `lookup`: rows that the record is
    found by · `orphan`: something that belongs to nothing · `correction`: does not fit its record.
    """

    sort: Sort
    says: str
    document: str | None = None
    statement: str | None = None


Texts = dict[tuple[str, str], str]


def verify(connection: Connection, checked: Callable[[int], None] = lambda number: None) -> Iterator[Fault]:
    """Every fault of the ledger; `checked` is told the number of documents after each page."""
    said = by_statement(select_corrections(connection))
    for stretch in stretches(connection, DOCUMENTS.c.id, PAGE):
        held = connection.execute(select(DOCUMENTS).where(*stretch.holds(DOCUMENTS.c.id))).mappings().all()
        for document in held:
            yield from _document(document)
        texts = {(row["id"], row["sha256"]): row["text"] for row in held}
        yield from _statements(connection, stretch, texts, said)
        checked(len(held))
    for table in (STATEMENT_COUNTRIES, STATEMENT_PEOPLE, EVIDENCE, CORRECTIONS):
        yield from _orphans(connection, table)


def _document(row: Any) -> Iterator[Fault]:
    digest = sha256(row["text"].encode("utf-8", "surrogatepass")).hexdigest()
    if digest != row["sha256"]:
        says = f"the text has the SHA-256 {digest[:12]}…, the ledger says {row['sha256'][:12]}…"
        yield Fault(sort="document", document=row["id"], says=says)
    try:
        expected = bounds(row["date"]) if row["date"] else (None, None)
    except ValueError as error:
        yield Fault(sort="document", document=row["id"], says=str(error))
        return
    if expected != (row["date_start"], row["date_end"]):
        says = f"its date {row['date']} does not go with {row['date_start']} to {row['date_end']}"
        yield Fault(sort="document", document=row["id"], says=says)


def _statements(
    connection: Connection, stretch: Stretch, texts: Texts, said: Mapping[str, tuple[Correction, ...]]
) -> Iterator[Fault]:
    beside = [(table, make, _beside(connection, table, stretch)) for table, make in _MADE]
    columns = [c for c in STATEMENTS.c if c.name != "payload"]
    query = select(*columns, cast(STATEMENTS.c.payload, String).label("payload"))
    for row in connection.execute(_within(query, stretch).order_by(STATEMENTS.c.document, STATEMENTS.c.id)):
        values = dict(row._mapping)
        try:
            record = decode(values["payload"])
            expected = dict(zip(OWN, statement_values(record), strict=True))
        except (RecordError, ValueError) as error:
            yield _fault("record", values, f"cannot be read: {error}")
            continue
        yield from _own(values, expected, record)
        try:
            applied(record, said.get(record.id, ()))
        except RequestError as error:
            yield _fault("correction", values, f"{error.entry}: {error.message}")
        yield from _quotes(values, record, texts)
        for table, make, rows in beside:
            if rows.get(record.id, Counter()) != Counter(make(record)):
                yield _fault("lookup", values, f"the rows of {table.name} do not go with the record")


def _own(row: Row, expected: Row, record: Record) -> Iterator[Fault]:
    wrong = [name for name in expected if name != "payload" and row[name] != expected[name]]
    if wrong:
        yield _fault("record", row, f"{', '.join(wrong)} not as in the record")
    if record.id.startswith(f"{PREFIX}-") and (made := record_id(record)) != row["id"]:
        yield _fault("id", row, f"the record's content gives {made}")


def _quotes(row: Row, record: Record, texts: Texts) -> Iterator[Fault]:
    text = texts.get((row["document"], row["sha256"]))
    if text is None:
        yield _fault("orphan", row, "the ledger lacks the version of the document it was read from")
        return
    if not record.evidence:
        yield _fault("quote", row, "has no evidence")
    for evidence in record.evidence:
        try:
            evidence.verify(text)
        except RecordError as error:
            yield _fault("quote", row, error.message)


def _beside(connection: Connection, table: Table, stretch: Stretch) -> dict[str, Counter[tuple[Any, ...]]]:
    query = select(table).join(STATEMENTS, STATEMENTS.c.id == table.c.statement)
    found: dict[str, Counter[tuple[Any, ...]]] = defaultdict(Counter)
    for row in connection.execute(_within(query, stretch)):
        found[row[0]][tuple(row)] += 1
    return found


def _within(query: Select[Any], stretch: Stretch) -> Select[Any]:
    return query.where(*stretch.holds(STATEMENTS.c.document))


def _orphans(connection: Connection, table: Table) -> Iterator[Fault]:
    owner = exists().where(STATEMENTS.c.id == table.c.statement)
    missing = select(table.c.statement).where(~owner).distinct().order_by(table.c.statement)
    for statement in connection.execute(missing).scalars():
        says = f"{table.name} has rows of a statement that the ledger lacks"
        yield Fault(sort="orphan", statement=statement, says=says)


def _fault(sort: Sort, row: Row, says: str) -> Fault:
    return Fault(sort=sort, document=row["document"], statement=row["id"], says=says)
