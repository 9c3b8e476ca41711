"""What people say of single fields of a record: corrected, confirmed, or not to be verified.

The reading stays as it was; a correction says who, when, by what source and why, is applied when the
ledger is asked, and can be taken back.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Row, insert, select, update

from communique.base.ids import content_id
from communique.errors import RequestError, RetractedError, UnknownError
from communique.kinds.fields import changed, parsed, value_at
from communique.kinds.record import Record
from communique.ledger.tables import CORRECTIONS
from communique.ledger.times import aware, stored_time

WHOLE = "*"
"""In place of a field: the record as a whole."""

Outcome = Literal["corrected", "not_verifiable", "confirmed"]


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One field of one record: `read` as the text was read, `value` as it is said to be; times in UTC.

    `field` is a dotted path, or `*` for the record as a whole, which has no values. Without the
    outcome `corrected` the value read stands.
    """

    id: str
    statement: str
    field: str
    outcome: Outcome
    author: str
    reason: str
    made_at: dt.datetime
    read: Any = None
    value: Any = None
    source: str | None = None
    retracted_at: dt.datetime | None = None
    retracted_by: str | None = None


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """Who says something of a record, why, by what source, and when (with a time zone)."""

    author: str
    reason: str
    made_at: dt.datetime
    source: str | None = None


def corrected(record: Record, read: Record, field: str, text: str, saying: Saying) -> Correction:
    """A correction of one field to what a text stands for; `record` is as it stands, `read` as it was read.

    `RequestError` when the field is none, the value does not fit it or stands there already, or
    the source is missing.
    """
    if not saying.source:
        raise RequestError(
            "a correction needs its source: an address, or a text that can be found", entry=field
        )
    value = parsed(record.kind, field, text)
    if value_at(changed(record, field, value), field) == value_at(record, field):
        raise RequestError(f"this field is {_json(value)} already", record.id, field)
    return _made(read, field, "corrected", saying, value)


def remarked(read: Record, field: str, outcome: Outcome, saying: Saying) -> Correction:
    """A remark that leaves the value as it is: that it was confirmed, or cannot be verified."""
    return _made(read, field, outcome, saying, None)


def applied(record: Record, corrections: Iterable[Correction]) -> Record:
    """The record with its corrections, in the order they were made; of two on one field the later counts."""
    for correction in corrections:
        if correction.outcome != "corrected":
            continue
        try:
            record = changed(record, correction.field, correction.value)
        except RequestError as error:
            cure = f"{error.message}; take it back with `communique correct --undo {correction.id}`"
            raise RequestError(cure, record.id, correction.field) from error
    return record


def add(connection: Connection, corrections: Iterable[Correction]) -> None:
    """Keep corrections; one that is held already is not written again."""
    for made in corrections:
        held = select(CORRECTIONS.c.id).where(CORRECTIONS.c.id == made.id)
        if connection.execute(held).first() is None:
            values = {"read": _json(made.read), "value": _json(made.value)}
            row = msgspec.structs.asdict(made) | values | {"made_at": stored_time(made.made_at)}
            connection.execute(insert(CORRECTIONS).values(**row))


def select_corrections(
    connection: Connection, statement: str | None = None, *, retracted: bool = False
) -> list[Correction]:
    """The corrections that stand, of one record or all, oldest first; on wish those taken back too."""
    query = select(CORRECTIONS).order_by(CORRECTIONS.c.made_at, CORRECTIONS.c.field, CORRECTIONS.c.id)
    if statement is not None:
        query = query.where(CORRECTIONS.c.statement == statement)
    if not retracted:
        query = query.where(CORRECTIONS.c.retracted_at.is_(None))
    return [_correction(row) for row in connection.execute(query)]


def by_statement(corrections: Iterable[Correction]) -> dict[str, tuple[Correction, ...]]:
    """Corrections by the record they are of, in the order given."""
    found: dict[str, list[Correction]] = defaultdict(list)
    for correction in corrections:
        found[correction.statement].append(correction)
    return {statement: tuple(made) for statement, made in found.items()}


def retract(connection: Connection, id: str, author: str, at: dt.datetime) -> Correction:
    """Take a correction back; `RequestError` when there is none of this id or it is taken back already."""
    row = connection.execute(select(CORRECTIONS).where(CORRECTIONS.c.id == id)).first()
    if row is None:
        raise UnknownError(
            "there is no correction of this id; list them with `communique corrections`", entry=id
        )
    held = _correction(row)
    if held.retracted_at is not None:
        when = held.retracted_at.date().isoformat()
        raise RetractedError(f"{held.retracted_by} took this correction back on {when}", entry=id)
    time = stored_time(at)
    values = {"retracted_at": time, "retracted_by": author}
    connection.execute(update(CORRECTIONS).where(CORRECTIONS.c.id == id).values(**values))
    return msgspec.structs.replace(held, retracted_at=aware(time), retracted_by=author)


def _made(read: Record, field: str, outcome: Outcome, saying: Saying, value: Any) -> Correction:
    for name in ("author", "reason"):
        if not getattr(saying, name).strip():
            raise RequestError(
                f"a correction needs {'an' if name == 'author' else 'a'} {name}", read.id, field
            )
    made_at = aware(stored_time(saying.made_at))
    return Correction(
        id=content_id("c", read.id, field, outcome, _json(value), saying.author, made_at.isoformat()),
        statement=read.id,
        field=field,
        outcome=outcome,
        author=saying.author,
        reason=saying.reason,
        made_at=made_at,
        read=None if field == WHOLE else value_at(read, field),
        value=value,
        source=saying.source,
    )


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _correction(row: Row[Any]) -> Correction:
    values = {"read": msgspec.json.decode(row.read), "value": msgspec.json.decode(row.value or "null")}
    times = {"made_at": aware(row.made_at), "retracted_at": aware(row.retracted_at)}
    return Correction(**dict(row._mapping) | values | times)
