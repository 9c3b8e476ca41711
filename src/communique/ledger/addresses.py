"""Where texts were found: one text at several addresses is kept once, and every address with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from hashlib import sha256

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.dialects.postgresql import insert

from communique.base.ids import content_id
from communique.ledger.engines import staged
from communique.ledger.tables import DOCUMENTS, SOURCES
from communique.ledger.times import aware, stored_time
from communique.text.document import Document


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """A text, by the SHA-256 of its UTF-8, and one address at which it was found.

    `document` is the document that holds the text, `publisher`, `title` and `date` are those of this
    address.
    """

    sha256: str
    url: str
    document: str
    publisher: str | None = None
    title: str | None = None
    date: str | None = None
    first_seen: dt.datetime
    last_seen: dt.datetime

    @property
    def id(self) -> str:
        """The same for the same text at the same address."""
        return content_id("source", self.sha256, self.url)


def found_at(url: str, document: Document, owner: str, at: dt.datetime) -> Address:
    """The address of a document's text, which is kept under the id `owner`."""
    return Address(
        sha256=digest(document.text),
        url=document.url or url,
        document=owner,
        publisher=document.publisher,
        title=document.title,
        date=document.date,
        first_seen=at,
        last_seen=at,
    )


def digest(text: str) -> str:
    """What a text is known by."""
    return sha256(text.encode()).hexdigest()


def save(connection: Connection, addresses: Iterable[Address]) -> None:
    """Write addresses in the caller's transaction; one that is known is only seen later."""
    kept = {address.id: _row(address) for address in addresses}
    if not kept:
        return
    with staged(connection, SOURCES, [kept[id] for id in sorted(kept)]) as incoming:
        rows = select(incoming).order_by(incoming.c.id)  # so that two writers never wait for each other
        query = insert(SOURCES).from_select([c.name for c in incoming.c], rows)
        seen = {"last_seen": query.excluded.last_seen}
        connection.execute(query.on_conflict_do_update(index_elements=["id"], set_=seen))


def select_addresses(connection: Connection, document: str | None = None) -> list[Address]:
    """The addresses of all texts, or of one document's, by document, text and time."""
    query = select(SOURCES).order_by(
        SOURCES.c.document, SOURCES.c.sha256, SOURCES.c.first_seen, SOURCES.c.url
    )
    if document is not None:
        query = query.where(SOURCES.c.document == document)
    found = []
    for row in connection.execute(query):
        values = {name: row._mapping[name] for name in Address.__struct_fields__}
        times = {name: aware(values[name]) for name in ("first_seen", "last_seen")}
        found.append(Address(**values | times))
    return found


def holders_of(connection: Connection, digests: Collection[str]) -> dict[str, list[str]]:
    """The documents that have each of these texts, those read first before others."""
    found: dict[str, list[str]] = {}
    if digests:
        query = select(DOCUMENTS.c.sha256, DOCUMENTS.c.id).where(DOCUMENTS.c.sha256.in_(sorted(digests)))
        for row in connection.execute(query.order_by(DOCUMENTS.c.first_seen, DOCUMENTS.c.id)):
            found.setdefault(row.sha256, []).append(row.id)
    return found


def _row(address: Address) -> dict[str, object]:
    times = {name: stored_time(getattr(address, name)) for name in ("first_seen", "last_seen")}
    return msgspec.structs.asdict(address) | {"id": address.id} | times
