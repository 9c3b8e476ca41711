"""What became of every address that is watched: when it is due again, and why it could not be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Row, String, and_, cast, func, select
from sqlalchemy.dialects.postgresql import insert

from communique.base.ids import content_id
from communique.kinds.record import Record
from communique.kinds.registry import decode
from communique.ledger.engines import staged
from communique.ledger.queries import document_info
from communique.ledger.stored import DocumentInfo
from communique.ledger.tables import DOCUMENTS, STATEMENTS, WATCHED
from communique.ledger.times import aware, stored_time

_TOGETHER = 1000
"""Addresses asked for by id at once."""

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
        rows_in = select(incoming).order_by(incoming.c.id)  # so that two writers never wait for each other
        query = insert(WATCHED).from_select([c.name for c in incoming.c], rows_in)
        changed = {c.name: query.excluded[c.name] for c in WATCHED.c if c.name not in ("id", "first_seen")}
        connection.execute(query.on_conflict_do_update(index_elements=["id"], set_=changed))


def select_watched(
    connection: Connection,
    sources: Collection[str] | None = None,
    *,
    role: Role | None = None,
    status: Status | None = None,
    due: dt.datetime | None = None,
) -> list[Watched]:
    """The addresses of some sources or all, of one role or status or any, by source, time and address.

    With `due`, only those that are asked for by then.
    """
    query = select(WATCHED).order_by(
        WATCHED.c.source, WATCHED.c.role.desc(), WATCHED.c.first_seen, WATCHED.c.url
    )
    if sources is not None:
        query = query.where(WATCHED.c.source.in_(sorted(sources)))
    if role is not None:
        query = query.where(WATCHED.c.role == role)
    if status is not None:
        query = query.where(WATCHED.c.status == status)
    if due is not None:
        query = query.where(WATCHED.c.due <= stored_time(due))
    return [_watched(row) for row in connection.execute(query)]


def select_by_id(connection: Connection, ids: Collection[str]) -> dict[str, Watched]:
    """The addresses of these ids that are known."""
    wanted = sorted(ids)
    found: dict[str, Watched] = {}
    for at in range(0, len(wanted), _TOGETHER):
        query = select(WATCHED).where(WATCHED.c.id.in_(wanted[at : at + _TOGETHER]))
        found.update((row.id, _watched(row)) for row in connection.execute(query))
    return found


def next_due(connection: Connection, sources: Collection[str]) -> dt.datetime | None:
    """When the first of the addresses of these sources is asked for; None when none is."""
    query = select(func.min(WATCHED.c.due)).where(WATCHED.c.source.in_(sorted(sources)))
    return aware(connection.execute(query).scalar())


def arrived(
    connection: Connection, sources: Collection[str], since: dt.datetime | None
) -> Iterator[tuple[Record, DocumentInfo]]:
    """The statements first read after `since` from what these sources gave, document by document."""
    given = select(WATCHED.c.document).where(
        WATCHED.c.source.in_(sorted(sources)), WATCHED.c.document.is_not(None)
    )
    version = and_(DOCUMENTS.c.id == STATEMENTS.c.document, DOCUMENTS.c.sha256 == STATEMENTS.c.sha256)
    payload = cast(STATEMENTS.c.payload, String).label("payload")
    columns = [DOCUMENTS.c[name] for name in DocumentInfo.__struct_fields__]
    query = select(payload, *columns).join(DOCUMENTS, version).where(STATEMENTS.c.document.in_(given))
    if since is not None:
        query = query.where(STATEMENTS.c.first_seen > stored_time(since))
    for row in connection.execute(query.order_by(DOCUMENTS.c.date_start, DOCUMENTS.c.id, STATEMENTS.c.id)):
        yield decode(row.payload), document_info(row)


def texts_since(
    connection: Connection, sources: Collection[str], since: dt.datetime | None
) -> list[tuple[str, bool]]:
    """The documents of these sources of which a version was first read after `since`; whether it is a later one."""
    given = select(WATCHED.c.document).where(
        WATCHED.c.source.in_(sorted(sources)), WATCHED.c.document.is_not(None)
    )
    first = func.min(DOCUMENTS.c.first_seen)
    query = (
        select(DOCUMENTS.c.id, first.label("first")).where(DOCUMENTS.c.id.in_(given)).group_by(DOCUMENTS.c.id)
    )
    if since is not None:
        query = query.having(func.max(DOCUMENTS.c.first_seen) > stored_time(since))
    found = connection.execute(query.order_by(DOCUMENTS.c.id))
    return [(row.id, since is not None and row.first <= stored_time(since)) for row in found]


def _watched(row: Row[Any]) -> Watched:
    values = {name: row._mapping[name] for name in Watched.__struct_fields__}
    return Watched(**values | {name: aware(values[name]) for name in ("due", "first_seen", "last_seen")})


def _row(watched: Watched) -> dict[str, object]:
    values = msgspec.structs.asdict(watched) | {"id": watched.id}
    times = {name: values[name] and stored_time(values[name]) for name in ("due", "first_seen", "last_seen")}
    return values | times
