"""Whether the server can ask its ledger, and which state of it that is."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter, Response

from communique.version import __version__
from communique.web.rest.answers import JSON
from communique.web.rest.asked import HeldNow
from communique.web.rest.schemas import shape, told

router = APIRouter(tags=["health"])


class Health(msgspec.Struct, frozen=True):
    """`revision` changes with everything that is written to the ledger."""

    status: str
    version: str
    revision: str


@router.get(
    "/health",
    summary="Whether all is well",
    responses=told(shape(Health), "The ledger can be asked.", unchanged=False),
    response_class=Response,
)
def health(held: HeldNow) -> Response:
    """For those who watch the server; it needs no role."""
    return Response(msgspec.json.encode(Health("ok", __version__, held.revision())), media_type=JSON)
