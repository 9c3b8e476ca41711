"""The register of people as it was told from outside: who held which office from when to when.

A table that is taken in again replaces what it said before: rows that it no longer has are taken
back, and kept with who did so and when.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, insert, select, update

from communique.base.ids import content_id
from communique.ledger.tables import HOLDERS
from communique.ledger.times import stored_time
from communique.vocab import Role


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """One person in one office; a day that is None is open or unknown. `source` is the table's name."""

    name: str
    country: str | None = None
    role: Role | None = None
    role_text: str | None = None
    organization: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    spellings: tuple[str, ...] = ()
    source: str = ""


class Replaced(msgspec.Struct, frozen=True):
    """What taking in a table did: rows that are new, that were held already, and that were taken back."""

    new: int
    known: int
    taken_back: int


def replace(
    connection: Connection, holders: Iterable[Holder], source: str, author: str, made_at: dt.datetime
) -> Replaced:
    """Make these the rows of a source; what of it stands and is not among them is taken back."""
    given = {msgspec.structs.replace(holder, source=source) for holder in holders}
    held = _standing(connection, source)
    time = stored_time(made_at)
    for holder in sorted(given - held.keys(), key=_order):
        row = msgspec.structs.asdict(holder) | {
            "id": _id(holder, made_at),
            "spellings": msgspec.json.encode(holder.spellings).decode(),
            "author": author,
            "made_at": time,
        }
        connection.execute(insert(HOLDERS).values(**row))
    gone = [held[holder] for holder in sorted(held.keys() - given, key=_order)]
    for id in gone:
        back = {"retracted_at": time, "retracted_by": author}
        connection.execute(update(HOLDERS).where(HOLDERS.c.id == id).values(**back))
    return Replaced(len(given - held.keys()), len(given & held.keys()), len(gone))


def select_holders(connection: Connection) -> list[Holder]:
    """The rows that stand, by country, name and time."""
    return sorted(_standing(connection), key=_order)


def _standing(connection: Connection, source: str | None = None) -> dict[Holder, str]:
    query = select(HOLDERS).where(HOLDERS.c.retracted_at.is_(None))
    if source is not None:
        query = query.where(HOLDERS.c.source == source)
    found: dict[Holder, str] = {}
    for row in connection.execute(query.order_by(HOLDERS.c.id)):
        values = {name: row._mapping[name] for name in Holder.__struct_fields__}
        spellings = msgspec.json.decode(row.spellings, type=tuple[str, ...])
        found[Holder(**values | {"spellings": spellings})] = row.id
    return found


def _id(holder: Holder, made_at: dt.datetime) -> str:
    values = (str(value or "") for value in msgspec.structs.astuple(holder))
    return content_id("h", *values, made_at.astimezone(dt.UTC).isoformat())


def _order(holder: Holder) -> tuple[str, ...]:
    return (holder.country or "~", *(str(value or "") for value in msgspec.structs.astuple(holder)))
