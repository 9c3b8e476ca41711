"""What people say of the facts: corrections and judgements, made and taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import Field

from communique.errors import RequestError
from communique.ledger.auditing import noting
from communique.ledger.corrections import Correction, Saying
from communique.ledger.judgements import Judgement
from communique.web.access import Caller, needs
from communique.web.held import Held
from communique.web.judging import judged_keys
from communique.web.rest import answers
from communique.web.rest.asked import LIMIT, Body, Cursor, HeldNow, Limit
from communique.web.rest.schemas import fields, items, shape, told

router = APIRouter()

TakenBack = Annotated[bool, Query(description="Also those that were taken back.")]
Author = Annotated[
    str | None,
    Field(
        min_length=1,
        max_length=200,
        description="Who says so, else who started the server; with accounts always the account.",
    ),
]
By = Annotated[
    str | None,
    Query(
        min_length=1,
        max_length=200,
        description="Who says so, else who started the server; with accounts always the account.",
    ),
]


class Correcting(Body):
    """Fields of a record and what they should be, or with another outcome what is said of them."""

    record: str = Field(min_length=1, max_length=100, description="The record's id.")
    fields: dict[str, str] = Field(
        {},
        max_length=50,
        description="Each field's dotted path and a text that stands for its value; for other outcomes the values "
        "are not used, and none means the record as a whole.",
        examples=[{"date": "2024-07-02"}],
    )
    outcome: Literal["corrected", "confirmed", "not_verifiable"] = "corrected"
    reason: str = Field(min_length=1, max_length=2000, description="Why.")
    source: str | None = Field(
        None, max_length=2000, description="What shows the right value; a correction needs one."
    )
    author: Author = None


class Judging(Body):
    """What is said of two events or two persons."""

    about: Literal["event", "person"] = "event"
    one: str = Field(min_length=1, max_length=300, description="A record of the event, or `CODE:Name`.")
    other: str = Field(min_length=1, max_length=300, description="Another of the same sort.")
    verdict: Literal["same", "not_same", "unsure"]
    reason: str | None = Field(None, max_length=2000, description="Why.")
    author: Author = None


@router.get(
    "/corrections",
    tags=["corrections"],
    summary="Corrections that stand",
    responses=told(items(Correction), "The oldest first."),
    response_class=Response,
    dependencies=[needs("read")],
)
def corrections(
    request: Request,
    held: HeldNow,
    record: Annotated[str | None, Query(max_length=100, description="Only those of this record.")] = None,
    taken_back: TakenBack = False,
    limit: Limit = LIMIT,
    cursor: Cursor = None,
) -> Response:
    """What people said of fields of records, by what source and why."""
    return answers.conditional(
        request,
        held,
        lambda: answers.page(held.ledger.corrections(record, retracted=taken_back), limit, cursor),
    )


@router.post(
    "/corrections",
    tags=["corrections"],
    summary="Correct fields of a record",
    status_code=201,
    responses=told(
        fields(corrections={"type": "array", "items": shape(Correction)}),
        "What was kept, a correction a field.",
        unchanged=False,
        status=201,
    ),
    response_class=Response,
)
def correct(
    request: Request, held: HeldNow, said: Correcting, caller: Annotated[Caller, needs("review")]
) -> Response:
    """The reading stays as it was. All fields are kept or none."""
    saying = Saying(
        author=_author(request, caller, said.author),
        reason=said.reason,
        made_at=dt.datetime.now(dt.UTC),
        source=said.source,
    )
    if said.outcome == "corrected":
        if not said.fields:
            raise RequestError("name a field and what it should be", entry="fields")
        with noting(saying.author, "correct", said.record, saying.made_at):
            made = held.ledger.correct(said.record, said.fields, saying)
    else:
        with noting(saying.author, said.outcome, said.record, saying.made_at):
            made = held.ledger.remark(said.record, said.outcome, saying, tuple(said.fields))
    held.changed()
    return _created(msgspec.json.encode({"corrections": made}))


@router.delete(
    "/corrections/{id}",
    tags=["corrections"],
    summary="Take a correction back",
    responses=told(shape(Correction), "The correction, with who took it back and when.", unchanged=False),
    response_class=Response,
)
def take_correction_back(
    request: Request,
    held: HeldNow,
    id: Annotated[str, Path(max_length=100, description="The correction's id.")],
    caller: Annotated[Caller, needs("review")],
    author: By = None,
) -> Response:
    """It stays in the ledger, and no longer counts."""
    return _taken_back(held, id, _author(request, caller, author), held.ledger.retract_correction)


@router.get(
    "/judgements",
    tags=["judgements"],
    summary="Judgements that stand",
    responses=told(items(Judgement), "The oldest first; of several on one pair the last counts."),
    response_class=Response,
    dependencies=[needs("read")],
)
def judgements(
    request: Request,
    held: HeldNow,
    about: Annotated[
        Literal["person", "event"] | None, Query(description="Only those on this sort of thing.")
    ] = None,
    taken_back: TakenBack = False,
    limit: Limit = LIMIT,
    cursor: Cursor = None,
) -> Response:
    """What people said of two events or two persons."""
    return answers.conditional(
        request,
        held,
        lambda: answers.page(held.ledger.judgements(about, retracted=taken_back), limit, cursor),
    )


@router.post(
    "/judgements",
    tags=["judgements"],
    summary="Say that two are the same, or not",
    status_code=201,
    responses=told(shape(Judgement), "What was kept.", unchanged=False, status=201),
    response_class=Response,
)
def judge(
    request: Request, held: HeldNow, said: Judging, caller: Annotated[Caller, needs("review")]
) -> Response:
    """It wins over the scores; no record changes."""
    one, other = judged_keys(held, said.about, (said.one, said.other))
    who, now = _author(request, caller, said.author), dt.datetime.now(dt.UTC)
    with noting(who, f"judge {said.verdict}", f"{one} {other}", now):
        made = held.ledger.judge(
            said.about, one, other, said.verdict, author=who, made_at=now, reason=said.reason
        )
    held.changed()
    return _created(msgspec.json.encode(made))


@router.delete(
    "/judgements/{id}",
    tags=["judgements"],
    summary="Take a judgement back",
    responses=told(shape(Judgement), "The judgement, with who took it back and when.", unchanged=False),
    response_class=Response,
)
def take_judgement_back(
    request: Request,
    held: HeldNow,
    id: Annotated[str, Path(max_length=100, description="The judgement's id.")],
    caller: Annotated[Caller, needs("review")],
    author: By = None,
) -> Response:
    """It stays in the ledger, and no longer counts."""
    return _taken_back(held, id, _author(request, caller, author), held.ledger.retract_judgement)


def _author(request: Request, caller: Caller, given: str | None) -> str:
    """The account's name; without accounts who the request says, else who started the server."""
    return caller.name or (given or "").strip() or str(request.app.state.settings.author)


def _taken_back(held: Held, id: str, who: str, retract: Callable[..., Correction | Judgement]) -> Response:
    now = dt.datetime.now(dt.UTC)
    with noting(who, "take back", id, now):
        made = retract(id, author=who, at=now)
    held.changed()
    return Response(msgspec.json.encode(made), media_type=answers.JSON)


def _created(body: bytes) -> Response:
    return Response(body, status_code=201, media_type=answers.JSON)
