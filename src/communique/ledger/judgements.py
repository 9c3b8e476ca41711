"""What people say of two things in the ledger: that they are the same, not the same, or unsure.

A judgement changes no fact. It says who, when and why, can be taken back, and is applied when the
ledger is asked. Taking back keeps it, with who did so and when.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, Literal, get_args

import msgspec
from sqlalchemy import Connection, Row, insert, select, update

from communique.base.ids import content_id
from communique.errors import RequestError, RetractedError, UnknownError
from communique.ledger.tables import JUDGEMENTS
from communique.ledger.times import aware, stored_time

About = Literal["person", "event", "instrument", "project", "gathering"]
Verdict = Literal["same", "not_same", "unsure"]


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict on two keys of one sort of thing, `one` before `other`; times are in UTC.

    What the keys are is for those who judge and ask: record ids for events, ids or names for persons.
    """

    id: str
    about: About
    one: str
    other: str
    verdict: Verdict
    author: str
    made_at: dt.datetime
    reason: str | None = None
    retracted_at: dt.datetime | None = None
    retracted_by: str | None = None

    @classmethod
    def of(
        cls,
        about: About,
        keys: tuple[str, str],
        verdict: Verdict,
        author: str,
        made_at: dt.datetime,
        reason: str | None = None,
    ) -> Judgement:
        """A judgement with its id; `RequestError` for words outside the lists or one key twice."""
        for word, known in ((about, About), (verdict, Verdict)):
            if word not in get_args(known):
                raise RequestError(f"{word!r} is none of {', '.join(get_args(known))}")
        one, other = sorted(keys)
        if not one or one == other:
            raise RequestError(f"a judgement needs two different keys, not {one!r} and {other!r}")
        if not author.strip():
            raise RequestError("a judgement needs an author")
        made_at = aware(stored_time(made_at))
        return cls(
            id=content_id("j", about, one, other, verdict, author, made_at.isoformat()),
            about=about,
            one=one,
            other=other,
            verdict=verdict,
            author=author,
            made_at=made_at,
            reason=reason,
        )


def add(connection: Connection, judgement: Judgement) -> None:
    """Keep a judgement; one that is held already is not written again."""
    held = select(JUDGEMENTS.c.id).where(JUDGEMENTS.c.id == judgement.id)
    if connection.execute(held).first() is None:
        row = msgspec.structs.asdict(judgement) | {"made_at": stored_time(judgement.made_at)}
        connection.execute(insert(JUDGEMENTS).values(**row))


def select_judgements(
    connection: Connection, about: About | None = None, *, retracted: bool = False
) -> list[Judgement]:
    """The judgements that stand, on one sort of thing or all, oldest first; on wish those taken back too."""
    query = select(JUDGEMENTS).order_by(JUDGEMENTS.c.made_at, JUDGEMENTS.c.id)
    if about is not None:
        query = query.where(JUDGEMENTS.c.about == about)
    if not retracted:
        query = query.where(JUDGEMENTS.c.retracted_at.is_(None))
    return [_judgement(row) for row in connection.execute(query)]


def retract(connection: Connection, id: str, author: str, at: dt.datetime) -> Judgement:
    """Take a judgement back; `RequestError` when there is none of this id or it is taken back already."""
    row = connection.execute(select(JUDGEMENTS).where(JUDGEMENTS.c.id == id)).first()
    if row is None:
        raise UnknownError("there is no judgement of this id", entry=id)
    held = _judgement(row)
    if held.retracted_at is not None:
        when = held.retracted_at.date().isoformat()
        raise RetractedError(f"{held.retracted_by} took this judgement back on {when}", entry=id)
    time = stored_time(at)
    values = {"retracted_at": time, "retracted_by": author}
    connection.execute(update(JUDGEMENTS).where(JUDGEMENTS.c.id == id).values(**values))
    return msgspec.structs.replace(held, retracted_at=aware(time), retracted_by=author)


def newest(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Judgement]:
    """The judgement that counts for each pair of keys: of those given, the one made last."""
    return {(j.one, j.other): j for j in sorted(judgements, key=lambda j: (j.made_at, j.id))}


def _judgement(row: Row[Any]) -> Judgement:
    times = {"made_at": aware(row.made_at), "retracted_at": aware(row.retracted_at)}
    return Judgement(**dict(row._mapping) | times)
