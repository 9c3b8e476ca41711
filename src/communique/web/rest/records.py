"""Records: a page of those that fit, and one by its id."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request, Response

from communique.kinds.registry import AnyRecord
from communique.ledger.pages import At
from communique.ledger.pages import Page as Found
from communique.ledger.queries import Query as Asked
from communique.views.corrected import json_line
from communique.views.sheet import csv_chunks
from communique.web.access import needs
from communique.web.named import code, sides
from communique.web.rest import answers
from communique.web.rest.asked import LIMIT, Country, Cursor, HeldNow, Kind, Limit, Pair, Since, Until
from communique.web.rest.cursors import cursor as cursor_of
from communique.web.rest.cursors import place_of
from communique.web.rest.schemas import items, responses, shape, told

router = APIRouter(tags=["records"], dependencies=[needs("read")])

Format = Literal["json", "jsonl", "csv"]
_TYPES: dict[Format, str] = {"json": "application/json", "jsonl": "application/jsonl", "csv": "text/csv"}
_CONTENT = {
    "application/json": {"schema": items(AnyRecord)},
    "application/jsonl": {"schema": {"type": "string", "description": "A record a line."}},
    "text/csv": {"schema": {"type": "string", "description": "A record a row, under the names of columns."}},
}


@router.get(
    "/records",
    summary="Records that meet every condition given",
    responses=responses(
        _CONTENT,
        "Records by the date and place of their reports. In JSON, `next` leads on; else the Link header.",
    ),
    response_class=Response,
)
def records(
    request: Request,
    held: HeldNow,
    pair: Pair = None,
    country: Country = None,
    kind: Kind = None,
    person: Annotated[
        str | None,
        Query(max_length=200, description="Only what names this person, whatever its case and accents."),
    ] = None,
    words: Annotated[
        str | None,
        Query(
            min_length=1,
            max_length=200,
            description="Only what has these words in a quote, whatever their case.",
        ),
    ] = None,
    document: Annotated[
        str | None, Query(max_length=500, description="Only what this document tells.")
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = LIMIT,
    cursor: Cursor = None,
    format: Annotated[
        Format | None, Query(description="The format of the answer; else as the header Accept says.")
    ] = None,
) -> Response:
    """The records as the contract has them, in the order in which `communique records` prints them.

    What people corrected is applied, and stands in `corrections` beside what was read. The dates of `since` and
    `until` are a record's own, else those of its report.
    """
    chosen = format or _format(request)
    asked = Asked(
        pair=sides(pair, "pair", held) if pair is not None else None,
        country=code(country, "country", held) if country is not None else None,
        kind=kind,
        person=person,
        document=document,
        words=words,
        since=since,
        until=until,
    )
    after = place_of(cursor, At)

    def make() -> tuple[bytes, dict[str, str]]:
        found = held.ledger.page(asked, limit, after)
        link = {"Link": answers.next_link(request, cursor_of(found.next))} if found.next else {}
        return _written(found, chosen), link

    return answers.conditional(request, held, make, media_type=_TYPES[chosen])


@router.get(
    "/records/{id}",
    summary="One record",
    responses=told(shape(AnyRecord), "The record as it stands."),
    response_class=Response,
)
def record(
    request: Request,
    held: HeldNow,
    id: Annotated[
        str, Path(max_length=100, description="The record's id.", examples=["r-0158561aadc8ac7f0851"])
    ],
) -> Response:
    """A record by its id, also one that the latest reading of its document no longer found."""
    return answers.conditional(request, held, lambda: json_line(held.ledger.record(id)))


def _format(request: Request) -> Format:
    media_type = answers.accepted(request, list(_TYPES.values()))
    return next(name for name, offered in _TYPES.items() if offered == media_type)


def _written(found: Found, format: Format) -> bytes:
    if format == "csv":
        return b"".join(csv_chunks(found.records))
    lines = [json_line(item) for item in found.records]
    if format == "jsonl":
        return b"".join(line + b"\n" for line in lines)
    return answers.items(lines, cursor_of(found.next) if found.next else None)
