"""What became of every address that is watched: when it is due again, and why it could not be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Literal

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.dialects.postgresql import insert

from communique.base.ids import content_id
from communique.ledger.engines import in_order, staged
from communique.ledger.tables import WATCHED
from communique.ledger.times import aware, stored_time

Role = Literal["source", "entry"]
Status = Literal["waiting", "read", "failed"]


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """One address of a source: the source's own, or that of an entry.

    `waiting` is known and not read yet; `failed` has a `cause` (a word), a `reason` and the number of
    `attempts` in a row; `due` is when it is asked for next, None for never. `told` is what the feed said
    of the entry's version, `etag` and `last_modified` what the server said. `document` and `sha256` are
    what was read last.
    """

    source: str
    url: str
    role: Role = "entry"
    status: Status = "waiting"
    title: str | None = None
    date: str | None = None
    told: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    document: str | None = None
    sha256: str | None = None
    cause: str | None = None
    reason: str | None = None
    attempts: int = 0
    due: dt.datetime | None = None
    first_seen: dt.datetime
    last_seen: dt.datetime

    @property
    def id(self) -> str:
        """The same for the same address of the same source."""
        return content_id("watch", self.source, self.role, self.url)


def save(connection: Connection, rows: Collection[Watched]) -> None:
    """Write the state of addresses in the caller's transaction; later ones of an address win."""
    kept = {row.id: _row(row) for row in rows}
    if not kept:
        return
    with staged(connection, WATCHED, [kept[id] for id in sorted(kept)]) as incoming:
        rows_in = in_order(connection, select(incoming), "id")
        query = insert(WATCHED).from_select([c.name for c in incoming.c], rows_in)
        changed = {c.name: query.excluded[c.name] for c in WATCHED.c if c.name not in ("id", "first_seen")}
        connection.execute(query.on_conflict_do_update(index_elements=["id"], set_=changed))


def select_watched(
    connection: Connection, source: str | None = None, status: Status | None = None
) -> list[Watched]:
    """The addresses of one source or all, in one state or any, by source, time and address."""
    query = select(WATCHED).order_by(
        WATCHED.c.source, WATCHED.c.role.desc(), WATCHED.c.first_seen, WATCHED.c.url
    )
    if source is not None:
        query = query.where(WATCHED.c.source == source)
    if status is not None:
        query = query.where(WATCHED.c.status == status)
    times = ("due", "first_seen", "last_seen")
    found = []
    for row in connection.execute(query):
        values = {name: row._mapping[name] for name in Watched.__struct_fields__}
        found.append(Watched(**values | {name: aware(values[name]) for name in times}))
    return found


def _row(watched: Watched) -> dict[str, object]:
    values = msgspec.structs.asdict(watched) | {"id": watched.id}
    times = {name: values[name] and stored_time(values[name]) for name in ("due", "first_seen", "last_seen")}
    return values | times
