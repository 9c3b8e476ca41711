"""Reading a text that is sent, and keeping what was read."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, cast

import msgspec
from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from communique.kinds.registry import AnyRecord
from communique.ledger.auditing import noting
from communique.ledger.stored import Added
from communique.reading.results import Drop
from communique.web.access import Caller, needs, refused
from communique.web.rest.asked import DATE_PATTERN, Body, Date, HeldNow
from communique.web.rest.schemas import shape, told
from communique.web.sent import MOST_CHARS, kept, read_sent

router = APIRouter(tags=["reading"])


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What was read, the records, and what was seen and dropped; `kept` is what the ledger took, if asked to.

    Evidence points into the text that was sent, in code points.
    """

    document: str
    lang: str
    records: tuple[AnyRecord, ...]
    drops: tuple[Drop, ...]
    kept: Added | None


class Sent(Body):
    """A text and what is known about it."""

    text: str = Field(min_length=1, max_length=MOST_CHARS, description="The text, as it was published.")
    lang: str | None = Field(
        None, max_length=20, description="Its language (BCP 47); else told from the text.", examples=["en"]
    )
    date: Date | None = Field(
        None, pattern=DATE_PATTERN, description="Its own date, which “yesterday” is resolved against."
    )
    publisher: str | None = Field(None, max_length=500, description="Who published it.")
    url: str | None = Field(None, max_length=2000, description="Where it was published.")
    title: str | None = Field(None, max_length=1000, description="Its headline.")
    doc: str | None = Field(
        None, min_length=1, max_length=200, description="The id that it gets; else made from the text."
    )
    new_version: bool = Field(
        False,
        description="Keep it also where the ledger has another text under this id, which then stays too.",
    )


@router.post(
    "/read",
    summary="Read a text",
    responses=told(
        shape(Found), "The records with their quotes, and what was dropped and why.", unchanged=False
    ),
    response_class=Response,
)
def read(
    request: Request,
    held: HeldNow,
    sent: Sent,
    caller: Annotated[Caller, needs("read")],
    keep: Annotated[
        bool, Query(description="Put what was read into the ledger; this needs the role `contribute`.")
    ] = False,
) -> Response:
    """Nothing that the text says is followed or run. Without `keep` nothing of it stays."""
    if keep and not caller.may("contribute"):
        raise refused(caller, "contribute")
    reading = read_sent(
        sent.text,
        lang=sent.lang,
        date=sent.date,
        publisher=sent.publisher,
        url=sent.url,
        title=sent.title,
        doc=sent.doc,
    )
    added = None
    if keep:
        now = dt.datetime.now(dt.UTC)
        with noting(caller.name or str(request.app.state.settings.author), "add", reading.document.id, now):
            added = kept(held.ledger, reading, now, new_version=sent.new_version)
        held.changed()
    document = reading.document
    told = Found(
        document=document.id,
        lang=document.lang,
        records=cast("tuple[AnyRecord, ...]", reading.records),
        drops=reading.drops,
        kept=added,
    )
    return Response(msgspec.json.encode(told), media_type="application/json")
