"""The start page and the map: search, the pairs of states on the world, the newest documents."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from communique.web.atlas import atlas
from communique.web.listings.sources import documents
from communique.web.pages import held, page

router = APIRouter()
_PAIRS = 24
_LATEST = 8


@router.get("/")
def start(request: Request) -> Response:
    """What the ledger holds, and ways in."""
    return page(request, "start.html", lambda: _world(request, _PAIRS))


@router.get("/map")
def world(request: Request) -> Response:
    """The map alone, with all pairs beside it."""
    return page(request, "map.html", lambda: _world(request, 400))


def _world(request: Request, most: int) -> dict[str, Any]:
    here = held(request)
    counts = here.thing("counts", here.ledger.counts)
    latest, _ = here.ledger.find_documents("", _LATEST)
    table = documents(latest)
    return {
        "counts": counts,
        "atlas": atlas(counts.countries, counts.pairs),
        "pairs": list(counts.pairs.items())[:most],
        "latest": {"columns": table.columns, "rows": table.rows, "all": counts.documents},
    }
