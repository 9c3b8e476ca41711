"""The log of changes, for admins."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, Response

from communique.ledger.auditing import Entry
from communique.web.access import needs
from communique.web.rest import answers
from communique.web.rest.asked import LIMIT, Cursor, HeldNow, Limit
from communique.web.rest.cursors import cursor as cursor_of
from communique.web.rest.cursors import place_of
from communique.web.rest.schemas import items, told

router = APIRouter(tags=["audit"], dependencies=[needs("admin")])


@router.get(
    "/audit",
    summary="What was changed, by whom and when",
    responses=told(items(Entry), "The newest first.", unchanged=False),
    response_class=Response,
)
def audit(held: HeldNow, limit: Limit = LIMIT, cursor: Cursor = None) -> Response:
    """Every change that was made through this server; `target` is the id of what was changed."""
    before = place_of(cursor, tuple[dt.datetime, str])
    found = held.ledger.audit(limit + 1, before)
    shown = found[:limit]
    following = cursor_of((shown[-1].at, shown[-1].id)) if len(found) > limit else None
    return Response(
        answers.items(shown, following), media_type=answers.JSON, headers={"Cache-Control": "no-store"}
    )
