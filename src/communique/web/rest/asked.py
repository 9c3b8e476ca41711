"""What requests ask with: the ledger that is served, and parameters checked into codes, kinds and dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Annotated, Any, Self

from fastapi import Depends, HTTPException, Path, Query, Request
from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

from communique.base.edtf import is_edtf
from communique.errors import RequestError
from communique.kinds.registry import BY_NAME
from communique.web.held import Held

LIMIT = 100
MOST = 1000


def _held(request: Request) -> Held:
    source: Callable[[], Held] = request.app.state.source
    return source()


HeldNow = Annotated[Held, Depends(_held)]


_HERE = frozenset({"none", "same-origin"})
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def clean(request: Request) -> None:
    """Refuse NUL characters, which no text of a ledger holds, and changes that a page elsewhere sends."""
    if request.method not in _SAFE and request.headers.get("sec-fetch-site", "none") not in _HERE:
        raise HTTPException(403, "a page of another site sent this; change the ledger from here")
    query = (text for item in request.query_params.multi_items() for text in item)
    for text in (request.scope["path"], *query):
        if "\0" in text:
            raise RequestError("the request holds a NUL character; leave it out")


def _date(text: str) -> str:
    if not is_edtf(text):
        raise ValueError(f"{text!r} is no date such as 2024, 2024-07 or 2024-07-03")
    return text


def _day(text: str) -> str:
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise ValueError(f"{text!r} is no day such as 2024-07-03") from error


def day_of(request: Request, today: str | None) -> dt.date:
    """The day asked for, else the one that the server takes for today."""
    chosen: Callable[[], dt.date] = request.app.state.settings.day
    return dt.date.fromisoformat(today) if today else chosen()


def _kind(text: str) -> str:
    if text not in BY_NAME:
        raise ValueError(f"{text!r} is no kind of record; there are {', '.join(BY_NAME)}")
    return text


DATE_PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_KINDS: dict[str, Any] = {"enum": list(BY_NAME)}

Date = Annotated[str, AfterValidator(_date)]
Since = Annotated[
    Date | None,
    Query(pattern=DATE_PATTERN, description="From this day, month or year on.", examples=["2024-07"]),
]
Until = Annotated[
    Date | None,
    Query(pattern=DATE_PATTERN, description="Up to the end of this day, month or year.", examples=["2024"]),
]
Kind = Annotated[
    Annotated[str, AfterValidator(_kind)] | None,
    Query(description="Only this kind of record.", json_schema_extra=_KINDS),
]
Country = Annotated[
    str | None,
    Query(
        max_length=100,
        description="A state or organisation, by code or by name in any language that is read.",
        examples=["KEN"],
    ),
]
Pair = Annotated[
    str | None,
    Query(
        max_length=200,
        description="Two states or organisations, by code or name, with a comma between.",
        examples=["VNM,CHN"],
    ),
]
PairPath = Annotated[
    str,
    Path(
        max_length=200,
        description="Two states or organisations, by code or name, with a hyphen or comma between.",
        examples=["CHN-NGA"],
    ),
]
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many items a page has at most.")]
Cursor = Annotated[
    str | None,
    Query(
        max_length=2000, description="Where the page begins: `next` of the page before; none for the first."
    ),
]


class Body(BaseModel):
    """A JSON body: no field is left over, no value of another type, no NUL character."""

    model_config = ConfigDict(extra="forbid", strict=True)

    @model_validator(mode="after")
    def _no_nul(self) -> Self:
        if "\\u0000" in self.model_dump_json():
            raise ValueError("a text holds a NUL character; leave it out")
        return self


Today = Annotated[
    Annotated[str, AfterValidator(_day)] | None,
    Query(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        description="The day that deadlines are held against; else today.",
        examples=["2025-01-01"],
        json_schema_extra={"format": "date"},
    ),
]
