"""The log of changes: who did what to what and when, written in the transaction of the change itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from secrets import token_hex

import msgspec
from sqlalchemy import Connection, insert, select

from communique.ledger.account_tables import AUDIT
from communique.ledger.times import aware, stored_time


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One change; `target` is the id of what was changed, `at` is in UTC."""

    id: str
    at: dt.datetime
    who: str
    action: str
    target: str | None = None


_NOTED: ContextVar[Entry | None] = ContextVar("noted", default=None)


@contextmanager
def noting(who: str, action: str, target: str | None, at: dt.datetime) -> Iterator[None]:
    """Let every change of the ledger within the block be logged under this name; `at` has a time zone."""
    entry = Entry(id=f"a-{token_hex(10)}", at=at, who=who, action=action, target=target)
    before = _NOTED.set(entry)
    try:
        yield
    finally:
        _NOTED.reset(before)


def write(connection: Connection) -> None:
    """Log the change that is being made, when somebody is noted for it."""
    entry = _NOTED.get()
    if (
        entry is not None
        and connection.execute(select(AUDIT.c.id).where(AUDIT.c.id == entry.id)).first() is None
    ):
        row = msgspec.structs.asdict(entry) | {"at": stored_time(entry.at)}
        connection.execute(insert(AUDIT).values(**row))


def select_audit(connection: Connection, limit: int, before: tuple[dt.datetime, str] | None) -> list[Entry]:
    """The latest entries, the newest first; those before a time and id."""
    query = select(AUDIT).order_by(AUDIT.c.at.desc(), AUDIT.c.id.desc()).limit(limit)
    if before is not None:
        at, id = stored_time(before[0]), before[1]
        query = query.where((AUDIT.c.at < at) | ((AUDIT.c.at == at) & (AUDIT.c.id < id)))
    return [Entry(**dict(row._mapping) | {"at": aware(row.at)}) for row in connection.execute(query)]
