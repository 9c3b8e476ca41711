"""How much a ledger holds: documents, statements by kind, countries and pairs."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import Connection, Subquery, and_, distinct, func, select

from communique.ledger.queries import latest_readings
from communique.ledger.slots import ASIDE_SLOTS
from communique.ledger.stored import Counts
from communique.ledger.tables import DOCUMENTS, STATEMENT_COUNTRIES, STATEMENTS

_Key = TypeVar("_Key")


def count(connection: Connection) -> Counts:
    """The counts over the current statements."""
    current = _current()
    taking_part = _taking_part(current)
    countries = select(taking_part.c.country, func.count()).group_by(taking_part.c.country)
    other = taking_part.alias("other")
    both = and_(taking_part.c.statement == other.c.statement, taking_part.c.country < other.c.country)
    pair = (taking_part.c.country, other.c.country)
    pairs = select(*pair, func.count()).join(other, both).group_by(*pair)
    documents = select(func.count(distinct(DOCUMENTS.c.id)), func.count()).select_from(DOCUMENTS)
    ids, versions = connection.execute(documents).one()
    by_kind = current_kinds(connection)
    return Counts(
        documents=ids,
        versions=versions,
        statements=sum(by_kind.values()),
        kinds=_most_first(by_kind),
        countries=_most_first({row[0]: row[1] for row in connection.execute(countries)}),
        pairs=_most_first({(row[0], row[1]): row[2] for row in connection.execute(pairs)}),
    )


def current_kinds(connection: Connection) -> dict[str, int]:
    """The number of current statements by kind."""
    current = _current()
    kinds = select(current.c.kind, func.count()).group_by(current.c.kind)
    return {row[0]: row[1] for row in connection.execute(kinds)}


def country_codes(connection: Connection) -> set[str]:
    """Every code that some statement holds in a slot, units and organisations included."""
    return set(connection.execute(select(STATEMENT_COUNTRIES.c.country).distinct()).scalars())


def _current() -> Subquery:
    latest = latest_readings()
    return (
        select(STATEMENTS.c.id, STATEMENTS.c.kind)
        .join(latest, latest.c.id == STATEMENTS.c.document)
        .where(STATEMENTS.c.last_seen >= latest.c.last_seen)
        .subquery("current_statements")
    )


def _taking_part(current: Subquery) -> Subquery:
    slots = STATEMENT_COUNTRIES.c
    return (
        select(slots.statement, slots.country)
        .join(current, current.c.id == slots.statement)
        .where(slots.slot.not_in(sorted(ASIDE_SLOTS)))
        .distinct()
        .subquery("taking_part")
    )


def _most_first(counts: dict[_Key, int]) -> dict[_Key, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], str(item[0]))))
