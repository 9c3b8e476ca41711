"""The part of an open ledger that serves readers who look at little of it at a time, and often."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any

import msgspec
from sqlalchemy import Connection, String, cast, func, select

from communique.ledger.engines import Pairs
from communique.ledger.names import fold_name
from communique.ledger.queries import Query, select_documents_found, select_ids, select_records
from communique.ledger.standing import corrected, standing
from communique.ledger.stored import DocumentInfo, Stored
from communique.ledger.tables import (
    CORRECTIONS,
    DOCUMENTS,
    HOLDERS,
    JUDGEMENTS,
    STATEMENT_PEOPLE,
    STATEMENTS,
)

_TITLED = {"agreement": "title", "project": "name", "gathering": "name"}
"""Kinds whose records bear a name of their own, and the field that holds it."""


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Something that bears a name: a `person` with its state's code, or an `agreement`, `project`, `gathering`
    with the first record of that name. `folded` is the name for comparing, `records` how many bear it."""

    kind: str
    name: str
    folded: str
    country: str | None = None
    record: str | None = None
    records: int = 1


class Looking:
    """Small questions to an open ledger; the ledger gives the connections."""

    _pairs: Pairs | None

    def _asking(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def revision(self) -> str:
        """A short text that changes whenever documents, judgements, corrections or office holders do."""
        with self._asking() as connection:
            parts: list[Any] = []
            counts = select(func.count(), func.max(DOCUMENTS.c.last_seen), func.max(DOCUMENTS.c.first_seen))
            parts.extend(connection.execute(counts).one())
            for table in (JUDGEMENTS, CORRECTIONS, HOLDERS):
                columns = (func.count(), func.max(table.c.made_at), func.count(table.c.retracted_at))
                parts.extend(connection.execute(select(*columns).select_from(table)).one())
        return "-".join(_short(part) for part in parts)

    def holds_more(self, than: int) -> bool:
        """Whether there are more statements than a number; told without counting them all."""
        with self._asking() as connection:
            return connection.execute(select(STATEMENTS.c.id).offset(than).limit(1)).first() is not None

    def newest(self, query: Query, most: int) -> tuple[list[Stored], bool]:
        """The records that meet the query, and whether these are all: of more than `most`, those of the latest
        documents."""
        with self._asking() as connection:
            ids, whole = select_ids(connection, query, most, self._pairs)
            asked = Query(ids=ids, superseded=query.superseded)
            return corrected(connection, query, select_records(connection, asked)), whole

    def ask(self, query: Query) -> list[Stored]:
        """The records that meet a query, as they stand."""
        with self._asking() as connection:
            return standing(connection, query)

    def texts_of(self, documents: Iterable[str]) -> list[tuple[str, str]]:
        """The id and the newest text of these documents, by date and id."""
        columns = (DOCUMENTS.c.id, DOCUMENTS.c.text, DOCUMENTS.c.date_start)
        wanted = select(*columns).where(DOCUMENTS.c.id.in_(sorted(set(documents))))
        with self._asking() as connection:
            versions = connection.execute(wanted.order_by(DOCUMENTS.c.last_seen, DOCUMENTS.c.first_seen))
            newest = {row.id: row for row in versions}
        in_order = sorted(newest.values(), key=lambda row: (row.date_start or dt.date.max, row.id))
        return [(row.id, row.text) for row in in_order]

    def languages(self) -> set[str]:
        """The codes of the languages of the documents."""
        with self._asking() as connection:
            return set(connection.execute(select(DOCUMENTS.c.lang).distinct()).scalars())

    def find_documents(self, words: str, most: int, offset: int = 0) -> tuple[list[DocumentInfo], int]:
        """Documents whose title, id or publisher holds the words, the latest first, and how many there are."""
        with self._asking() as connection:
            return select_documents_found(connection, words, most, offset)

    def due(self, day: str, most: int) -> list[str]:
        """The ids of commitments with a deadline on this day or later, as they were read, the nearest first."""
        deadline = STATEMENTS.c.payload["due"].as_string()
        query = select(STATEMENTS.c.id).where(STATEMENTS.c.kind == "commitment", deadline >= day)
        with self._asking() as connection:
            return list(connection.execute(query.order_by(deadline, STATEMENTS.c.id).limit(most)).scalars())

    def named(self) -> list[Named]:
        """Every person, instrument, project and gathering by the names that records give, each name once."""
        people = (
            select(STATEMENT_PEOPLE.c.name, STATEMENT_PEOPLE.c.country, func.count().label("records"))
            .where(STATEMENT_PEOPLE.c.slot == "name")
            .group_by(STATEMENT_PEOPLE.c.name, STATEMENT_PEOPLE.c.country)
        )
        found: list[Named] = []
        with self._asking() as connection:
            for row in connection.execute(people):
                folded = fold_name(row.name)
                found.append(
                    Named(
                        kind="person", name=row.name, folded=folded, country=row.country, records=row.records
                    )
                )
            for kind, field in _TITLED.items():
                found.extend(_titled(connection, kind, field))
        return sorted(found, key=lambda n: (-n.records, n.kind, n.name, n.country or ""))


def _titled(connection: Connection, kind: str, field: str) -> Iterable[Named]:
    title = STATEMENTS.c.payload[field].as_string()
    query = (
        select(
            title.label("title"),
            func.min(cast(STATEMENTS.c.id, String)).label("record"),
            func.count().label("n"),
        )
        .where(STATEMENTS.c.kind == kind)
        .group_by(title)
    )
    for row in connection.execute(query):
        if row.title:
            folded = fold_name(row.title)
            yield Named(kind=kind, name=row.title, folded=folded, record=row.record, records=row.n)


def _short(part: Any) -> str:
    return f"{part.timestamp():.6f}" if hasattr(part, "timestamp") else str(part)
